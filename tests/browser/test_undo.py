"""Undo for everything, a reset, and recent chains on the visitor's own machine; nothing breaks where that is denied."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.explorer import Explorer
from tests.browser.words import Say

NewPage = Callable[..., Page]


def type_x(explorer: Explorer) -> None:
    """Another x."""
    explorer.x.fill("0.75")
    explorer.x.press("Enter")


def type_range(explorer: Explorer) -> None:
    """Another end of the slider."""
    highest = explorer.page.get_by_role("textbox", name="Highest x of the slider")
    highest.fill("7")
    highest.press("Enter")


def type_constant(explorer: Explorer) -> None:
    """Another constant."""
    constant = explorer.page.get_by_role("textbox", name="Constant of pow")
    constant.fill("4")
    constant.press("Enter")


def type_expression(explorer: Explorer) -> None:
    """An expression instead of the chain."""
    explorer.button("Write an expression").click()


def pick(name: str, option: str) -> Callable[[Explorer], Any]:
    """Another choice in a list."""
    return lambda explorer: explorer.page.get_by_role("combobox", name=name).select_option(option)


def press(name: str) -> Callable[[Explorer], Any]:
    """A button."""
    return lambda explorer: explorer.button(name).click()


def check(name: str) -> Callable[[Explorer], Any]:
    """A box to tick."""
    return lambda explorer: explorer.page.get_by_role("checkbox", name=name).check()


CHANGES: dict[str, Callable[[Explorer], Any]] = {
    "x=": type_x,
    "range=": type_range,
    "f=square,pow:4": type_constant,
    "f=square(&|$)": press("Remove pow"),
    "y=": type_expression,
    "f=scale:3": pick("Examples", "A sigmoid neuron"),
}
VIEWS: dict[str, Callable[[Explorer], Any]] = {
    "eps=": pick("eps of numerical differentiation", "0.01"),
    "of=": pick("Curve of", "a(x)"),
    "slope=": check("dy/dx"),
    "second=": check("d²y/dx²"),
    "links=": press("Links"),
    "digits=": pick("Digits", "4"),
    "code=": press("Automatic"),
}


def undone_and_redone(explorer: Explorer, sign: str, change: Callable[[Explorer], Any]) -> None:
    """A change shows in the address, undo takes it out and redo puts it back."""
    explorer.open("x=0.5&f=square,pow:3")
    expect(explorer.chips).to_have_count(2)
    explorer.x.fill("0.25")
    explorer.x.press("Enter")
    expect(explorer.page).to_have_url(re.compile("x=0.25"))
    before = explorer.address()
    change(explorer)
    expect(explorer.page).to_have_url(re.compile(f"[#&]{sign}"))
    after = explorer.address()
    assert after != before
    for _ in range(2):
        explorer.button("Undo").click()
        expect(explorer.page).to_have_url(f"{explorer.url}#{before}", timeout=3000)
        explorer.button("Redo").click()
        expect(explorer.page).to_have_url(f"{explorer.url}#{after}", timeout=3000)


@pytest.mark.parametrize("sign", CHANGES)
def test_change_of_the_computation_is_undone_and_redone(explorer: Explorer, sign: str) -> None:
    undone_and_redone(explorer, sign, CHANGES[sign])


@pytest.mark.parametrize("sign", VIEWS)
def test_change_of_what_is_shown_is_undone_and_redone(explorer: Explorer, sign: str) -> None:
    undone_and_redone(explorer, sign, VIEWS[sign])


def test_undo_by_many_steps_comes_back_to_the_first(explorer: Explorer) -> None:
    explorer.open("x=1&f=sin")
    expect(explorer.chips).to_have_count(1)
    for x in range(2, 8):
        explorer.x.fill(str(x))
        explorer.x.press("Enter")
        expect(explorer.page).to_have_url(re.compile(f"x={x}&"))
    for x in range(6, 0, -1):
        explorer.button("Undo").click()
        expect(explorer.x).to_have_value(str(x))


def test_reset_brings_back_the_books_example_and_can_be_undone(explorer: Explorer, say: Say) -> None:
    explorer.open("x1=2&x=3&y=x0*x1&range=-5,5&step=2")
    expect(explorer.page.get_by_role("textbox", name="Value of x1")).to_be_visible()
    explorer.button(say("chain.reset")).click()
    expect(explorer.chips).to_have_count(3)
    expect(explorer.x).to_have_value("0.5")
    expect(explorer.y).to_have_text("1.648721270700128")
    expect(explorer.gradient).to_have_text("3.297442541400256")
    expect(explorer.page).not_to_have_url(re.compile("range=|step=|y="))
    explorer.button("Undo").click()
    expect(explorer.page.get_by_role("textbox", name="Expression for y")).to_have_value("x0*x1")


def recent(page: Page, say: Say) -> list[str]:
    """The recent chains on offer, the newest first."""
    return page.locator(f"optgroup[label='{say('chain.recent')}'] option").all_text_contents()


def test_recent_chains_are_offered_newest_first_and_bring_their_chain_back(explorer: Explorer, say: Say) -> None:
    page = explorer.page
    for f in ("sin", "sin,exp", "sin,exp,cos"):
        explorer.open(f"x=0.5&f={f.rpartition(',')[0] or 'square'}")
        expect(explorer.chips).to_have_count(max(1, f.count(",")))
        explorer.button("Add a function").click()
        expect(page.get_by_role("searchbox")).to_be_focused()
        page.keyboard.type(f.split(",")[-1])
        page.keyboard.press("Enter")
        expect(page.get_by_role("dialog")).to_be_hidden()
    offered = recent(page, say)
    assert [text.split(": ")[1] for text in offered[:2]] == ["sin exp cos", "sin exp"]
    explorer.open("")
    expect(explorer.chips).to_have_count(3)
    page.get_by_role("combobox", name="Examples").select_option(offered[1])
    expect(explorer.chips).to_have_count(2)
    assert explorer.chain == ["sin", "exp"]


def test_recent_chains_are_there_on_the_next_visit(explorer: Explorer, say: Say) -> None:
    explorer.open("x=0.5&f=cos,exp,tanh")
    expect(explorer.chips).to_have_count(3)
    explorer.button("Remove exp").click()
    expect(explorer.chips).to_have_count(2)
    page = explorer.page.context.new_page()
    page.route("**/python/**", forever)
    page.goto(explorer.url)
    expect(page.locator("optgroup option").first).to_be_attached()
    assert recent(page, say)[0].endswith("cos tanh")
    page.unroute_all(behavior="ignoreErrors")
    page.close()


def test_recent_expressions_are_kept_too(explorer: Explorer, say: Say) -> None:
    explorer.button("Write an expression").click()
    field = explorer.page.get_by_role("textbox", name="Expression for y")
    field.fill("x**2 + 3*x")
    field.press("Enter")
    expect(explorer.page).to_have_url(re.compile("y="))
    explorer.page.wait_for_timeout(100)
    assert "x**2 + 3*x" in recent(explorer.page, say)[0]


STORAGE_DENIED = """for (const name of ["localStorage", "sessionStorage"])
  Object.defineProperty(globalThis, name, { get() { throw new DOMException("denied", "SecurityError"); } });"""

STORAGE_FULL = """Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError"); };"""

STORAGE_SPOILT = """localStorage.setItem("pyautodiff.recent", '[{"x": 3}, null, "<b>"]');"""


def forever(route: Route) -> None:
    """Python never comes: what is tried here does not need it."""


@pytest.mark.parametrize("script", [STORAGE_DENIED, STORAGE_FULL, STORAGE_SPOILT], ids=["denied", "full", "spoilt"])
def test_nothing_breaks_without_storage(new_page: NewPage, site: Any, script: str) -> None:
    page = new_page()
    page.add_init_script(script)
    page.route("**/python/**", forever)
    page.goto(site.url)
    explorer = Explorer(page, site.url)
    explorer.button("Remove exp").click()
    expect(explorer.chips).to_have_count(2)
    explorer.button("Undo").click()
    expect(explorer.chips).to_have_count(3)
    page.get_by_role("combobox", name="Examples").select_option("Overflow")
    assert explorer.chain == ["exp", "square", "exp"]
    expect(page.locator("optgroup")).to_have_count(1 if script is STORAGE_SPOILT else 0)
