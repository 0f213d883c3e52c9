"""The gradient of the gradient: the second derivative is that of CPython, and dy/dx has a graph of its own."""

import re
from typing import Any

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.beside import address_of, computed
from tests.browser.explorer import Explorer
from tests.browser.typeset import compact, full
from tests.browser.words import Say

CASES: list[tuple[str, dict[str, str]]] = [
    ("0.5", {"chain": "square exp square"}),
    ("-1.3", {"chain": "cube scale:2"}),
    ("0.5", {"expression": "(x**2 + 1) * exp(x)"}),
    ("2", {"expression": "x**3 / (1 + x)"}),
    ("[0.5, 1, -2]", {"chain": "square exp"}),
]
"""Functions that every machine computes alike, to the twelve digits shown."""


def panel(explorer: Explorer) -> Locator:
    """The part of the page that shows it."""
    return explorer.page.get_by_role("region", name="The gradient of the gradient")


def switch(explorer: Explorer) -> Locator:
    """What turns it on."""
    return panel(explorer).get_by_role("checkbox", name="d²y/dx²")


def names_in(explorer: Explorer) -> list[str]:
    """What the nodes of its graph are called."""
    graph = panel(explorer).get_by_role("group", name=re.compile("^Computational graph"))
    expect(graph).to_be_visible()
    names: list[str] = graph.locator("[aria-label]").evaluate_all("all => all.map(it => it.getAttribute('aria-label'))")
    return names


def test_second_derivative_is_shown_on_demand_and_the_address_keeps_it(explorer: Explorer) -> None:
    expect(switch(explorer)).not_to_be_checked()
    expect(panel(explorer).locator("svg.graph")).to_have_count(0)
    switch(explorer).check()
    expect(panel(explorer).locator("svg.graph")).to_be_visible()
    expect(explorer.page).to_have_url(re.compile("second=1"))
    switch(explorer).uncheck()
    expect(panel(explorer).locator("svg.graph")).to_have_count(0)


@pytest.mark.parametrize(("x", "of"), CASES)
def test_second_derivative_is_that_of_cpython(explorer: Explorer, x: str, of: dict[str, str]) -> None:
    told = computed(x, parts={"second"}, **of)["second"]
    explorer.open(f"{address_of(x, **of)}&second=1")
    answers = panel(explorer).locator("b")
    expect(answers).to_have_text([compact(told["first"], digits=12), compact(told["second"], digits=12)])


@pytest.mark.parametrize(("x", "of"), CASES[:4])
def test_graph_of_the_gradient_holds_every_variable_and_function(
    explorer: Explorer, say: Say, x: str, of: dict[str, str]
) -> None:
    told = computed(x, parts={"second"}, **of)["second"]["trace"]
    explorer.open(f"{address_of(x, **of)}&second=1")
    expect(panel(explorer).get_by_role("group", name=say("graphName", len(told["functions"])))).to_be_visible()
    names = names_in(explorer)
    for v in told["variables"]:
        start = say(
            "variableLabel", {"name": v["name"], "data": full(v["data"]["data"][0]), "gradientName": "", "grad": ""}
        )
        assert any(name.startswith(start.split(", ")[0]) for name in names), (v["name"], names)
    for f in told["functions"]:
        assert any(re.search(rf"\b{f['letter']}, {f['name']}:", name) for name in names)


def test_gradients_in_the_graph_of_the_gradient_are_not_called_those_of_y(explorer: Explorer) -> None:
    explorer.open("second=1")
    told = computed("0.5", chain="square exp square", parts={"second"})["second"]
    expect(panel(explorer).locator("b").last).to_have_text(compact(told["second"], digits=12))
    names = names_in(explorer)
    (x,) = [name for name in names if name.startswith("Variable x:")]
    assert full(told["second"]["data"][0]) in x
    assert "∂y/" not in x


def test_second_derivative_follows_x(explorer: Explorer) -> None:
    explorer.open("x=2&f=cube&second=1")
    expect(panel(explorer).locator("b").last).to_have_text("12")
    explorer.x.fill("3")
    expect(panel(explorer).locator("b").last).to_have_text("18")


def test_second_derivative_of_a_straight_line_is_0(explorer: Explorer) -> None:
    explorer.open("x=2&f=scale:3&second=1")
    expect(panel(explorer).locator("b")).to_have_text(["3", "0"])


@pytest.mark.parametrize(
    ("x", "of", "kind"),
    [
        ({"x0": "1", "x1": "2"}, {"expression": "x0 * x1"}, "second-several-inputs"),
        ("0.5", {"chain": " ".join(["tanh"] * 40)}, "second-too-large"),
    ],
)
def test_where_there_is_none_the_reason_is_told(explorer: Explorer, say: Say, x: Any, of: Any, kind: str) -> None:
    explorer.open(f"{address_of(x, **of)}&second=1")
    expect(panel(explorer).get_by_text(say(f"errors.{kind}", {}))).to_be_visible()
    expect(panel(explorer).locator("svg.graph")).to_have_count(0)
