"""A real backward pass, watched from outside: what each function was given, what it returned, what the gradients were.

Stands before each function object's own ``backward`` while ``Variable.backward()`` runs; computes no gradient itself.
"""

from dataclasses import dataclass, field
from typing import Any

from pyautodiff.core import Array, Function, as_array
from pyautodiff.graph import Graph


@dataclass
class Visit:
    """One call of a function's ``backward``.

    Attributes:
        function: whose ``backward`` was called.
        upstream: the gradient it was given for each output; ``None`` for an output that no gradient had reached.
        contributions: what it returned for each input; ``None`` where it returned ``None``.
        grads: each input's gradient once the contributions were added; ``None`` where it still has none.
        waiting: the functions in the list of ``Variable.backward()`` after this visit, the next one last.
    """

    function: Function
    upstream: list[Array | None]
    contributions: list[Array | None]
    grads: list[Array | None] = field(default_factory=list)
    waiting: list[Function] = field(default_factory=list)


class BackwardPass:
    """Runs ``graph.output.backward()`` and watches it.

    Attributes:
        visits: in the order in which they happened.
        seed: the output's gradient that it began with: ones, or what the output's ``grad`` held.
        reached: ``id()`` of the variables that a gradient reached.

    Raises:
        Exception: whatever a function's ``backward`` raises; the functions are as they were, then as always.
    """

    def __init__(self, graph: Graph) -> None:
        self.seed: Array
        self.visits: list[Visit] = []
        self.reached = {id(graph.output)}
        self._graph = graph
        watched: list[tuple[Function, Any]] = []
        try:
            for f in graph.functions:
                watched.append((f, vars(f).get("backward")))
                self._watch(f)
            graph.output.backward()
        finally:
            for f, own in watched:
                del f.backward
                if own is not None:
                    f.backward = own  # type: ignore[method-assign]
        self._see_grads()
        self._tell_waiting()

    def _watch(self, f: Function) -> None:
        backward = f.backward

        def watched(*gys: Any) -> Any:
            self._see_grads()
            outputs = self._graph.outputs(f)
            upstream = [_kept(gy) if id(y) in self.reached else None for y, gy in zip(outputs, gys, strict=True)]
            returned = backward(*gys)
            gxs = returned if isinstance(returned, tuple) else (returned,)
            self.visits.append(Visit(f, upstream, [_kept(gx) for gx in gxs]))
            self.reached.update(id(x) for x, gx in zip(f.inputs, gxs, strict=True) if gx is not None)
            return returned

        f.backward = watched  # type: ignore[method-assign]

    def _see_grads(self) -> None:
        """Note the gradients that the seed or the last visit led to; the next one, or the end, finds them in place."""
        if not self.visits:
            self.seed = as_array(self._graph.output.grad).copy()
            return
        last = self.visits[-1]
        last.grads = [_kept(x.grad) if id(x) in self.reached else None for x in last.function.inputs]

    def _tell_waiting(self) -> None:
        turn = {id(visit.function): n for n, visit in enumerate(self.visits)}
        reached: dict[int, Function] = {}
        for n, visit in enumerate(self.visits):
            for x, gx in zip(visit.function.inputs, visit.contributions, strict=True):
                if x.creator is not None and gx is not None and turn[id(x.creator)] > n:
                    reached[id(x.creator)] = x.creator
            reached.pop(id(visit.function), None)
            visit.waiting = sorted(reached.values(), key=lambda f: -turn[id(f)])


def _kept(gradient: Any) -> Array | None:
    # A copy: nothing forbids a backward to write into what it was given.
    return None if gradient is None else as_array(gradient).copy()
