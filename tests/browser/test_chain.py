"""Changing the chain by pointer: add, swap, remove, drag, a constant, undo and redo, and how long it may get."""

import re

import pytest
from playwright.sync_api import Locator, expect

from pyautodiff.functions import FUNCTIONS
from pyautodiff.trace import trace
from tests.browser.explorer import Explorer
from tests.browser.typeset import full
from tests.browser.words import Say


def shows(explorer: Explorer, x: str, *chain: str) -> None:
    """The chain and its value are on the page."""
    expect(explorer.chips).to_have_count(len(chain))
    assert explorer.chain == [word.replace(":", " ") for word in chain]
    expect(explorer.y).to_have_text(full(trace(x, " ".join(chain))["variables"][-1]["data"]["data"][0]))


def palette(explorer: Explorer) -> Locator:
    """The dialog in which a function is picked."""
    return explorer.page.get_by_role("dialog", name="Pick a function")


def open_palette(explorer: Explorer) -> None:
    """Ask for a function to add, and wait until typing goes to the search."""
    explorer.button("Add a function").click()
    expect(palette(explorer).get_by_role("searchbox")).to_be_focused()


def test_function_is_added_by_searching_and_enter(explorer: Explorer) -> None:
    open_palette(explorer)
    explorer.page.keyboard.type("tanh")
    expect(palette(explorer).get_by_role("listitem")).to_have_count(1)
    explorer.page.keyboard.press("Enter")
    expect(palette(explorer)).to_be_hidden()
    shows(explorer, "0.5", "square", "exp", "square", "tanh")
    expect(explorer.button("Add a function")).to_be_focused()


def test_enter_takes_what_was_typed_even_before_the_list_is_drawn(explorer: Explorer) -> None:
    open_palette(explorer)
    palette(explorer).get_by_role("searchbox").evaluate(
        """field => {
          field.value = "tanh";
          field.dispatchEvent(new InputEvent("input", { bubbles: true }));
          field.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true, cancelable: true }));
        }"""
    )
    shows(explorer, "0.5", "square", "exp", "square", "tanh")


def test_palette_offers_every_function_with_its_formula_and_curve(explorer: Explorer) -> None:
    open_palette(explorer)
    cards = palette(explorer).get_by_role("listitem")
    expect(cards).to_have_count(len(FUNCTIONS))
    names = cards.locator("code").all_text_contents()
    assert sorted(names) == sorted(FUNCTIONS)
    assert cards.locator("math").count() == cards.locator("svg").count() == len(FUNCTIONS)


@pytest.mark.parametrize(("lang", "search", "found"), [("en", "sine", ["sin", "cos"]), ("ko", "제곱", ["square"])])
def test_palette_is_searched_in_the_visitors_words(
    explorer: Explorer, lang: str, search: str, found: list[str]
) -> None:
    explorer.open(f"lang={lang}")
    explorer.page.get_by_role("button", name={"en": "Add a function", "ko": "함수 추가"}[lang]).click()
    dialog = explorer.page.get_by_role("dialog")
    dialog.get_by_role("searchbox").fill(search)
    expect(dialog.get_by_role("listitem").filter(has_text=re.compile(found[0])).first).to_be_visible()
    assert set(found) <= set(dialog.get_by_role("listitem").locator("code").all_text_contents())


def test_search_without_a_match_says_so(explorer: Explorer, say: Say) -> None:
    open_palette(explorer)
    explorer.page.keyboard.type("wavelet")
    expect(palette(explorer).get_by_role("status").filter(has_text=say("palette.none", "wavelet"))).to_be_visible()
    explorer.page.keyboard.press("Enter")
    expect(palette(explorer)).to_be_visible()


def test_escape_closes_the_palette_and_changes_nothing(explorer: Explorer) -> None:
    open_palette(explorer)
    explorer.page.keyboard.press("Escape")
    expect(palette(explorer)).to_be_hidden()
    expect(explorer.button("Add a function")).to_be_focused()
    shows(explorer, "0.5", "square", "exp", "square")


def test_chip_is_swapped(explorer: Explorer) -> None:
    explorer.chip(2).click()
    palette(explorer).get_by_role("button", name="sigmoid").click()
    shows(explorer, "0.5", "square", "sigmoid", "square")
    expect(explorer.chip(2)).to_be_focused()


def test_chip_is_removed_down_to_none_and_the_last_result_stays(explorer: Explorer, say: Say) -> None:
    explorer.button("Remove exp").click()
    shows(explorer, "0.5", "square", "square")
    explorer.button("Remove square").first.click()
    shows(explorer, "0.5", "square")
    explorer.button("Remove square").click()
    expect(explorer.page.get_by_role("alert")).to_have_text(say("errors.chain-empty", {}))
    expect(explorer.y).to_have_text("0.25")


def retype(explorer: Explorer, name: str, text: str) -> Locator:
    """Type another constant over the present one."""
    constant = explorer.page.get_by_role("textbox", name=f"Constant of {name}")
    constant.click()
    explorer.page.keyboard.press("ControlOrMeta+A")
    explorer.page.keyboard.press("Delete")
    explorer.page.keyboard.insert_text(text)
    explorer.page.keyboard.press("Enter")
    return constant


def test_constant_is_changed_in_its_chip(explorer: Explorer) -> None:
    explorer.open("x=2&f=pow:3,scale:2")
    expect(explorer.y).to_have_text("16.0")
    retype(explorer, "pow", "4")
    expect(explorer.y).to_have_text("32.0")
    retype(explorer, "pow", "\u22121")
    expect(explorer.y).to_have_text("1.0")
    retype(explorer, "scale", "pi/2")
    expect(explorer.y).to_have_text(full(trace("2", "pow:-1 scale:pi/2")["variables"][-1]["data"]["data"][0]))


@pytest.mark.parametrize("typed", ["", "two", "1:2", "[1,2]", "1,5", "1 2"])
def test_bad_constant_is_told_and_the_last_result_stays(explorer: Explorer, typed: str) -> None:
    explorer.open("x=2&f=exp,pow:3")
    expect(explorer.y).to_have_text(full(trace("2", "exp pow:3")["variables"][-1]["data"]["data"][0]))
    constant = retype(explorer, "pow", typed)
    expect(explorer.page.get_by_role("alert")).to_contain_text("pow")
    expect(constant).to_have_value(typed)
    expect(explorer.y).to_have_text(full(trace("2", "exp pow:3")["variables"][-1]["data"]["data"][0]))
    retype(explorer, "pow", "2")
    expect(explorer.page.get_by_role("alert")).to_have_count(0)


def test_constant_half_typed_survives_a_redraw(explorer: Explorer) -> None:
    explorer.open("x=2&f=exp,pow:3")
    constant = explorer.page.get_by_role("textbox", name="Constant of pow")
    constant.click()
    explorer.page.keyboard.press("End")
    explorer.page.keyboard.type("5")
    explorer.variable("a").hover()
    explorer.page.wait_for_timeout(100)
    expect(constant).to_have_value("35")


def drag(explorer: Explorer, moved: Locator, to: Locator, *, past: bool) -> None:
    """Drag by the mouse from the middle of one to the near or far side of another."""
    start, end = moved.bounding_box(), to.bounding_box()
    assert start
    assert end
    mouse = explorer.page.mouse
    mouse.move(start["x"] + start["width"] / 2, start["y"] + start["height"] / 2)
    mouse.down()
    side = end["x"] + end["width"] * (0.9 if past else 0.1)
    for _ in range(3):
        mouse.move(side, end["y"] + end["height"] / 2, steps=4)
        explorer.page.wait_for_timeout(50)
    mouse.up()


def test_chip_is_moved_by_dragging(explorer: Explorer) -> None:
    explorer.open("x=0.5&f=square,exp,sin")
    shows(explorer, "0.5", "square", "exp", "sin")
    drag(explorer, explorer.chip(1), explorer.chip(3), past=True)
    shows(explorer, "0.5", "exp", "sin", "square")
    drag(explorer, explorer.chip(3), explorer.chip(1), past=False)
    shows(explorer, "0.5", "square", "exp", "sin")
    expect(palette(explorer)).to_be_hidden()


def test_chips_stay_in_step_with_the_chain_after_dragging(explorer: Explorer) -> None:
    explorer.open("x=0.5&f=square,exp,sin")
    shows(explorer, "0.5", "square", "exp", "sin")
    drag(explorer, explorer.chip(1), explorer.chip(3), past=True)
    shows(explorer, "0.5", "exp", "sin", "square")
    explorer.button("Remove exp").click()
    shows(explorer, "0.5", "sin", "square")
    explorer.button("Undo").click()
    explorer.button("Undo").click()
    shows(explorer, "0.5", "square", "exp", "sin")


def test_chip_dragged_back_to_its_place_changes_nothing(explorer: Explorer) -> None:
    before = explorer.page.evaluate("history.length")
    drag(explorer, explorer.chip(2), explorer.chip(2), past=True)
    shows(explorer, "0.5", "square", "exp", "square")
    assert explorer.page.evaluate("history.length") == before


def test_undo_and_redo_walk_through_the_changes(explorer: Explorer) -> None:
    explorer.button("Remove exp").click()
    shows(explorer, "0.5", "square", "square")
    explorer.x.fill("2")
    explorer.x.press("Enter")
    shows(explorer, "2", "square", "square")
    explorer.button("Undo").click()
    shows(explorer, "0.5", "square", "square")
    explorer.button("Undo").click()
    shows(explorer, "0.5", "square", "exp", "square")
    explorer.button("Redo").click()
    explorer.button("Redo").click()
    shows(explorer, "2", "square", "square")
    expect(explorer.button("Redo")).to_be_disabled()


def test_book_button_brings_back_the_books_example(explorer: Explorer) -> None:
    explorer.open("x=3&f=sin,cos")
    shows(explorer, "3", "sin", "cos")
    explorer.button("Back to the book’s example").click()
    shows(explorer, "0.5", "square", "exp", "square")
    expect(explorer.x).to_have_value("0.5")


def test_chain_of_fifty_is_the_longest_and_that_is_told(explorer: Explorer, say: Say) -> None:
    explorer.open(f"x=0.5&f={','.join(['sin'] * 50)}")
    shows(explorer, "0.5", *["sin"] * 50)
    expect(explorer.button("Add a function")).to_be_disabled()
    expect(explorer.button("Add a function")).to_have_attribute("title", say("chain.full", 50))


@pytest.mark.parametrize("lang", ["en", "ko"])
def test_unknown_function_in_the_address_is_told_with_what_may_be_meant(
    explorer: Explorer, say: Say, lang: str
) -> None:
    explorer.open(f"x=0.5&f=square,sigmod&lang={lang}")
    told = say("errors.chain-unknown-function", {"name": "sigmod", "suggestions": ["sigmoid"]}, lang=lang)
    expect(explorer.page.get_by_role("alert")).to_have_text(told)
    expect(explorer.page.get_by_text("1.648721270700128").first).to_be_visible()
