"""axe-core finds nothing to complain of, in any state of the page, in either theme and language, narrow or wide."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.explorer import Explorer
from tests.browser.words import Say
from web.make.paths import MODULES

NewPage = Callable[..., Page]

AXE = MODULES / "axe-core" / "axe.min.js"
VIEWS = (("en", 1280), ("ko", 320))
"""Each state is looked at in both languages and both widths; what it starts from in all four pairs."""
ALL_VIEWS = (*VIEWS, ("en", 320), ("ko", 1280))

RUN = """async (rules) => {
  const options = { resultTypes: ["violations"], rules: { "target-size": { enabled: true } } };
  if (rules) Object.assign(options, { runOnly: { type: "rule", values: rules } });
  const { violations } = await axe.run(document, options);
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 120)}`));
}"""

COLOURS = ["color-contrast", "link-in-text-block"]
"""A theme changes colours and nothing else, so in the dark these rules are enough."""


def forever(route: Route) -> None:
    """Python never comes."""


def complaints(page: Page, *, dark: bool = True) -> list[str]:
    """What axe finds, in the light and in the dark."""
    if not page.evaluate("'axe' in globalThis"):
        page.evaluate(AXE.read_text(encoding="utf-8"))
    found: list[str] = page.evaluate(RUN, None)
    if not dark:
        return found
    page.emulate_media(color_scheme="dark")
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    found += [f"dark {text}" for text in page.evaluate(RUN, COLOURS)]
    page.emulate_media(color_scheme="light")
    expect(page.locator("html")).to_have_attribute("data-theme", "light")
    return sorted(set(found))


def as_it_is(page: Page, add: str) -> None:
    """Nothing is opened."""


def palette(page: Page, add: str) -> None:
    """A function is being picked."""
    page.get_by_role("button", name=add, exact=True).click()
    expect(page.get_by_role("dialog")).to_be_visible()


def details(page: Page, add: str) -> None:
    """One variable is looked at."""
    page.get_by_role("button", name=re.compile(r"^(Variable|변수) a:")).press("Enter")
    expect(page.get_by_role("dialog")).to_be_visible()


STATES: dict[str, tuple[str, Callable[[Page, str], None]]] = {
    "ready": ("", as_it_is),
    "mid-step": ("step=5", as_it_is),
    "before-anything-ran": ("step=0", as_it_is),
    "array": ("x=[[1,2],[3,4]]", as_it_is),
    "bad-x": ("x=two", as_it_is),
    "bad-chain": ("f=square,sigmod,pow:q", as_it_is),
    "trouble": ("x=-1&f=log,abs", as_it_is),
    "empty-chain": ("f=", as_it_is),
    "twenty": (f"f={','.join(['sin'] * 20)}", as_it_is),
    "palette": ("", palette),
    "details": ("", details),
    "details-of-an-array": ("x=[[1,2],[3,4]]", details),
}


@pytest.mark.parametrize("state", STATES)
def test_axe_finds_nothing(explorer: Explorer, say: Say, state: str) -> None:
    address, prepare = STATES[state]
    page, found = explorer.page, []
    for lang, width in ALL_VIEWS if state == "ready" else VIEWS:
        page.set_viewport_size({"width": width, "height": 800})
        page.evaluate("for (const dialog of document.querySelectorAll('dialog[open]')) dialog.close()")
        explorer.open(f"{address}&lang={lang}")
        expect(page.locator("html")).to_have_attribute("lang", lang)
        page.wait_for_timeout(250)  # the parts that follow a trace
        prepare(page, say("chain.add", lang=lang))
        found += [f"{lang} {width}: {text}" for text in complaints(page)]
    assert not found, "\n".join(found)


@pytest.mark.complains
@pytest.mark.parametrize(("lang", "width"), VIEWS)
def test_axe_finds_nothing_while_python_starts_and_where_it_fails(
    new_page: NewPage, site: Any, lang: str, width: int
) -> None:
    page = new_page(locale=lang, viewport={"width": width, "height": 800})
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route("**/python/**", hold)
    page.goto(site.url)
    expect(page.get_by_role("progressbar", include_hidden=True)).to_be_attached()
    found = complaints(page)
    page.route("**/python/**", lambda route: route.abort())  # all that is tried anew
    for route in held:
        route.abort()
    expect(page.get_by_role("alert")).to_be_visible()
    found += complaints(page)
    assert not found, "\n".join(found)


def test_axe_finds_nothing_before_the_pages_script_has_run(new_page: NewPage, site: Any) -> None:
    page = new_page()
    page.route("**/*.js", forever)
    page.goto(site.url, wait_until="commit")
    expect(page.get_by_text("3.297442541400256").first).to_be_visible()
    found = complaints(page, dark=False)
    assert not found, "\n".join(found)
