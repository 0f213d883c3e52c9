"""The field and the slider for x: what may be typed, what is said of what may not, and what is done live."""

import re
from typing import Any

import pytest
from playwright.sync_api import expect

from pyautodiff.trace import trace
from tests.browser.explorer import Explorer
from tests.browser.typeset import compact, full
from tests.browser.words import Say

BOOK = "square exp square"

GOOD = ["pi/4", "1e-3", "-0.3", "\u22120.3", "\uff12.5", "2*pi/7", "sqrt(2)", "-e/4", "  0.25 "]
"""The fourth has a minus sign instead of a hyphen, the fifth a full-width digit."""

BAD: list[tuple[str, str, dict[str, Any]]] = [
    ("", "x-empty", {}),
    ("0.5.5", "x-syntax", {"text": "0.5.5"}),
    ("two", "x-name", {"name": "two"}),
    ("[[1, 2], [3]]", "x-ragged", {}),
    ("[" * 60 + "]" * 60, "x-too-deep", {}),
    ("1" * 10_001, "x-text-too-long", {"limit": 10_000}),
]


@pytest.mark.parametrize("typed", GOOD)
def test_what_a_person_types_is_understood(explorer: Explorer, typed: str) -> None:
    told = trace(typed, BOOK)
    explorer.x.fill(typed)
    expect(explorer.y).to_have_text(full(told["variables"][-1]["data"]["data"][0]))
    expect(explorer.gradient).to_have_text(full(told["variables"][0]["grad"]["data"][0]))
    expect(explorer.x).to_have_attribute("aria-invalid", "false")


@pytest.mark.parametrize("typed", ["[0, 0.5, 1]", "[[1, 0.5], [0.25, -1]]", "[[[0.1]], [[0.2]]]"])
def test_lists_are_understood(explorer: Explorer, typed: str) -> None:
    told = trace(typed, BOOK)
    explorer.x.fill(typed)
    expect(explorer.y).to_have_text(compact(told["variables"][-1]["data"], digits=4))
    assert explorer.rows()[0][0] == compact(told["variables"][0]["data"])


@pytest.mark.parametrize(
    "typed",
    [
        "1, 2",
        "0,5",
        "[1, 2",
        "0.5x",
        "1 2",
    ],
)
def test_what_is_nearly_a_number_is_told_with_an_example(explorer: Explorer, typed: str) -> None:
    explorer.x.fill(typed)
    expect(explorer.page.get_by_role("alert")).to_contain_text("0.5")


@pytest.mark.parametrize("lang", ["en", "ko"])
def test_bad_x_is_told_beside_the_field_and_the_last_result_stays(explorer: Explorer, say: Say, lang: str) -> None:
    explorer.open(f"x=0.25&f=exp&lang={lang}")
    explorer.speak(lang)
    expect(explorer.y).to_have_text("1.2840254166877414")
    for typed, kind, values in BAD:
        explorer.x.fill(typed)
        alert = explorer.page.get_by_role("alert")
        expect(alert).to_have_text(say(f"errors.{kind}", values, lang=lang))
        expect(explorer.x).to_have_attribute("aria-invalid", "true")
        expect(explorer.x).to_have_accessible_description(say(f"errors.{kind}", values, lang=lang))
        box, field = alert.bounding_box(), explorer.x.bounding_box()
        assert box
        assert field
        assert 0 <= box["y"] - field["y"] - field["height"] < 60, "the message is not beside the field"
        expect(explorer.y).to_have_text("1.2840254166877414")
    explorer.x.fill("0.5")
    expect(explorer.page.get_by_role("alert")).to_have_count(0)
    expect(explorer.y).to_have_text("1.6487212707001282")


@pytest.mark.parametrize("typed", ["9**9**9", "sqrt(-1)", "inf-inf", "0/0", "1/0"])
def test_what_is_no_real_number_freezes_nothing(explorer: Explorer, typed: str) -> None:
    explorer.x.fill(typed)
    explorer.page.wait_for_timeout(200)
    explorer.x.fill("1")
    expect(explorer.y).to_have_text(full(trace("1", BOOK)["variables"][-1]["data"]["data"][0]))


def test_the_result_that_stays_is_marked_as_the_last(explorer: Explorer, say: Say) -> None:
    explorer.x.fill("nonsense")
    expect(explorer.page.get_by_text(say("caption.stale"))).to_be_visible()
    expect(explorer.y).to_have_text("1.648721270700128")


def test_slider_follows_the_field(explorer: Explorer) -> None:
    explorer.x.fill("pi/4")
    expect(explorer.slider).to_have_value(re.compile(r"^0\.7[89]"))
    explorer.x.fill("-1.5")
    expect(explorer.slider).to_have_value("-1.5")


def test_dragging_the_slider_is_answered_while_it_moves(explorer: Explorer) -> None:
    box = explorer.slider.bounding_box()
    assert box
    middle = box["y"] + box["height"] / 2
    explorer.page.mouse.move(box["x"] + box["width"] * 0.6, middle)
    explorer.page.mouse.down()
    seen = set()
    for part in (0.65, 0.7, 0.75, 0.8):
        explorer.page.mouse.move(box["x"] + box["width"] * part, middle, steps=3)
        explorer.wait_until_drawn()
        x = explorer.x.input_value()
        expect(explorer.y).to_have_text(full(trace(x, BOOK)["variables"][-1]["data"]["data"][0]))
        seen.add(x)
    assert len(seen) == 4
    before = explorer.address()
    explorer.page.mouse.up()
    expect(explorer.page).to_have_url(re.compile(f"#x={re.escape(explorer.x.input_value())}&"))
    assert explorer.address() != before


def test_a_drag_is_one_step_of_undo(explorer: Explorer) -> None:
    box = explorer.slider.bounding_box()
    assert box
    middle = box["y"] + box["height"] / 2
    explorer.page.mouse.move(box["x"] + box["width"] * 0.6, middle)
    explorer.page.mouse.down()
    explorer.page.mouse.move(box["x"] + box["width"] * 0.9, middle, steps=8)
    explorer.page.mouse.up()
    explorer.button("Undo").click()
    expect(explorer.x).to_have_value("0.5")
    expect(explorer.y).to_have_text("1.648721270700128")


def test_slider_gives_numbers_without_a_tail_of_digits(explorer: Explorer) -> None:
    explorer.slider.focus()
    for _ in range(7):
        explorer.page.keyboard.press("ArrowRight")
        assert len(explorer.x.input_value()) <= 5


def test_ends_of_the_slider_can_be_changed(explorer: Explorer) -> None:
    lowest = explorer.page.get_by_role("textbox", name="Lowest x of the slider")
    highest = explorer.page.get_by_role("textbox", name="Highest x of the slider")
    highest.fill("10")
    highest.press("Enter")
    lowest.fill("\u22124")
    lowest.press("Enter")
    expect(explorer.slider).to_have_attribute("max", "10")
    expect(explorer.slider).to_have_attribute("min", "-4")
    explorer.slider.press("End")
    expect(explorer.x).to_have_value("10")
    assert "range=-4,10" in explorer.address()


def test_ends_of_the_slider_that_make_no_range_are_told(explorer: Explorer, say: Say) -> None:
    lowest = explorer.page.get_by_role("textbox", name="Lowest x of the slider")
    for text in ("5", "abc", ""):
        lowest.fill(text)
        lowest.press("Enter")
        expect(explorer.page.get_by_role("alert")).to_contain_text(say("errors.range-bad"))
        expect(explorer.slider).to_have_attribute("min", "-2")
