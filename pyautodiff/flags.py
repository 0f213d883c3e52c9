"""What went wrong in a run and where, told from numbers alone: inputs beside outputs, gradients beside their factors.

Must not know any particular function, nor change what it looks at.
"""

import math
from collections.abc import Iterator, Sequence
from copy import copy
from functools import reduce
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from pyautodiff.arrays import MAX_LISTED
from pyautodiff.backward_pass import Visit
from pyautodiff.core import Array, Function
from pyautodiff.local_derivative import works_by_element

Mask: TypeAlias = NDArray[np.bool_]
Local: TypeAlias = Sequence[Array | None]
"""A function's local derivatives, one for each input."""

FUNCTION_FLAGS = ("domain", "overflow", "underflow", "kink")
VARIABLE_FLAGS = ("nan", "infinite", "gradient-nan", "gradient-infinite", "gradient-underflow", "summarised")

VANISHED = 1e-4
"""A gradient whose greatest element is below this has vanished, where at least ``SHRINKING`` functions made it so."""
SHRINKING = 3

_TINY = {np.dtype(kind): float(np.finfo(kind).tiny) for kind in (np.float16, np.float32, np.float64)}
_PROBES = np.linspace(-2.0, 2.0, 34)  # an even count: 0 is not among them
_STEP = 1e-6


def function_flags(f: Function, local: Local) -> list[str]:
    """What ``f``, which has been called, did to its inputs in at least one element:

    - ``domain``: nan out of numbers, or a pole: an infinity out of a 0;
    - ``overflow``: an infinity, as value or as local derivative, out of any other finite number;
    - ``underflow``: 0 or a subnormal number where the exact value is a nonzero one;
    - ``kink``: at 0, a finite value without a derivative: one-sided slopes that differ, or an infinite one.
    """
    ordinary = all(map(_is_ordinary, (*f.inputs_data, *f.outputs_data))) and all(map(_is_finite, local))
    if ordinary:
        return []
    with np.errstate(all="ignore"):
        found = {flag for flag, mask in _masks(f, local) if mask.any()}
    return [flag for flag in FUNCTION_FLAGS if flag in found]


def gradient_flags(visit: Visit, local: Local) -> list[set[str]]:
    """For each input of the visited function: ``overflow`` or ``underflow`` of the product that is its contribution."""
    flags: list[set[str]] = [set() for _ in visit.contributions]
    upstream = visit.upstream[0]
    for found, product, factor in zip(flags, visit.contributions, local, strict=True):
        if product is None or factor is None or upstream is None or _is_ordinary(product):
            continue
        if (np.isinf(product) & np.isfinite(upstream) & np.isfinite(factor)).any():
            found.add("overflow")
        if ((product == 0) & (upstream != 0) & (factor != 0)).any():
            found.add("underflow")
    return flags


def variable_flags(data: Array, grad: Array | None, *, underflowed: bool) -> list[str]:
    """How a variable stands: which special values its data and its gradient hold, and whether they travel in full."""
    found = {"gradient-underflow": underflowed, "summarised": data.size > MAX_LISTED}
    for prefix, array in (("", data), ("gradient-", grad)):
        if array is not None and not _is_finite(array):
            found[f"{prefix}nan"] = bool(np.isnan(array).any())
            found[f"{prefix}infinite"] = bool(np.isinf(array).any())
    return [flag for flag in VARIABLE_FLAGS if found.get(flag)]


def is_vanishing(grad: Array | None, locals_: Sequence[Local]) -> bool:
    """Whether ``grad`` is next to nothing because many slopes under 1 were multiplied, none of them 0 everywhere."""
    if grad is None or not np.abs(grad).max() < VANISHED:
        return False
    slopes = [float(np.abs(d).max()) for local in locals_ for d in local if d is not None]
    return 0 not in slopes and sum(slope < 1 for slope in slopes) >= SHRINKING


def _masks(f: Function, local: Local) -> Iterator[tuple[str, Mask]]:
    finite, number, nonzero = (
        _together(f, [test(x) for x in f.inputs_data]) for test in (np.isfinite, _is_number, _is_nonzero)
    )
    for y in f.outputs_data:
        yield "domain", (np.isnan(y) & number) | (np.isinf(y) & finite & ~nonzero)
        yield "overflow", np.isinf(y) & finite & nonzero
    for x, slope in zip(f.inputs_data, local, strict=True):
        if slope is not None:
            steep = np.isinf(slope) & np.isfinite(x) & np.isfinite(f.outputs_data[0])
            yield "overflow", steep & (x != 0)
            yield "kink", steep & (x == 0)
    if len(f.inputs_data) == 1 and local[0] is not None:
        yield from _one_input_masks(f, f.inputs_data[0], f.outputs_data[0], local[0])


def _one_input_masks(f: Function, x: Array, y: Array, slope: Array) -> Iterator[tuple[str, Mask]]:
    tiny = _tiny(y)
    # A plain zero of the function, such as that of x - 3 at 3, is crossed with a slope: x times it is not small.
    lost = np.isfinite(x) & (np.abs(x) >= tiny) & (np.abs(y) < tiny) & (np.abs(slope * x) < tiny)
    if lost.any() and _at(f, x, _PROBES).all():
        yield "underflow", lost
    at_zero = (x == 0) & np.isfinite(y)
    if at_zero.any():
        left, middle, right = _at(f, x, np.array([-_STEP, 0.0, _STEP]))
        before, after = (middle - left) / _STEP, (right - middle) / _STEP
        differ = abs(after - before) > 1e-3 * max(1.0, abs(before), abs(after))
        yield "kink", at_zero & differ


def _at(f: Function, x: Array, points: Array) -> Array:
    """Values of a function of one input at ``points``, each given to it in an array like ``x``."""
    twin = copy(f)
    return np.array([np.ravel(twin.forward(np.full_like(x, point)))[0] for point in points])


def _together(f: Function, masks: Sequence[Mask]) -> Mask:
    # Unless a function works element by element, each element of its inputs may have led to any of the outputs.
    together = masks if works_by_element(f) else [np.array(mask.all()) for mask in masks]
    return reduce(np.logical_and, together)


def _is_number(x: Array) -> Mask:
    return ~np.isnan(x)


def _is_nonzero(x: Array) -> Mask:
    return np.not_equal(x, 0)


def _is_finite(array: Array | None) -> bool:
    return array is None or (math.isfinite(array) if array.ndim == 0 else bool(np.isfinite(array).all()))


def _is_ordinary(array: Array) -> bool:
    """Whether every element is finite, nonzero and not subnormal."""
    tiny = _tiny(array)
    if array.ndim == 0:
        return tiny <= abs(float(array)) < math.inf
    sizes = np.abs(array)
    return bool(((tiny <= sizes) & (sizes < np.inf)).all())


def _tiny(array: Array) -> float:
    """The smallest normal number of a floating type."""
    return _TINY.get(array.dtype, 0.0)
