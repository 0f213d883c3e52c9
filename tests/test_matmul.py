"""The matrix product of matrices, vectors and stacks."""

import numpy as np
import pytest

from pyautodiff import Variable, gradient_check, matmul

SHAPES = [
    ((2, 3), (3, 4)),
    ((3,), (3,)),
    ((2, 3), (3,)),
    ((3,), (3, 4)),
    ((5, 2, 3), (5, 3, 4)),
    ((5, 2, 3), (3, 4)),
    ((2, 3), (5, 3, 4)),
    ((5, 1, 2, 3), (6, 3, 4)),
    ((5, 2, 3), (3,)),
    ((3,), (5, 3, 4)),
    ((0, 3), (3, 2)),
]
every_pair_of_shapes = pytest.mark.parametrize("shapes", SHAPES, ids=str)


def operands(shapes: tuple[tuple[int, ...], tuple[int, ...]]) -> list[Variable]:
    rng = np.random.default_rng(0)
    return [Variable(rng.standard_normal(shape)) for shape in shapes]


@every_pair_of_shapes
def test_value_is_numpys(shapes: tuple[tuple[int, ...], tuple[int, ...]]) -> None:
    a, b = operands(shapes)
    expected = a.data @ b.data
    for y in (a @ b, matmul(a, b), a.data @ b, a @ b.data):
        assert np.array_equal(y.data, expected)
        assert y.shape == expected.shape


@every_pair_of_shapes
def test_gradients_are_those_of_differences(shapes: tuple[tuple[int, ...], tuple[int, ...]]) -> None:
    a, b = operands(shapes)
    (a @ b).backward()
    assert (a.grad.shape, b.grad.shape) == (a.shape, b.shape)
    assert gradient_check(lambda v: (v @ b) ** 2, a).verdict == "agree"
    assert gradient_check(lambda v: (a @ v) ** 2, b).verdict == "agree"


@every_pair_of_shapes
def test_gradients_of_gradients_are_those_of_differences(shapes: tuple[tuple[int, ...], tuple[int, ...]]) -> None:
    a, b = operands(shapes)

    def slopes(v: Variable, w: Variable) -> Variable:
        ((v @ w) ** 2).sum().backward(create_graph=True)
        result: Variable = (v.grad * v.grad).sum() + (w.grad * w.grad).sum()
        return result

    assert gradient_check(lambda v: slopes(v, Variable(b.data)), a).verdict == "agree"
    assert gradient_check(lambda w: slopes(Variable(a.data), w), b).verdict == "agree"


def test_shapes_that_do_not_fit_are_refused() -> None:
    with pytest.raises(ValueError, match="mismatch"):
        Variable(np.ones((2, 3))) @ Variable(np.ones((2, 3)))


def test_numbers_are_refused() -> None:
    with pytest.raises(ValueError, match="matmul"):
        Variable(np.ones((2, 3))) @ 2.0
