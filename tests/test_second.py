"""The gradient of the gradient: its value, that of differences, and the graph it comes from."""

import json
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pyautodiff import Variable, numerical_diff
from pyautodiff.arrays import from_plain
from pyautodiff.chain import parse_chain
from pyautodiff.expression_text import parse_expression
from pyautodiff.faults import Fault
from pyautodiff.functions import FUNCTIONS
from pyautodiff.second import MAX_FUNCTIONS, second
from pyautodiff.trace import answer, trace
from tests.test_schema import validate

SMOOTH = ["square", "cube", "exp", "sin", "cos", "tanh", "sigmoid", "softplus", "neg", "pow:3", "scale:0.5", "shift:-1"]


def gradient(text: str, x: Variable) -> Variable:
    """dy/dx at ``x``, without a graph of it."""
    copy = Variable(x.data)
    parse_chain(text)(copy).backward()
    return Variable(np.asarray(copy.grad))


@settings(derandomize=True, deadline=None, max_examples=100)
@given(st.lists(st.sampled_from(SMOOTH), min_size=1, max_size=5).map(" ".join), st.floats(0.1, 1.0))
def test_second_derivatives_are_those_of_differences(text: str, x: float) -> None:
    told = second(parse_chain(text), np.array([x, -x / 2]))
    first, twice = from_plain(told["first"]), from_plain(told["second"])
    np.testing.assert_array_equal(first, gradient(text, Variable(np.array([x, -x / 2]))).data)
    slope = numerical_diff(lambda v: gradient(text, v), np.array([x, -x / 2]), 1e-5)
    np.testing.assert_allclose(twice, slope, rtol=1e-5, atol=1e-5 * max(1.0, float(np.abs(first).max())))


@pytest.mark.parametrize("x", ["0.5", "0", "-1", "[0.5, 2]", "nan", "inf"])
@pytest.mark.parametrize("name", FUNCTIONS)
def test_every_function_has_a_second_derivative(name: str, x: str) -> None:
    told = trace(x, name, parts={"second"})
    validate(told, "trace")
    assert told["second"]["first"] == told["variables"][0]["grad"]
    assert told["second"]["second"]["shape"] == told["variables"][0]["data"]["shape"]


def test_the_graph_of_the_gradient_has_names_that_say_what_they_are() -> None:
    told = second(parse_chain("square exp square"), np.array(0.5))
    trace_ = told["trace"]
    variables = {v["id"]: v for v in trace_["variables"]}
    assert (trace_["inputs"], trace_["outputs"]) == (["x"], ["gx"])
    assert {"x", "a", "b", "ga", "gb", "gx", "gy"} <= set(variables)
    assert variables["gy"]["role"] == "constant"
    assert variables["gx"]["data"] == told["first"]
    assert variables["x"]["grad"] == told["second"]
    first = trace("0.5", "square exp square")
    for v in first["variables"]:
        if v["id"] in variables:
            assert variables[v["id"]]["data"] == v["data"]
        if f"g{v['id']}" in variables:
            assert variables[f"g{v['id']}"]["data"] == v["grad"]


def test_a_gradient_without_x_has_the_derivative_zero() -> None:
    for text in ("3*x + 1", "x", "-x", "x + 2"):
        told = second(parse_expression(text), np.array([1.0, 2.0]))
        assert told["second"]["data"] == [0.0, 0.0]
        assert told["trace"]["inputs"] == []
        assert told["trace"]["outputs"] == ["gx"]
        assert {v["id"]: v for v in told["trace"]["variables"]}["gx"]["data"] == told["first"]


def test_the_numbers_of_an_expression_are_held() -> None:
    told = second(parse_expression("2**x / x"), np.array(1.5))
    x, log2 = 1.5, np.log(2)
    value = 2**x * (log2**2 / x - 2 * log2 / x**2 + 2 / x**3)
    np.testing.assert_allclose(told["second"]["data"], [value], rtol=1e-14)


def test_what_is_too_large_is_refused_and_the_rest_is_told() -> None:
    with pytest.raises(Fault):
        second(parse_chain("sin " * 50), np.array(0.5))
    told = trace("0.5", "sin " * 50, parts={"second"})
    validate(told, "trace")
    error = told["second"]["error"]
    assert (error["where"], error["kind"], error["values"]["limit"]) == ("second", "second-too-large", MAX_FUNCTIONS)
    assert error["values"]["functions"] > MAX_FUNCTIONS


def test_several_inputs_have_no_second_derivative_here() -> None:
    request: dict[str, Any] = {"expression": "x0 * x1", "x": {"x0": "1", "x1": "2"}, "parts": ["second"]}
    told = json.loads(answer(json.dumps(request)))
    assert told["second"] == {"error": {"where": "second", "kind": "second-several-inputs", "values": {}}}
