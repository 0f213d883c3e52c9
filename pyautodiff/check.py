"""The gradient check of a whole run: backpropagation beside central differences, at every variable and over eps.

Must not know how the gradients were computed; ``verdict.py`` judges whether they are right.
"""

from collections.abc import Iterator
from typing import Any

import numpy as np

from pyautodiff.arrays import number, to_plain
from pyautodiff.contents import gradient_dtype
from pyautodiff.core import Array, Variable, no_grad
from pyautodiff.differences import Differences
from pyautodiff.graph import Graph
from pyautodiff.numerical import EPS, TOLERANCE
from pyautodiff.perturbation import central_differences, is_elementwise, rest
from pyautodiff.run import Run
from pyautodiff.verdict import Verdict, judge

SWEEP = tuple(float(f"1e-{digits}") for digits in range(1, 13))

MOST_JUDGED = 16
"""Elements of an input that are looked at closely: those with the greatest errors."""

_GRAVEST: tuple[Verdict, ...] = ("disagree", "eps-too-large", "eps-too-small", "undefined", "agree")
_FARTHEST = 1e300
"""From here on a step that can be seen in x leaves the range of floats."""

_ROUNDING = float(np.finfo(np.float64).eps)


def check(run: Run, eps: float) -> dict[str, Any] | None:
    """Central differences beside the gradient of every variable but the output, and at the inputs for all of ``SWEEP``.

    Constants are left out. An error is relative to the greater of the two, or to the least slope that rounding leaves
    visible. The verdict is about the inputs. ``None`` where no input has a gradient to check.
    """
    graph = run.graph
    reached = [v for v in graph.variables if v is not graph.output and id(v) in run.backward.reached]
    named = {id(v) for v in graph.inputs}
    inputs = [v for v in reached if id(v) in named]
    variables = [v for v in reached if v.creator is not None or id(v) in named]
    if not inputs:
        return None
    steps = [(eps, *SWEEP) if id(v) in named else (eps,) for v in variables]
    numerical = central_differences(graph, list(zip(variables, steps, strict=True)))
    errors = {id(v): _relative_errors(graph, v, slopes) for v, slopes in zip(variables, numerical, strict=True)}
    sweep = np.max([errors[id(v)][1:].reshape(len(SWEEP), -1).max(axis=1) for v in inputs], axis=0).tolist()
    verdicts = {verdict for v in inputs for verdict in _verdicts(graph, v, errors[id(v)][0], eps)}
    return {
        "eps": eps,
        "variables": [
            {
                "variable": graph.name(v),
                "backprop": to_plain(v.grad),
                "numerical": to_plain(slopes[0, ...]),
                "errors": to_plain(errors[id(v)][0]),
                "relative_error": number(float(errors[id(v)][0].max())),
                "worst": _index(errors[id(v)][0]) if v.ndim else None,
            }
            for v, slopes in zip(variables, numerical, strict=True)
        ],
        "verdict": next(verdict for verdict in _GRAVEST if verdict in verdicts),
        "sweep": [{"eps": step, "error": number(error)} for step, error in zip(SWEEP, sweep, strict=True)],
        "best_eps": min((pair for pair in zip(sweep, SWEEP, strict=True) if pair[0] >= 0), default=(0.0, None))[1],
        "forward_passes": 2 * sum(v.size for v in variables),
        "backward_passes": 1,
    }


def _relative_errors(graph: Graph, v: Variable, slopes: Array) -> Array:
    """Of the gradient of ``v`` against each of ``slopes``, in their shape; nan where one of the two is not finite."""
    y = graph.output.data
    value = np.abs(y) if y.shape == v.shape else np.abs(y).sum()
    # What rounding can make of a slope of 0 with an eps of usual size; it must not look like an error.
    visible = value * _ROUNDING / (EPS * TOLERANCE)
    with np.errstate(all="ignore"):
        difference: Array = np.abs(v.grad - slopes)
        scale = np.fmax(np.maximum(np.abs(v.grad), np.abs(slopes)), visible)
        # Of two zeros the quotient is nan, but the difference is 0; of two infinities both are nan.
        return np.where(difference == 0, 0.0, difference / scale)


def _verdicts(graph: Graph, v: Variable, error: Array, eps: float) -> Iterator[Verdict]:
    """Of the worst elements of ``v``: those whose error is not tolerable, up to ``MOST_JUDGED``, or the one worst."""
    tolerance = max(TOLERANCE, 1e3 * float(np.finfo(gradient_dtype(v.dtype)).eps))
    f = rest(graph, v)
    data = v.data.astype(np.float64)
    worst_first = np.argsort(-np.nan_to_num(error, nan=np.inf), axis=None)
    for place in worst_first[:MOST_JUDGED]:
        index = np.unravel_index(place, error.shape)
        if place != worst_first[0] and error[index] <= tolerance:
            return
        if not abs(data[index]) < _FARTHEST:
            yield "undefined"
            continue
        # Element by element, the others need not be computed.
        moved = (np.array(data[index]), ()) if is_elementwise(graph) else (data, index)
        with no_grad(), np.errstate(all="ignore"):
            yield judge(Differences(f, *moved), float(v.grad[index]), eps, tolerance)[0]


def _index(error: Array) -> list[int]:
    return [int(i) for i in np.unravel_index(error.argmax(), error.shape)]
