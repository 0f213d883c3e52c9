"""What is computed: a chain or an expression, and each told as the other wherever both can say the same.

Must not know the data of any input.
"""

from collections.abc import Mapping
from typing import Any, TypeAlias

from pyautodiff.chain import Chain, parse_chain
from pyautodiff.expression import Expression
from pyautodiff.expression_text import ALONE, MAX_DEPTH, parse_expression
from pyautodiff.faults import Fault
from pyautodiff.functions import FUNCTIONS

Computation: TypeAlias = Chain | Expression
"""A callable from one variable for each of its ``names`` to a variable."""


def read_computation(chain: str | None, expression: str | None) -> Computation:
    """The expression, if one is given, otherwise the chain; raises the ``Fault`` of what cannot be read."""
    return parse_chain(chain or "") if expression is None else parse_expression(expression)


def views(computation: Computation, trace: Mapping[str, Any]) -> dict[str, Any]:
    """What is different in the ``trace`` of a computation from that of its graph: chain, expression, formula."""
    if isinstance(computation, Chain):
        return {"chain": str(computation), "expression": expression_of(computation)}
    return {"chain": chain_of(trace), "expression": str(computation), "formula": computation.tex}


def expression_of(chain: Chain) -> str | None:
    """``square(exp(square(x)))`` for "square exp square"; ``None`` for more than ``parse_expression`` reads."""
    if len(chain) > MAX_DEPTH:
        return None
    text = ALONE
    for link in chain.links:
        constant = "" if link.constant is None else f", {_number(link.constant)}"
        text = f"{link.make.name}({text}{constant})"
    try:
        return str(parse_expression(text))
    except Fault:
        return None


def chain_of(trace: Mapping[str, Any]) -> str | None:
    """The chain that is traced; ``None`` where a function is not in ``FUNCTIONS``, or does not take the last output."""
    words, value = [], ALONE
    for f in trace["functions"]:
        make = FUNCTIONS.get(f["name"])
        if make is None or make.__name__ != f["class"] or f["inputs"] != [value]:
            return None
        words.append(make.name if f["constant"] is None else f"{make.name}:{_number(f['constant'])}")
        (value,) = f["outputs"]
    return " ".join(words) or None


def _number(number: float) -> str:
    return repr(number).removesuffix(".0")
