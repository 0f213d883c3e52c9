"""Other shapes, sums over axes, and elements picked by index: what moves and adds elements without changing them.

Must not know what the elements stand for.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.lib.array_utils import normalize_axis_tuple

from pyautodiff.function import Function, apply, differentiable
from pyautodiff.variable import Operand, Variable, as_variable

Shape = tuple[int, ...]


class Reshape(Function):
    def __init__(self, shape: Shape) -> None:
        self.shape = shape

    def forward(self, x: Any) -> Any:
        return np.reshape(x, self.shape)

    @differentiable
    def backward(self, gy: Any) -> Any:
        return +apply(Reshape(self.input_data.shape), gy)  # + for an array of its own


class Transpose(Function):
    def __init__(self, axes: Shape | None = None) -> None:
        self.axes = axes

    def forward(self, x: Any) -> Any:
        return np.transpose(x, self.axes)

    @differentiable
    def backward(self, gy: Any) -> Any:
        back = None if self.axes is None else tuple(int(axis) for axis in np.argsort(self.axes))
        return +apply(Transpose(back), gy)


class BroadcastTo(Function):
    def __init__(self, shape: Shape) -> None:
        self.shape = shape

    def forward(self, x: Any) -> Any:
        return np.array(np.broadcast_to(x, self.shape))

    @differentiable
    def backward(self, gy: Any) -> Any:
        return sum_to(gy, self.input_data.shape)


class SumTo(Function):
    """The sum over those axes along which an array of ``shape`` was broadcast to that of the input."""

    def __init__(self, shape: Shape) -> None:
        self.shape = shape

    def forward(self, x: Any) -> Any:
        added = x.ndim - len(self.shape)
        stretched = tuple(added + axis for axis, length in enumerate(self.shape) if length != x.shape[added + axis])
        return np.sum(x, (*range(added), *stretched), keepdims=True).reshape(self.shape)

    @differentiable
    def backward(self, gy: Any) -> Any:
        return apply(BroadcastTo(self.input_data.shape), gy)


class Sum(Function):
    """The sum over ``axis``, one or several, or over all of them."""

    def __init__(self, axis: int | Shape | None = None, keepdims: bool = False) -> None:
        self.axis = axis
        self.keepdims = keepdims

    def forward(self, x: Any) -> Any:
        return np.sum(x, self.axis, keepdims=self.keepdims)

    @differentiable
    def backward(self, gy: Any) -> Any:
        shape = self.input_data.shape
        axes = range(len(shape)) if self.axis is None else normalize_axis_tuple(self.axis, len(shape))
        kept = tuple(1 if axis in axes else length for axis, length in enumerate(shape))
        return apply(BroadcastTo(shape), apply(Reshape(kept), gy))


class GetItem(Function):
    """The elements at ``key``: integers, slices, ``...``, ``None``, integer or boolean arrays, as in NumPy."""

    def __init__(self, key: Any) -> None:
        self.key = key

    def forward(self, x: Any) -> Any:
        return np.asarray(x)[self.key]

    @differentiable
    def backward(self, gy: Any) -> Any:
        return apply(AddAt(self.key, self.input_data.shape), gy)


class AddAt(Function):
    """Zeros of ``shape``, with the elements of the input added at ``key``, as often as it names a place."""

    def __init__(self, key: Any, shape: Shape) -> None:
        self.key = key
        self.shape = shape

    def forward(self, x: Any) -> Any:
        y = np.zeros(self.shape, x.dtype)
        np.add.at(y, self.key, x)
        return y

    @differentiable
    def backward(self, gy: Any) -> Any:
        return apply(GetItem(self.key), gy)


def reshape(x: Operand, *shape: Any) -> Variable:
    """``x`` in another shape of as many elements: ``reshape(x, 2, 3)``, ``reshape(x, (2, -1))``."""
    return Reshape(_unpacked(shape)).once(x)


def transpose(x: Operand, *axes: Any) -> Variable:
    """``x`` with its axes in another order, reversed by default: ``transpose(x, 1, 0)``, ``transpose(x, (1, 0))``."""
    return Transpose(_unpacked(axes) if axes and axes != (None,) else None).once(x)


def broadcast_to(x: Operand, shape: Shape) -> Variable:
    """``x`` repeated to ``shape`` as NumPy broadcasts it."""
    return BroadcastTo(shape).once(x)


def sum(x: Operand, axis: int | Shape | None = None, keepdims: bool = False) -> Variable:
    """The sum over ``axis``, one or several of them, or over all."""
    return Sum(axis, keepdims).once(x)


def mean(x: Operand, axis: int | Shape | None = None, keepdims: bool = False) -> Variable:
    """The mean over ``axis``, one or several of them, or over all; nan for no elements."""
    x = as_variable(x)
    total = Sum(axis, keepdims).once(x)
    count = x.size / total.size if total.size else np.nan
    return total / count


def get_item(x: Operand, key: Any) -> Variable:
    """``x[key]``; an array that ``key`` names a place twice gets its gradient twice."""
    return GetItem(key).once(x)


def sum_to(x: Any, shape: Shape) -> Any:
    """``x``, array or variable, summed back to the ``shape`` it was broadcast from; an array is never ``x`` itself."""
    return +x if x.shape == shape else apply(SumTo(shape), x)


def _unpacked(given: tuple[Any, ...]) -> Any:
    return given[0] if len(given) == 1 else given
