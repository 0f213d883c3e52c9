"""ndarray ⇄ plain data that JSON can carry: shape, dtype and flat data, non-finite numbers as strings.

Must not know where an array comes from.
"""

import math
from functools import cache
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from pyautodiff.faults import Plain

MAX_LISTED = 1_000
"""Arrays of more elements travel as a summary."""

Array: TypeAlias = NDArray[np.generic]

_ENDS = 3


def to_plain(array: Array) -> dict[str, Plain]:
    """``{"shape", "dtype", "data"}`` of a real array, ``data`` flat in C order; beyond ``MAX_LISTED`` elements
    ``{"shape", "dtype", "summary"}`` with the size, the count of finite elements, their least, greatest and mean
    (``None`` where none is finite), and the first and last three elements.
    """
    plain: dict[str, Plain] = {"shape": list(array.shape), "dtype": _dtype_name(array.dtype)}
    if array.size <= MAX_LISTED:
        plain["data"] = numbers(array)
    else:
        plain["summary"] = _summary(array)
    return plain


def from_plain(plain: dict[str, Plain]) -> Array:
    """The array that ``to_plain`` was given, bit for bit. Raises ``KeyError`` for a summarised one."""
    data = [float(item) for item in plain["data"]]  # type: ignore[union-attr,arg-type]
    return np.array(data, dtype=str(plain["dtype"])).reshape(plain["shape"])  # type: ignore[arg-type]


@cache
def _dtype_name(dtype: np.dtype[np.generic]) -> str:
    # NumPy puts the name together anew each time it is asked.
    return dtype.name


def numbers(array: Array) -> list[Plain]:
    """The elements in C order: finite ones as numbers, the others as ``"NaN"``, ``"Infinity"``, ``"-Infinity"``."""
    items: list[Plain] = array.ravel().tolist()
    if array.size == 1:
        return [number(items[0])]  # type: ignore[arg-type]
    if np.isfinite(array).all():
        return items
    return [number(item) for item in items]  # type: ignore[arg-type]


def number(value: float) -> float | str:
    """``value`` as JSON can say it."""
    if math.isfinite(value):
        return value
    return "NaN" if math.isnan(value) else "Infinity" if value > 0 else "-Infinity"


def _summary(array: Array) -> dict[str, Plain]:
    finite = array[np.isfinite(array)]
    with np.errstate(over="ignore"):
        least, greatest, mean = (
            (number(float(figure)) for figure in (finite.min(), finite.max(), finite.mean()))
            if finite.size
            else (None, None, None)
        )
    flat = array.ravel()
    return {
        "size": array.size,
        "finite": int(finite.size),
        "min": least,
        "max": greatest,
        "mean": mean,
        "head": numbers(flat[:_ENDS]),
        "tail": numbers(flat[-_ENDS:]),
    }
