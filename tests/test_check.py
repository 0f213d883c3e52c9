"""The gradient check of a run: slopes as numerical_diff has them, errors at their element, a verdict that is fair."""

from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pyautodiff import Function, Variable, exp, gradient_check, no_grad, numerical_diff, sin, square
from pyautodiff.arrays import from_plain
from pyautodiff.chain import parse_chain
from pyautodiff.check import SWEEP, check
from pyautodiff.functions import FUNCTIONS
from pyautodiff.perturbation import central_differences, rest
from pyautodiff.run import Run


class Wrong(Function):
    """A square whose backward forgets the 2."""

    def forward(self, x: np.ndarray) -> np.ndarray:
        return x * x

    def backward(self, gy: np.ndarray) -> np.ndarray:
        return self.input.data * gy


def run_of(chain: str, x: Any) -> Run:
    return Run(parse_chain(chain)(Variable(np.asarray(x, dtype=float))))


def told(chain: str, x: Any, eps: float = 1e-4) -> dict[str, Any]:
    found = check(run_of(chain, x), eps)
    assert found is not None
    return found


def test_the_books_example_agrees_and_has_the_books_figure() -> None:
    found = told("square exp square", 0.5)
    x, a, b = found["variables"]
    assert [v["variable"] for v in (x, a, b)] == ["x", "a", "b"]
    assert from_plain(x["backprop"]) == 3.297442541400256
    assert from_plain(x["numerical"]) == 3.2974426293330694
    assert x["relative_error"] == pytest.approx(2.6667e-8, rel=1e-3)
    assert (x["worst"], found["verdict"], found["eps"]) == (None, "agree", 1e-4)
    assert (found["forward_passes"], found["backward_passes"]) == (6, 1)


@pytest.mark.parametrize("text", [*FUNCTIONS, "square exp square", "sin pow:2.5 tanh softplus"])
def test_slopes_of_a_chain_equal_numerical_diff_of_the_rest(text: str) -> None:
    graph = run_of(text, 0.7).graph
    steps = (1e-4, *SWEEP)
    slopes = central_differences(graph, [(v, steps) for v in graph.variables[:-1]])
    for v, row in zip(graph.variables, slopes, strict=False):
        for eps, slope in zip(steps, row, strict=True):
            with no_grad():
                expected = numerical_diff(rest(graph, v), v, eps)
            # NumPy may compute many points and one point differently in the last digit, which eps makes greater.
            np.testing.assert_allclose(slope, expected, rtol=1e-14, atol=1e-15 / eps)


def test_slopes_of_an_array_equal_those_of_its_elements() -> None:
    x = np.array([[0.3, 1.7], [0.9, 1.2]])
    graph = run_of("sin exp", x).graph
    ((slopes,),) = central_differences(graph, [(graph.variables[0], [1e-4])])
    for index in np.ndindex(x.shape):
        np.testing.assert_allclose(slopes[index], numerical_diff(parse_chain("sin exp"), Variable(np.array(x[index]))))


def test_rest_of_a_graph_moves_one_variable_and_keeps_the_others() -> None:
    x0, x1 = Variable(np.array(2.0)), Variable(np.array(3.0))
    a = square(x0)
    graph = Run(a * x1 + exp(x0)).graph
    with no_grad():
        assert rest(graph, a)(Variable(np.array(5.0))).data == 15.0 + np.exp(2.0)
        assert rest(graph, x0)(Variable(np.array(1.0))).data == 3.0 + np.exp(1.0)
    assert (a.data, graph.output.data) == (4.0, 12.0 + np.exp(2.0))


def test_every_variable_of_a_graph_is_checked_but_the_output() -> None:
    x0, x1 = Variable(np.array([1.0, 2.0])), Variable(np.array(3.0))
    found = check(Run((sin(x0) * x1).sum()), 1e-4)
    assert found is not None
    assert [v["variable"] for v in found["variables"]] == ["x0", "a", "x1", "b"]
    assert found["verdict"] == "agree"
    for v in found["variables"]:
        np.testing.assert_allclose(from_plain(v["numerical"]), from_plain(v["backprop"]), rtol=1e-7)


@settings(derandomize=True, deadline=None, max_examples=50)
@given(st.lists(st.sampled_from(list(FUNCTIONS)), min_size=1, max_size=5).map(" ".join), st.floats(-2, 2))
def test_verdict_on_a_number_is_that_of_gradient_check(chain: str, x: float) -> None:
    found = told(chain, x)
    expected = gradient_check(parse_chain(chain), Variable(np.array(x)))
    assert found["verdict"] == expected.verdict


@pytest.mark.parametrize(
    ("chain", "x", "eps", "verdict"),
    [
        ("square exp square", 0.5, 1e-1, "eps-too-large"),
        ("square exp square", 0.5, 1e-13, "eps-too-small"),
        ("log", -1.0, 1e-4, "undefined"),
        ("abs", 0.0, 1e-4, "undefined"),
        ("relu", [1.0, 0.0], 1e-4, "undefined"),
        ("reciprocal", 0.0, 1e-4, "undefined"),
        ("square", np.inf, 1e-4, "undefined"),
        ("square", np.nan, 1e-4, "undefined"),
        ("scale:1e-300", 1e308, 1e-4, "undefined"),
        ("square", 0.0, 1e-4, "agree"),
        ("scale:0", 1.0, 1e-4, "agree"),
    ],
)
def test_verdict_says_where_the_fault_lies(chain: str, x: Any, eps: float, verdict: str) -> None:
    assert told(chain, x, eps)["verdict"] == verdict


@pytest.mark.parametrize("x", [1.5, [1.5, 2.5]])
def test_wrong_gradient_is_found(x: Any) -> None:
    found = check(Run(square(Wrong()(Variable(np.array(x))))), 1e-4)
    assert found is not None
    assert found["verdict"] == "disagree"
    assert found["variables"][0]["relative_error"] == pytest.approx(0.5)
    assert found["variables"][1]["relative_error"] < 1e-6


def test_worst_element_is_named() -> None:
    found = told("relu", [[1.0, 2.0], [0.0, -1.0]])
    assert found["variables"][0]["worst"] == [1, 0]


def test_sweep_shows_truncation_then_cancellation() -> None:
    found = told("square exp square", 0.5)
    assert [point["eps"] for point in found["sweep"]] == list(SWEEP)
    errors = [point["error"] for point in found["sweep"]]
    assert errors[0] / errors[1] == pytest.approx(100, rel=0.2)
    assert found["best_eps"] in (1e-5, 1e-6)
    assert errors[-1] > 1e3 * min(errors)
    assert found["variables"][0]["relative_error"] == errors[3]


def test_zero_slope_does_not_look_like_an_error() -> None:
    found = told("cos", 0.0)
    assert max(point["error"] for point in found["sweep"][:6]) < 1e-5


def test_float32_is_checked_in_float64_with_its_own_tolerance() -> None:
    found = check(Run(parse_chain("square exp")(Variable(np.array(0.5, dtype=np.float32)))), 1e-4)
    assert found is not None
    assert found["verdict"] == "agree"
    assert found["variables"][0]["backprop"]["dtype"] == "float32"


def test_leaf_has_nothing_to_check() -> None:
    assert check(Run(Variable(np.array(1.0))), 1e-4) is None


def test_check_leaves_the_run_as_it_was() -> None:
    run = run_of("square exp square", 0.5)
    before = [(v.data, v.grad, v.creator) for v in run.graph.variables]
    check(run, 1e-4)
    assert [(v.data, v.grad, v.creator) for v in run.graph.variables] == before
