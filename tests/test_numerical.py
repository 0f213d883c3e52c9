"""Central differences, and a gradient check whose verdict blames eps where eps is to blame."""

import math
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from pyautodiff import (
    FUNCTIONS,
    Function,
    Variable,
    cos,
    cube,
    exp,
    gradient_check,
    log,
    numerical_diff,
    reciprocal,
    relu,
    scale,
    sigmoid,
    sin,
    sqrt,
    square,
    tan,
    tanh,
)


def variable(data: Any) -> Variable:
    return Variable(np.array(data, dtype=float))


class Wrong(Function):
    """The sine, with a gradient that is ``factor`` times its own."""

    def __init__(self, factor: float) -> None:
        self.factor = factor

    def forward(self, x: Any) -> Any:
        return np.sin(x)

    def backward(self, gy: Any) -> Any:
        return self.factor * np.cos(self.input.data) * gy


def ten_sigmoids(x: Variable) -> Variable:
    for _ in range(10):
        x = sigmoid(x)
    return x


def test_the_books_figures() -> None:
    assert numerical_diff(square, variable(2.0)) == 4.000000000004
    assert numerical_diff(lambda x: square(exp(square(x))), variable(0.5)) == 3.2974426293330694


def test_it_is_a_numpy_scalar_for_0_d_and_an_array_otherwise() -> None:
    assert type(numerical_diff(square, variable(2.0))) is np.float64
    assert type(numerical_diff(square, variable([2.0]))) is np.ndarray
    assert np.allclose(numerical_diff(square, variable([[1.0, 2.0]])), [[2.0, 4.0]])
    assert numerical_diff(square, np.empty((2, 0))).shape == (2, 0)


def test_of_a_result_with_several_elements_it_is_that_of_the_sum() -> None:
    x = variable([1.0, 2.0])
    matrix = np.array([[1.0, 2.0], [3.0, 4.0]])
    assert np.allclose(numerical_diff(lambda v: matrix @ v, x), [4.0, 6.0])
    assert np.isclose(numerical_diff(lambda v: v * np.array([1.0, 2.0]), variable(3.0)), 3.0)


def test_it_leaves_x_as_it_was() -> None:
    x = variable([1.0, 2.0])
    data = x.data
    numerical_diff(square, x)
    gradient_check(square, x)
    assert x.data is data
    assert data.tolist() == [1.0, 2.0]
    assert x.grad is None


@pytest.mark.parametrize("dtype", [np.int64, np.float16, np.float32])
def test_narrow_types_are_computed_in_float64(dtype: Any) -> None:
    assert np.isclose(numerical_diff(square, np.array(3, dtype)), 6.0, rtol=1e-10)
    assert gradient_check(lambda v: exp(sin(v)), np.array([1, 2], dtype)).verdict == "agree"


def test_it_warns_of_nothing() -> None:
    assert math.isnan(numerical_diff(log, variable(-1.0)))
    assert math.isnan(numerical_diff(exp, variable(1000.0)))


def test_it_takes_a_function_that_differentiates_itself() -> None:
    def slope(x: Variable) -> Variable:
        y = cube(x)
        y.backward(create_graph=True)
        assert isinstance(x.grad, Variable)
        return x.grad

    assert np.isclose(numerical_diff(slope, variable(2.0)), 12.0)
    assert gradient_check(slope, variable(2.0)).verdict == "agree"


@pytest.mark.parametrize("eps", [0.0, -1e-4, math.nan, math.inf])
def test_eps_is_positive_and_finite(eps: float) -> None:
    for f in (numerical_diff, gradient_check):
        with pytest.raises(ValueError, match="eps"):
            f(square, variable(1.0), eps)


def test_the_figures_of_a_check() -> None:
    check = gradient_check(lambda x: square(exp(square(x))), variable(0.5))
    assert check.backprop == 3.297442541400256
    assert check.numerical == 3.2974426293330694
    assert check.relative_error == abs(3.2974426293330694 - 3.297442541400256) / 3.2974426293330694
    assert (check.worst, check.eps, check.best_eps, check.verdict) == ((), 1e-4, 1e-4, "agree")


def test_the_worst_element_is_named() -> None:
    check = gradient_check(lambda x: square(x) if x.data[1, 0] == 0 else Wrong(1.5)(x), variable([[1.0], [2.0]]))
    assert check.verdict == "disagree"
    assert check.worst in {(0, 0), (1, 0)}
    assert check.backprop.shape == check.numerical.shape == (2, 1)


def test_x_that_plays_no_part_has_gradient_0() -> None:
    check = gradient_check(lambda _: variable(3.0), variable([1.0, 2.0]))
    assert check.backprop.tolist() == [0.0, 0.0]
    assert check.verdict == "agree"


def test_no_elements_agree() -> None:
    check = gradient_check(square, np.empty(0))
    assert (check.verdict, check.worst) == ("agree", (0,))


@pytest.mark.parametrize("factor", [0.0, -1.0, 0.5, 0.99, 1.0001, 1.00003, 2.0])
@pytest.mark.parametrize("x", [1e-6, 0.3, 0.7, -2.0, 100.0])
def test_a_wrong_gradient_is_blamed(factor: float, x: float) -> None:
    assert gradient_check(Wrong(factor), variable(x)).verdict == "disagree"
    assert gradient_check(lambda v: exp(Wrong(factor)(v)), variable(x)).verdict == "disagree"
    assert gradient_check(Wrong(factor), variable([0.0, x])).verdict == "disagree"


def test_a_wrong_gradient_is_blamed_where_the_right_one_is_0() -> None:
    class Off(Function):
        def forward(self, x: Any) -> Any:
            return np.cos(x) ** 2 + np.sin(x) ** 2

        def backward(self, gy: Any) -> Any:
            return 1e-3 * gy

    assert gradient_check(Off(), variable(0.7)).verdict == "disagree"


@pytest.mark.parametrize("eps", [1e-13, 1e-15, 1e-17])
@pytest.mark.parametrize("f", [exp, sin, tanh, ten_sigmoids])
def test_an_eps_that_cancels_digits_is_too_small(f: Callable[[Variable], Variable], eps: float) -> None:
    check = gradient_check(f, variable(0.7), eps)
    assert check.verdict == "eps-too-small"
    assert check.best_eps > eps
    assert gradient_check(f, variable(0.7), check.best_eps).verdict == "agree"


@pytest.mark.parametrize("eps", [0.1, 1.0])
@pytest.mark.parametrize("f", [exp, sin, tanh, sigmoid, cube])
def test_an_eps_within_which_f_bends_is_too_large(f: Callable[[Variable], Variable], eps: float) -> None:
    check = gradient_check(f, variable(0.7), eps)
    assert check.verdict == "eps-too-large"
    assert check.best_eps < eps
    assert gradient_check(f, variable(0.7), check.best_eps).verdict == "agree"


@pytest.mark.parametrize(
    ("f", "x"),
    [
        (abs, 1e-5),
        (lambda v: relu(v) + 10, -1e-5),
        (log, 1e-5),
        (sqrt, 1e-8),
        (reciprocal, 1e-6),
        (tan, 1.5707),
        (lambda v: sin(v * 1e6), 0.3),
        (lambda v: v**10, 0.1),
    ],
)
def test_near_a_kink_a_pole_or_a_border_the_usual_eps_is_too_large(f: Callable[[Any], Any], x: float) -> None:
    assert gradient_check(f, variable(x)).verdict == "eps-too-large"


@pytest.mark.parametrize(("f", "x"), [(log, 1e12), (sin, 1e8), (lambda v: v + 1e10 - 1e10, 0.5), (scale, 1e300)])
def test_for_a_large_x_or_value_on_the_way_the_usual_eps_is_too_small(f: Callable[[Any], Any], x: float) -> None:
    assert gradient_check(f, variable(x)).verdict == "eps-too-small"


@pytest.mark.parametrize(
    ("f", "x"),
    [
        (abs, 0.0),
        (relu, 0.0),
        (lambda v: abs(v) ** 0.5, 0.0),
        (lambda v: sqrt(square(v)), 0.0),
        (log, -1.0),
        (log, 0.0),
        (sqrt, 0.0),
        (reciprocal, 0.0),
        (exp, 1000.0),
        (exp, math.nan),
        (Wrong(math.nan), 0.7),
        (lambda v: sqrt(relu(v)), -1.0),
        (lambda v: sin(exp(v)), 500.0),
        (relu, [1.0, 0.0]),
    ],
)
def test_where_there_is_no_derivative_the_verdict_is_undefined(f: Callable[[Any], Any], x: Any) -> None:
    assert gradient_check(f, variable(x)).verdict == "undefined"


@pytest.mark.parametrize(
    ("f", "x"),
    [
        (square, 0.0),
        (cos, 0.0),
        (sin, math.pi / 2),
        (lambda v: sin(v) ** 2 + cos(v) ** 2, 0.7),
        (sigmoid, 40.0),
        (tanh, 18.0),
        (tanh, -25.0),
        (ten_sigmoids, 0.5),
        (square, 1e8),
        (square, 1e-8),
        (exp, 700.0),
        (exp, -700.0),
    ],
)
def test_vanishing_large_and_tiny_gradients_agree(f: Callable[[Any], Any], x: float) -> None:
    assert gradient_check(f, variable(x)).verdict == "agree"


@pytest.mark.parametrize("name", FUNCTIONS)
def test_no_function_of_the_registry_is_ever_blamed(name: str) -> None:
    rng = np.random.default_rng(0)
    points = [*rng.standard_normal(20), *(10.0 ** rng.uniform(-12, 12, 20)), *(-(10.0 ** rng.uniform(-12, 12, 20)))]
    for x in points:
        for eps in (1e-1, 1e-4, 1e-9):
            check = gradient_check(FUNCTIONS[name](), variable(x), eps)
            assert check.verdict != "disagree", check
