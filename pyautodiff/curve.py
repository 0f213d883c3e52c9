"""Every variable and its derivative over a range of the input: one run on an array of points.

Must not know how a curve is drawn: a pole is an infinity or nan among the values.
"""

from collections.abc import Callable
from typing import Any

import numpy as np

from pyautodiff.arrays import numbers
from pyautodiff.core import Array, Variable, no_grad
from pyautodiff.graph import Graph
from pyautodiff.local_derivative import local_derivatives

POINTS = 201


def curve(f: Callable[[Variable], Variable], lower: float, upper: float, name: str = "x") -> dict[str, Any] | None:
    """``POINTS`` evenly spaced values of the input of ``f``, with the data of each variable and its derivative there.

    ``name`` is that of the input. Derivatives go forward: each function's local derivative times the one so far.
    ``None`` when a function between the input and the output mixes elements, since it cannot run on all points at once.
    """
    x = Variable(np.linspace(lower, upper, POINTS))
    graph = Graph(f(x), {name: x})
    derivatives: dict[int, Array] = {id(x): np.ones(POINTS)}
    with no_grad(), np.errstate(all="ignore"):
        for g in graph.functions:
            terms = []
            for v, slope in zip(g.inputs, local_derivatives(g), strict=True):
                if id(v) in derivatives:
                    if slope is None:
                        return None
                    terms.append(slope * derivatives[id(v)])
            if terms:
                derivatives[id(graph.outputs(g)[0])] = sum(terms[1:], start=terms[0])
    return {
        "range": [lower, upper],
        "along": name,
        "x": numbers(x.data),
        "variables": [
            {"variable": graph.name(v), "data": numbers(v.data), "derivative": numbers(derivatives[id(v)])}
            for v in graph.variables
            if id(v) in derivatives
        ],
    }
