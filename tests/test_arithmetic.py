"""The operators: values to NumPy's last digit, gradients summed back over what was broadcast."""

import operator
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from pyautodiff import Variable, add, div, gradient_check, mul, sub
from pyautodiff.arithmetic import DivBy, TwoInputs
from pyautodiff.functions import Pow, Scale, Shift

OPERATORS: dict[str, Callable[[Any, Any], Any]] = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "/": operator.truediv,
    "**": operator.pow,
}
SHAPES = [((), ()), ((3,), (3,)), ((2, 3), (3,)), ((2, 3), (2, 1)), ((1, 3), (2, 1)), ((), (2, 2)), ((2, 0), (1,))]

every_operator = pytest.mark.parametrize("apply", OPERATORS.values(), ids=OPERATORS)


def positive(shape: tuple[int, ...], seed: int = 0) -> Any:
    return np.random.default_rng(seed).uniform(0.5, 2.0, shape)


@every_operator
@pytest.mark.parametrize("shapes", SHAPES, ids=str)
def test_value_is_numpys(apply: Callable[[Any, Any], Any], shapes: tuple[Any, Any]) -> None:
    a, b = (np.asarray(positive(shape, seed)) for seed, shape in enumerate(shapes))
    expected = np.asarray(apply(a, b))
    for y in (apply(Variable(a), Variable(b)), apply(Variable(a), b), apply(a, Variable(b))):
        assert type(y) is Variable
        assert np.array_equal(y.data, expected)
        assert y.shape == expected.shape


@every_operator
@pytest.mark.parametrize("shapes", SHAPES, ids=str)
def test_gradients_are_those_of_differences(apply: Callable[[Any, Any], Any], shapes: tuple[Any, Any]) -> None:
    a, b = (Variable(np.asarray(positive(shape, seed))) for seed, shape in enumerate(shapes))
    apply(a, b).backward()
    for x, f in ((a, lambda v: apply(v, b)), (b, lambda v: apply(a, v))):
        assert x.grad.shape == x.shape
        assert gradient_check(f, x).verdict == "agree"


@every_operator
@pytest.mark.parametrize("shapes", SHAPES[:-1], ids=str)
def test_gradients_of_gradients_are_those_of_differences(
    apply: Callable[[Any, Any], Any], shapes: tuple[Any, Any]
) -> None:
    a, b = (np.asarray(positive(shape, seed)) for seed, shape in enumerate(shapes))

    def slopes(v: Variable, w: Variable) -> Variable:
        y = (apply(v, w) ** 2).sum()
        y.backward(create_graph=True)
        result: Variable = (v.grad**2).sum() + (w.grad**2).sum()
        return result

    assert gradient_check(lambda v: slopes(v, Variable(b)), a).verdict == "agree"
    assert gradient_check(lambda w: slopes(Variable(a), w), b).verdict == "agree"


@every_operator
@pytest.mark.parametrize("number", [2, 0.5, 3.0, -1.5])
def test_plain_numbers_on_both_sides(apply: Callable[[Any, Any], Any], number: float) -> None:
    for data in (np.array(0.7), np.array([0.5, 2.0])):
        x = Variable(data)
        assert np.array_equal(apply(x, number).data, apply(data, number))
        assert gradient_check(lambda v: apply(v, number), x).verdict == "agree"
        if number > 0 or apply is not operator.pow:
            assert np.allclose(apply(number, x).data, apply(number, data), rtol=1e-15)
            assert gradient_check(lambda v: apply(number, v), x).verdict == "agree"


@every_operator
@pytest.mark.parametrize("number", [np.float64(1.5), np.int64(2)])
def test_numpy_scalars_on_both_sides(apply: Callable[[Any, Any], Any], number: Any) -> None:
    x = Variable(np.array([0.5, 2.0]))
    for y, expected in ((apply(x, number), apply(x.data, number)), (apply(number, x), apply(number, x.data))):
        assert type(y) is Variable
        assert np.array_equal(y.data, expected)


@every_operator
def test_float32_is_kept_beside_plain_numbers(apply: Callable[[Any, Any], Any]) -> None:
    for data in (np.array(0.5, np.float32), np.array([0.5, 2.0], np.float32)):
        x = Variable(data)
        for y in (apply(x, 1.5), apply(1.5, x), apply(x, 2), apply(2, x), apply(x, x)):
            y.backward()
            assert y.data.dtype == x.grad.dtype == np.float32


@every_operator
def test_integers_are_as_in_numpy(apply: Callable[[Any, Any], Any]) -> None:
    a, b = np.array([1, 2, 4]), np.array([2, 1, 3])
    y = apply(Variable(a), Variable(b))
    assert np.array_equal(y.data, apply(a, b))
    assert y.data.dtype == apply(a, b).dtype


@every_operator
def test_other_types_are_refused_on_both_sides(apply: Callable[[Any, Any], Any]) -> None:
    x = Variable(np.array(1.0))
    for other in ("1", [1.0], True, 1j, None):
        with pytest.raises(TypeError):
            apply(x, other)
        with pytest.raises(TypeError):
            apply(other, x)


@every_operator
def test_shapes_that_do_not_fit_are_both_named(apply: Callable[[Any, Any], Any]) -> None:
    with pytest.raises(ValueError, match=r"\(2,\) \(3,\)"):
        apply(Variable(np.ones(2)), Variable(np.ones(3)))


@every_operator
def test_nothing_is_raised_or_warned_of(apply: Callable[[Any, Any], Any]) -> None:
    with np.errstate(all="raise"):
        for a in (0.0, -1.0, 1e308, np.inf, np.nan):
            for b in (0.0, -1.0, 1e308, np.inf, np.nan):
                x, y = Variable(np.array(a)), Variable(np.array(b))
                apply(x, y).backward()
                apply(x, b).backward()
                apply(a, y).backward()


def test_negation_and_absolute_value_and_the_builtin_pow_and_sum() -> None:
    x = Variable(np.array([-2.0, 3.0]))
    assert (-x).data.tolist() == [2.0, -3.0]
    assert (+x) is x
    assert abs(x).data.tolist() == [2.0, 3.0]
    assert pow(x, 3).data.tolist() == [-8.0, 27.0]
    total: Any = sum(x)
    assert total.data == 1.0
    total.backward()
    assert x.grad.tolist() == [1.0, 1.0]


def test_a_plain_number_is_the_constant_of_a_function_of_one_input() -> None:
    x = Variable(np.array(1.0))
    made = [x + 2, 2 + x, x - 2, x * 2, 2 * x, x / 2, x**2]
    assert [type(y.creator) for y in made] == [Shift, Shift, Shift, Scale, Scale, DivBy, Pow]
    assert [y.creator.constant for y in made] == [2, 2, -2, 2, 2, 2, 2]  # type: ignore[union-attr]


def test_power_at_0_has_finite_derivatives() -> None:
    a, b = Variable(np.array([0.0, 0.0, 2.0])), Variable(np.array([0.0, 2.0, 0.0]))
    (a**b).backward()
    assert a.grad.tolist() == [0.0, 0.0, 0.0]
    assert b.grad.tolist() == [0.0, 0.0, np.log(2.0)]


def test_the_named_functions_are_the_operators() -> None:
    a, b = Variable(np.array(3.0)), Variable(np.array(4.0))
    assert [f(a, b).data for f in (add, sub, mul, div)] == [7.0, -1.0, 12.0, 0.75]
    assert add(1, 2).data == 3


def test_numpys_functions_refuse_a_variable() -> None:
    with pytest.raises(TypeError, match="does not support ufuncs"):
        np.sin(Variable(np.array(1.0)))  # type: ignore[call-overload]


def test_formulas_name_both_inputs() -> None:
    for make in TwoInputs.__subclasses__():
        assert "#1" in make().formula_tex()
        assert "#2" in make().formula_tex()
