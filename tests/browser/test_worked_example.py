"""The book’s example stands in the page before any script has run, before Python is there, and with script off."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.explorer import Explorer
from tests.browser.words import Say

NewPage = Callable[..., Page]

FIGURES = {"y": "1.648721270700128", "gradient": "3.297442541400256"}
"""The book's, of steps 3 and 6."""

ROWS = [
    ["0.5", "0.25", "1", "3.29744", "3.29744"],
    ["0.25", "1.28403", "1.28403", "2.56805", "3.29744"],
    ["1.28403", "1.64872", "2.56805", "1", "2.56805"],
]

CONTROLS = "button, input, select, textarea, [role=button], [role=slider], [tabindex='0']:not([role=region])"


def forever(route: Route) -> None:
    """Never answer, as a server that is gone but whose address still stands."""


def test_nothing_stands_chosen_that_is_not(dist: Path) -> None:
    page = (dist / "index.html").read_text(encoding="utf-8")
    assert re.search(r"<option [^>]*selected", page)
    assert not re.search(r'(?:selected|checked)="false"', page)


def test_without_script_the_example_is_there_in_full(new_page: NewPage, site: Any, say: Say) -> None:
    explorer = Explorer(new_page(java_script_enabled=False), site.url)
    explorer.page.goto(site.url)
    expect(explorer.y).to_have_text(FIGURES["y"])
    expect(explorer.gradient).to_have_text(FIGURES["gradient"])
    assert explorer.rows() == ROWS
    expect(explorer.page.get_by_role("heading", level=1)).to_contain_text("pyautodiff")
    expect(explorer.page.get_by_text(say("engine.scriptOff"))).to_be_visible()
    assert explorer.page.get_by_text("starting").count() == 0


def test_without_script_no_control_pretends_to_work(new_page: NewPage, site: Any) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(site.url)
    alive = page.locator(CONTROLS).evaluate_all(
        """controls => controls
          .filter(control => control.checkVisibility({ visibilityProperty: true }))
          .filter(control => !control.disabled && !control.readOnly)
          .filter(control => control.getAttribute("role") !== "group") // scrolls without script, too
          .map(control => control.outerHTML.slice(0, 90))"""
    )
    assert alive == []


@pytest.mark.parametrize("width", [320, 1280])
def test_without_script_nothing_scrolls_sideways(new_page: NewPage, site: Any, width: int) -> None:
    page = new_page(java_script_enabled=False, viewport={"width": width, "height": 800})
    page.goto(site.url)
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


@pytest.mark.parametrize("lang", ["en", "ko"])
def test_before_python_is_there_the_example_can_be_read(new_page: NewPage, site: Any, say: Say, lang: str) -> None:
    explorer = Explorer(new_page(locale=lang), site.url, lang)
    explorer.page.route("**/python/**", forever)
    explorer.page.goto(site.url)
    starting = say("engine.starting", 0, lang=lang)
    expect(explorer.page.get_by_role("status").filter(has_text=starting)).to_be_visible()
    expect(explorer.y).to_have_text(FIGURES["y"])
    expect(explorer.gradient).to_have_text(FIGURES["gradient"])
    expect(explorer.page.get_by_role("columnheader", name=say("table.downstream", lang=lang))).to_be_visible()
    expect(explorer.page.locator("html")).to_have_attribute("lang", lang)


@pytest.mark.parametrize("lang", ["en", "ko"])
def test_before_the_pages_script_is_there_the_example_can_be_read(new_page: NewPage, site: Any, lang: str) -> None:
    explorer = Explorer(new_page(locale=lang), site.url, lang)
    explorer.page.route("**/*.js", forever)
    explorer.page.goto(site.url, wait_until="commit")
    expect(explorer.y).to_have_text(FIGURES["y"])
    expect(explorer.gradient).to_have_text(FIGURES["gradient"])
    expect(explorer.page.locator("html")).to_have_attribute("lang", lang)


def test_what_is_typed_before_the_pages_script_is_there_is_kept(new_page: NewPage, site: Any) -> None:
    explorer = Explorer(new_page(), site.url)
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    explorer.page.route("**/python/**", forever)
    explorer.page.route("**/index-*.js", hold)
    explorer.page.goto(site.url, wait_until="commit")
    explorer.x.fill("2")
    for route in held:
        route.continue_()
    expect(explorer.page.get_by_text("Python is starting").first).to_be_visible()
    expect(explorer.x).to_have_value("2")


def test_a_step_of_the_example_can_be_looked_at_before_python_is_there(new_page: NewPage, site: Any, say: Say) -> None:
    explorer = Explorer(new_page(), site.url)
    explorer.page.route("**/python/**", forever)
    explorer.page.goto(f"{site.url}#step=5")
    expect(
        explorer.page.get_by_text(say("steps.backward1", {"name": "C (square)", "input": "b", "output": "y"}))
    ).to_be_visible()
    expect(explorer.gradient).to_have_text("None")


def test_what_is_pressed_before_the_script_is_there_is_done_once_it_is(new_page: NewPage, site: Any) -> None:
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page = new_page()
    page.route("**/assets/open-*.js", hold)
    page.goto(site.url, wait_until="commit")
    explorer = Explorer(page, site.url)
    explorer.button("Remove exp").click()
    assert len(explorer.chain) == 3
    for route in held:
        route.continue_()
    expect(explorer.chips).to_have_count(2)
    assert explorer.chain == ["square", "square"]
    expect(explorer.button("Undo")).to_be_enabled()
    page.wait_for_timeout(300)
    assert explorer.chain == ["square", "square"], "once"
