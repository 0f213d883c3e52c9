"""Changing the chain by keyboard alone: one Tab stop, arrow keys within, Alt with arrows to move, Delete, Enter."""

from playwright.sync_api import expect

from pyautodiff.trace import trace
from tests.browser.explorer import Explorer
from tests.browser.typeset import full
from tests.browser.words import Say

IN_ONE_FRAME = """(keys) => {
  const press = (key) => document.activeElement.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
  keys.forEach(press);
}"""


def order(explorer: Explorer, *chain: str) -> None:
    """The chain and its value are on the page."""
    expect(explorer.y).to_have_text(full(trace("0.5", " ".join(chain))["variables"][-1]["data"]["data"][0]))
    assert explorer.chain == list(chain)


def test_arrow_keys_walk_along_the_chain(explorer: Explorer) -> None:
    explorer.chip(1).focus()
    for key, place in [
        ("ArrowRight", 2),
        ("ArrowRight", 3),
        ("ArrowRight", 3),
        ("Home", 1),
        ("End", 3),
        ("ArrowLeft", 2),
    ]:
        explorer.page.keyboard.press(key)
        expect(explorer.chip(place)).to_be_focused()


def test_alt_with_arrow_keys_moves_a_function_and_keeps_the_focus_on_it(explorer: Explorer, say: Say) -> None:
    explorer.open("f=square,exp,sin")
    order(explorer, "square", "exp", "sin")
    explorer.chip(1).focus()
    explorer.page.keyboard.press("Alt+ArrowRight")
    expect(explorer.chip(2)).to_be_focused()
    order(explorer, "exp", "square", "sin")
    explorer.page.keyboard.press("Alt+ArrowRight")
    expect(explorer.chip(3)).to_be_focused()
    order(explorer, "exp", "sin", "square")
    explorer.page.keyboard.press("Alt+ArrowRight")
    expect(explorer.chip(3)).to_be_focused()
    explorer.page.keyboard.press("Alt+ArrowLeft")
    expect(explorer.chip(2)).to_be_focused()
    order(explorer, "exp", "square", "sin")
    expect(explorer.page.get_by_text(say("chain.moved", {"name": "square", "place": 2}))).to_be_attached()


def test_delete_removes_a_function_and_the_focus_goes_to_the_next(explorer: Explorer, say: Say) -> None:
    explorer.chip(2).focus()
    explorer.page.keyboard.press("Delete")
    order(explorer, "square", "square")
    expect(explorer.chip(2)).to_be_focused()
    explorer.page.keyboard.press("Backspace")
    expect(explorer.chip(1)).to_be_focused()
    explorer.page.keyboard.press("Delete")
    expect(explorer.button("Add a function")).to_be_focused()
    expect(explorer.page.get_by_role("alert")).to_have_text(say("errors.chain-empty", {}))


def test_enter_swaps_the_function_that_has_the_focus(explorer: Explorer) -> None:
    explorer.chip(3).focus()
    explorer.page.keyboard.press("Enter")
    expect(explorer.page.get_by_role("searchbox")).to_be_focused()
    explorer.page.keyboard.type("cube")
    expect(explorer.page.get_by_role("dialog").get_by_role("listitem")).to_have_count(1)
    explorer.page.keyboard.press("Enter")
    order(explorer, "square", "exp", "cube")
    expect(explorer.chip(3)).to_be_focused()


def test_arrow_keys_walk_along_the_palette(explorer: Explorer) -> None:
    explorer.button("Add a function").press("Enter")
    expect(explorer.page.get_by_role("searchbox")).to_be_focused()
    cards = explorer.page.get_by_role("dialog").get_by_role("listitem").get_by_role("button")
    cards.first.focus()
    explorer.page.keyboard.press("ArrowRight")
    expect(cards.nth(1)).to_be_focused()
    explorer.page.keyboard.press("ArrowLeft")
    expect(cards.first).to_be_focused()
    explorer.page.keyboard.press("ArrowDown")
    assert explorer.focused() != "BODY"
    explorer.page.keyboard.press("ArrowUp")
    expect(cards.first).to_be_focused()


def test_delete_and_arrows_in_a_constant_edit_its_text(explorer: Explorer) -> None:
    explorer.open("f=exp,pow:3")
    order_before = ["exp", "pow 3"]
    constant = explorer.page.get_by_role("textbox", name="Constant of pow")
    constant.focus()
    explorer.page.keyboard.press("End")
    explorer.page.keyboard.press("Backspace")
    explorer.page.keyboard.press("ArrowLeft")
    assert explorer.chain == order_before
    expect(constant).to_be_focused()
    explorer.page.keyboard.type("2")
    explorer.page.keyboard.press("Enter")
    expect(explorer.y).to_have_text(full(trace("0.5", "exp pow:2")["variables"][-1]["data"]["data"][0]))
    expect(constant).to_be_focused()


def test_graph_is_walked_by_arrow_keys_and_opened_by_enter(explorer: Explorer) -> None:
    explorer.variable("x").focus()
    explorer.page.keyboard.press("ArrowRight")
    expect(explorer.function("A")).to_be_focused()
    explorer.page.keyboard.press("End")
    expect(explorer.variable("y")).to_be_focused()
    explorer.page.keyboard.press("Enter")
    dialog = explorer.page.get_by_role("dialog")
    expect(dialog).to_contain_text("1.648721270700128")
    explorer.page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(explorer.variable("y")).to_be_focused()
    explorer.page.keyboard.press("Home")
    expect(explorer.variable("x")).to_be_focused()


def test_keys_that_come_before_the_next_frame_all_count(explorer: Explorer) -> None:
    explorer.variable("y").focus()
    explorer.page.evaluate(IN_ONE_FRAME, ["Home", "ArrowRight", "ArrowRight"])
    expect(explorer.variable("a")).to_be_focused()
    explorer.chip(3).focus()
    explorer.page.evaluate(IN_ONE_FRAME, ["Home", "ArrowRight"])
    expect(explorer.chip(2)).to_be_focused()
