"""Derivatives by central differences, and the check of backpropagation against them.

Must not know how a gradient is computed. Figures and a verdict come back; nothing is printed.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np

from pyautodiff.contents import Array, gradient_dtype
from pyautodiff.differences import Differences, central_difference
from pyautodiff.retyped import is_retyped_variable
from pyautodiff.variable import Operand, Variable, as_variable
from pyautodiff.verdict import Verdict, judge

EPS = 1e-4
TOLERANCE = 1e-5
"""Relative error up to which two derivatives agree, as in ``np.allclose``."""


def numerical_diff(f: Callable[[Variable], Variable], x: Operand, eps: float = EPS) -> Any:
    """The derivative of ``f`` at ``x`` by central differences, (f(x + eps) - f(x - eps)) / (2 eps), for each element.

    It takes two calls of ``f`` for each element of ``x``, and is computed in float64, whatever the dtype of ``x``.

    Args:
        f: from ``Variable`` to ``Variable``. Of a result that is not a scalar the sum is differentiated, as by
            ``Variable.backward``.
        x: of any shape; left as it is.
        eps: distance to either side, > 0. The formula's own error grows with its square, that of cancelled digits with
            its inverse.

    Returns:
        A NumPy scalar for a 0-d ``x``, otherwise an ndarray of its shape.

    Raises:
        ValueError: unless eps is positive and finite.
    """
    _check_step(eps)
    data = _widened(_data(x))
    with np.errstate(all="ignore"):
        if data.ndim == 0:
            return central_difference(f, data, (), eps)
        slopes = [central_difference(f, data, index, eps) for index in np.ndindex(data.shape)]
    return np.array(slopes).reshape(data.shape)


@dataclass(frozen=True)
class GradientCheck:
    """The derivatives of backpropagation and of central differences, and what to think of them.

    Attributes:
        backprop: from one backward pass; in the shape of x.
        numerical: from central differences with ``eps``; in the shape of x.
        relative_error: the difference of the two where the verdict comes from, relative to the greater one, or to the
            smallest slope that rounding leaves visible; nan where one of them is not finite.
        worst: index of the element where that is; ``()`` in a 0-d x.
        eps: the step that was asked for.
        best_eps: a better step where eps is at fault, otherwise the same.
        verdict: ``"agree"``: the relative error is nowhere above 1e-5 (more for less precise types than float64).
            ``"eps-too-large"``, ``"eps-too-small"``: it is, but not with a better eps: the gradient is right.
            ``"undefined"``: there is no derivative, or none that differences show: a kink, a pole, nan.
            ``"disagree"``: the gradient is wrong.
    """

    backprop: Array
    numerical: Array
    relative_error: float
    worst: tuple[int, ...]
    eps: float
    best_eps: float
    verdict: Verdict


def gradient_check(f: Callable[[Variable], Variable], x: Operand, eps: float = EPS) -> GradientCheck:
    """Compare the gradient of ``f`` at ``x`` with central differences.

    Where they differ, steps of every size are tried before the gradient is blamed. Arguments as for ``numerical_diff``;
    the gradient is computed at a copy of ``x``, whose own ``grad`` stays as it is.
    """
    _check_step(eps)
    variable = Variable(_data(x).copy())
    y = f(variable)
    y.backward()
    data = _widened(variable.data)
    backprop = np.zeros(data.shape) if variable.grad is None else np.asarray(variable.grad)
    numerical = np.empty(data.shape)
    tolerance = max(TOLERANCE, 1e3 * float(np.finfo(gradient_dtype(variable.dtype)).eps))
    found: dict[Verdict, tuple[float, tuple[int, ...], float]] = {"agree": (0.0, (0,) * data.ndim, eps)}
    with np.errstate(all="ignore"):
        for index in np.ndindex(data.shape):
            differences = Differences(f, data, index)
            numerical[index] = differences.central(eps)
            verdict, error, best_eps = judge(differences, float(backprop[index]), eps, tolerance)
            if verdict not in found or not error <= found[verdict][0]:
                found[verdict] = error, index, best_eps
    verdict = next(v for v in ("disagree", "eps-too-large", "eps-too-small", "undefined", "agree") if v in found)
    error, worst, best_eps = found[verdict]
    return GradientCheck(backprop, numerical, error, worst, eps, best_eps, verdict)


def _check_step(eps: float) -> None:
    if not 0 < eps < np.inf:
        raise ValueError(f"eps is a positive number, not {eps}")


def _data(x: Any) -> Array:
    return x.data if is_retyped_variable(x) else as_variable(x).data


def _widened(data: Array) -> Array:
    return data if data.dtype.itemsize >= 8 and data.dtype.kind == "f" else data.astype(np.float64)
