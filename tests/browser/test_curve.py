"""The curve: its points are those of CPython, its tangent has the gradient's slope, and the point moves x."""

import math
import re
import time
from collections.abc import Mapping
from typing import Any

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.beside import Told, address_of, answered, computed, data_of, grad_of
from tests.browser.explorer import Explorer
from tests.browser.plotted import Plot, Point
from tests.browser.typeset import full, short
from tests.browser.words import Say

BOOK = "square exp square"

Given = str | Mapping[str, str]


def panel(explorer: Explorer) -> Locator:
    """The part of the page that shows the curve."""
    return explorer.page.get_by_role("region", name="The curve")


def plot(explorer: Explorer) -> Locator:
    """The drawing itself."""
    return panel(explorer).get_by_role("group", name=re.compile("over x, with the tangent"))


def handle(explorer: Explorer) -> Locator:
    """The point on the curve."""
    return panel(explorer).get_by_role("slider", name="Move x along the curve")


def shows(explorer: Explorer, told: Told, name: str = "y") -> Plot:
    """The curve of a variable, once every point of it is one of CPython's, to a tenth of a pixel."""
    expected = at(told, name, "data")
    until = time.monotonic() + 10
    while True:
        shown = Plot(plot(explorer))
        wrong = differing(shown, shown.points, expected)
        if not wrong:
            return shown
        assert time.monotonic() < until, wrong
        explorer.page.wait_for_timeout(50)


def drawn(explorer: Explorer, x: Given, low: float, high: float, name: str = "y", **of: Any) -> Plot:
    """Show a computation over a range and give its curve."""
    told = computed(x, parts={"curve"}, ends=(low, high), **of)
    explorer.open(f"{address_of(x, **of)}&range={low:g},{high:g}{'' if name == 'y' else f'&of={name}'}")
    return shows(explorer, told, name)


def at(told: Told, name: str, kind: str) -> list[Point]:
    """The points of CPython's curve: the variable's data, or its derivative."""
    (of,) = [v for v in told["curve"]["variables"] if v["variable"] == name]
    return [(x, float(y)) for x, y in zip(told["curve"]["x"], of[kind], strict=True)]


def differing(shown: Plot, points: list[Point], expected: list[Point]) -> list[Any]:
    """What is on screen and not what it should be, and what should be there and is not."""
    wrong: list[Any] = []
    for x, y in points:
        near = min(expected, key=lambda point: abs(point[0] - x))
        right = abs(near[1] - y) < 0.1 * shown.pixel[1] or not (shown.sees(y) or shown.sees(near[1]))
        if abs(near[0] - x) > 0.1 * shown.pixel[0] or not right:
            wrong.append(((x, y), near))
    finite = [x for x, y in expected if math.isfinite(y)]
    missing = [x for x in finite if not any(abs(x - other) < 0.1 * shown.pixel[0] for other, _ in points)]
    return wrong + (missing if len(missing) > 1 else [])  # a point that stands alone makes no line


@pytest.mark.parametrize(
    ("x", "chain", "low", "high"),
    [("0.5", BOOK, -1, 1), ("1.5", "sin scale:3", -6, 6), ("-2", "sigmoid", -20, 20), ("3", "cube shift:-1", -4, 5)],
)
def test_points_of_the_curve_are_those_of_cpython(
    explorer: Explorer, x: str, chain: str, low: float, high: float
) -> None:
    shown = drawn(explorer, x, low, high, chain=chain)
    assert shown.derivative == []
    panel(explorer).get_by_role("checkbox", name="dy/dx").check()
    expect(plot(explorer).locator(".is-derivative")).to_be_attached()
    slopes = [point for run in Plot(plot(explorer)).derivative for point in run]
    told = computed(x, chain=chain, parts={"curve"}, ends=(low, high))
    assert not differing(shown, slopes, at(told, "y", "derivative"))


@pytest.mark.parametrize(("x", "chain"), [("0.5", BOOK), ("-0.75", "sin"), ("0.3", "tanh cube")])
def test_tangent_touches_the_point_with_the_gradient_as_its_slope(
    explorer: Explorer, say: Say, x: str, chain: str
) -> None:
    told = answered(explorer, x, chain=chain)
    (y,), (gradient,) = data_of(told, "y"), grad_of(told, "x")
    sentence = say("curve.slope", {"name": "y", "x": short(float(x)), "slope": short(gradient)})
    expect(panel(explorer).get_by_text(sentence)).to_be_visible()
    shown = shows(explorer, computed(x, chain=chain, parts={"curve"}))
    ((start, end),) = shown.tangent
    slope = (end[1] - start[1]) / (end[0] - start[0])
    assert slope == pytest.approx(gradient, rel=2e-3, abs=2e-3)
    assert start[1] + slope * (float(x) - start[0]) == pytest.approx(y, abs=shown.pixel[1])


def test_derivative_is_drawn_on_demand_and_the_address_keeps_it(explorer: Explorer) -> None:
    assert Plot(plot(explorer)).derivative == []
    panel(explorer).get_by_role("checkbox", name="dy/dx").check()
    expect(explorer.page).to_have_url(re.compile("slope=1"))
    assert Plot(plot(explorer)).derivative
    panel(explorer).get_by_role("checkbox", name="dy/dx").uncheck()
    expect(explorer.page).not_to_have_url(re.compile("slope=1"))
    assert Plot(plot(explorer)).derivative == []


@pytest.mark.parametrize(
    ("chain", "undefined"),
    [("log", lambda x: x <= 0), ("sqrt", lambda x: x < 0), ("pow:0.5 log", lambda x: x <= 0)],
)
def test_undefined_region_is_left_open(explorer: Explorer, chain: str, undefined: Any) -> None:
    shown = drawn(explorer, "1", -3, 3, chain=chain)
    assert not any(undefined(x + shown.pixel[0]) for x, _ in shown.points)
    assert max(x for x, _ in shown.points) == pytest.approx(3, abs=0.01)
    assert min(x for x, _ in shown.points) < 0.1


@pytest.mark.parametrize(
    ("x", "chain", "low", "high", "poles"),
    [
        ("1", "reciprocal", -2, 2, [0]),
        ("1", "shift:0.313 reciprocal", -2, 2, [-0.313]),
        ("0.5", "tan", -6, 6, [math.pi * (k + 0.5) for k in range(-2, 2)]),
        ("0.5", "tan", -2, 2, [-math.pi / 2, math.pi / 2]),
        ("0.4", "tan square", -2, 2, [-math.pi / 2, math.pi / 2]),
        ("2", "shift:-1 pow:-3", -2, 3, [1]),
        ("0.5", "abs log", -2, 2, [0]),
    ],
)
def test_pole_is_not_joined_by_a_line(
    explorer: Explorer, x: str, chain: str, low: float, high: float, poles: list[float]
) -> None:
    shown = drawn(explorer, x, low, high, chain=chain)
    for pole in poles:
        assert not shown.joined(pole), f"the curve runs across {pole}"


@pytest.mark.parametrize("chain", ["scale:40 sin", "scale:10 tanh", "abs", "relu", "scale:30 sigmoid", "exp exp"])
def test_steep_curve_without_a_pole_has_no_gap(explorer: Explorer, chain: str) -> None:
    shown = drawn(explorer, "0.5", -2, 2, chain=chain)
    assert len(shown.runs) == 1


def test_dragging_the_point_moves_x_and_the_numbers_follow(explorer: Explorer) -> None:
    plot(explorer).scroll_into_view_if_needed()
    box, grip = plot(explorer).bounding_box(), handle(explorer).bounding_box()
    assert box
    assert grip
    mouse = explorer.page.mouse
    middle = grip["y"] + grip["height"] / 2
    mouse.move(grip["x"] + grip["width"] / 2, middle)
    mouse.down()
    x = "0.5"
    for part in (0.5, 0.6, 0.8):
        mouse.move(box["x"] + box["width"] * part, middle, steps=3)
        expect(explorer.x).not_to_have_value(x)
        explorer.wait_until_drawn()
        x = explorer.x.input_value()
        expect(explorer.y).to_have_text(full(data_of(computed(x, chain=BOOK), "y")[0]))
    mouse.up()
    shown = Plot(plot(explorer))
    scale = plot(explorer).evaluate("plot => plot.viewBox.baseVal.width")
    assert float(x) == pytest.approx(shown.x(0.8 * scale), abs=2 * shown.pixel[0])
    assert x in explorer.address()
    explorer.button("Undo").click()
    expect(explorer.x).to_have_value("0.5")


def test_arrow_keys_at_the_point_move_x(explorer: Explorer) -> None:
    point = handle(explorer)
    point.focus()
    for key, x in [
        ("ArrowRight", "0.52"),
        ("ArrowUp", "0.54"),
        ("ArrowLeft", "0.52"),
        ("ArrowDown", "0.5"),
        ("Shift+ArrowRight", "0.7"),
        ("Home", "-2"),
        ("End", "2"),
    ]:
        explorer.page.keyboard.press(key)
        expect(explorer.x).to_have_value(x)
        expect(point).to_be_focused()
        expect(point).to_have_attribute("aria-valuenow", x)
    expect(explorer.y).to_have_text(full(data_of(computed("2", chain=BOOK), "y")[0]))


@pytest.mark.parametrize(
    ("expression", "name"), [(None, "x"), (None, "a"), (None, "b"), ("(x**2 + 1) * sin(x)", "b"), ("x**2 - x", "a")]
)
def test_curve_of_each_intermediate_variable_can_be_drawn(
    explorer: Explorer, say: Say, expression: str | None, name: str
) -> None:
    of = {"expression": expression} if expression else {"chain": BOOK}
    answered(explorer, "0.5", more="&range=-1,1", **of)
    panel(explorer).get_by_role("combobox", name="Curve of").select_option(name)
    expect(panel(explorer).get_by_role("group", name=say("curve.name", name))).to_be_visible()
    expect(explorer.page).to_have_url(re.compile(f"of={name}"))
    told = computed("0.5", parts={"curve"}, ends=(-1, 1), **of)
    shown = shows(explorer, told, name)
    ((start, end),) = shown.tangent
    slope = (end[1] - start[1]) / (end[0] - start[0])
    (expected,) = [y for x, y in at(told, name, "derivative") if math.isclose(x, 0.5, abs_tol=1e-9)]
    assert slope == pytest.approx(expected, rel=1e-2, abs=1e-2)


def test_range_of_the_curve_is_that_of_the_slider_and_can_be_changed(explorer: Explorer) -> None:
    highest = explorer.page.get_by_role("textbox", name="Highest x of the slider")
    highest.fill("4")
    highest.press("Enter")
    shown = shows(explorer, computed("0.5", chain=BOOK, parts={"curve"}, ends=(-2, 4)))
    xs = [x for x, _ in shown.points]
    assert min(xs) == pytest.approx(-2, abs=0.02)
    assert max(xs) == pytest.approx(4, abs=0.02)


def test_curve_of_an_expression_of_two_inputs_runs_over_the_first(explorer: Explorer) -> None:
    xs, expression = {"x0": "1", "x1": "2"}, "x0 * x1 + sin(x0)"
    drawn(explorer, xs, -4, 4, expression=expression)


@pytest.mark.parametrize(("x", "chain"), [("[0, 1]", "square"), ("-1", "log")])
def test_where_there_is_no_point_the_curve_says_so(explorer: Explorer, say: Say, x: str, chain: str) -> None:
    explorer.open(address_of(x, chain=chain))
    expect(panel(explorer).get_by_text(say("curve.noPoint"))).to_be_visible()
    expect(handle(explorer)).to_have_count(0)
    assert Plot(plot(explorer)).tangent == []
