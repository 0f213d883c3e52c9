"""The embed in pages that MkDocs Material, Sphinx, Jupyter Book and a plain editor made, from another origin."""

from collections.abc import Callable

import pytest
from playwright.sync_api import FrameLocator, Page, expect

from pyautodiff.trace import trace
from tests.browser.hosting import START
from tests.browser.test_embed import EVERY, LOOK, expected, numbers, workers
from tests.hosts.conftest import Tutorial, all_answered

COMPARED = """color backgroundColor fontFamily fontSize fontWeight fontStyle lineHeight letterSpacing textAlign
  textTransform textDecorationLine display position marginBlock padding border borderRadius boxShadow cursor colorScheme
  boxSizing accentColor"""
STYLES = f"""() => [document.documentElement, document.body,
    ...document.querySelectorAll('h1, h2, p, a, code, pre, table, td, th, strong, button, header, nav, article, main')]
  .filter((node) => !node.closest('auto-diff, nav a'))
  .map((node) => {{
    const style = getComputedStyle(node);
    return [node.tagName, ...{COMPARED.split()}.map((name) => style[name])].join(' | ');
  }})"""
"""Of everything but the links of a navigation: themes mark there what is being read."""
EXPLORER = ".auto-diff"


def frame_answered(page: Page) -> FrameLocator:
    """The frame, once Python has answered in it."""
    page.locator("iframe").scroll_into_view_if_needed()
    frame = page.frame_locator("iframe")
    expect(frame.locator("auto-diff[data-engine=ready]")).to_be_visible(timeout=START)
    expect(frame.locator("auto-diff .number").first).to_have_text(expected("2", "log")[0])
    return frame


def look(page: Page) -> list[list[str]]:
    """The style and height of everything in the element that is the same on every page."""
    code = LOOK.replace("document.querySelector('auto-diff')", "document.querySelector('#measured')")
    told: list[list[str]] = page.evaluate(code, EVERY)
    return told


@pytest.fixture(scope="session")
def plain_look(tutorial_of: Callable[[str], Tutorial]) -> list[list[str]]:
    """How it looks on a page without a theme."""
    page = tutorial_of("plain").open()
    all_answered(page)
    return look(page)


def test_every_embed_shows_its_own_numbers(opened: tuple[Tutorial, Page]) -> None:
    _, page = opened
    assert numbers(page, 0) == expected("0.5", "square exp square")
    second = page.locator("auto-diff").nth(1)
    expect(second.locator(EXPLORER)).to_have_attribute("data-theme", "dark")
    expect(second.locator(EXPLORER)).to_have_attribute("lang", "ko")
    assert second.evaluate("element => [element.x, element.chain]") == ["-1.5", "sin tanh"]
    expect(second.locator(".chip-main")).to_have_count(0)
    assert frame_answered(page).locator("auto-diff .number").all_text_contents() == expected("2", "log")
    assert page.evaluate("performance.getEntriesByName('engine-ready').length") == 1


def test_the_page_keeps_its_own_styles(opened: tuple[Tutorial, Page]) -> None:
    tutorial, page = opened
    without = tutorial.open(embeds=False)
    for settling in (page, without):
        settling.evaluate("scrollTo({ top: 0, behavior: 'instant' })")
    for _ in range(20):
        page.wait_for_timeout(500)
        with_embeds, styles = page.evaluate(STYLES), without.evaluate(STYLES)
        if with_embeds == styles:
            break
    assert len(styles) > 12
    assert with_embeds == styles


def test_the_embed_looks_as_on_a_page_without_a_theme(
    opened: tuple[Tutorial, Page], plain_look: list[list[str]]
) -> None:
    here = look(opened[1])
    assert len(here) == len(plain_look) > 100
    for node_here, node_there in zip(here, plain_look, strict=True):
        assert node_here == node_there


@pytest.mark.parametrize("width", [420, 1280])
def test_heights_follow_what_is_inside(opened: tuple[Tutorial, Page], width: int) -> None:
    _, page = opened
    page.set_viewport_size({"width": width, "height": 900})
    page.wait_for_timeout(500)
    told = page.evaluate(
        """[...document.querySelectorAll('auto-diff')].map((element) => {
          const inside = element.shadowRoot.querySelector('.auto-diff');
          return [element.offsetHeight - inside.offsetHeight, inside.scrollHeight - element.clientHeight];
        })"""
    )
    for gap, hidden in told:
        assert -2 <= gap <= 16, "no gap below it, nothing cut off"
        assert hidden <= 2, "no scrollbar inside"
    inside = frame_answered(page).locator("auto-diff")
    page.wait_for_function("Number(document.querySelector('iframe').height) > 200")
    page.wait_for_timeout(300)
    content = inside.evaluate("element => element.getBoundingClientRect().height")
    assert abs(page.evaluate("Number(document.querySelector('iframe').height)") - content) <= 2
    assert inside.evaluate("() => document.documentElement.scrollHeight - innerHeight") <= 0


def test_restructuredtext_takes_it_too(tutorial_of: Callable[[str], Tutorial]) -> None:
    page = tutorial_of("sphinx").open("other.html")
    all_answered(page)
    element = page.locator("auto-diff")
    expect(element).to_have_count(1)
    assert element.evaluate("element => [element.x, element.chain]") == ["-1.5", "sin tanh"]
    told, ours = element.evaluate("({ trace }) => trace"), trace("-1.5", "sin tanh")
    assert [variable["grad"] for variable in told["variables"]] == [
        {**variable["grad"], "data": pytest.approx(variable["grad"]["data"])} for variable in ours["variables"]
    ]


def visit(page: Page, name: str) -> None:
    """Follow a link of the navigation."""
    page.locator(".md-nav--primary").get_by_role("link", name=name).first.click()
    expect(page.get_by_role("heading", name=name, level=1)).to_be_visible()


def test_instant_navigation_there_and_back_keeps_one_python(tutorial_of: Callable[[str], Tutorial]) -> None:
    page = tutorial_of("mkdocs").open()
    page.evaluate("globalThis.loaded = 'once'")
    all_answered(page)
    elements = page.locator("auto-diff").count()
    for _ in range(3):
        visit(page, "Another page")
        all_answered(page)
        assert page.locator("auto-diff").evaluate_all("all => all.map(({ x, chain }) => [x, chain])") == [
            ["-1.5", "sin tanh"]
        ]
        visit(page, "Only words")
        expect(page.locator("auto-diff")).to_have_count(0)
        page.go_back()
        all_answered(page)
        page.go_back()
        expect(page.locator("auto-diff")).to_have_count(elements)
        all_answered(page)
        assert numbers(page, 0) == expected("0.5", "square exp square")
        assert workers(page) == 1
    assert page.evaluate("loaded") == "once", "the theme replaced the content, not the page"
    assert page.evaluate("performance.getEntriesByName('engine-ready').length") == 1
