"""The numbers on screen are those that the same library computes in CPython, down to the last digit shown."""

import random
import re
from typing import Any

import pytest
from playwright.sync_api import expect

from pyautodiff.functions import FUNCTIONS
from pyautodiff.trace import trace
from tests.browser.explorer import Explorer
from tests.browser.typeset import compact, full, short

PRESETS = {
    "The book’s example": ("0.5", "square exp square"),
    "A sigmoid neuron": ("0.5", "scale:3 shift:-1 sigmoid"),
    "Ten sigmoids: the gradient vanishes": ("0.5", " ".join(["sigmoid"] * 10)),
    "Overflow": ("4", "exp square exp"),
    "Log of a negative number": ("-1", "log square"),
    "Three numbers at once": ("[0, 0.5, 1]", "square exp square"),
}

SAME_EVERYWHERE = ("square", "cube", "sqrt", "reciprocal", "neg", "abs", "relu", "scale", "shift", "exp", "sigmoid")
"""Functions whose last bit does not depend on the mathematical library or the vector unit of the machine."""

CONSTANTS = ("2", "-1.5", "0.3", "3")
ULPS = 1e-14
"""What a few roundings of different libraries may amount to, relative; sine and cosine of NumPy differ by one bit."""


def random_word(rng: random.Random, names: list[str]) -> str:
    """A function of the registry, with a constant where it takes one."""
    name = rng.choice(names)
    return f"{name}:{rng.choice(CONSTANTS)}" if name in ("pow", "scale", "shift") else name


def random_chains(seed: int, count: int, names: list[str]) -> list[tuple[str, str]]:
    """An x of some decimals and a chain, as typed."""
    rng = random.Random(seed)  # noqa: S311
    return [
        (
            f"{rng.uniform(-3, 3):.{rng.randint(0, 6)}f}",
            " ".join(random_word(rng, names) for _ in range(rng.choice([1, 2, 3, 5, 8]))),
        )
        for _ in range(count)
    ]


def address(x: str, chain: str) -> str:
    """The part of the address that shows this."""
    return f"x={x}&f={chain.replace(' ', ',')}"


def rows_of(told: dict[str, Any]) -> list[list[str]]:
    """The five numbers of each function as the table should have them."""
    variables = {v["id"]: v for v in told["variables"]}
    rows = []
    for f in told["functions"]:
        x, y = variables[f["inputs"][0]], variables[f["outputs"][0]]
        rows.append([compact(a) for a in (x["data"], y["data"], f["local"][0], y["grad"], x["grad"])])
    return rows


def check_graph_and_table(explorer: Explorer, told: dict[str, Any]) -> None:
    """Every scalar of the trace stands at its node and in its row, with six significant digits."""
    assert explorer.rows() == rows_of(told)
    at = explorer.nodes()
    for v in told["variables"]:
        shown = at[f"Variable {v['name']}"]
        assert {short(v["data"]["data"][0]), short(v["grad"]["data"][0])} <= set(shown)
    for f in told["functions"]:
        local = short(f["local"][0]["data"][0])
        assert {f"= {local}", f"×{local}"} & set(at[f"Function {f['letter']}"])


@pytest.mark.parametrize("name", [name for name in PRESETS if name != "Three numbers at once"])
def test_preset_shows_the_numbers_of_cpython(explorer: Explorer, name: str) -> None:
    told = trace(*PRESETS[name])
    explorer.open("x=9&f=neg")
    expect(explorer.y).to_have_text("−9.0")
    explorer.page.get_by_role("combobox", name="Examples").select_option(name)
    expect(explorer.y).to_have_text(full(told["variables"][-1]["data"]["data"][0]))
    expect(explorer.gradient).to_have_text(full(told["variables"][0]["grad"]["data"][0]))
    assert explorer.chain == PRESETS[name][1].replace(":", " ").split(" ") or len(explorer.chain) > 1
    check_graph_and_table(explorer, told)


def test_headline_is_the_repr_of_cpython(explorer: Explorer) -> None:
    for x, chain in random_chains(1, 25, list(SAME_EVERYWHERE)):
        told = trace(x, chain)
        explorer.open(address(x, chain))
        expect(explorer.y).to_have_text(full(told["variables"][-1]["data"]["data"][0]))
        expect(explorer.gradient).to_have_text(full(told["variables"][0]["grad"]["data"][0]))
        check_graph_and_table(explorer, told)


def test_every_digit_shown_is_of_the_number_computed_here(explorer: Explorer) -> None:
    for x, chain in random_chains(2, 25, list(FUNCTIONS)):
        told = explorer.answer_to(address(x, chain))
        expect(explorer.y).to_have_text(full(told["variables"][-1]["data"]["data"][0]))
        expect(explorer.gradient).to_have_text(full(told["variables"][0]["grad"]["data"][0]))
        check_graph_and_table(explorer, told)
        for here, there in zip(told["variables"], trace(x, chain)["variables"], strict=True):
            for kind in ("data", "grad"):
                (got,), (expected,) = here[kind]["data"], there[kind]["data"]
                assert float(got) == pytest.approx(float(expected), rel=ULPS, nan_ok=True)


@pytest.mark.parametrize(
    ("x", "chain"),
    [
        ("[0, 0.5, 1]", "square exp square"),
        ("[0.1234567, -2e-7, 3e8, 4, 5]", "square scale:-3"),
        ("[[1, 2], [3, 4.5]]", "reciprocal exp"),
        ("[[-1.5, 0], [2, 1e-5]]", "abs sqrt shift:1"),
    ],
)
def test_array_shows_the_numbers_of_cpython(explorer: Explorer, x: str, chain: str) -> None:
    told = trace(x, chain)
    explorer.answer_to(address(x, chain))
    y, start = told["variables"][-1]["data"], told["variables"][0]["grad"]
    expect(explorer.y).to_have_text(compact(y, digits=4))
    expect(explorer.gradient).to_have_text(compact(start, digits=4))
    assert explorer.rows() == rows_of(told)
    for name, texts in explorer.nodes().items():
        numbers = [text for text in texts if "[" in text]
        assert numbers, name
        for text in numbers:
            check_digits(text, every_number(told))


def every_number(told: dict[str, Any]) -> list[float]:
    """All numbers of a trace's arrays."""
    arrays = [v[kind] for v in told["variables"] for kind in ("data", "grad")]
    arrays += [local for f in told["functions"] for local in f["local"]]
    return [float(value) for array in arrays for value in array["data"]]


def check_digits(text: str, numbers: list[float]) -> None:
    """Whatever stands in an array that was made to fit is some number of the trace, rounded to the digits shown."""
    for shown in re.split(r"[\[\], =×]+(?![10⁻⁰-⁹]*10)", text):
        if not shown or shown == "…":
            continue
        assert any(shown == short(number, digits) for number in numbers for digits in (2, 3, 4)), (shown, text)


@pytest.mark.parametrize(("x", "chain"), [("[0.1, 1.5, -2.25]", "square exp"), ("[[1, 2], [3, 7]]", "reciprocal cube")])
def test_details_show_every_digit_of_every_element(explorer: Explorer, x: str, chain: str) -> None:
    told = trace(x, chain)
    explorer.answer_to(address(x, chain))
    for v in told["variables"]:
        explorer.variable(v["name"]).click()
        dialog = explorer.page.get_by_role("dialog")
        digits = [full(value) for kind in ("data", "grad") for value in v[kind]["data"]]
        expect(dialog.get_by_role("cell")).to_have_text(digits)
        explorer.page.keyboard.press("Escape")
        expect(dialog).to_be_hidden()
