"""The gradient check: its figures are those of CPython, its curve too, and it never blames a correct gradient."""

import re
from typing import Any

import pytest
from playwright.sync_api import Locator, expect

from pyautodiff.functions import FUNCTIONS
from tests.browser.beside import Told, address_of, computed
from tests.browser.explorer import Explorer
from tests.browser.plotted import Plot
from tests.browser.typeset import compact, short
from tests.browser.words import Say

BOOK = "square exp square"
EPS = [float(f"1e-{digits}") for digits in range(1, 13)]

CASES: list[tuple[str, dict[str, str], float]] = [
    ("0.7", {"chain": "square reciprocal square"}, 1e-4),
    ("0.7", {"chain": "square reciprocal square"}, 1e-1),
    ("0.7", {"chain": "square reciprocal square"}, 1e-12),
    ("-1.3", {"chain": "cube scale:-2 shift:1"}, 1e-6),
    ("3", {"chain": "reciprocal sqrt"}, 1e-3),
    ("0.7", {"expression": "(x**2 + 1) * sqrt(x)"}, 1e-5),
]
"""Functions whose last bit is the same on every machine, so that even what cancels is the same."""


def panel(explorer: Explorer) -> Locator:
    """The part of the page that shows the check."""
    return explorer.page.get_by_role("region", name="The gradient check")


def sweep(explorer: Explorer, say: Say) -> Locator:
    """The curve of the error over eps."""
    return panel(explorer).get_by_role("group", name=say("check.sweepName"))


def show(explorer: Explorer, x: Any, eps: float, **of: str) -> Told:
    """Ask for a check; give CPython's, once its figures stand on the page."""
    explorer.open("x=9.25&f=neg")
    expect(explorer.y).to_have_text("\u22129.25")  # so that no figure stands there by chance
    explorer.open(f"{address_of(x, **of)}&eps={eps}")
    told: Told = computed(x, parts={"check"}, eps=eps, **of)["check"]
    cells = [text for v in told["variables"] for texts in texts_of(v) for text in texts]
    expect(panel(explorer).get_by_role("table").locator("tbody td")).to_have_text(cells)
    return told


def texts_of(v: dict[str, Any]) -> list[tuple[str, str, Any]]:
    """What stands in the rows of a variable, one for each element; the worst of several is named behind its error."""
    columns = (v[kind]["data"] for kind in ("backprop", "numerical", "errors"))
    return [
        (short(slope, 10), short(numerical, 10), re.compile("^" + re.escape(short(error, 2))))
        for slope, numerical, error in zip(*columns, strict=True)
    ]


@pytest.mark.parametrize(("x", "of", "eps"), CASES)
def test_every_variable_stands_beside_its_numerical_derivative(
    explorer: Explorer, x: str, of: dict[str, str], eps: float
) -> None:
    told = show(explorer, x, eps, **of)
    headers = panel(explorer).get_by_role("rowheader")
    expect(headers).to_have_count(len(told["variables"]))
    for header, v in zip(headers.all(), told["variables"], strict=True):
        expect(header).to_contain_text(f"∂y/∂{v['variable']}")


def test_eps_is_chosen_and_the_address_keeps_it(explorer: Explorer) -> None:
    choice = panel(explorer).get_by_role("combobox", name="eps of numerical differentiation")
    expect(choice.locator("option")).to_have_text([short(eps) for eps in EPS])
    choice.select_option(short(1e-7))
    expect(explorer.page).to_have_url(re.compile("eps=1e-7"))
    told = computed("0.5", chain=BOOK, parts={"check"}, eps=1e-7)["check"]["variables"][0]
    numerical = panel(explorer).get_by_role("table").locator("tbody td").nth(1)
    expect(numerical).to_have_text(re.compile(re.escape(compact(told["numerical"], digits=6)[:6])))


@pytest.mark.parametrize(
    ("x", "chain", "eps", "verdict"),
    [
        ("0.5", BOOK, 1e-4, "agree"),
        ("0.5", "scale:20 exp", 1e-1, "eps-too-large"),
        ("0.5", BOOK, 1e-12, "eps-too-small"),
        ("0", "abs", 1e-4, "undefined"),
        ("-1", "log", 1e-4, "undefined"),
        ("0", "relu", 1e-4, "undefined"),
        ("1e-9", "sqrt", 1e-4, "eps-too-large"),
        ("4", "exp square exp", 1e-4, "undefined"),
    ],
)
def test_verdict_is_that_of_cpython_in_words(
    explorer: Explorer, say: Say, x: str, chain: str, eps: float, verdict: str
) -> None:
    assert computed(x, chain=chain, parts={"check"}, eps=eps)["check"]["verdict"] == verdict
    explorer.open(f"{address_of(x, chain=chain)}&eps={eps}")
    said = panel(explorer).locator("p").filter(has_text=say(f"check.verdicts.{verdict}"))
    expect(said).to_contain_text(say(f"check.reasons.{verdict}"))


def test_correct_gradient_is_never_blamed(explorer: Explorer, say: Say) -> None:
    blame = say("check.verdicts.disagree")
    for place, name in enumerate(FUNCTIONS):
        word = f"{name}:-1.5" if FUNCTIONS[name].__name__ in ("Pow", "Scale", "Shift") else name
        eps = EPS[place % len(EPS)]
        explorer.answer_to(f"x=1.37&f={word},exp&eps={eps}")
        told = computed("1.37", chain=f"{word} exp", parts={"check"}, eps=eps)["check"]["variables"][0]
        first = panel(explorer).get_by_role("table").locator("tbody td").first
        expect(first).to_have_text(re.compile(re.escape(compact(told["backprop"], digits=10)[:8])))
        assert blame not in panel(explorer).inner_text()


@pytest.mark.parametrize(("x", "of", "eps"), [CASES[0], CASES[3], CASES[5]])
def test_error_over_eps_is_that_of_cpython(
    explorer: Explorer, say: Say, x: str, of: dict[str, str], eps: float
) -> None:
    told = show(explorer, x, eps, **of)
    points = sorted(Plot(sweep(explorer, say), logarithmic=True).points)
    expected = sorted((point["eps"], max(float(point["error"]), 1e-17)) for point in told["sweep"])
    assert [x for x, _ in points] == pytest.approx([x for x, _ in expected], rel=0.02)
    assert [y for _, y in points] == pytest.approx([y for _, y in expected], rel=0.05)


def test_slopes_of_the_error_are_named_on_their_sides(explorer: Explorer, say: Say) -> None:
    plot = sweep(explorer, say)
    small = plot.get_by_text(say("check.cancellation")).bounding_box()
    large = plot.get_by_text(say("check.truncation")).bounding_box()
    assert small
    assert large
    assert small["x"] + small["width"] < large["x"]
    read = Plot(plot, logarithmic=True)
    assert read.points == sorted(read.points), "eps does not grow to the right"


@pytest.mark.parametrize(("x", "of", "eps"), [CASES[0], CASES[3]])
def test_best_eps_is_marked(explorer: Explorer, say: Say, x: str, of: dict[str, str], eps: float) -> None:
    told = show(explorer, x, eps, **of)
    plot = sweep(explorer, say)
    mark = plot.get_by_text(say("check.best"), exact=True)
    expect(mark).to_be_visible()
    pixel = float(mark.get_attribute("x") or "nan")
    assert Plot(plot, logarithmic=True).x(pixel) == pytest.approx(told["best_eps"], rel=0.02)
    least = min(float(point["error"]) for point in told["sweep"])
    assert least == next(point["error"] for point in told["sweep"] if point["eps"] == told["best_eps"])


def test_point_of_the_sweep_chooses_its_eps(explorer: Explorer, say: Say) -> None:
    points = sweep(explorer, say).locator(".sweep-point")
    expect(points).to_have_count(12)
    points.nth(2).click()
    expect(explorer.page).to_have_url(re.compile("eps=1e-10"))
    expect(panel(explorer).get_by_role("combobox")).to_have_value("1e-10")


@pytest.mark.parametrize(("x", "chain"), [("[0.5, 1, 2]", "reciprocal"), ("[[1, 2], [3, 0.25]]", "reciprocal cube")])
def test_worst_element_of_an_array_is_named(explorer: Explorer, say: Say, x: str, chain: str) -> None:
    told = show(explorer, x, 1e-3, chain=chain)
    for v in told["variables"]:
        worst = f"∂y/∂{v['variable']}[{', '.join(map(str, v['worst']))}]"
        row = panel(explorer).get_by_role("row").filter(has_text=worst)
        expect(row).to_contain_text(say("check.worst"))
        others = panel(explorer).get_by_role("row").filter(has_text=f"∂y/∂{v['variable']}[")
        expect(others.filter(has_text=say("check.worst"))).to_have_count(1)


@pytest.mark.parametrize(
    ("x", "of"),
    [
        ("0.7", {"chain": "square reciprocal square"}),
        ("[0.5, 1, 2]", {"chain": "sqrt square"}),
        ({"x0": "1", "x1": "2"}, {"expression": "x0 * x1 + x0**2"}),
    ],
)
def test_cost_of_both_ways_is_told(explorer: Explorer, say: Say, x: Any, of: dict[str, str]) -> None:
    told = show(explorer, x, 1e-4, **of)
    cost = {"forward": told["forward_passes"], "backward": told["backward_passes"]}
    expect(panel(explorer).get_by_text(say("check.cost", cost))).to_be_visible()
