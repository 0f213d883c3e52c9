"""Reshaping, transposing, summing and picking elements: values as NumPy's, gradients put back where they came from."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

import pyautodiff
from pyautodiff import Variable, broadcast_to, get_item, gradient_check, mean, reshape, transpose

DATA = np.random.default_rng(0).standard_normal((2, 3, 4))

CASES: dict[str, Callable[[Any], Any]] = {
    "reshape": lambda x: x.reshape(4, 6),
    "reshape by tuple": lambda x: x.reshape((4, 6)),
    "reshape with a free axis": lambda x: x.reshape(-1),
    "transpose": lambda x: x.transpose(),
    "transpose by axes": lambda x: x.transpose(2, 0, 1),
    "transpose by tuple": lambda x: x.transpose((1, 0, 2)),
    "T": lambda x: x.T,
    "sum": lambda x: x.sum(),
    "sum over an axis": lambda x: x.sum(1),
    "sum over the last axis": lambda x: x.sum(axis=-1),
    "sum over two axes": lambda x: x.sum((0, 2)),
    "sum over no axis": lambda x: x.sum(()),
    "sum with keepdims": lambda x: x.sum(axis=1, keepdims=True),
    "mean": lambda x: x.mean(),
    "mean over an axis": lambda x: x.mean(0),
    "mean with keepdims": lambda x: x.mean(axis=(0, 1), keepdims=True),
    "an integer": lambda x: x[1],
    "integers": lambda x: x[1, 2, 3],
    "a negative integer": lambda x: x[-1],
    "a slice": lambda x: x[:, 1:, ::2],
    "an ellipsis": lambda x: x[..., 0],
    "a new axis": lambda x: x[:, None],
    "an integer array": lambda x: x[np.array([0, 1, 1])],
    "a list": lambda x: x[[1, 1, 1]],
    "integer arrays": lambda x: x[np.array([0, 1, 0]), np.array([2, 2, 2])],
    "a boolean array": lambda x: x[np.array([True, False])],
    "a mask": lambda x: x[DATA > 0],
}
every_case = pytest.mark.parametrize("f", CASES.values(), ids=CASES)


@every_case
def test_value_is_numpys(f: Callable[[Any], Any]) -> None:
    expected = np.asarray(f(DATA))
    y = f(Variable(DATA.copy()))
    assert np.array_equal(y.data, expected)
    assert y.shape == expected.shape
    assert type(y.data) is np.ndarray


@every_case
def test_gradient_is_that_of_differences(f: Callable[[Any], Any]) -> None:
    assert gradient_check(lambda v: f(v) * f(v), DATA).verdict == "agree"


@every_case
def test_gradient_of_the_gradient_is_that_of_differences(f: Callable[[Any], Any]) -> None:
    def slopes(v: Variable) -> Variable:
        (f(v) ** 3).sum().backward(create_graph=True)
        result: Variable = (v.grad**2).sum()
        return result

    assert gradient_check(slopes, DATA).verdict == "agree"


@every_case
def test_the_gradient_is_writeable_and_of_the_shape_of_x(f: Callable[[Any], Any]) -> None:
    x = Variable(DATA.astype(np.float32))
    f(x).backward()
    assert x.grad.shape == x.shape
    assert x.grad.dtype == np.float32
    x.grad *= 2


def test_an_element_that_is_picked_twice_gets_its_gradient_twice() -> None:
    x = Variable(np.array([1.0, 2.0]))
    x[np.array([0, 0, 1])].backward()
    assert x.grad.tolist() == [2.0, 1.0]


def test_a_0_d_variable_can_be_indexed_summed_and_reshaped() -> None:
    x = Variable(np.array(3.0))
    y = (x[()] * x.sum() * x.mean()).reshape(1, 1)
    y.backward()
    assert y.data.tolist() == [[27.0]]
    assert x.grad == 27.0
    assert (x.sum() * 1.0).reshape(()).shape == ()


def test_a_mean_of_nothing_is_nan() -> None:
    x = Variable(np.ones((0, 2)))
    y = x.mean()
    y.backward()
    assert np.isnan(y.data)
    assert x.grad.shape == (0, 2)


def test_a_mean_of_integers_is_a_float() -> None:
    x = Variable(np.array([1, 2]))
    y = x.mean()
    y.backward()
    assert y.data == 1.5
    assert x.grad.tolist() == [0.5, 0.5]


def test_broadcast_to_repeats_and_its_gradient_sums() -> None:
    x = Variable(np.array([[1.0], [2.0]]))
    y = broadcast_to(x, (3, 2, 2))
    y.backward()
    assert np.array_equal(y.data, np.broadcast_to(x.data, (3, 2, 2)))
    assert y.data.flags.writeable
    assert x.grad.tolist() == [[6.0], [6.0]]


def test_the_named_functions_are_the_methods() -> None:
    x = Variable(DATA)
    assert np.array_equal(reshape(x, 4, 6).data, x.reshape(4, 6).data)
    assert np.array_equal(transpose(x).data, x.T.data)
    assert np.array_equal(transpose(x, None).data, x.T.data)
    assert np.array_equal(mean(x, 1).data, x.mean(1).data)
    assert np.array_equal(pyautodiff.sum(x, 1).data, x.sum(1).data)
    assert np.array_equal(get_item(x, 1).data, x[1].data)


def test_a_shape_that_does_not_fit_is_refused() -> None:
    with pytest.raises(ValueError, match="reshape"):
        Variable(DATA).reshape(5, 5)


def test_an_index_out_of_range_is_refused() -> None:
    with pytest.raises(IndexError):
        Variable(DATA)[2]
