"""The matrix product.

Must not know what the matrices stand for.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from pyautodiff.function import Function, apply, differentiable
from pyautodiff.shaping import Reshape, Transpose, sum_to
from pyautodiff.variable import Operand, Variable


class MatMul(Function):
    """``a @ b`` as in NumPy: of matrices, of vectors, and of stacks of matrices that are broadcast."""

    def forward(self, a: Any, b: Any) -> Any:
        return np.matmul(a, b)

    @differentiable
    def backward(self, gy: Any) -> Any:
        a, b = self.input_data
        # A vector is a matrix of one row on the left, of one column on the right.
        rows = a if a.ndim > 1 else apply(Reshape((1, *a.shape)), a)
        columns = b if b.ndim > 1 else apply(Reshape((*b.shape, 1)), b)
        shape = [*gy.shape, *([1] if b.ndim == 1 else [])]
        if a.ndim == 1:
            shape.insert(len(shape) - 1, 1)
        g = apply(Reshape(tuple(shape)), gy)
        ga = sum_to(apply(MatMul(), g, _transposed(columns)), rows.shape)
        gb = sum_to(apply(MatMul(), _transposed(rows), g), columns.shape)
        return apply(Reshape(a.shape), ga), apply(Reshape(b.shape), gb)


def matmul(a: Operand, b: Operand) -> Variable:
    """``a @ b``."""
    return MatMul().once(a, b)


def _transposed(matrices: Any) -> Any:
    stack = range(matrices.ndim - 2)
    return apply(Transpose((*stack, len(stack) + 1, len(stack))), matrices)
