"""The operators and methods of ``Variable``: which function each of them calls.

Imported once, by the package; the only place that gives ``Variable`` something it does not define itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pyautodiff.arithmetic import add, div, mul, power, sub
from pyautodiff.functions import abs as absolute
from pyautodiff.functions import neg
from pyautodiff.matmul import matmul
from pyautodiff.shaping import get_item, mean, reshape, sum, transpose
from pyautodiff.variable import Operand, Variable

if TYPE_CHECKING:
    from collections.abc import Callable


def _reflected(operator: Callable[[Operand, Operand], Variable]) -> Callable[[Variable, Operand], Variable]:
    return lambda b, a: operator(a, b)


Variable.__add__ = add
Variable.__radd__ = _reflected(add)
Variable.__sub__ = sub
Variable.__rsub__ = _reflected(sub)
Variable.__mul__ = mul
Variable.__rmul__ = _reflected(mul)
Variable.__truediv__ = div
Variable.__rtruediv__ = _reflected(div)
Variable.__pow__ = power
Variable.__rpow__ = _reflected(power)
Variable.__matmul__ = matmul
Variable.__rmatmul__ = _reflected(matmul)
Variable.__neg__ = neg
Variable.__pos__ = lambda x: x
Variable.__abs__ = absolute
Variable.__getitem__ = get_item
Variable.sum = sum
Variable.mean = mean
Variable.reshape = reshape
Variable.transpose = transpose
