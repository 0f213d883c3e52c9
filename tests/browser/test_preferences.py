"""Language and theme: taken from the browser, from the address, or chosen on the page."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.explorer import Explorer
from tests.browser.words import Say

NewPage = Callable[..., Page]


def forever(route: Route) -> None:
    """Python is not needed here: never answer."""


def unstarted(new_page: NewPage, url: str, **options: Any) -> Page:
    """The page without Python, so that it costs little."""
    page = new_page(**options)
    page.route("**/python/**", forever)
    page.goto(url)
    expect(page.get_by_role("progressbar", include_hidden=True)).to_be_attached()
    return page


@pytest.mark.parametrize(
    ("locale", "address", "lang"),
    [("en-GB", "", "en"), ("ko-KR", "", "ko"), ("fr", "", "en"), ("ko", "#lang=en", "en"), ("en", "#lang=ko", "ko")],
)
def test_language_follows_the_address_then_the_browser(
    new_page: NewPage, site: Any, say: Say, locale: str, address: str, lang: str
) -> None:
    page = unstarted(new_page, site.url + address, locale=locale)
    expect(page.locator("html")).to_have_attribute("lang", lang)
    expect(page).to_have_title(say("title", lang=lang))
    expect(page.get_by_role("combobox", name=say("chooseLanguage", lang=lang))).to_have_value(lang)


def test_language_is_chosen_on_the_page_and_kept_in_the_address(explorer: Explorer) -> None:
    page = explorer.page
    page.get_by_role("combobox", name="Language").select_option("한국어")
    expect(page.locator("html")).to_have_attribute("lang", "ko")
    expect(page.get_by_role("heading", name="코드")).to_be_visible()
    assert "lang=ko" in explorer.address()
    page.get_by_role("combobox", name="언어").select_option("English")
    expect(page.locator("html")).to_have_attribute("lang", "en")


def test_no_english_sentence_is_left_on_the_korean_page(explorer: Explorer) -> None:
    explorer.open("lang=ko&step=5")
    expect(explorer.page.locator("html")).to_have_attribute("lang", "ko")
    text = explorer.page.locator("body").inner_text()
    for words in ("the ", "gradient", "Forward", "Backward", "step ", "Function", "value"):
        assert words not in text, words


@pytest.mark.parametrize(
    ("scheme", "address", "theme"),
    [("light", "", "light"), ("dark", "", "dark"), ("dark", "#theme=light", "light"), ("light", "#theme=dark", "dark")],
)
def test_theme_follows_the_address_then_the_system(
    new_page: NewPage, site: Any, scheme: Any, address: str, theme: str
) -> None:
    page = unstarted(new_page, site.url + address, color_scheme=scheme)
    expect(page.locator("html")).to_have_attribute("data-theme", theme)
    expect(page.locator("html")).to_have_css("color-scheme", theme)


def test_theme_is_right_before_the_pages_script_has_run(new_page: NewPage, site: Any) -> None:
    page = new_page(color_scheme="dark")
    page.route("**/*.js", forever)
    page.goto(site.url, wait_until="commit")
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")


def test_theme_follows_the_system_while_the_page_is_open_until_one_is_chosen(explorer: Explorer) -> None:
    page, root = explorer.page, explorer.page.locator("html")
    page.emulate_media(color_scheme="dark")
    expect(root).to_have_attribute("data-theme", "dark")
    page.emulate_media(color_scheme="light")
    expect(root).to_have_attribute("data-theme", "light")
    explorer.button("Switch to the dark theme").click()
    expect(root).to_have_attribute("data-theme", "dark")
    expect(explorer.button("Switch to the light theme")).to_be_focused()
    assert "theme=dark" in explorer.address()
    page.emulate_media(color_scheme="dark")
    page.emulate_media(color_scheme="light")
    expect(root).to_have_attribute("data-theme", "dark")


def test_undo_keeps_language_and_theme(explorer: Explorer) -> None:
    explorer.button("Remove exp").click()
    explorer.button("Switch to the dark theme").click()
    explorer.button("Undo").click()
    expect(explorer.chips).to_have_count(3)
    expect(explorer.page.locator("html")).to_have_attribute("data-theme", "dark")
