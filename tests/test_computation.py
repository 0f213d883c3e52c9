"""A chain told as an expression and an expression told as a chain: the same functions either way."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pyautodiff import Variable
from pyautodiff.chain import parse_chain
from pyautodiff.computation import chain_of, expression_of, read_computation
from pyautodiff.expression_text import parse_expression
from pyautodiff.functions import FUNCTIONS
from pyautodiff.graph import Graph
from pyautodiff.trace import trace

NUMBERS = st.floats(allow_nan=False, allow_infinity=False).map(repr) | st.sampled_from(["3", "-1", "pi/4", "2**0.5"])
WORDS = st.sampled_from(list(FUNCTIONS)).flatmap(
    lambda name: st.just(name) if FUNCTIONS[name].constant is None else NUMBERS.map(lambda number: f"{name}:{number}")
)


def functions_of(y: Variable) -> list[tuple[str, float | None]]:
    return [(type(f).__name__, f.constant) for f in Graph(y).functions]


@settings(derandomize=True, deadline=None, max_examples=200)
@given(st.lists(WORDS, min_size=1, max_size=10).map(" ".join))
def test_a_chain_as_an_expression_is_the_same_functions(text: str) -> None:
    chain = parse_chain(text)
    expression = parse_expression(expression_of(chain))
    x = np.array(0.5)
    assert functions_of(expression(Variable(x))) == functions_of(chain(Variable(x)))


@settings(derandomize=True, deadline=None, max_examples=100)
@given(st.lists(WORDS, min_size=1, max_size=10).map(" ".join))
def test_an_expression_that_is_a_chain_says_so(text: str) -> None:
    chain = parse_chain(text)
    told = trace("0.5", parse_expression(expression_of(chain)))
    said = parse_chain(told["chain"])
    assert functions_of(said(Variable(np.array(0.5)))) == functions_of(chain(Variable(np.array(0.5))))


@pytest.mark.parametrize(
    ("expression", "chain"),
    [
        ("square(exp(square(x)))", "square exp square"),
        ("exp(x)**3 + 1", "exp pow:3 shift:1"),
        ("-2*sin(x)", "sin scale:-2"),
        ("-sin(x) - 0.5", "sin neg shift:-0.5"),
        ("1 - x", "neg shift:1"),
        ("x / 2", None),
        ("1 / x", None),
        ("2**x", None),
        ("x*x", None),
        ("x + sin(x)", None),
        ("sin(x0)", None),
        ("x", None),
    ],
)
def test_only_a_chain_is_told_as_one(expression: str, chain: str | None) -> None:
    read = parse_expression(expression)
    assert chain_of(trace(dict.fromkeys(read.names, "0.5"), read)) == chain


def test_the_trace_of_a_chain_has_its_expression() -> None:
    assert trace("0.5", "square, exp, pow:3")["expression"] == "pow(exp(square(x)), 3)"
    assert trace("0.5", "sin " * 64)["expression"].count("sin") == 64
    assert trace("0.5", "sin " * 65)["expression"] is None
    assert trace("0.5", "pow:0.1234567890123456 " * 64)["expression"].count("pow") == 64
    assert trace("0.5", "pow:-2 " * 64)["expression"] is None


def test_an_expression_stands_in_place_of_a_chain() -> None:
    assert str(read_computation("sin", "cos(x)")) == "cos(x)"
    assert str(read_computation("sin", None)) == "sin"
