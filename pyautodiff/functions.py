"""The functions that a chain can be made of: of each a class, whose ``forward`` and ``backward`` mirror each other, and
its lower-case name. ``FUNCTIONS`` is the only registry: whoever lists functions reads it.

Must not know chains, traces or words.
"""

from __future__ import annotations

from typing import Any, ClassVar

import numpy as np

from pyautodiff.function import Function, apply, differentiable, plain
from pyautodiff.tex import tex_number
from pyautodiff.variable import Operand, Variable

# abs and pow are not among them: builtins abs(v) and pow(v, 3) work on variables, and have to work on everything else.
__all__ = [
    "FUNCTIONS", "Abs", "Cos", "Cube", "Elementwise", "Exp", "Log", "Neg", "Pow", "Reciprocal", "Relu", "Scale",
    "Shift", "Sigmoid", "Sin", "Softplus", "Sqrt", "Square", "Tan", "Tanh", "cos", "cube", "exp", "log", "neg",
    "reciprocal", "relu", "scale", "shift", "sigmoid", "sin", "softplus", "sqrt", "square", "tan", "tanh",
]  # fmt: skip


class Elementwise(Function):
    """A function of one input, of any shape, that works on each element by itself.

    Outside the domain the value is nan, at a pole inf, as NumPy has it, and so are the derivatives.

    Attributes:
        name: the word for it in a chain and in ``FUNCTIONS``.
        formula, derivative: TeX with ``#1`` for the argument and ``#c`` for the constant.
        wrap: whether a compound argument must be put in parentheses in ``formula``.
        domain: ``"real"``, ``"positive"``, ``"non-negative"``, ``"non-zero"``, ``"poles"`` (real numbers but for
            isolated poles) or ``"constant"`` (which one it is depends on the constant).
        constant: the constant of a function that has one, its default on the class; ``None`` for the others.
    """

    name: ClassVar[str]
    formula: ClassVar[str]
    derivative: ClassVar[str]
    wrap: ClassVar[bool] = False
    domain: ClassVar[str] = "real"
    constant: float | None = None

    def formula_tex(self) -> str:
        """``formula`` with the constant put in."""
        return self.formula

    def derivative_tex(self) -> str:
        """``derivative`` with the constant put in."""
        return self.derivative


class Square(Elementwise):
    name = "square"
    formula = "#1^{2}"
    derivative = "2#1"
    wrap = True

    def forward(self, x: Any) -> Any:
        return x * x

    @differentiable
    def backward(self, gy: Any) -> Any:
        return 2 * self.input_data * gy


def square(x: Operand) -> Variable:
    """x²."""
    return Square().once(x)


class Cube(Elementwise):
    name = "cube"
    formula = "#1^{3}"
    derivative = "3#1^{2}"
    wrap = True

    def forward(self, x: Any) -> Any:
        return np.power(x, 3)

    @differentiable
    def backward(self, gy: Any) -> Any:
        x = self.input_data
        return 3 * (x * x) * gy


def cube(x: Operand) -> Variable:
    """x³."""
    return Cube().once(x)


class Exp(Elementwise):
    name = "exp"
    formula = "e^{#1}"
    derivative = "e^{#1}"

    def forward(self, x: Any) -> Any:
        return np.exp(x)

    @differentiable
    def backward(self, gy: Any) -> Any:
        return self.output_data * gy


def exp(x: Operand) -> Variable:
    """e to the power of x."""
    return Exp().once(x)


class Log(Elementwise):
    """The natural logarithm. Its derivative is 1 / x for negative x too, where it is nan itself."""

    name = "log"
    formula = r"\ln\left(#1\right)"
    derivative = r"\frac{1}{#1}"
    domain = "positive"

    def forward(self, x: Any) -> Any:
        return np.log(x)

    @differentiable
    def backward(self, gy: Any) -> Any:
        return gy / self.input_data


def log(x: Operand) -> Variable:
    """The natural logarithm of x."""
    return Log().once(x)


class Sqrt(Elementwise):
    name = "sqrt"
    formula = r"\sqrt{#1}"
    derivative = r"\frac{1}{2\sqrt{#1}}"
    domain = "non-negative"

    def forward(self, x: Any) -> Any:
        return np.sqrt(x)

    @differentiable
    def backward(self, gy: Any) -> Any:
        return gy / (2 * self.output_data)


def sqrt(x: Operand) -> Variable:
    """The square root of x."""
    return Sqrt().once(x)


class Reciprocal(Elementwise):
    name = "reciprocal"
    formula = r"\frac{1}{#1}"
    derivative = r"-\frac{1}{#1^{2}}"
    domain = "non-zero"

    def forward(self, x: Any) -> Any:
        return 1 / x

    @differentiable
    def backward(self, gy: Any) -> Any:
        y = self.output_data
        return -(y * y) * gy


def reciprocal(x: Operand) -> Variable:
    """1 / x."""
    return Reciprocal().once(x)


class Neg(Elementwise):
    name = "neg"
    formula = "-#1"
    derivative = "-1"
    wrap = True

    def forward(self, x: Any) -> Any:
        return -x

    @differentiable
    def backward(self, gy: Any) -> Any:
        return -gy


def neg(x: Operand) -> Variable:
    """-x."""
    return Neg().once(x)


class Abs(Elementwise):
    """The absolute value. It has no derivative at 0; 0 is taken, the middle of the slopes on both sides."""

    name = "abs"
    formula = r"\left|#1\right|"
    derivative = r"\operatorname{sgn}\left(#1\right)"

    def forward(self, x: Any) -> Any:
        return np.abs(x)

    @differentiable
    def backward(self, gy: Any) -> Any:
        return np.sign(plain(self.input_data)) * gy


def abs(x: Operand) -> Variable:
    """The absolute value of x."""
    return Abs().once(x)


class Sin(Elementwise):
    name = "sin"
    formula = r"\sin\left(#1\right)"
    derivative = r"\cos\left(#1\right)"

    def forward(self, x: Any) -> Any:
        return np.sin(x)

    @differentiable
    def backward(self, gy: Any) -> Any:
        x = self.input_data
        return (cos(x) if isinstance(x, Variable) else np.cos(x)) * gy


def sin(x: Operand) -> Variable:
    """The sine of x, in radians."""
    return Sin().once(x)


class Cos(Elementwise):
    name = "cos"
    formula = r"\cos\left(#1\right)"
    derivative = r"-\sin\left(#1\right)"

    def forward(self, x: Any) -> Any:
        return np.cos(x)

    @differentiable
    def backward(self, gy: Any) -> Any:
        x = self.input_data
        return -(sin(x) if isinstance(x, Variable) else np.sin(x)) * gy


def cos(x: Operand) -> Variable:
    """The cosine of x, in radians."""
    return Cos().once(x)


class Tan(Elementwise):
    name = "tan"
    formula = r"\tan\left(#1\right)"
    derivative = r"1+\tan^{2}\left(#1\right)"
    domain = "poles"

    def forward(self, x: Any) -> Any:
        return np.tan(x)

    @differentiable
    def backward(self, gy: Any) -> Any:
        y = self.output_data
        return (1 + y * y) * gy


def tan(x: Operand) -> Variable:
    """The tangent of x, in radians."""
    return Tan().once(x)


class Tanh(Elementwise):
    """The hyperbolic tangent. Its derivative is computed from its value: 0 where that is rounded to ±1, |x| > 19."""

    name = "tanh"
    formula = r"\tanh\left(#1\right)"
    derivative = r"1-\tanh^{2}\left(#1\right)"

    def forward(self, x: Any) -> Any:
        return np.tanh(x)

    @differentiable
    def backward(self, gy: Any) -> Any:
        y = self.output_data
        return (1 - y * y) * gy


def tanh(x: Operand) -> Variable:
    """The hyperbolic tangent of x."""
    return Tanh().once(x)


class Sigmoid(Elementwise):
    """1 / (1 + e^-x). Its derivative is computed from its value: 0 where that is rounded to 1, x > 36."""

    name = "sigmoid"
    formula = r"\sigma\left(#1\right)"
    derivative = r"\sigma\left(#1\right)\left(1-\sigma\left(#1\right)\right)"

    def forward(self, x: Any) -> Any:
        return 1 / (1 + np.exp(-x))

    @differentiable
    def backward(self, gy: Any) -> Any:
        y = self.output_data
        return y * (1 - y) * gy


def sigmoid(x: Operand) -> Variable:
    """1 / (1 + e^-x)."""
    return Sigmoid().once(x)


class Relu(Elementwise):
    """max(0, x). It has no derivative at 0; 0 is taken, the slope on the left."""

    name = "relu"
    formula = r"\max\left(0, #1\right)"
    derivative = r"\left[#1>0\right]"

    def forward(self, x: Any) -> Any:
        return np.maximum(x, 0)

    @differentiable
    def backward(self, gy: Any) -> Any:
        return (plain(self.input_data) > 0).astype(gy.dtype) * gy


def relu(x: Operand) -> Variable:
    """max(0, x)."""
    return Relu().once(x)


class Softplus(Elementwise):
    """ln(1 + e^x), computed without overflow."""

    name = "softplus"
    formula = r"\ln\left(1+e^{#1}\right)"
    derivative = r"\sigma\left(#1\right)"

    def forward(self, x: Any) -> Any:
        return np.logaddexp(x, 0)

    @differentiable
    def backward(self, gy: Any) -> Any:
        return apply(Sigmoid(), self.input_data) * gy


def softplus(x: Operand) -> Variable:
    """ln(1 + e^x)."""
    return Softplus().once(x)


class WithConstant(Elementwise):
    """An element-wise function that has a constant.

    Args:
        constant: a real number, kept as an int or float; the default is the class's own.

    Raises:
        TypeError: if it is not a real number.
    """

    constant: float = 1

    def __init__(self, constant: float | None = None) -> None:
        if constant is not None:
            self.constant = _real_number(constant)

    def formula_tex(self) -> str:
        return self.formula.replace("#c", tex_number(self.constant))

    def derivative_tex(self) -> str:
        return self.derivative.replace("#c", tex_number(self.constant))


class Pow(WithConstant):
    """x to the power of the constant; 0 to the power of 0 is 1, with derivative 0."""

    name = "pow"
    formula = "#1^{#c}"
    derivative = r"#c\,#1^{#c-1}"
    wrap = True
    domain = "constant"
    constant: float = 3

    def forward(self, x: Any) -> Any:
        # As an array: NumPy's arrays take squares and roots for some exponents, its scalars do not. And a negative
        # exponent as a float: integers have no such powers.
        return np.asarray(x) ** (self.constant if self.constant >= 0 else float(self.constant))

    @differentiable
    def backward(self, gy: Any) -> Any:
        c = self.constant
        if c == 0:
            return 0 * gy
        return c * apply(Pow(c - 1), self.input_data) * gy

    def derivative_tex(self) -> str:
        c = self.constant
        if c in (0, 1):
            return tex_number(c)
        factor = tex_number(c) if c == int(c) else rf"{tex_number(c)}\,"
        return factor + ("#1" if c == 2 else f"#1^{{{tex_number(c - 1)}}}")


def pow(x: Operand, constant: float | None = None) -> Variable:
    """x to the power of the constant, 3 by default."""
    return Pow(constant).once(x)


class Scale(WithConstant):
    """The constant times x."""

    name = "scale"
    formula = r"#c\,#1"
    derivative = "#c"
    wrap = True
    constant: float = 2

    def forward(self, x: Any) -> Any:
        return self.constant * x

    @differentiable
    def backward(self, gy: Any) -> Any:
        return self.constant * gy


def scale(x: Operand, constant: float | None = None) -> Variable:
    """The constant, 2 by default, times x."""
    return Scale(constant).once(x)


class Shift(WithConstant):
    """x plus the constant."""

    name = "shift"
    formula = "#1+#c"
    derivative = "1"
    constant: float = 1

    def forward(self, x: Any) -> Any:
        return x + self.constant

    @differentiable
    def backward(self, gy: Any) -> Any:
        return +gy  # not gy itself: no two gradients share an array

    def formula_tex(self) -> str:
        number = tex_number(self.constant)
        return f"#1{number}" if number.startswith("-") else f"#1+{number}"


def shift(x: Operand, constant: float | None = None) -> Variable:
    """x plus the constant, 1 by default."""
    return Shift(constant).once(x)


_ALL = (
    Square, Cube, Exp, Log, Sqrt, Reciprocal, Neg, Abs, Sin, Cos, Tan, Tanh, Sigmoid, Relu, Softplus, Pow, Scale, Shift,
)  # fmt: skip

FUNCTIONS: dict[str, type[Elementwise]] = {function.name: function for function in _ALL}
"""Every function that a chain can be made of, by name."""


def _real_number(constant: object) -> float:
    number = constant.item() if isinstance(constant, np.generic) else constant
    if isinstance(number, bool) or not isinstance(number, int | float):
        raise TypeError(f"a constant is a real number, not {type(constant)}: write 3 or 0.5")
    return number
