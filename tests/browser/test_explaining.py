"""What is this? Every control, symbol and colour can be asked by pointer, touch and keyboard, and does not act then."""

import re
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.explorer import Explorer
from tests.browser.words import Say

STATES = {
    "whole": "",
    "a step": "step=5&links=1",
    "an expression": "x=1&x1=2&y=x0*x1%2Bsin(x0)",
    "an array": "x=[[1,2],[3,4]]&f=square,exp",
    "the second derivative": "second=1&slope=1&code=library",
    "something wrong": "x=two&range=3,1",
    "a constant": "f=pow:3,scale:2",
}

UNEXPLAINED = """(within) => {
  const interactive = "a[href], button, input, select, textarea, summary, [role=button], [role=slider], [tabindex='0']";
  const visible = (it) => it.checkVisibility({ opacityProperty: true, visibilityProperty: true })
    && it.getBoundingClientRect().width > 1 && !it.closest(".skip");
  return [...document.querySelectorAll(`${within} :is(${interactive})`)]
    .filter((it) => visible(it) && !it.closest("[data-explain]"))
    .map((it) => it.getAttribute("aria-label") || it.textContent.trim().slice(0, 40) || it.outerHTML.slice(0, 60));
}"""

KEYS = """() => [...new Set([...document.querySelectorAll("[data-explain]")].map((it) => it.dataset.explain))]"""

PLACES = """() => [...document.querySelectorAll("main [data-explain], header [data-explain]")].flatMap((it) => {
  it.scrollIntoView({ block: "center" });
  const { left, top, width, height } = it.getBoundingClientRect();
  const [x, y] = [left + width / 2, top + height / 2];
  const key = document.elementFromPoint(x, y)?.closest("[data-explain]")?.dataset.explain;
  return key && key === it.dataset.explain ? [[key, x, y + scrollY]] : [];
})"""
"""A place on the page for each thing whose middle can be pointed at, and what it is asked as."""


def explanation(explorer: Explorer) -> Locator:
    """What is told at the foot of the window."""
    return explorer.page.locator(".explanation[role=status]")


@pytest.fixture
def asking(explorer: Explorer, say: Say) -> Any:
    """The page while things are being asked; it ends with the test."""
    explorer.button("What is this?").click()
    expect(explanation(explorer)).to_have_text(say("explain.explain"))
    yield explorer
    explorer.page.keyboard.press("Escape")
    expect(explanation(explorer)).to_have_text("")


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("width", [1280, 320])
def test_nothing_that_can_be_used_lacks_an_explanation(explorer: Explorer, state: str, width: int) -> None:
    explorer.page.set_viewport_size({"width": width, "height": 800})
    explorer.open(STATES[state])
    explorer.page.wait_for_timeout(200)  # the parts that follow a trace
    assert explorer.page.evaluate(UNEXPLAINED, ":is(header, main)") == []


@pytest.mark.parametrize("which", ["palette", "details", "foot"])
def test_nothing_in_a_dialog_or_at_the_foot_lacks_an_explanation(explorer: Explorer, which: str) -> None:
    if which == "palette":
        explorer.chip(2).click()
    elif which == "details":
        explorer.variable("a").press("Enter")
    if which != "foot":
        expect(explorer.page.get_by_role("dialog")).to_be_visible()
    assert explorer.page.evaluate(UNEXPLAINED, "footer" if which == "foot" else "dialog[open]") == []


@pytest.mark.parametrize("lang", ["en", "ko", "ja"])
def test_whatever_can_be_asked_has_its_sentence(explorer: Explorer, say: Say, lang: str) -> None:
    keys: set[str] = set()
    for state in STATES.values():
        explorer.open(state)
        explorer.page.wait_for_timeout(150)
        keys |= set(explorer.page.evaluate(KEYS))
    sentences = {key: say(f"explain.{key}", lang=lang) for key in keys}
    assert len(keys) > 30
    assert len(set(sentences.values())) == len(sentences), "two things are explained by the same sentence"


def test_pointing_at_anything_tells_what_it_is(asking: Explorer, say: Say) -> None:
    page = asking.page
    page.mouse.move(0, 0)
    seen = set()
    for key, x, top in page.evaluate(PLACES):
        if key in seen:
            continue
        seen.add(key)
        y = page.evaluate("top => { scrollTo(0, Math.max(0, top - innerHeight / 2)); return top - scrollY; }", top)
        page.mouse.move(x, y - 1)  # what slides under a resting pointer is not pointed at
        page.mouse.move(x, y)
        expect(explanation(asking)).to_have_text(say(f"explain.{key}"))
    assert {"value", "gradient", "local", "forward", "backward", "variable", "function", "sweep", "slope"} <= seen


@pytest.mark.parametrize(
    "resting",
    [
        (0, 0),
        (640, 400),
    ],
)
def test_asking_by_keyboard_tells_each_stop_of_the_tab_key(
    asking: Explorer, say: Say, resting: tuple[int, int]
) -> None:
    page = asking.page
    page.mouse.move(*resting)
    page.locator("#language").focus()
    for _ in range(50):
        page.keyboard.press("Tab")
        key = page.evaluate("document.activeElement.closest('[data-explain]')?.dataset.explain")
        if key is None:
            break
        expect(explanation(asking)).to_have_text(say(f"explain.{key}"), timeout=2000)
    else:
        raise AssertionError("the walk never left what can be asked")
    assert page.evaluate(
        "document.activeElement.closest('footer') !== null || document.activeElement === document.body"
    )


def touch(page: Page, x: float, y: float) -> None:
    """Tap with a finger."""
    session = page.context.new_cdp_session(page)
    session.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [{"x": x, "y": y}]})
    session.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    session.detach()


def test_tapping_tells_what_it_is_and_does_not_act(asking: Explorer, say: Say) -> None:
    for key, what in [
        ("variable", asking.variable("a")),
        ("chip", asking.chip(2)),
        ("gradient", asking.page.locator("#graph [data-explain=gradient]").last),
        ("theme", asking.button("Switch to the dark theme")),
    ]:
        what.scroll_into_view_if_needed()
        box = what.bounding_box()
        assert box
        touch(asking.page, box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
        expect(explanation(asking)).to_have_text(say(f"explain.{key}"))
    expect(asking.page.get_by_role("dialog")).to_have_count(0)
    expect(asking.page.locator("html")).to_have_attribute("data-theme", "light")


def test_nothing_acts_while_it_is_asked_about(asking: Explorer) -> None:
    for name in ("Remove exp", "Switch to the dark theme", "Play the steps", "Write an expression", "Automatic"):
        asking.button(name).click()
    asking.button("Add a function").press("Enter")
    expect(asking.page.get_by_role("dialog")).to_have_count(0)
    expect(asking.chips).to_have_count(3)
    expect(asking.page.locator("html")).to_have_attribute("data-theme", "light")
    expect(asking.button("Automatic")).to_have_attribute("aria-pressed", "false")
    expect(asking.button("Play the steps")).to_be_visible()
    assert asking.address() == "nothing-the-page-knows"


def test_moving_a_slider_by_key_does_not_act_while_it_is_asked_about(asking: Explorer) -> None:
    asking.slider.focus()
    asking.page.keyboard.press("ArrowRight")
    asking.page.wait_for_timeout(100)
    expect(asking.x).to_have_value("0.5")


def test_asking_again_or_escape_ends_it(explorer: Explorer) -> None:
    ask = explorer.button("What is this?")
    for end in (lambda: explorer.page.keyboard.press("Escape"), ask.click):
        ask.click()
        expect(ask).to_have_attribute("aria-pressed", "true")
        expect(explanation(explorer)).to_be_visible()
        end()
        expect(explanation(explorer)).to_have_text("")
        expect(ask).to_have_attribute("aria-pressed", "false")
    explorer.button("Remove exp").click()
    expect(explorer.chips).to_have_count(2)
    assert re.search("f=square,square", explorer.address())
