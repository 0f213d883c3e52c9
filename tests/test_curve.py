"""The curve: every variable and its derivative over a range, equal to a run at each of its points."""

import numpy as np
import pytest

from pyautodiff import Function, Variable
from pyautodiff.chain import parse_chain
from pyautodiff.curve import POINTS, curve
from pyautodiff.functions import FUNCTIONS


def numbers(told: list) -> np.ndarray:
    return np.array([float(value) for value in told])


@pytest.mark.parametrize("text", [*FUNCTIONS, "square exp square", "sin abs log scale:-2 tanh"])
def test_every_point_equals_a_run_there(text: str) -> None:
    told = curve(parse_chain(text), -2.0, 2.0)
    x = numbers(told["x"])
    assert (len(x), x[0], x[-1], x[POINTS // 2]) == (POINTS, -2.0, 2.0, 0.0)
    by_name = {variable["variable"]: variable for variable in told["variables"]}
    for index in range(0, POINTS, 10):
        point = Variable(np.array(x[index]))
        y = parse_chain(text)(point)
        y.backward()
        np.testing.assert_allclose(numbers(by_name["y"]["data"])[index], y.data, rtol=1e-14)
        np.testing.assert_allclose(numbers(by_name["y"]["derivative"])[index], point.grad, rtol=1e-13, atol=1e-300)


def test_every_variable_has_its_derivative_in_x() -> None:
    told = curve(parse_chain("square exp"), 0.0, 2.0)
    x, a, y = ((numbers(v["data"]), numbers(v["derivative"])) for v in told["variables"])
    np.testing.assert_array_equal(x[1], 1.0)
    np.testing.assert_array_equal(a[1], 2 * x[0])
    np.testing.assert_allclose(y[1], 2 * x[0] * y[0], rtol=1e-15)


def test_poles_and_undefined_stretches_are_strings() -> None:
    told = curve(parse_chain("reciprocal"), -1.0, 1.0)
    assert told["variables"][-1]["data"][POINTS // 2] == "Infinity"
    told = curve(parse_chain("log"), -1.0, 1.0)
    data = told["variables"][-1]["data"]
    assert (data[0], data[POINTS // 2]) == ("NaN", "-Infinity")


def test_terms_of_joining_branches_add_up() -> None:
    told = curve(lambda x: x * x + 3 * x, -1.0, 1.0)
    x, y = told["variables"][0], told["variables"][-1]
    np.testing.assert_allclose(numbers(y["derivative"]), 2 * numbers(x["data"]) + 3, atol=1e-15)


def test_no_curve_where_a_function_mixes_elements() -> None:
    class Total(Function):
        def forward(self, x: np.ndarray) -> np.ndarray:
            return np.sum(x)

        def backward(self, gy: np.ndarray) -> np.ndarray:
            return gy * np.ones_like(self.inputs_data[0])

    assert curve(Total(), -1.0, 1.0) is None
