"""Every function of the registry: value, gradient, gradient of the gradient, edges, and what is told about it."""

import builtins
import math
import re
from typing import Any

import numpy as np
import pytest

import pyautodiff
from pyautodiff import FUNCTIONS, Variable, gradient_check, numerical_diff, scale, shift
from pyautodiff.functions import Elementwise, Pow, Scale, Shift, WithConstant

VALUES: dict[str, Any] = {
    "square": lambda x: x**2,
    "cube": lambda x: x**3,
    "exp": np.exp,
    "log": np.log,
    "sqrt": np.sqrt,
    "reciprocal": lambda x: 1 / x,
    "neg": lambda x: -x,
    "abs": np.abs,
    "sin": np.sin,
    "cos": np.cos,
    "tan": np.tan,
    "tanh": np.tanh,
    "sigmoid": lambda x: 1 / (1 + np.exp(-x)),
    "relu": lambda x: np.maximum(x, 0),
    "softplus": lambda x: np.logaddexp(0, x),
    "pow": lambda x: x**3,
    "scale": lambda x: 2 * x,
    "shift": lambda x: x + 1,
}
DOMAINS = {"real", "positive", "non-negative", "non-zero", "poles", "constant"}
INSIDE = {"positive": [0.5, 2.0], "non-negative": [0.5, 2.0]}
every_function = pytest.mark.parametrize("make", FUNCTIONS.values(), ids=FUNCTIONS)


def points(make: type[Elementwise]) -> list[float]:
    return INSIDE.get(make.domain, [-1.3, 0.7])


def test_the_registry_holds_what_is_tested_here() -> None:
    assert set(FUNCTIONS) == set(VALUES)


@every_function
def test_value_is_numpys(make: type[Elementwise]) -> None:
    for x in (*points(make), points(make)):
        data = np.array(x)
        assert np.array_equal(make()(Variable(data)).data, VALUES[make.name](data))


@every_function
def test_gradient_is_that_of_differences(make: type[Elementwise]) -> None:
    for x in (*points(make), points(make)):
        check = gradient_check(make(), Variable(np.array(x)))
        assert check.verdict == "agree", check


@every_function
def test_gradient_of_the_gradient_is_that_of_differences(make: type[Elementwise]) -> None:
    def slope(v: Variable) -> Variable:
        y = make()(v)
        y.backward(create_graph=True)
        return pyautodiff.add(v.grad, v * 0.0)  # some gradients do not depend on v

    for x in points(make):
        variable = Variable(np.array(x))
        assert gradient_check(slope, variable).verdict == "agree"


@every_function
def test_backward_multiplies_by_the_upstream_gradient(make: type[Elementwise]) -> None:
    x = Variable(np.array(points(make)))
    f = make()
    y = f(x)
    y.backward()
    y.grad = np.array([3.0, -0.5])
    local = x.grad
    y.backward()
    assert np.allclose(x.grad, local * [3.0, -0.5], rtol=1e-15)


@every_function
def test_integers_and_narrow_floats_have_gradients(make: type[Elementwise]) -> None:
    for dtype in (np.int32, np.int64, np.float32):
        x = Variable(np.array([1, 2], dtype))
        y = make()(x)
        y.backward()
        assert x.grad.dtype == (np.float32 if dtype == np.float32 else np.float64)
        expected = Variable(np.array([1.0, 2.0]))
        make()(expected).backward()
        assert np.allclose(x.grad, expected.grad, rtol=1e-6)


@every_function
def test_nothing_is_raised_or_warned_of_anywhere(make: type[Elementwise]) -> None:
    with np.errstate(all="raise"):
        for x in (0.0, -0.0, -1.0, 1e-320, 1e308, -1e308, math.inf, -math.inf, math.nan):
            for data in (np.array(x), np.array([x, 1.0])):
                variable = Variable(data)
                y = make()(variable)
                y.backward()
                assert y.shape == variable.grad.shape == data.shape


@every_function
def test_nan_goes_in_and_out(make: type[Elementwise]) -> None:
    assert np.isnan(make()(Variable(np.array(math.nan))).data)


@every_function
def test_a_function_may_be_called_with_a_plain_number(make: type[Elementwise]) -> None:
    assert make()(0.5).data == make()(Variable(np.array(0.5))).data


@every_function
def test_the_lower_case_name_makes_a_new_function(make: type[Elementwise]) -> None:
    x = Variable(np.array(0.5))
    named = getattr(pyautodiff, make.name)
    assert type(named(x).creator) is make
    assert named(x).data == make()(x).data
    assert named(x).creator is not named(x).creator


@every_function
def test_what_is_told_about_it_is_complete(make: type[Elementwise]) -> None:
    assert make.__name__.lower() == make.name
    assert make.domain in DOMAINS
    assert isinstance(make.wrap, bool)
    assert (make.constant is not None) == issubclass(make, WithConstant)
    f = make()
    for template, tex in ((make.formula, f.formula_tex()), (make.derivative, f.derivative_tex())):
        assert template.count("{") == template.count("}")
        assert template.count(r"\left") == template.count(r"\right")
        assert "#c" not in tex
        assert not re.search(r"#(?!1)", tex)
    assert "#1" in f.formula_tex()


@every_function
def test_the_star_import_hides_no_builtin(make: type[Elementwise]) -> None:
    assert (make.name in pyautodiff.__all__) != hasattr(builtins, make.name)
    assert make.__name__ in pyautodiff.__all__


@pytest.mark.parametrize("name", ["abs", "relu"])
def test_at_a_kink_the_gradient_is_0(name: str) -> None:
    x = Variable(np.array(0.0))
    FUNCTIONS[name]()(x).backward()
    assert x.grad == 0.0


@pytest.mark.parametrize(
    ("name", "x", "y", "gx"),
    [
        ("log", 0.0, -math.inf, math.inf),
        ("log", -1.0, math.nan, -1.0),
        ("sqrt", 0.0, 0.0, math.inf),
        ("sqrt", -1.0, math.nan, math.nan),
        ("reciprocal", 0.0, math.inf, -math.inf),
        ("exp", 1000.0, math.inf, math.inf),
        ("exp", -1000.0, 0.0, 0.0),
        ("sigmoid", 1000.0, 1.0, 0.0),
        ("sigmoid", -1000.0, 0.0, 0.0),
        ("tanh", 1000.0, 1.0, 0.0),
        ("tanh", -1000.0, -1.0, 0.0),
        ("softplus", 1000.0, 1000.0, 1.0),
        ("softplus", -1000.0, 0.0, 0.0),
    ],
)
def test_at_the_edges_value_and_gradient_are_as_numpy_has_them(name: str, x: float, y: float, gx: float) -> None:
    variable = Variable(np.array(x))
    result = FUNCTIONS[name]()(variable)
    result.backward()
    assert np.array_equal(result.data, y, equal_nan=True)
    assert np.array_equal(variable.grad, gx, equal_nan=True)


@pytest.mark.parametrize("x", [-30.0, -5.0, 1e-8, 5.0, 30.0])
def test_sigmoid_and_softplus_are_accurate_far_from_0(x: float) -> None:
    v = Variable(np.array(x))
    pyautodiff.sigmoid(v).backward()
    e = math.exp(-abs(x))
    assert math.isclose(float(v.grad), e / (1 + e) ** 2, rel_tol=1e-2 if x == 30.0 else 1e-12)
    y = pyautodiff.softplus(v)
    y.backward()
    assert math.isclose(float(y.data), max(x, 0) + math.log1p(e), rel_tol=1e-15)
    assert math.isclose(float(v.grad), 1 / (1 + math.exp(-x)), rel_tol=1e-15)


@pytest.mark.parametrize("constant", [-2, -1, 0, 1, 2, 0.5, -1.5, 3.0, 10])
def test_pow_of_any_constant(constant: float) -> None:
    x = Variable(np.array([0.5, 2.0]))
    y = pyautodiff.pow(x, constant)
    assert np.array_equal(y.data, x.data**constant)
    assert gradient_check(lambda v: pyautodiff.pow(v, constant), x).verdict == "agree"


def test_pow_of_integers_with_a_negative_constant_is_a_float() -> None:
    x = Variable(np.array([1, 2]))
    y = pyautodiff.pow(x, -1)
    y.backward()
    assert y.data.tolist() == [1.0, 0.5]
    assert x.grad.tolist() == [-1.0, -0.25]


def test_pow_of_0_and_1_has_a_derivative_everywhere() -> None:
    x = Variable(np.array([0.0, 1.0]))
    pyautodiff.pow(x, 0).backward()
    assert x.grad.tolist() == [0.0, 0.0]
    pyautodiff.pow(x, 1).backward()
    assert x.grad.tolist() == [1.0, 1.0]


def test_pow_2_is_square_to_the_last_digit() -> None:
    data = np.random.default_rng(0).standard_normal(1000)
    assert np.array_equal(pow(data, 2).data, pyautodiff.square(data).data)
    assert all(pow(np.array(x), 2).data == pyautodiff.square(np.array(x)).data for x in data)


@pytest.mark.parametrize("make", [Pow, Scale, Shift])
def test_a_constant_is_a_real_number(make: type[WithConstant]) -> None:
    x = Variable(np.array(0.5))
    assert make(np.float64(2))(x).data == make(2)(x).data
    assert type(make(np.float64(2)).constant) is float
    for constant in (True, "2", 2j, [2], Variable(np.array(2.0))):
        with pytest.raises(TypeError, match="constant is a real number"):
            make(constant)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("f", "formula", "derivative"),
    [
        (Pow(3), "#1^{3}", "3#1^{2}"),
        (Pow(2.0), "#1^{2}", "2#1"),
        (Pow(1), "#1^{1}", "1"),
        (Pow(0), "#1^{0}", "0"),
        (Pow(0.5), "#1^{0.5}", r"0.5\,#1^{-0.5}"),
        (Pow(-1), "#1^{-1}", "-1#1^{-2}"),
        (Scale(-2), r"-2\,#1", "-2"),
        (Shift(3), "#1+3", "1"),
        (Shift(-0.5), "#1-0.5", "1"),
        (Scale(1e-7), r"1 \times 10^{-7}\,#1", r"1 \times 10^{-7}"),
    ],
)
def test_formulas_have_their_constant_put_in(f: Elementwise, formula: str, derivative: str) -> None:
    assert (f.formula_tex(), f.derivative_tex()) == (formula, derivative)


def test_the_defaults_of_constants_are_the_classes() -> None:
    x = Variable(np.array(3.0))
    assert [f(x).data for f in (pyautodiff.pow, scale, shift)] == [27.0, 6.0, 4.0]
    assert (Pow.constant, Scale.constant, Shift.constant) == (3, 2, 1)


def test_numerical_diff_of_every_function_keeps_the_shape() -> None:
    for make in FUNCTIONS.values():
        x = Variable(np.full((2, 1), 0.5))
        assert numerical_diff(make(), x).shape == (2, 1)
