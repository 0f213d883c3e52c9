"""The core, for whoever builds on it: the book's two objects and what goes with them."""

from pyautodiff.contents import Array, as_array
from pyautodiff.function import Function, apply, differentiable, no_grad
from pyautodiff.variable import Operand, Variable, as_variable

__all__ = [
    "Array",
    "Function",
    "Operand",
    "Variable",
    "apply",
    "as_array",
    "as_variable",
    "differentiable",
    "no_grad",
]
