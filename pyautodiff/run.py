"""A run of a graph told as plain data: its variables, its functions, and every step forward and backward.

Watches what the library really does, from outside; ``trace.schema.json`` describes what comes out.
"""

import platform
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from pyautodiff.arrays import MAX_LISTED, to_plain
from pyautodiff.backward_pass import BackwardPass, Visit
from pyautodiff.core import Array, Function, Variable, no_grad
from pyautodiff.flags import Local, function_flags, gradient_flags, is_vanishing, variable_flags
from pyautodiff.formula import formula, function_derivatives, function_formula
from pyautodiff.functions import Elementwise
from pyautodiff.graph import Graph
from pyautodiff.local_derivative import local_derivatives
from pyautodiff.request import VERSION

TRACE_FLAGS = ("domain", "overflow", "underflow", "kink", "vanishing", "array-output", "summarised")

_PYTHON = platform.python_version()


class Run:
    """A graph with its backward pass, which runs here: ``output.backward()``, watched.

    Attributes:
        graph: what the output was computed from.
        backward: what the functions were given and returned.
        locals: for each function, by ``id()``, its local derivatives.
    """

    def __init__(
        self,
        output: Variable,
        names: Mapping[str, Variable] | None = None,
        inputs: Sequence[Variable] | None = None,
    ) -> None:
        self.graph = Graph(output, names, inputs)
        self.backward = BackwardPass(self.graph)
        with no_grad():
            self.locals: dict[int, Local] = {id(f): local_derivatives(f) for f in self.graph.functions}

    def told(self) -> dict[str, Any]:
        """The trace; the parts that take further runs are ``None`` in it."""
        graph = self.graph
        functions = [self._function(f, letter) for f, letter in zip(graph.functions, letters(graph), strict=True)]
        products = self._products()
        variables = [self._variable(v, "underflow" in products.get(id(v), ())) for v in graph.variables]
        return {
            "version": VERSION,
            "numpy": np.__version__,
            "python": _PYTHON,
            "x": None,
            "chain": None,
            "expression": None,
            "formula": formula(graph),
            "inputs": [graph.name(v) for v in graph.inputs],
            "outputs": [graph.name(graph.output)],
            "variables": variables,
            "functions": functions,
            "steps": self._steps(),
            "flags": self._flags(set().union(*products.values(), *(f["flags"] for f in functions))),
            "check": None,
            "curve": None,
            "code": None,
            "second": None,
        }

    def _variable(self, v: Variable, underflowed: bool) -> dict[str, Any]:
        grad = v.grad if id(v) in self.backward.reached else None
        if v.creator is None:
            role = "input" if any(v is leaf for leaf in self.graph.inputs) else "constant"
        else:
            role = "output" if v is self.graph.output else "intermediate"
        return {
            "id": self.graph.name(v),
            "name": self.graph.name(v),
            "role": role,
            "creator": None if v.creator is None else self.graph.id(v.creator),
            "generation": v.generation,
            "data": to_plain(v.data),
            "grad": _plain(grad),
            "flags": variable_flags(v.data, grad, underflowed=underflowed),
        }

    def _function(self, f: Function, letter: str) -> dict[str, Any]:
        local = self.locals[id(f)]
        derivatives = function_derivatives(f)
        return {
            "id": self.graph.id(f),
            "letter": letter,
            "name": getattr(f, "name", type(f).__name__.lower()),
            "class": type(f).__name__,
            "constant": f.constant if isinstance(f, Elementwise) else None,
            "formula": function_formula(f),
            "derivative": None if derivatives is None else derivatives[0],
            "derivatives": derivatives,
            "inputs": self._names(f.inputs),
            "outputs": self._names(self.graph.outputs(f)),
            "generation": f.generation,
            "local": [_plain(slope) for slope in local],
            "flags": function_flags(f, local),
        }

    def _steps(self) -> list[dict[str, Any]]:
        graph, visits = self.graph, self.backward.visits
        forward: list[dict[str, Any]] = [
            {
                "pass": "forward",
                "function": graph.id(f),
                "reads": self._names(f.inputs),
                "writes": self._names(graph.outputs(f)),
                "worklist": [],
            }
            for f in graph.functions
        ]
        seed = {
            "pass": "seed",
            "variable": graph.name(graph.output),
            "gradient": to_plain(self.backward.seed),
            "worklist": [graph.id(visit.function) for visit in visits[:1]],
        }
        last_writer = {id(x): visit for visit in visits for x in visit.function.inputs}
        backward = [self._backward_step(visit, last_writer) for visit in visits]
        return [{"step": number, **step} for number, step in enumerate((*forward, seed, *backward), 1)]

    def _backward_step(self, visit: Visit, last_writer: Mapping[int, Visit]) -> dict[str, Any]:
        f = visit.function
        return {
            "pass": "backward",
            "function": self.graph.id(f),
            "upstream": [_plain(gy) for gy in visit.upstream],
            "local": [_plain(slope) for slope in self.locals[id(f)]],
            "writes": [
                {
                    "variable": self.graph.name(x),
                    "contribution": to_plain(gx),
                    "grad": _plain(grad),
                    "final": last_writer[id(x)] is visit,
                }
                for x, gx, grad in zip(f.inputs, visit.contributions, visit.grads, strict=True)
                if gx is not None
            ],
            "worklist": [self.graph.id(waiting) for waiting in visit.waiting],
        }

    def _products(self) -> dict[int, set[str]]:
        """By ``id()`` of a variable, what happened where its contributions were multiplied."""
        products: dict[int, set[str]] = {}
        for visit in self.backward.visits:
            flags = gradient_flags(visit, self.locals[id(visit.function)])
            for x, found in zip(visit.function.inputs, flags, strict=True):
                products.setdefault(id(x), set()).update(found)
        return products

    def _flags(self, found: set[str]) -> list[str]:
        graph = self.graph
        locals_ = list(self.locals.values())
        if any(is_vanishing(v.grad, locals_) for v in graph.inputs if id(v) in self.backward.reached):
            found.add("vanishing")
        if graph.output.ndim:
            found.add("array-output")
        if any(v.size > MAX_LISTED for v in graph.variables):
            found.add("summarised")
        return [flag for flag in TRACE_FLAGS if flag in found]

    def _names(self, variables: Sequence[Variable]) -> list[str]:
        return [self.graph.name(v) for v in variables]


def letters(graph: Graph) -> list[str]:
    """Letters of ``graph.functions``: A, B, C… as in the book, F1, F2… for more than 26."""
    size = len(graph.functions)
    return [chr(ord("A") + n) if size <= 26 else f"F{n + 1}" for n in range(size)]


def _plain(array: Array | None) -> dict[str, Any] | None:
    return None if array is None else to_plain(array)
