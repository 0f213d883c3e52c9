"""What is unusual about the numbers is said: domain errors, overflow, underflow, corners, vanishing gradients."""

import pytest
from playwright.sync_api import expect

from tests.browser.explorer import Explorer
from tests.browser.words import Say

TROUBLE = [
    ("-1", "log square", "domain", "log (A)", ("NaN", "NaN")),
    ("-4", "sqrt", "domain", "sqrt (A)", ("NaN", "NaN")),
    ("0", "reciprocal", "domain", "reciprocal (A)", ("∞", "−∞")),
    ("4", "exp square exp", "overflow", "exp (C)", ("∞", "∞")),
    ("-800", "exp", "underflow", "exp (A)", ("0.0", "0.0")),
    ("0", "abs", "kink", "abs (A)", ("0.0", "0.0")),
    ("0", "exp shift:-1 relu exp", "kink", "relu (C)", ("1.0", "0.0")),
]


@pytest.mark.parametrize(("x", "chain", "kind", "where", "numbers"), TROUBLE)
def test_trouble_is_told_with_the_function_where_it_began(
    explorer: Explorer, say: Say, x: str, chain: str, kind: str, where: str, numbers: tuple[str, str]
) -> None:
    address = f"x={x}&f={chain.replace(' ', ',')}"
    explorer.open(address)
    expect(explorer.page.get_by_text(say(f"flags.{kind}", where))).to_be_visible()
    expect(explorer.y).to_have_text(numbers[0])
    expect(explorer.gradient).to_have_text(numbers[1])
    explorer.open(f"{address}&lang=ko")
    expect(explorer.page.get_by_text(say(f"flags.{kind}", where, lang="ko"))).to_be_visible()


def test_trouble_that_is_over_is_not_told_any_more(explorer: Explorer, say: Say) -> None:
    explorer.open("x=-1&f=log")
    told = explorer.page.get_by_text(say("flags.domain", "log (A)"))
    expect(told).to_be_visible()
    explorer.x.fill("1")
    expect(told).to_have_count(0)
    expect(explorer.y).to_have_text("0.0")


def test_vanishing_gradient_is_told(explorer: Explorer, say: Say) -> None:
    explorer.page.get_by_role("combobox", name="Examples").select_option("vanishing")
    expect(explorer.page.get_by_text(say("flags.vanishing"))).to_be_visible()


def test_array_output_says_that_the_seed_is_ones(explorer: Explorer, say: Say) -> None:
    explorer.page.get_by_role("combobox", name="Examples").select_option("array")
    expect(explorer.page.get_by_text(say("result.elementwise"))).to_be_visible()


def test_no_trouble_no_warning(explorer: Explorer, say: Say) -> None:
    for kind in ("domain", "overflow", "underflow", "kink"):
        expect(explorer.page.get_by_text(say(f"flags.{kind}", "").removeprefix(": "))).to_have_count(0)
    expect(explorer.page.get_by_text(say("flags.vanishing"))).to_have_count(0)
