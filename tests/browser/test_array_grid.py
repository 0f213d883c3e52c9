"""Arrays: every element in a grid shaded by its size, on demand; and what a gradient of an array means is said."""

import json
import re
from itertools import pairwise
from typing import Any

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.beside import answered, computed
from tests.browser.explorer import Explorer
from tests.browser.typeset import full
from tests.browser.words import Say

ARRAYS = [("[0.1, 1.5, -2.25]", "square exp"), ("[[1, 2], [3, -7], [0.5, 0]]", "scale:-2 cube")]

CELLS = """grid => [...grid.querySelectorAll("tr")].map(row => [...row.cells].map(cell => {
  const colour = getComputedStyle(cell).backgroundColor;
  const alpha = colour.match(/(?:\\/|,[^,]+,[^,]+,)\\s*([\\d.e-]+)\\)$/);
  return [cell.textContent, alpha ? Number(alpha[1]) : colour === "transparent" ? 0 : 1];
}))"""
"""Each cell's text and how strong its shade is."""


def opened(explorer: Explorer, name: str) -> Locator:
    """The details of a variable."""
    explorer.variable(name).press("Enter")
    dialog = explorer.page.get_by_role("dialog")
    expect(dialog).to_be_visible()
    return dialog


@pytest.mark.parametrize(("x", "chain"), ARRAYS)
def test_grid_holds_every_element_in_its_place(explorer: Explorer, x: str, chain: str) -> None:
    told = answered(explorer, x, chain=chain)
    for v in told["variables"]:
        dialog = opened(explorer, v["name"])
        width = v["data"]["shape"][-1]
        for kind, grid in zip(("data", "grad"), dialog.get_by_role("table").all(), strict=True):
            texts = [full(value) for value in v[kind]["data"]]
            rows = [[text for text, _ in row] for row in grid.evaluate(CELLS)]
            assert rows == [texts[at : at + width] for at in range(0, len(texts), width)]
        explorer.page.keyboard.press("Escape")
        expect(dialog).to_be_hidden()


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(("x", "chain"), ARRAYS)
def test_grid_is_the_stronger_shaded_the_greater_an_element_is(
    explorer: Explorer, x: str, chain: str, theme: str
) -> None:
    told = answered(explorer, x, chain=chain, more=f"&theme={theme}")
    v = told["variables"][1]
    dialog = opened(explorer, v["name"])
    for kind, grid in zip(("data", "grad"), dialog.get_by_role("table").all(), strict=True):
        heats = [heat for row in grid.evaluate(CELLS) for _, heat in row]
        by_size = sorted(zip([abs(float(value)) for value in v[kind]["data"]], heats, strict=True))
        assert all(a[1] <= b[1] for a, b in pairwise(by_size) if a[0] < b[0])
        assert by_size[-1][1] > by_size[0][1], "all cells look alike"


@pytest.mark.parametrize(("x", "chain"), ARRAYS)
def test_array_is_copied_with_every_digit(explorer: Explorer, x: str, chain: str) -> None:
    told = answered(explorer, x, chain=chain)
    v = told["variables"][-1]
    dialog = opened(explorer, v["name"])
    for place, kind in enumerate(("data", "grad")):
        explorer.page.evaluate("navigator.clipboard.writeText('')")
        dialog.get_by_role("button", name="Copy").nth(place).click()
        explorer.page.wait_for_function("navigator.clipboard.readText()")
        copied = json.loads(explorer.page.evaluate("navigator.clipboard.readText()"))
        assert flat(copied) == v[kind]["data"]
        assert shape_of(copied) == v[kind]["shape"]


def flat(value: Any) -> list[float]:
    """All numbers in lists in lists."""
    return [number for part in value for number in flat(part)] if isinstance(value, list) else [value]


def shape_of(value: Any) -> list[int]:
    """How long the lists in lists are."""
    return [len(value), *shape_of(value[0])] if isinstance(value, list) else []


@pytest.mark.parametrize(("which", "name"), [(0, "y"), (1, "x")])
def test_every_value_of_y_and_of_its_gradient_is_one_press_away(
    explorer: Explorer, say: Say, which: int, name: str
) -> None:
    told = answered(explorer, "[0.1, 1.5, -2.25, 4, 5]", chain="square")
    explorer.button(say("result.all")).nth(which).click()
    dialog = explorer.page.get_by_role("dialog")
    (v,) = [v for v in told["variables"] if v["name"] == name]
    expect(dialog.get_by_role("cell")).to_have_text(
        [full(value) for kind in ("data", "grad") for value in v[kind]["data"]]
    )


@pytest.mark.parametrize(("x", "chain"), ARRAYS)
def test_seed_of_an_array_is_said_to_be_ones(explorer: Explorer, say: Say, x: str, chain: str) -> None:
    told = answered(explorer, x, chain=chain)
    expect(explorer.page.get_by_text(say("result.elementwise"))).to_be_visible()
    seed = len(told["functions"]) + 1
    answered(explorer, x, chain=chain, more=f"&step={seed}")
    expect(explorer.page.get_by_text(say("steps.seedArray", {"output": "y"}))).to_be_visible()
    expect(explorer.variable("y")).to_have_accessible_name(re.compile(r"∂y/∂y \[+1, 1"))
    expect(explorer.variable("x")).to_have_accessible_name(re.compile("None"))


def test_large_array_is_summarised_with_its_first_and_last_elements(explorer: Explorer, say: Say) -> None:
    x = str([k % 7 - 3 for k in range(1200)]).replace(" ", "")
    explorer.open(f"x={x}&f=square,scale:0.1")
    told = computed(x, chain="square scale:0.1")
    summary = told["variables"][-1]["data"]["summary"]
    expect(explorer.variable("y")).to_have_accessible_name(re.compile(r"data \[0\.9"))
    dialog = opened(explorer, "y")
    given = {"size": 1200, **{key: full(summary[key]) for key in ("min", "max", "mean")}}
    expect(dialog).to_contain_text(say("details.summarised", given))
    for value in (*summary["head"], *summary["tail"]):
        expect(dialog).to_contain_text(full(value))
