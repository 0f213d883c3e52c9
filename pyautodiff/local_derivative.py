"""The local derivative of a function: what its own ``backward`` gives for a gradient of ones.

That is a derivative element by element; a function that mixes elements would need a Jacobian, and has none here.
"""

import numpy as np

from pyautodiff.arithmetic import TwoInputs
from pyautodiff.contents import gradient_dtype
from pyautodiff.core import Array, Function, as_array
from pyautodiff.functions import Elementwise


def local_derivatives(f: Function) -> list[Array | None]:
    """For each input of ``f``, which has been called, the derivative of its output in that input, in its shape.

    ``None`` where it is not element by element: several outputs, a function that mixes elements, or broadcasting.
    Call it under ``no_grad``, lest a ``backward`` made of Variables is recorded.
    """
    ys = f.outputs_data
    if len(ys) != 1:
        return [None] * len(f.inputs)
    y: Array = ys[0]
    apart = [_elements_apart(f, x, y) for x in f.inputs_data]
    if not any(apart):
        return [None] * len(apart)
    with np.errstate(all="ignore"):
        returned = f.backward(np.ones(y.shape, gradient_dtype(y.dtype)))
    gxs = returned if isinstance(returned, tuple) else (returned,)
    return [None if gx is None or not is_apart else as_array(gx) for gx, is_apart in zip(gxs, apart, strict=True)]


def works_by_element(f: Function) -> bool:
    """Whether each element of the output comes of one element of each input, as far as is known."""
    return isinstance(f, Elementwise | TwoInputs)


def _elements_apart(f: Function, x: Array, y: Array) -> bool:
    return x.shape == y.shape and (works_by_element(f) or y.size == 1)
