"""The embed builder: what is chosen is shown, and what is copied runs in a page of somebody else as it is."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.explorer import Explorer
from tests.browser.hosting import START, Somebody, all_told
from tests.browser.test_axe import AXE, RUN
from tests.browser.test_embed import expected, workers
from tests.browser.words import Say
from web.make.paths import ROOT

FORMATS = ["html", "iframe", "mkdocs", "myst", "rst", "book", "wordpress", "notion"]


@pytest.fixture
def guide(new_page: Callable[..., Page], site: Any) -> Page:
    """The page about embedding, its preview drawn."""
    page = new_page(permissions=["clipboard-read", "clipboard-write"])
    page.goto(f"{site.url}embedding.html")
    all_told(page)
    return page


def copied(page: Page, place: int = 0) -> str:
    """Press the button beside a snippet; give what was copied."""
    page.locator(".snippet-head button").nth(place).click()
    expect(page.get_by_role("status").filter(has_text="Copied")).to_be_attached()
    text: str = page.evaluate("navigator.clipboard.readText()")
    return text


def choose(page: Page, format_: str, say: Say) -> None:
    """Choose a kind of page."""
    page.get_by_role("button", name=say(f"embedding.formats.{format_}"), exact=True).click()


def part(page: Page, name: str, say: Say) -> Locator:
    """The box for a part."""
    return page.get_by_role("checkbox", name=say(f"embedding.partNames.{name}"), exact=True)


def test_the_html_that_is_copied_runs_as_it_is(guide: Page, theirs: Somebody, say: Say) -> None:
    part(guide, "table", say).check()
    part(guide, "x", say).uncheck()
    guide.get_by_label(say("theme")).select_option("dark")
    expect(guide.locator("auto-diff .auto-diff")).to_have_attribute("data-theme", "dark")
    expect(guide.locator("auto-diff .table-block")).to_be_visible()
    expect(guide.locator("auto-diff #x")).to_have_count(0)
    text = copied(guide)
    page = theirs.open(text, script=False)
    all_told(page)
    assert page.locator("auto-diff .number").all_text_contents() == expected("0.5", "square exp square")
    expect(page.locator("auto-diff .auto-diff")).to_have_attribute("data-theme", "dark")
    expect(page.locator("auto-diff .table-block")).to_be_visible()
    expect(page.locator("auto-diff #x")).to_have_count(0)
    assert "3.297442541400256" in text, "who has no script reads the figures"


def test_the_frame_that_is_copied_runs_as_it_is_and_its_height_follows(guide: Page, theirs: Somebody, say: Say) -> None:
    choose(guide, "iframe", say)
    page = theirs.open(copied(guide) + copied(guide, 1), script=False)
    frame = page.frame_locator("iframe")
    expect(frame.locator("auto-diff[data-engine=ready]")).to_be_visible(timeout=START)
    assert frame.locator("auto-diff .number").all_text_contents() == expected("0.5", "square exp square")
    page.set_viewport_size({"width": 420, "height": 900})
    page.wait_for_function("Number(document.querySelector('iframe').height) > 900")


def test_what_is_copied_for_wordpress_runs_in_a_page_that_takes_no_script(
    guide: Page, theirs: Somebody, say: Say
) -> None:
    choose(guide, "wordpress", say)
    page = theirs.open(copied(guide), script=False)
    frame = page.frame_locator("iframe")
    expect(frame.locator("auto-diff[data-engine=ready]")).to_be_visible(timeout=START)
    assert frame.locator("auto-diff .number").all_text_contents() == expected("0.5", "square exp square")


def test_the_examples_of_the_readme_run_as_they_are(theirs: Somebody) -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    examples = re.findall(r"```html\n(.*?)```", readme, re.DOTALL)
    assert len(examples) == 2
    page = theirs.open("".join(examples).replace("https://your.site/pyautodiff/", "OURS/"), script=False)
    all_told(page)
    frame = page.frame_locator("iframe")
    expect(frame.locator("auto-diff[data-engine=ready]")).to_be_visible(timeout=START)
    assert frame.locator("auto-diff .number").all_text_contents() == expected("0.5", "square exp square")
    assert page.locator("auto-diff .graph .value").first.text_content() == "0.5"


@pytest.mark.parametrize("format_", FORMATS)
def test_every_kind_of_page_has_its_own_words_and_addresses_of_this_site(
    guide: Page, site: Any, say: Say, format_: str
) -> None:
    choose(guide, format_, say)
    expect(guide.get_by_text(say(f"embedding.hints.{format_}"))).to_be_visible()
    texts = guide.locator(".snippet pre").filter(visible=True).all_text_contents()
    assert any(f"{site.url}embed." in text for text in texts)


def test_the_address_for_those_who_take_one_shows_the_same(guide: Page, say: Say) -> None:
    part(guide, "steps", say).uncheck()
    choose(guide, "notion", say)
    address = copied(guide)
    guide.goto(address)
    all_told(guide)
    assert guide.locator("auto-diff .number").all_text_contents() == expected("0.5", "square exp square")
    expect(guide.locator("auto-diff .stepper")).to_have_count(0)


def test_in_the_explorer_it_begins_with_what_is_shown_there_and_needs_no_second_python(
    explorer: Explorer, say: Say
) -> None:
    explorer.answer_to("x=2&f=sin,pow:3")
    explorer.button(say("embedding.name")).click()
    dialog = explorer.page.get_by_role("dialog", name=say("embedding.title"))
    expect(dialog).to_be_visible()
    all_told(explorer.page)
    expect(dialog.locator("pre").first).to_contain_text('x="2" chain="sin pow:3"')
    assert workers(explorer.page) == 1
    explorer.page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    expect(explorer.button(say("embedding.name"))).to_be_focused()


@pytest.mark.parametrize("lang", ["en", "ko", "ja"])
def test_axe_finds_nothing_and_nothing_is_wider_than_a_phone(
    new_page: Callable[..., Page], site: Any, say: Say, lang: str
) -> None:
    page = new_page(locale=lang, viewport={"width": 320, "height": 800})
    page.goto(f"{site.url}embedding.html")
    all_told(page)
    expect(page.get_by_role("heading", name=say("embedding.guide.look", lang=lang))).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    page.evaluate(AXE.read_text(encoding="utf-8"))
    assert page.evaluate(RUN, None) == []


def test_every_attribute_of_the_table_is_one(guide: Page) -> None:
    names = set(guide.locator(".guide tbody th").all_text_contents())
    known = guide.evaluate("customElements.get('auto-diff').observedAttributes")
    assert names <= set(known)
    assert set(known) - names == {"f", "x2", "second", "speed"}
