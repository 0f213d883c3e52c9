"""Whether a gradient is wrong, or only the central differences that it is compared with.

Differences miss a derivative for two reasons: the step is so long that the function bends within it, or so short that
the digits of the two values cancel. So where they differ from a gradient, the slope is taken with steps of every
length. With the shortest ones it is known up to rounding; the longer ones make it sharper, until the function bends.

Must not know how the gradient was computed.
"""

from __future__ import annotations

import math
from itertools import pairwise
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pyautodiff.differences import Differences

Verdict: TypeAlias = Literal["agree", "disagree", "eps-too-large", "eps-too-small", "undefined"]

_SAFETY = 10
"""Times by which rounding in f may be worse than that of its result."""
_BEND = 50
"""A tenth of the step leaves about a hundredth of the error."""
_ROUGH = 1e-3
"""A smooth function changes less than this part of its changes within the shortest step."""
_KINK = 1e-3
"""Slopes on both sides that differ by a smaller part of themselves are no sign of a kink."""


class Slope(NamedTuple):
    """A slope by central differences; ``noise`` is what rounding may have made of it."""

    eps: float
    value: float
    noise: float


def judge(differences: Differences, gradient: float, eps: float, tolerance: float) -> tuple[Verdict, float, float]:
    """Compare ``gradient`` with ``differences``.

    Returns:
        The verdict; the relative error with ``eps``, nan where a figure is not finite; and a better eps, or the same.
    """
    slope = differences.central(eps)
    error = _relative_error(gradient, slope, _visible_slope(differences, eps) / tolerance)
    left, right = differences.sides(eps)
    if error <= tolerance and abs(right - left) <= _KINK * max(abs(left), abs(right)):
        return "agree", error, eps
    if not all(map(math.isfinite, (differences.x, differences.value(), gradient))):
        return "undefined", error, eps
    slopes = list(_slopes(differences))
    if not slopes or _is_rough(slopes):
        return "undefined", error, eps
    settled = _settled(slopes)
    sides = _kink(differences, settled)
    if sides is not None:
        is_between = min(sides) <= gradient <= max(sides)
        return ("undefined" if is_between else "disagree"), error, eps
    if error <= tolerance:
        return "agree", error, eps
    if not _is_right(gradient, slopes, settled, tolerance):
        return ("disagree" if len(settled) > 2 else "undefined"), error, eps
    best = min(reversed(slopes), key=lambda slope: abs(slope.value - gradient))
    if abs(slope - gradient) <= 2 * abs(best.value - gradient):
        return "undefined", error, eps
    return ("eps-too-large" if best.eps < eps else "eps-too-small"), error, best.eps


def _relative_error(gradient: float, slope: float, least: float) -> float:
    scale = max(abs(gradient), abs(slope), least)
    return abs(gradient - slope) / scale if scale else 0.0


def _visible_slope(differences: Differences, eps: float) -> float:
    """The slope that rounding can fake with a step of usual length: a smaller one may be 0 as well."""
    usual = 1e-4 * max(1.0, abs(differences.x))
    return differences.noise(eps) * min(1.0, eps / usual)


def _slopes(differences: Differences) -> Iterator[Slope]:
    """Finite slopes, from the shortest step to the longest."""
    x = abs(differences.x)
    shortest = math.floor(math.log10(max(x, 1e-8))) - 15
    longest = math.floor(math.log10(max(x, 1.0))) + 1
    for digits in range(shortest, longest + 1):
        eps = 10.0**digits
        slope = Slope(eps, differences.central(eps), differences.noise(eps))
        if math.isfinite(slope.value) and math.isfinite(slope.noise):
            yield slope


def _is_rough(slopes: list[Slope]) -> bool:
    """Whether f changes from one number to the next as it does over a distance, like a sine of huge numbers."""
    changes = [abs(slope.value) * slope.eps for slope in slopes]
    return changes[0] > _ROUGH * max(changes)


def _settled(slopes: list[Slope]) -> list[Slope]:
    """The slopes, from the shortest step on, that are the same but for rounding, and the first that is not."""
    low, high = -math.inf, math.inf
    for count, slope in enumerate(slopes, 1):
        low = max(low, slope.value - _SAFETY * slope.noise)
        high = min(high, slope.value + _SAFETY * slope.noise)
        if low > high:
            return slopes[:count]
    return slopes


def _is_right(gradient: float, slopes: list[Slope], settled: list[Slope], tolerance: float) -> bool:
    if len(settled) > 1:
        before, (sharpest, bent) = settled[-3:][0], settled[-2:]
        from_noise = abs(sharpest.value - before.value) + _SAFETY * sharpest.noise
        allowed = from_noise + abs(bent.value - sharpest.value) / _BEND
        if abs(gradient - sharpest.value) <= max(allowed, tolerance * max(abs(gradient), abs(sharpest.value))):
            return True
    # Where f itself cancels digits, rounding is worse than it looks, and short steps show nothing. Then two steps of
    # different length that both come to the gradient are taken for it.
    agreeing = [
        slope.noise <= tolerance * abs(slope.value)
        and abs(slope.value - gradient) <= tolerance * max(abs(slope.value), abs(gradient))
        for slope in slopes
    ]
    return any(both == (True, True) for both in pairwise(agreeing))


def _kink(differences: Differences, settled: list[Slope]) -> tuple[float, float] | None:
    """The slopes on both sides of x, if a shorter step brings them no nearer to each other."""
    if len(settled) < 3:
        return None
    shorter, longer = settled[-3].eps, settled[-2].eps
    left, right = differences.sides(longer)
    left_nearer, right_nearer = differences.sides(shorter)
    bend = abs(right - left)
    is_seen = bend > max(_KINK * max(abs(left), abs(right)), 2 * _SAFETY * differences.noise(shorter))
    return (left, right) if is_seen and abs(right_nearer - left_nearer) > bend / 2 else None
