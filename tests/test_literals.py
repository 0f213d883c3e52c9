"""Text → ndarray: what a person types is read, anything else is refused as a kind with values, in bounded time."""

# ruff: noqa: RUF001 - look-alikes are what is tested

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pyautodiff.faults import Fault
from pyautodiff.literals import MAX_DEPTH, MAX_ELEMENTS, MAX_LENGTH, canonical, parse_array, parse_number

READ = {
    "0.5": 0.5,
    " -3 ": -3.0,
    "\N{MINUS SIGN}3": -3.0,
    "1e-3": 0.001,
    ".5": 0.5,
    "5.": 5.0,
    "1_000": 1000.0,
    "pi/4": math.pi / 4,
    "2*pi": 2 * math.pi,
    "2·π": 2 * math.pi,
    "3 × 2 ÷ 4": 1.5,
    "2^3": 8.0,
    "-2**2": -4.0,
    "sqrt(2)": math.sqrt(2),
    "(1 + 2) - -3": 6.0,
    "１．５": 1.5,
    "𝟏.𝟓": 1.5,
    "1e400": math.inf,
    "-∞": -math.inf,
    "9**9**9": math.inf,
    "(-9)**9**9": -math.inf,
    "9" * 400: math.inf,
}

REFUSED = {
    "": ("x-empty", {}),
    " \t\n": ("x-empty", {}),
    "[]": ("x-empty", {}),
    "[[], []]": ("x-empty", {}),
    "0,5": ("x-comma", {"text": ",5", "position": 1}),
    "[1;2]": ("x-syntax", {"text": ";2]", "position": 2}),
    "−−1;": ("x-syntax", {"text": ";", "position": 3}),
    "1 2": ("x-syntax", {"text": "1 2", "position": 0}),
    "2pi": ("x-syntax", {"text": "2pi", "position": 0}),
    "1)(2": ("x-syntax", {"text": ")(2", "position": 1}),
    "1 +": ("x-syntax", {"text": "", "position": 3}),
    "[1] + 2": ("x-syntax", {"text": "[1] + 2", "position": 0}),
    "sqrt(1, 2)": ("x-syntax", {"text": "sqrt(1, 2)", "position": 0}),
    "3²": ("x-syntax", {"text": "3²", "position": 0}),
    "1½": ("x-syntax", {"text": "1½", "position": 0}),
    "\x00": ("x-syntax", {"text": "\x00", "position": 0}),
    "np.pi": ("x-name", {"name": "np", "text": "np.pi", "position": 0}),
    "1 + 안녕": ("x-name", {"name": "안녕", "text": "안녕", "position": 4}),
    "lambda: 0": ("x-name", {"name": "lambda", "text": "lambda: 0", "position": 0}),
    "__import__('os')": ("x-name", {"name": "__import__", "text": "__import__('os')", "position": 0}),
    "[[1], [2, 3]]": ("x-ragged", {}),
    "[1, [2]]": ("x-ragged", {}),
    "1/0": ("x-not-real", {"text": "1/0", "position": 0}),
    "0**-1": ("x-not-real", {"text": "0**-1", "position": 0}),
    "2 + sqrt(-1)": ("x-not-real", {"text": "sqrt(-1)", "position": 4}),
    "(-8)**(1/3)": ("x-not-real", {"text": "(-8)**(1/3)", "position": 0}),
    "1j": ("x-not-real", {"text": "1j", "position": 0}),
    "(" * 17 + "1" + ")" * 17: ("x-too-deep", {"limit": MAX_DEPTH}),
    "-" * 5000 + "1": ("x-too-deep", {"limit": 100}),
    "2**" * 3000 + "2": ("x-too-deep", {"limit": 100}),
    "[" + "0," * (MAX_ELEMENTS + 1) + "]": ("x-too-large", {"limit": MAX_ELEMENTS}),
    "1" * (MAX_LENGTH + 1): ("x-text-too-long", {"limit": MAX_LENGTH}),
}


@pytest.mark.parametrize(("text", "value"), READ.items(), ids=lambda case: str(case)[:20])
def test_number_as_typed_is_read(text: str, value: float) -> None:
    x = parse_array(text)
    assert (x.dtype, x.shape, float(x)) == (np.float64, (), value)


def test_nan_is_read() -> None:
    assert np.isnan(parse_array("nan"))


@pytest.mark.parametrize("text", ["[0, 0.5, 1]", "[0,.5,1,]", "[0,\n 0.5,\n 1]", "[0, 1/2, sqrt(1)]", "［0, 0.5, 1］"])
def test_list_is_one_dimensional(text: str) -> None:
    np.testing.assert_array_equal(parse_array(text), [0.0, 0.5, 1.0])


def test_nested_lists_are_more_dimensions() -> None:
    x = parse_array("[[[1, 2], [3, 4]], [[5, 6], [7, -inf]]]")
    assert x.shape == (2, 2, 2)
    assert x[1, 1, 1] == -np.inf


@pytest.mark.parametrize(("text", "fault"), REFUSED.items(), ids=lambda case: str(case)[:20])
def test_anything_else_is_refused_with_kind_and_values(text: str, fault: tuple[str, object]) -> None:
    with pytest.raises(Fault) as raised:
        parse_array(text)
    assert (raised.value.where, raised.value.kind, raised.value.values) == ("x", *fault)


@pytest.mark.parametrize("text", ["inf", "nan", "[1]", "1e999"])
def test_number_is_one_finite_scalar(text: str) -> None:
    with pytest.raises(Fault, match="x-not-real"):
        parse_number(text)
    assert parse_number("pi/2") == math.pi / 2


@given(st.floats())
def test_repr_of_a_float_comes_back(value: float) -> None:
    x = float(parse_array(repr(value)))
    assert x == value or (math.isnan(x) and math.isnan(value))


@settings(derandomize=True, max_examples=500)
@given(st.text() | st.text("0123456789.eE+-*/()[], _jπ²½∞npisqrtf", max_size=40))
def test_any_text_gives_an_array_or_a_fault_and_the_same_for_its_canonical_text(text: str) -> None:
    try:
        x = parse_array(text)
    except Fault:
        with pytest.raises(Fault):
            parse_array(canonical(text))
    else:
        np.testing.assert_array_equal(parse_array(canonical(text)), x)
        assert canonical(canonical(text)) == canonical(text)
