"""A graph run again with one variable moved a little: its output's slope in every variable by central differences.

Must not know any gradient that the slopes are compared with.
"""

from collections.abc import Callable, Sequence
from copy import copy
from typing import TypeAlias, cast

import numpy as np

from pyautodiff.core import Array, Function, Variable, no_grad
from pyautodiff.functions import Elementwise
from pyautodiff.graph import Graph
from pyautodiff.local_derivative import works_by_element
from pyautodiff.numerical import numerical_diff

Wanted: TypeAlias = Sequence[tuple[Variable, Sequence[float]]]
"""Variables, each with the steps that a slope is wanted for."""


def central_differences(graph: Graph, wanted: Wanted) -> list[Array]:
    """For each variable, d sum(output) / d variable; in the variable's shape, after an axis for the steps.

    This is what ``numerical_diff`` gives for ``rest(graph, variable)``. But where all functions work element by
    element, all the points of a variable, and in a chain those of all variables, go through the graph together: in one
    pass instead of thousands.
    """
    with no_grad(), np.errstate(all="ignore"):
        if is_elementwise(graph):
            return _together(graph, wanted)
        if all(works_by_element(f) for f in graph.functions):
            return [_at_all_elements(graph, v, np.array(steps)) for v, steps in wanted]
        return [np.array([numerical_diff(rest(graph, v), v, eps) for eps in steps]) for v, steps in wanted]


def is_elementwise(graph: Graph) -> bool:
    """Whether it is a chain of ``Elementwise`` functions: an element of the output comes of one of each variable."""
    return all(isinstance(f, Elementwise) for f in graph.functions)


def rest(graph: Graph, start: Variable) -> Callable[[Variable], Variable]:
    """What the graph does to ``start``, as a function of it for ``no_grad``; the other leaves stay as they are."""
    steps: list[tuple[Function, Function]] = []
    changed = {id(start)}
    for f in graph.functions:
        if any(id(x) in changed for x in f.inputs):
            # A copy: the function itself remembers the run that is being told.
            steps.append((f, copy(f)))
            changed.update(id(y) for y in graph.outputs(f))

    def run(variable: Variable) -> Variable:
        values = {id(start): variable}
        for f, twin in steps:
            made = twin(*(values.get(id(x), x) for x in f.inputs))
            outputs = made if isinstance(made, tuple) else (made,)
            values.update((id(y), value) for y, value in zip(graph.outputs(f), outputs, strict=True))
        return values[id(graph.output)]

    return run


def _at_all_elements(graph: Graph, v: Variable, steps: Array) -> Array:
    # An element of the output comes of one element of v, so that all of them can move at once; one of v goes to several
    # where it is broadcast, and the sum of these is wanted.
    shape = graph.output.shape
    aligned = (1,) * (len(shape) - v.ndim) + v.shape
    distance = steps.reshape(-1, *[1] * len(shape))
    data = v.data.reshape(aligned)
    run = rest(graph, v)
    slopes = (run(Variable(data + distance)).data - run(Variable(data - distance)).data) / (2 * distance)
    stretched = tuple(axis for axis, length in enumerate(aligned, 1) if slopes.shape[axis] != length)
    return cast(Array, np.sum(slopes, axis=stretched)).reshape(-1, *v.shape)


def _together(graph: Graph, wanted: Wanted) -> list[Array]:
    # Where a variable is reached, the points around it join those on their way from the variables before it.
    steps_of = {id(v): np.array(steps).reshape(-1, *[1] * v.ndim) for v, steps in wanted}
    spans: dict[int, slice] = {}
    points = np.empty((0, *graph.output.shape))
    for f in graph.functions:
        x = f.input
        if id(x) in steps_of:
            around = np.concatenate([x.data - steps_of[id(x)], x.data + steps_of[id(x)]])
            spans[id(x)] = slice(len(points), len(points) + len(around))
            points = np.concatenate([points, around])
        points = copy(f)(Variable(points)).data
    slopes = []
    for v, _ in wanted:
        before, after = points[spans[id(v)]].reshape(2, -1, *v.shape)
        slopes.append((after - before) / (2 * steps_of[id(v)]))
    return slopes
