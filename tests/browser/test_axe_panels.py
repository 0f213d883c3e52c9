"""axe-core finds nothing in the states of the panels either: expression, second derivative, links, questions, …"""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.explorer import Explorer
from tests.browser.test_axe import VIEWS, as_it_is, complaints
from tests.browser.words import Say


def asking(page: Page, say: Callable[[str], str]) -> None:
    """Something is being asked about."""
    page.get_by_role("button", name=say("chain.explain"), exact=True).first.click()
    page.locator("#graph").hover()
    expect(page.locator(".explanation[role=status]")).to_be_visible()


def presenting(page: Page, say: Callable[[str], str]) -> None:
    """The presenter's mode, without full screen."""
    page.evaluate("() => { Element.prototype.requestFullscreen = undefined; }")
    page.get_by_role("button", name=say("chain.present"), exact=True).click()
    expect(page.locator("html")).to_have_attribute("data-presenting", "")


def told(page: Page, say: Callable[[str], str]) -> None:
    """The link was copied."""
    page.get_by_role("button", name=say("chain.share"), exact=True).click()
    expect(page.get_by_role("status").filter(has_text=re.compile(re.escape(say("chain.linkCopied"))))).to_be_visible()


STATES: dict[str, tuple[str, Callable[[Page, Callable[[str], str]], None]]] = {
    "expression": ("x=1&x1=2&y=x0*x1%2Bsin(x0)&step=6", as_it_is),
    "wrong-expression": ("y=sinn(x)", as_it_is),
    "second-and-slope": ("second=1&slope=1", as_it_is),
    "links": ("links=1&step=5", as_it_is),
    "code-of-the-library": ("code=library&step=6", as_it_is),
    "eps-too-small": ("eps=1e-12&digits=17", as_it_is),
    "asking": ("", asking),
    "presenting": ("step=6", presenting),
    "toast": ("x=2&f=sin", told),
}


@pytest.mark.parametrize("state", STATES)
def test_axe_finds_nothing(explorer: Explorer, say: Say, state: str) -> None:
    address, prepare = STATES[state]
    page, found = explorer.page, []
    for lang, width in VIEWS:
        page.set_viewport_size({"width": width, "height": 800})
        explorer.open(f"{address}&lang={lang}")
        expect(page.locator("html")).to_have_attribute("lang", lang)
        page.wait_for_timeout(300)  # the parts that follow a trace
        prepare(page, lambda key, lang=lang: say(key, lang=lang))  # type: ignore[misc]
        found += [f"{lang} {width}: {text}" for text in complaints(page)]
        if prepare is not as_it_is:
            page.keyboard.press("Escape")
    assert not found, "\n".join(found)
