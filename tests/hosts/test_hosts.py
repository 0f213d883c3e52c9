"""The embed in pages that MkDocs Material, Sphinx, Jupyter Book and a plain editor made, from another origin."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.hosting import START
from tests.browser.test_embed import EVERY, LOOK, expected, numbers, workers
from tests.hosts.conftest import Tutorial, all_answered

STYLES = """() => [document.documentElement, document.body,
    ...document.querySelectorAll('h1, h2, p, a, code, pre, table, td, th, strong, button, header, nav, article, main')]
  .filter((node) => !node.closest('auto-diff'))
  .map((node) => {
    const style = getComputedStyle(node);
    return JSON.stringify([node.tagName, node.className, ...['color', 'backgroundColor', 'fontFamily', 'fontSize', 'fontWeight', 'fontStyle',
      'lineHeight', 'letterSpacing', 'textAlign', 'textTransform', 'textDecorationLine', 'display', 'position', 'margin', 'padding', 'border',
      'borderRadius', 'boxShadow', 'cursor', 'colorScheme', 'boxSizing', 'accentColor'].map((name) => style[name])]);
  })"""
FRAMED = "iframe"


@pytest.mark.parametrize("width", [1280, 420])
def test_every_embed_shows_its_own_numbers(tutorial: Tutorial, width: int) -> None:
    page = tutorial.open()
    page.set_viewport_size({"width": width, "height": 900})
    all_answered(page)
    assert numbers(page, 0) == expected("0.5", "square exp square")
    second = page.locator("auto-diff").nth(1)
    expect(second.locator(".auto-diff")).to_have_attribute("data-theme", "dark")
    expect(second.locator(".auto-diff")).to_have_attribute("lang", "ko")
    assert second.evaluate("element => [element.x, element.chain]") == ["-1.5", "sin tanh"]
    expect(second.locator(".chip-main")).to_have_count(0)
    page.locator(FRAMED).scroll_into_view_if_needed()
    framed = page.frame_locator(FRAMED)
    expect(framed.locator("auto-diff[data-engine=ready]")).to_be_visible(timeout=START)
    expect(framed.locator("auto-diff .number").first).to_have_text(expected("2", "log")[0])
    assert framed.locator("auto-diff .number").all_text_contents() == expected("2", "log")


def test_the_page_keeps_its_own_styles(tutorial: Tutorial) -> None:
    without = tutorial.open(embeds=False).evaluate(STYLES)
    page = tutorial.open()
    all_answered(page)
    assert len(without) > 12
    assert page.evaluate(STYLES) == without


def test_the_embed_looks_as_on_any_page(tutorial: Tutorial, tutorials: tuple[str, dict[str, str]]) -> None:
    page = tutorial.open()
    all_answered(page)
    look = f"document.querySelectorAll('auto-diff:not(#measured)').forEach((e) => e.remove()); ({LOOK})('{EVERY}')"
    here = page.evaluate(look)
    tutorial.address = tutorials[1]["plain"]
    plain = tutorial.open()
    all_answered(plain)
    there = plain.evaluate(look)
    assert len(here) == len(there) > 100
    for node_here, node_there in zip(here, there, strict=True):
        assert node_here == node_there


@pytest.mark.parametrize("width", [1280, 420])
def test_heights_follow_what_is_inside(tutorial: Tutorial, width: int) -> None:
    page = tutorial.open()
    page.set_viewport_size({"width": width, "height": 900})
    all_answered(page)
    apart = page.evaluate(
        """[...document.querySelectorAll('auto-diff')].map((element) =>
          element.getBoundingClientRect().height
          - element.shadowRoot.querySelector('.auto-diff').getBoundingClientRect().height)"""
    )
    assert all(abs(gap) <= 2 for gap in apart), apart
    scrolled = page.evaluate(
        """[...document.querySelectorAll('auto-diff')].filter((element) =>
          element.shadowRoot.querySelector('.auto-diff').scrollHeight - element.clientHeight > 2).length"""
    )
    assert scrolled == 0, "no scrollbar inside"
    frame = page.locator(FRAMED)
    frame.scroll_into_view_if_needed()
    inside = page.frame_locator(FRAMED).locator("auto-diff")
    expect(page.frame_locator(FRAMED).locator("auto-diff[data-engine=ready]")).to_be_visible(timeout=START)
    page.wait_for_function(
        "content => Math.abs(Number(document.querySelector('iframe').height) - content) <= 2",
        arg=inside.evaluate("element => element.getBoundingClientRect().height"),
    )
    assert inside.evaluate("() => document.documentElement.scrollHeight - innerHeight") <= 0


def visit(page: Page, name: str) -> None:
    """Follow a link of the navigation."""
    page.locator(".md-nav--primary").get_by_role("link", name=name).first.click()
    expect(page.get_by_role("heading", name=name, level=1)).to_be_visible()


@pytest.mark.parametrize("tutorial", ["mkdocs"], indirect=True)
def test_instant_navigation_there_and_back_keeps_one_python(tutorial: Tutorial) -> None:
    page = tutorial.open()
    page.evaluate("globalThis.loaded = 'once'")
    all_answered(page)
    home = page.get_by_role("heading", level=1).text_content() or ""
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
        assert workers(page) == 1, home
    assert page.evaluate("loaded") == "once", "the theme replaced the content, not the page"
    assert page.evaluate("performance.getEntriesByName('engine-ready').length") == 1
