"""The standalone file from the disk with the network off: it does what the served page does, and asks for nothing."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.beside import ULPS, address_of, computed
from tests.browser.explorer import Explorer
from tests.browser.standalone import FILE, standalone_url
from tests.browser.test_start_kinds import ENGINE, PROGRAMS, started, told
from tests.browser.words import Say
from web.make.image import image
from web.make.licences import licences
from web.make.paths import DIST
from web.make.runtime import runtime
from web.make.standalone import LIMIT, standalone
from web.make.wheels import library_wheel, numpy_wheel

FIGURES = {"y": "1.648721270700128", "gradient": "3.297442541400256"}
"""The book's, of steps 3 and 6."""

INSTEAD_OF_ENGINE = """(program) => {
  const fetched = fetch;
  globalThis.fetch = (input, init) =>
    String(input).startsWith("data:text/plain") ? Promise.resolve(new Response(program)) : fetched(input, init);
}"""


@pytest.fixture
def faults() -> list[str]:
    """What a page complains of, and what it asks for beside itself."""
    return []


@pytest.fixture
def context(browser: Browser, faults: list[str]) -> Iterator[BrowserContext]:
    """A browser without a network, on pages that must complain of nothing and ask for nothing."""
    context = browser.new_context(locale="en", reduced_motion="reduce", accept_downloads=True)
    context.set_offline(True)

    def watch(url: str) -> None:
        if not url.startswith((standalone_url(), "data:", "blob:")):
            faults.append(f"request: {url}")

    context.on("request", lambda request: watch(request.url))
    context.on("weberror", lambda error: faults.append(f"uncaught: {error.error}"))
    context.on("console", lambda said: faults.append(f"console: {said.text}") if said.type == "error" else None)
    yield context
    context.close()
    assert not faults


@pytest.fixture
def explorer(context: BrowserContext) -> Explorer:
    """The file, not opened yet."""
    return Explorer(context.new_page(), standalone_url())


def test_the_worked_example_stands_before_python(explorer: Explorer) -> None:
    explorer.page.add_init_script("delete globalThis.Worker; globalThis.Worker = class { constructor() {} }")
    explorer.page.goto(explorer.url)
    expect(explorer.y).to_have_text(FIGURES["y"])
    expect(explorer.gradient).to_have_text(FIGURES["gradient"])


def test_live_results_are_cpythons(explorer: Explorer) -> None:
    explorer.start("x=0.7&f=exp,square")
    assert explorer.page.evaluate("document.querySelector('[data-engine]').dataset.engine") == "ready"
    assert started(explorer.page) == {"start": "image", "refused": []}
    for x, chain in (("-1.25", "square exp pow:3"), ("0.5", "square exp square"), ("2", "tanh square")):
        expected = computed(x, chain=chain)
        result = explorer.answer_to(address_of(x, chain=chain))
        for variable, by_cpython in zip(result["variables"], expected["variables"], strict=True):
            assert variable["data"]["data"] == pytest.approx(by_cpython["data"]["data"], rel=ULPS)
            assert variable["grad"]["data"] == pytest.approx(by_cpython["grad"]["data"], rel=ULPS)


def test_the_panels_and_what_can_be_taken_along_work(explorer: Explorer, say: Say) -> None:
    explorer.start()
    page = explorer.page
    explorer.answer_to(address_of("0.25", chain="exp square"))
    for title in ("code.title", "curve.title", "check.title"):
        expect(page.get_by_role("region", name=say(title))).to_be_visible()
    expect(page.get_by_role("region", name=say("code.title"))).to_contain_text("0.25")
    with page.expect_download() as download:
        page.get_by_role("button", name=".ipynb").click()
    assert "0.25" in download.value.path().read_text(encoding="utf-8")
    licence = page.get_by_role("link", name=say("footer.licences"))
    assert "MIT" in page.evaluate("url => fetch(url).then((got) => got.text())", licence.get_attribute("href"))
    assert page.get_by_role("link", name=say("footer.whole")).count() == 0
    assert page.get_by_role("button", name=say("embedding.name"), exact=True).count() == 0


def test_in_korean(explorer: Explorer) -> None:
    explorer.speak("ko")
    explorer.start("x=0.5&f=square,exp,square&lang=ko")
    expect(explorer.y).to_have_text(FIGURES["y"])
    assert explorer.page.evaluate("document.documentElement.lang") == "ko"


def test_all_of_pythons_library_is_inside(
    context: BrowserContext, new_page: Callable[..., Page], site: Any, faults: list[str]
) -> None:
    served = new_page()
    of_site = told(served)
    served.goto(site.url)
    started(served)

    alone = context.new_page()
    of_file = told(alone)
    alone.add_init_script(f"({INSTEAD_OF_ENGINE})({f'{ENGINE}{chr(10)}{PROGRAMS}'!r})")
    alone.goto(standalone_url())
    started(alone)

    assert of_file.pop("random") != of_site.pop("random")
    assert len(of_site) > 15
    for name, value in of_site.items():
        assert of_file[name] == value, name
    assert (
        of_file["modules"]["sqlite3"].endswith(("__init__.py", "sqlite3")) or "Error" in of_file["modules"]["sqlite3"]
    )


def test_what_carries_the_file_does_not_matter(context: BrowserContext) -> None:
    page = context.new_page()
    page.goto(standalone_url())
    assert page.evaluate("document.characterSet") == "UTF-16LE"


def test_it_is_no_larger_than_promised() -> None:
    assert FILE.stat().st_size <= LIMIT


def test_the_same_sources_give_the_same_bytes() -> None:
    numpy, library = numpy_wheel(), library_wheel()
    made = image(numpy, library)
    page = (DIST / "index.html").read_text(encoding="utf-8")
    again = standalone(page, DIST, runtime(None, made, numpy, library), licences(numpy))
    assert again == FILE.read_bytes()


def test_the_page_offers_it(page: Page, site: Any, say: Say) -> None:
    page.goto(site.url)
    link = page.get_by_role("link", name=say("footer.whole"))
    with page.expect_download() as download:
        link.click()
    assert download.value.path().read_bytes() == FILE.read_bytes()
