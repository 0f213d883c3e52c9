"""Backpropagation on NumPy arrays, in code that is small enough to read.

After ``from pyautodiff import *`` the names of the book are there, and no builtin is hidden: ``abs``, ``pow`` and
``sum`` for variables are ``pyautodiff.abs``, ``pyautodiff.pow`` and ``pyautodiff.sum``, and the builtins work on
variables too.

This module only gathers the public names.
"""

from pyautodiff import functions
from pyautodiff import operators as _operators  # noqa: F401 - gives Variable its operators
from pyautodiff.arithmetic import add, div, mul, sub
from pyautodiff.core import Function, Variable, apply, as_array, as_variable, differentiable, no_grad
from pyautodiff.functions import *  # noqa: F403 - what functions.py exports is public, and listed there
from pyautodiff.functions import abs as abs
from pyautodiff.functions import pow as pow
from pyautodiff.matmul import matmul
from pyautodiff.numerical import GradientCheck, gradient_check, numerical_diff
from pyautodiff.shaping import broadcast_to, get_item, mean, reshape, transpose
from pyautodiff.shaping import sum as sum

__all__ = [
    "Function",
    "GradientCheck",
    "Variable",
    "add",
    "apply",
    "as_array",
    "as_variable",
    "broadcast_to",
    "differentiable",
    "div",
    "get_item",
    "gradient_check",
    "matmul",
    "mean",
    "mul",
    "no_grad",
    "numerical_diff",
    "reshape",
    "sub",
    "transpose",
]
__all__ += functions.__all__
