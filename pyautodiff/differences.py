"""A function along one element of its argument, and its slope there by differences.

Must not know any gradient that the slope is compared with.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from pyautodiff.variable import Variable

if TYPE_CHECKING:
    from collections.abc import Callable

    from pyautodiff.contents import Array

_ROUNDING = float(np.finfo(np.float64).eps)


def central_difference(f: Callable[[Variable], Variable], data: Array, index: tuple[int, ...], eps: float) -> Any:
    """(f(x + eps) - f(x - eps)) / (2 eps), x being the element of ``data``, which is left as it is, at ``index``."""
    return _total(_moved(f, data, index, eps) - _moved(f, data, index, -eps)) / (2 * eps)


class Differences:
    """Central and one-sided differences of ``f`` with respect to one element of ``data``, and how far to trust them.

    Args:
        f: from ``Variable`` to ``Variable``; of a result with several elements, the sum counts.
        data: floats of any shape; left as they are.
        index: of the element.
    """

    def __init__(self, f: Callable[[Variable], Variable], data: Array, index: tuple[int, ...]) -> None:
        self._f = f
        self._data = data
        self._index = index
        self._known: dict[float, Array] = {}
        self.x = float(data[index])

    def central(self, eps: float) -> float:
        """(f(x + eps) - f(x - eps)) / (2 eps)."""
        return float(_total(self._at(eps) - self._at(-eps))) / (2 * eps)

    def sides(self, eps: float) -> tuple[float, float]:
        """(f(x) - f(x - eps)) / eps and (f(x + eps) - f(x)) / eps."""
        here = self._at(0)
        return float(_total(here - self._at(-eps))) / eps, float(_total(self._at(eps) - here)) / eps

    def value(self) -> float:
        """f(x)."""
        return float(_total(self._at(0)))

    def noise(self, eps: float) -> float:
        """What rounding of x + eps, x - eps and the values there can make of ``central(eps)``."""
        after, before = self._at(eps), self._at(-eps)
        sizes = np.abs(after) + np.abs(before)
        if sizes.ndim:
            # Elements that x has no part in cancel exactly.
            sizes = np.sum(sizes, where=after != before) or np.max(sizes, initial=0)
        return (float(sizes) + abs(self.x * self.central(eps))) * _ROUNDING / eps

    def _at(self, distance: float) -> Array:
        if distance not in self._known:
            self._known[distance] = _moved(self._f, self._data, self._index, distance)
        return self._known[distance]


def _moved(f: Callable[[Variable], Variable], data: Array, index: tuple[int, ...], distance: float) -> Array:
    moved = data.copy()
    moved[index] += distance
    return f(Variable(moved)).data


def _total(values: Array) -> Any:
    return np.sum(values) if values.ndim else values
