"""A learner's own ``Variable`` or ``Function``, typed again from the book, beside the other one of the library.

The only place that knows that there may be others than the library's; each side keeps its own rules.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from weakref import ref

import numpy as np

from pyautodiff.contents import as_array
from pyautodiff.function import Function

if TYPE_CHECKING:
    from pyautodiff.variable import Variable


class RetypedFunction(Function):
    """Stands for a creator that is no ``Function`` of the library, but has the book's ``input`` and ``backward``."""

    def __init__(self, func: Any) -> None:
        self._func = func

    @property
    def _input(self) -> Any:  # type: ignore[override]
        return self._func.input

    def backward(self, gy: Any) -> Any:
        return self._func.backward(gy)

    def known_by(self, y: Variable) -> Any:  # noqa: ARG002 - the learner's function finds its output itself
        return self._func


def is_retyped_variable(x: object) -> bool:
    """Whether ``x`` is a box for an ndarray, but no ``Variable`` of the library."""
    return not isinstance(x, np.ndarray) and isinstance(getattr(x, "data", None), np.ndarray)


def call_retyped(function: Function, x: Any) -> Any:
    """What calling ``function`` with a learner's variable gives: another one, linked as in the book's step 7."""
    function.input_data = x.data
    function.output_data = function.quietly(x.data)
    y = type(x)(as_array(function.output_data))
    function._input, function._inputs = x, ()
    function._output, function._outputs = ref(y), ()
    if hasattr(y, "set_creator"):
        y.set_creator(function)
    return y
