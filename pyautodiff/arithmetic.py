"""Sums, differences, products, quotients and powers of variables, arrays and numbers.

Arrays of different shapes are broadcast as NumPy does it, and gradients summed back to each one's shape. A plain number
is a constant of a one-input function instead: no gradient is computed for it, and float32 stays float32.
"""

from __future__ import annotations

from typing import Any, ClassVar, TypeGuard

import numpy as np

from pyautodiff.function import Function, apply, differentiable, plain
from pyautodiff.functions import Log, Neg, Pow, Scale, Shift, WithConstant
from pyautodiff.shaping import sum_to
from pyautodiff.variable import Operand, Variable, as_variable


class TwoInputs(Function):
    """An element-wise function of two inputs, broadcast to one shape.

    Attributes:
        name: the word for it.
        formula: TeX with ``#1`` and ``#2`` for the inputs.
        derivatives: TeX of the derivative in each input.
        wrap: whether compound inputs must be put in parentheses in it.
    """

    name: ClassVar[str]
    formula: ClassVar[str]
    derivatives: ClassVar[tuple[str, str]]
    wrap: ClassVar[bool] = True

    def formula_tex(self) -> str:
        """``formula``; there is no constant to put in."""
        return self.formula


class Add(TwoInputs):
    name = "add"
    formula = "#1+#2"
    derivatives = ("1", "1")
    wrap = False

    def forward(self, a: Any, b: Any) -> Any:
        return a + b

    @differentiable
    def backward(self, gy: Any) -> Any:
        a, b = self.input_data
        return sum_to(gy, a.shape), sum_to(gy, b.shape)


class Sub(TwoInputs):
    name = "sub"
    formula = "#1-#2"
    derivatives = ("1", "-1")

    def forward(self, a: Any, b: Any) -> Any:
        return a - b

    @differentiable
    def backward(self, gy: Any) -> Any:
        a, b = self.input_data
        return sum_to(gy, a.shape), sum_to(-gy, b.shape)


class Mul(TwoInputs):
    name = "mul"
    formula = r"#1\,#2"
    derivatives = ("#2", "#1")

    def forward(self, a: Any, b: Any) -> Any:
        return a * b

    @differentiable
    def backward(self, gy: Any) -> Any:
        a, b = self.input_data
        return sum_to(b * gy, a.shape), sum_to(a * gy, b.shape)


class Div(TwoInputs):
    name = "div"
    formula = r"\frac{#1}{#2}"
    derivatives = (r"\frac{1}{#2}", r"-\frac{#1}{#2^{2}}")
    wrap = False

    def forward(self, a: Any, b: Any) -> Any:
        return a / b

    @differentiable
    def backward(self, gy: Any) -> Any:
        a, b = self.input_data
        return sum_to(gy / b, a.shape), sum_to(-self.output_data / b * gy, b.shape)


class DivBy(WithConstant):
    """x divided by the constant, which is not to the last digit its reciprocal times x."""

    name = "div"
    formula = r"\frac{#1}{#c}"
    derivative = r"\frac{1}{#c}"

    def forward(self, x: Any) -> Any:
        return x / self.constant

    @differentiable
    def backward(self, gy: Any) -> Any:
        return gy / self.constant


class Power(TwoInputs):
    """a to the power of b. Where a is 0, the derivative in b is 0; where a is negative, nan."""

    name = "power"
    formula = "#1^{#2}"
    derivatives = (r"#2\,#1^{#2-1}", r"#1^{#2}\ln\left(#1\right)")

    def forward(self, a: Any, b: Any) -> Any:
        if np.asarray(b).dtype.kind == "i" and np.any(b < 0):
            b = b.astype(np.float64)  # integers have no negative powers
        return np.power(a, b)

    @differentiable
    def backward(self, gy: Any) -> Any:
        a, b = self.input_data
        # 0 and 1 where a formula would come to 0 times infinity.
        lowered = b - (plain(b) != 0).astype(b.dtype)
        positive = a + (plain(a) == 0).astype(a.dtype)
        ga = b * apply(Power(), a, lowered) * gy
        gb = self.output_data * apply(Log(), positive) * gy
        return sum_to(ga, a.shape), sum_to(gb, b.shape)


def add(a: Operand, b: Operand) -> Variable:
    """a + b."""
    if _is_number(b):
        return Shift(b).once(a)
    return Shift(a).once(b) if _is_number(a) else Add().once(a, b)


def sub(a: Operand, b: Operand) -> Variable:
    """a - b."""
    if _is_number(b):
        return Shift(-b).once(a)
    return Shift(a).once(Neg().once(b)) if _is_number(a) else Sub().once(a, b)


def mul(a: Operand, b: Operand) -> Variable:
    """a * b."""
    if _is_number(b):
        return Scale(b).once(a)
    return Scale(a).once(b) if _is_number(a) else Mul().once(a, b)


def div(a: Operand, b: Operand) -> Variable:
    """a / b."""
    return DivBy(b).once(a) if _is_number(b) else Div().once(_like(a, b), b)


def power(a: Operand, b: Operand) -> Variable:
    """a ** b."""
    return Pow(b).once(a) if _is_number(b) else Power().once(_like(a, b), b)


def _is_number(x: Operand) -> TypeGuard[float]:
    return type(x) is float or type(x) is int


def _like(a: Operand, b: Operand) -> Operand:
    # A plain number must not make b's floats wider, as an array of float64 would.
    return np.array(a, np.result_type(as_variable(b).data, a)) if _is_number(a) else a
