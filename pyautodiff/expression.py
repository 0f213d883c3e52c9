"""An expression such as ``(x**2 + 1) * sin(x)``, read: what it is made of, and what that computes.

Computes with the library's own functions and operators, as Python would; must not know how an expression is written.
"""

import operator
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeAlias

from pyautodiff.core import Variable
from pyautodiff.functions import Elementwise
from pyautodiff.notation import product, put_in, tex_name

Value: TypeAlias = Variable | float
"""A part that has an input in it is a variable, any other a number."""

OPERATORS: dict[str, tuple[Callable[..., Any], str]] = {
    "+": (operator.add, "#1+#2"),
    "-": (operator.sub, "#1-#2"),
    "*": (operator.mul, r"#1\,#2"),
    "/": (operator.truediv, r"\frac{#1}{#2}"),
    "**": (operator.pow, "#1^{#2}"),
    "negative": (operator.neg, "-#1"),
}
"""What computes each operator, and its TeX."""


@dataclass(frozen=True)
class Number:
    """A number, or numbers joined by operators and functions, which Python computes before any variable is there."""

    value: float
    tex: str

    def compute(self, _: Mapping[str, Variable]) -> float:
        return self.value


@dataclass(frozen=True)
class Input:
    """The name of an input."""

    name: str

    def compute(self, inputs: Mapping[str, Variable]) -> Variable:
        return inputs[self.name]

    @property
    def tex(self) -> str:
        return tex_name(self.name)


@dataclass(frozen=True)
class Operation:
    """One of ``OPERATORS`` with its operands."""

    sign: str
    arguments: tuple["Part", ...]

    def apply(self, *values: Any) -> Any:
        return OPERATORS[self.sign][0](*values)

    def compute(self, inputs: Mapping[str, Variable]) -> Value:
        return self.apply(*(argument.compute(inputs) for argument in self.arguments))  # type: ignore[no-any-return]

    @cached_property
    def tex(self) -> str:
        operands = [argument.tex for argument in self.arguments]
        return put_in(product(*operands) if self.sign == "*" else OPERATORS[self.sign][1], operands)


@dataclass(frozen=True)
class Call:
    """A function of the registry, with its constant where one is given, and its argument."""

    make: type[Elementwise]
    constant: float | None
    argument: "Part"

    @property
    def arguments(self) -> tuple["Part", ...]:
        return (self.argument,)

    def apply(self, number: Any) -> Any:
        return self._function().forward(number)

    def compute(self, inputs: Mapping[str, Variable]) -> Variable:
        return self._function()(self.argument.compute(inputs))

    @cached_property
    def tex(self) -> str:
        return put_in(self._function().formula_tex(), [self.argument.tex])

    def _function(self) -> Elementwise:
        make: Any = self.make
        return make() if self.constant is None else make(self.constant)  # type: ignore[no-any-return]


Part: TypeAlias = Number | Input | Operation | Call


class Expression:
    """A whole expression.

    Attributes:
        names: its inputs in order: ``("x",)``, or those of ``x0``, ``x1``, ``x2`` that are in it.

    ``str()`` of it is its canonical text, which is read as the same expression; ``len()`` is the number of its
    operators and calls that have an input in them.
    """

    def __init__(self, text: str, part: Part, names: Sequence[str]) -> None:
        self.names = tuple(names)
        self._text = text
        self._part = part

    def __call__(self, *inputs: Variable) -> Variable:
        """Compute it of one variable for each of ``names``, which may be broadcast."""
        value: Any = self._part.compute(dict(zip(self.names, inputs, strict=True)))
        return value  # type: ignore[no-any-return] # a number would have no input in it

    def __len__(self) -> int:
        return _size(self._part)

    def __str__(self) -> str:
        return self._text

    @property
    def tex(self) -> str:
        """The formula in TeX, its numbers as they were written."""
        return self._part.tex


def _size(part: Part) -> int:
    if isinstance(part, Number | Input):
        return 0
    return 1 + sum(_size(argument) for argument in part.arguments)
