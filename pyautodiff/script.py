"""A run as Python that anybody can run: each ``backward`` called by hand, or all by one; with the lines that steps run.

Only code, in the names of the trace: words about it are chosen where a language is known. Must not know what is drawn.
"""

import builtins
import math
import textwrap
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import numpy as np

import pyautodiff
from pyautodiff.core import Array, Function, Variable
from pyautodiff.functions import FUNCTIONS
from pyautodiff.graph import Graph
from pyautodiff.loop import backward_source, lines_run
from pyautodiff.run import Run, letters

WIDTH = 100
"""Longer lines are folded."""

OPERATORS = {
    "Add": "{0} + {1}",
    "Sub": "{0} - {1}",
    "Mul": "{0} * {1}",
    "Div": "{0} / {1}",
    "DivBy": "{0} / {1}",
    "Power": "{0}**{1}",
    "Pow": "{0}**{1}",
    "Shift": "{0} + {1}",
    "Scale": "{1} * {0}",
    "Neg": "-{0}",
}
"""By the name of its class, how a function is called with an operator: the inputs, then the constant."""


def code(run: Run) -> dict[str, Any] | None:
    """The scripts of ``run`` and the library's own loop, as ``code`` in ``trace.schema.json``.

    ``None`` for a graph with a function that scripts cannot call: one that is neither in ``FUNCTIONS`` nor an operator.
    Variables keep their names in the graph, which must be those that ``Graph`` gives or ``x``, ``x0``, ``x1``…
    """
    if not all(_is_known(f) for f in run.graph.functions):
        return None
    return {"by-hand": _by_hand(run), "automatic": _automatic(run), "library": _library(run)}


class Script:
    """Lines of code, and for each step the numbers of the lines that it runs, from 1."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.steps: dict[str, list[int]] = {}

    def write(self, statement: str = "", *, step: int | None = None) -> None:
        """Add a statement, or an empty line; ``step`` is the one that runs it."""
        first = len(self.lines) + 1
        self.lines += _folded(statement)
        if step is not None:
            self.steps.setdefault(str(step), []).extend(range(first, len(self.lines) + 1))

    def told(self) -> dict[str, Any]:
        return {"lines": self.lines, "steps": self.steps}


def _by_hand(run: Run) -> dict[str, Any]:
    graph, script = run.graph, Script()
    letter = dict(zip(map(id, graph.functions), letters(graph), strict=True))
    _write_imports(script, {type(f).__name__: type(f).__module__ for f in graph.functions})
    for f in graph.functions:
        script.write(f"{letter[id(f)]} = {type(f).__name__}({', '.join(_constant(f))})")
    if graph.functions:
        script.write()
    _write_leaves(script, graph, [v for v in graph.variables if v.creator is None])
    for step, f in enumerate(graph.functions, 1):
        arguments = ", ".join(graph.name(x) for x in f.inputs)
        script.write(f"{_output(graph, f)} = {letter[id(f)]}({arguments})", step=step)
    script.write()
    seed = len(graph.functions) + 1
    script.write(f"{graph.name(graph.output)}.grad = {_seed(run)}", step=seed)
    reached: set[str] = set()
    for step, visit in enumerate(run.backward.visits, seed + 1):
        f = visit.function
        call = f"{letter[id(f)]}.backward({_output(graph, f)}.grad)"
        for statement in _gradients([graph.name(x) for x in f.inputs], call, reached):
            script.write(statement, step=step)
    _write_prints(script, graph)
    return script.told()


def _automatic(run: Run) -> dict[str, Any]:
    graph, script = run.graph, Script()
    _write_imports(script, {_name(f): type(f).__module__ for f in graph.functions if _operator(f) is None})
    leaves = [v for v in graph.variables if v.creator is None and not _is_number(graph, v)]
    _write_leaves(script, graph, leaves)
    for step, f in enumerate(graph.functions, 1):
        arguments = [_number(x) if _is_number(graph, x) else graph.name(x) for x in f.inputs] + _constant(f)
        call = _operator(f) or f"{_name(f)}({', '.join(arguments)})"
        script.write(f"{_output(graph, f)} = {call.format(*arguments).replace(' + -', ' - ')}", step=step)
    script.write()
    seed = len(graph.functions) + 1
    script.write(f"{graph.name(graph.output)}.backward()", step=seed)
    for step in range(seed + 1, seed + 1 + len(run.backward.visits)):
        script.steps[str(step)] = script.steps[str(seed)]
    _write_prints(script, graph)
    return script.told()


def _library(run: Run) -> dict[str, Any] | None:
    source = backward_source()
    if source is None:
        return None
    if (run.backward.seed == 1).all():
        run.graph.output.cleargrad()  # so that the seed is made anew, as it was
    forward: list[list[int]] = [[] for _ in run.graph.functions]
    steps = [*forward, *lines_run(run.graph.output, source)]
    return {
        "file": source.file,
        "first": source.first,
        "lines": source.lines,
        "steps": {str(step): lines for step, lines in enumerate(steps, 1)},
    }


def _gradients(inputs: Sequence[str], call: str, reached: set[str]) -> Iterator[str]:
    """Statements that give each input the gradient that ``call`` returns, or add it to that of those in ``reached``."""
    if len(inputs) == 1 and inputs[0] in reached:
        yield f"{inputs[0]}.grad = {inputs[0]}.grad + {call}"
        return
    targets, additions = [], []
    for number, x in enumerate(inputs):
        if x in reached:
            targets.append(f"g{number}")
            additions.append(f"{x}.grad = {x}.grad + g{number}")
        else:
            targets.append(f"{x}.grad")
            reached.add(x)
    yield f"{', '.join(targets)} = {call}"
    yield from additions


def _write_imports(script: Script, homes: Mapping[str, str]) -> None:
    """Import NumPy, ``Variable``, and from its module each name that the package itself does not offer."""
    script.write("import numpy as np")
    listed: dict[str, list[str]] = {"pyautodiff": ["Variable"]}
    for name, home in homes.items():
        # Builtins such as abs work on variables, and are better not hidden.
        if name not in vars(builtins):
            listed.setdefault("pyautodiff" if hasattr(pyautodiff, name) else home, []).append(name)
    for module, names in sorted(listed.items()):
        line, all_names = f"from {module} import ", ", ".join(sorted(names))
        if len(line + all_names) <= WIDTH:
            script.write(line + all_names)
        else:
            script.lines += [f"{line}(", *_folded(all_names, indent="    "), ")"]
    script.write()


def _write_leaves(script: Script, graph: Graph, leaves: Iterable[Variable]) -> None:
    for leaf in leaves:
        script.write(f"{graph.name(leaf)} = Variable({array_text(leaf.data)})")


def _write_prints(script: Script, graph: Graph) -> None:
    script.write()
    arrays = [(f"{graph.name(graph.output)}.data", graph.output), *((f"{graph.name(v)}.grad", v) for v in graph.inputs)]
    for array, variable in arrays:
        # NumPy prints the elements of an array rounded, Python those of a list in full.
        script.write(f"print({array})" if variable.ndim == 0 else f"print({array}.tolist())")


def _folded(text: str, indent: str = "") -> list[str]:
    if len(indent + text) <= WIDTH:
        return [indent + text]
    return textwrap.wrap(
        text,
        WIDTH,
        initial_indent=indent,
        subsequent_indent="    ",
        break_long_words=False,
        break_on_hyphens=False,
    )


def array_text(array: Array) -> str:
    """Python, with NumPy as ``np``, for an array of the same shape, dtype and numbers."""
    text = repr(array.tolist())
    if not np.isfinite(array).all():
        text = text.replace("nan", "np.nan").replace("inf", "np.inf")
    # float64 is what np.array makes of floats by itself.
    return f"np.array({text})" if array.dtype == np.float64 else f"np.array({text}, dtype=np.{array.dtype.name})"


def _seed(run: Run) -> str:
    seed, y = run.backward.seed, run.graph.output
    if not (seed == 1).all() or (seed.ndim == 0 and seed.dtype == np.float64):
        return array_text(seed)
    dtype = "" if seed.dtype == y.dtype else f", dtype=np.{seed.dtype.name}"
    return f"np.ones_like({run.graph.name(y)}.data{dtype})"


def _output(graph: Graph, f: Function) -> str:
    (output,) = graph.outputs(f)
    return graph.name(output)


def _name(f: Any) -> str:
    return f.name  # type: ignore[no-any-return]


def _operator(f: Function) -> str | None:
    return OPERATORS.get(type(f).__name__)


def _constant(f: Any) -> list[str]:
    constant = getattr(f, "constant", None)
    return [] if constant is None else [_number_text(constant, exact=any(x.dtype.kind != "f" for x in f.inputs))]


def _number(leaf: Variable) -> str:
    text = _number_text(leaf.data.item(), exact=False)
    return f"({text})" if text.startswith("-") else text


def _number_text(number: float, *, exact: bool) -> str:
    if not math.isfinite(number):
        return f"np.{number!r}".replace("np.-", "-np.")
    # To floats 3.0 is the same as 3, which is what people write.
    return repr(number) if exact or abs(number) >= 1e16 or number != int(number) else repr(int(number))


def _is_number(graph: Graph, leaf: Variable) -> bool:
    return leaf.creator is None and leaf.ndim == 0 and all(leaf is not v for v in graph.inputs)


def _is_known(f: Function) -> bool:
    is_ours = type(f).__module__.startswith("pyautodiff.")
    return is_ours and (getattr(f, "name", None) in FUNCTIONS or _operator(f) is not None)
