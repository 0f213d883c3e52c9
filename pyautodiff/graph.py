"""The graph that made a variable: what ran, in an order it can have run, under which names.

Reads ``creator``, ``inputs`` and ``outputs``; runs nothing, and must not know what is told about the graph.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, count

from pyautodiff.core import Array, Function, Variable

LETTERS = "abcdghkmnpqrstuvw"
"""Names of intermediate variables: f is a function, x, y and z are ends, and e, i, j, l, o look like something else."""


class Graph:
    """Everything ``output`` was computed from.

    Attributes:
        output: the variable that backpropagation starts at.
        functions: in the order in which Python evaluates the written expression: inputs before outputs, left to right.
        variables: leaves where they are first read, then the outputs of each function.
        inputs: the leaves that are named, in that order, or are said to be inputs; without ``names`` every leaf.

    Args:
        output: any computed variable, or a leaf.
        names: names for some of the variables. The others are named as in the book: one leaf ``x``, several ``x0``,
            ``x1``…, the output ``y``, between them ``LETTERS``, or ``h1``, ``h2``… where these do not suffice; leaves
            that ``names`` leaves out are constants ``c1``, ``c2``…
        inputs: the leaves that are inputs, if not all of those that are named.
    """

    def __init__(
        self,
        output: Variable,
        names: Mapping[str, Variable] | None = None,
        inputs: Sequence[Variable] | None = None,
    ) -> None:
        self.output = output
        self.functions = _in_order(output)
        self._outputs = {id(f): _outputs(f) for f in self.functions}
        read_or_written = chain.from_iterable((*f.inputs, *self.outputs(f)) for f in self.functions)
        # Keyed by identity: == of variables may compare element by element.
        self.variables = list({id(v): v for v in (*read_or_written, output)}.values())
        given = {id(v): name for name, v in (names or {}).items()}
        leaves = [v for v in self.variables if v.creator is None]
        self.inputs = leaves
        if names is not None:
            own = {id(leaf) for leaf in leaves}
            self.inputs = [v for v in (names.values() if inputs is None else inputs) if id(v) in own]
        self._names = self._named(given, leaves)
        self._ids = {id(f): f"f{n}" for n, f in enumerate(self.functions, 1)}

    def outputs(self, f: Function) -> tuple[Variable, ...]:
        """The outputs of ``f``; one that nobody kept is here as a variable that holds the same data."""
        return self._outputs[id(f)]

    def name(self, variable: Variable) -> str:
        """The name of ``variable``, unique in this graph."""
        return self._names[id(variable)]

    def id(self, f: Function) -> str:
        """``f1``, ``f2``… in the order of ``functions``."""
        return self._ids[id(f)]

    def _named(self, given: Mapping[int, str], leaves: Sequence[Variable]) -> dict[int, str]:
        names = {id(v): given[id(v)] for v in self.variables if id(v) in given}
        taken = set(names.values())
        unnamed = [v for v in self.variables if id(v) not in names]
        inner = [v for v in unnamed if v.creator is not None and v is not self.output]
        letters = [letter for letter in LETTERS if letter not in taken]
        groups: list[tuple[list[Variable], Iterator[str]]] = [
            ([v for v in unnamed if v.creator is None], _leaf_names(constants=bool(given), several=len(leaves) > 1)),
            (inner, iter(letters) if len(inner) <= len(letters) else _numbered("h", 1)),
            ([v for v in unnamed if v is self.output], chain("y", _numbered("y", 1))),
        ]
        for variables, candidates in groups:
            for v in variables:
                names.setdefault(id(v), next(name for name in candidates if name not in taken))
        return names


def _leaf_names(*, constants: bool, several: bool) -> Iterator[str]:
    if constants:
        return _numbered("c", 1)
    return _numbered("x", 0) if several else chain("x", _numbered("x", 0))


def _numbered(letter: str, first: int) -> Iterator[str]:
    return (f"{letter}{n}" for n in count(first))


def _in_order(output: Variable) -> list[Function]:
    # Depth first, a function after those that made its inputs; a list of its own, for chains have no depth limit.
    order: list[Function] = []
    seen: set[int] = set()
    waiting = [(output.creator, False)]
    while waiting:
        f, inputs_done = waiting.pop()
        if f is None:
            continue
        if inputs_done:
            order.append(f)
        elif id(f) not in seen:
            seen.add(id(f))
            waiting.append((f, True))
            waiting += [(x.creator, False) for x in reversed(f.inputs)]
    return order


def _outputs(f: Function) -> tuple[Variable, ...]:
    kept = [y for y in f.outputs if y is not None]
    if len(kept) == len(f.outputs):
        return tuple(kept)
    return tuple(_made_by(f, data) if y is None else y for y, data in zip(f.outputs, f.outputs_data, strict=True))


def _made_by(f: Function, data: Array) -> Variable:
    variable = Variable(data)
    variable.set_creator(f)
    return variable
