"""The formula of a whole graph in TeX, composed of its functions' own formulas.

Must not know any particular function.
"""

from typing import Any

from pyautodiff.core import Variable
from pyautodiff.graph import Graph
from pyautodiff.notation import put_in, tex_name
from pyautodiff.tex import tex_number

MAX_FUNCTIONS = 6
"""A formula of more functions is not composed: nobody reads it."""


def formula(graph: Graph) -> str | None:
    """TeX of the output in terms of the inputs; ``None`` for more than ``MAX_FUNCTIONS``, or one without a formula."""
    if len(graph.functions) > MAX_FUNCTIONS:
        return None
    composed = {id(v): _leaf(graph, v) for v in graph.variables if v.creator is None}
    for f in graph.functions:
        tex, outputs = function_formula(f), graph.outputs(f)
        if tex is None or len(outputs) != 1:
            return None
        composed[id(outputs[0])] = put_in(tex, [composed[id(x)] for x in f.inputs])
    return composed[id(graph.output)]


def function_formula(f: Any) -> str | None:
    """TeX of the output of ``f``, ``#1``, ``#2``… for its inputs; ``None`` for a function that tells none."""
    return f.formula_tex() if hasattr(f, "formula_tex") else None


def function_derivatives(f: Any) -> list[str] | None:
    """TeX of the derivative of ``f`` in each of its inputs ``#1``, ``#2``…; ``None`` for a function that tells none."""
    if hasattr(f, "derivatives"):
        return [*f.derivatives]
    return [f.derivative_tex()] if hasattr(f, "derivative_tex") else None


def _leaf(graph: Graph, leaf: Variable) -> str:
    is_named = any(leaf is v for v in graph.inputs)
    if is_named or leaf.size > 1:
        return tex_name(graph.name(leaf))
    return tex_number(leaf.data.item())
