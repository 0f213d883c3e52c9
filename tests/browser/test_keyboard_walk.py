"""The whole job by keyboard alone, from the address bar on: every stop is seen, and no action loses the place."""

import re

import pytest
from playwright.sync_api import expect

from pyautodiff.trace import trace
from tests.browser.explorer import Explorer
from tests.browser.typeset import full

FROM_THE_TOP = """() => {
  const start = document.createElement("span");
  start.tabIndex = -1;
  document.body.prepend(start);
  start.focus();
  start.remove();
}"""
"""Puts the place from which Tab goes on before everything, as the address bar is."""

MOST_STOPS = 120


def y_of(x: str, chain: str) -> str:
    """The headline that belongs to a state."""
    return full(trace(x, chain)["variables"][-1]["data"]["data"][0])


def tab_to(explorer: Explorer, name: str, key: str = "Tab") -> None:
    """Press Tab until something with that name has the focus."""
    seen = []
    for _ in range(MOST_STOPS):
        explorer.page.keyboard.press(key)
        seen.append(explorer.focused())
        if re.match(name, seen[-1]):
            return
    raise AssertionError(f"{name} cannot be reached by {key}; reached: {seen}")


def act(explorer: Explorer, *keys: str) -> None:
    """Press keys; the focus must still be somewhere once the page has been drawn anew."""
    for key in keys:
        explorer.page.keyboard.press(key)
    explorer.page.wait_for_timeout(120)
    assert explorer.focused() != "BODY", f"{keys} lost the focus"


def test_the_whole_job_is_done_by_keyboard(explorer: Explorer) -> None:
    page, keyboard = explorer.page, explorer.page.keyboard
    page.evaluate(FROM_THE_TOP)
    tab_to(explorer, "Value of x$")
    act(explorer, "ControlOrMeta+A")
    keyboard.type("0.75")
    act(explorer, "Enter")
    expect(explorer.y).to_have_text(y_of("0.75", "square exp square"))

    tab_to(explorer, "Add a function$")
    act(explorer, "Enter")
    expect(page.get_by_role("searchbox")).to_be_focused()
    keyboard.type("relu")
    expect(page.get_by_role("dialog").get_by_role("listitem")).to_have_count(1)
    act(explorer, "Enter")
    expect(explorer.y).to_have_text(y_of("0.75", "square exp square relu"))

    tab_to(explorer, r".*function \d of 4$", "Shift+Tab")
    act(explorer, "End")
    act(explorer, "Alt+ArrowLeft")
    expect(explorer.y).to_have_text(y_of("0.75", "square exp relu square"))
    tab_to(explorer, "Undo$")
    act(explorer, "Enter")
    expect(explorer.y).to_have_text(y_of("0.75", "square exp square relu"))
    act(explorer, "Enter")
    expect(explorer.y).to_have_text(y_of("0.75", "square exp square"))

    tab_to(explorer, "Copy: Value of y$")
    act(explorer, "Enter")
    assert page.evaluate("navigator.clipboard.readText()") == y_of("0.75", "square exp square")

    tab_to(explorer, "(Variable|Function) .*:")
    act(explorer, "Home", "ArrowRight")
    act(explorer, "ArrowRight")
    assert explorer.focused().startswith("Variable a:")
    act(explorer, "Enter")
    expect(page.get_by_role("dialog")).to_contain_text("0.5625")
    act(explorer, "Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()
    assert explorer.focused().startswith("Variable a:")

    tab_to(explorer, "Before anything runs$")
    act(explorer, "Enter")
    expect(explorer.y).to_have_text("not yet")
    tab_to(explorer, "One step forward$")
    for _ in range(7):
        act(explorer, "Enter")
    expect(explorer.gradient).to_have_text(full(trace("0.75", "square exp square")["variables"][0]["grad"]["data"][0]))


@pytest.mark.parametrize(
    ("address", "name", "presses"),
    [
        ("", "Before anything runs", 1),
        ("step=1", "One step back", 1),
        ("step=6", "One step forward", 2),
        ("step=3", "Everything has run", 1),
        ("step=7", "Play the steps", 1),
        ("x=0.5&f=square", "Remove square", 1),
        ("", "Remove exp", 1),
        ("", "Switch to the dark theme", 1),
        ("x=1&f=sin", "Back to the book’s example", 1),
    ],
)
def test_button_that_is_pressed_leaves_the_focus_somewhere(
    explorer: Explorer, address: str, name: str, presses: int
) -> None:
    if address:
        explorer.open(address)
    explorer.page.wait_for_timeout(100)
    explorer.button(name).focus()
    for _ in range(presses):
        act(explorer, "Enter")


def test_undo_and_redo_to_the_end_leave_the_focus_somewhere(explorer: Explorer) -> None:
    explorer.page.goto("about:blank")  # so that there is little to undo
    explorer.start()
    explorer.button("Remove exp").click()
    explorer.page.wait_for_function("document.activeElement?.matches('.chip-main')")  # it goes to a neighbour
    explorer.button("Undo").focus()
    act(explorer, "Enter")
    expect(explorer.button("Undo")).to_be_disabled()
    explorer.button("Redo").focus()
    act(explorer, "Enter")
    expect(explorer.button("Redo")).to_be_disabled()


def test_every_stop_of_the_tab_key_shows_that_it_has_the_focus(explorer: Explorer) -> None:
    page = explorer.page
    page.evaluate(FROM_THE_TOP)
    invisible: list[str] = []
    names: list[str] = []
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        name = explorer.focused()
        if name == "BODY" or name in names[:1]:
            break
        names.append(name)
        place = page.evaluate(
            """() => {
              const { x, y, width, height } = document.activeElement.getBoundingClientRect();
              return { x: Math.max(x - 6, 0), y: Math.max(y - 6, 0), width: width + 12, height: height + 12 };
            }"""
        )
        page.wait_for_timeout(30)
        focused = page.screenshot(clip=place)
        page.evaluate("(globalThis.last = document.activeElement).blur()")
        page.wait_for_timeout(30)
        if page.screenshot(clip=place) == focused:
            invisible.append(name)
        page.evaluate("last.focus({ preventScroll: true })")
    assert len(names) > 25
    assert invisible == []


def test_dialogs_keep_the_focus_inside_and_give_it_back(explorer: Explorer) -> None:
    page = explorer.page
    for opener in (explorer.chip(2), explorer.button("Add a function"), explorer.variable("b")):
        opener.focus()
        page.keyboard.press("Enter")
        dialog = page.get_by_role("dialog")
        expect(dialog).to_be_visible()
        for _ in range(4):
            page.keyboard.press("Tab")
            assert dialog.evaluate(
                "dialog => dialog.contains(document.activeElement) || document.activeElement === document.body"
            )
        page.keyboard.press("Escape")
        expect(dialog).to_be_hidden()
        expect(opener).to_be_focused()


def test_skip_link_leads_to_the_graph(explorer: Explorer) -> None:
    explorer.page.evaluate(FROM_THE_TOP)
    explorer.page.keyboard.press("Tab")
    assert explorer.focused() == "Skip to the graph"
    act(explorer, "Enter")
    assert re.match("Variable|Function", explorer.focused())
