"""A computation told as a trace: the one entry of whoever draws traces.

``trace.schema.json`` describes what goes in and what comes out. Must not know how a trace is drawn, nor any language.
"""

import json
from collections.abc import Collection, Mapping
from functools import lru_cache
from typing import Any

import numpy as np

from pyautodiff.catalogue import catalogue
from pyautodiff.chain import parse_chain
from pyautodiff.check import check
from pyautodiff.computation import Computation, read_computation, views
from pyautodiff.core import Array, Variable
from pyautodiff.curve import curve
from pyautodiff.faults import Fault
from pyautodiff.inputs import Given, canonical_inputs, read_inputs
from pyautodiff.request import ENDS, EPS, VERSION, Request, read_request
from pyautodiff.run import Run
from pyautodiff.script import code
from pyautodiff.second import second

__all__ = ["answer", "catalogue", "trace", "trace_of"]

MAX_NUMBERS = 100_000
"""Elements times functions: an answer to more would take too long."""


def trace_of(
    y: Variable,
    names: Mapping[str, Variable] | None = None,
    *,
    eps: float | None = None,
    parts: Collection[str] = (),
) -> dict[str, Any]:
    """Run ``y.backward()`` and tell how ``y`` came about and where the gradients came from.

    Args:
        y: made by any acyclic graph. If it has a gradient already, that is the seed.
        names: names for some of the variables, as ``Graph`` takes them.
        eps: step of the gradient check; ``None`` for no check.
        parts: ``"code"``, as wanted; it needs a graph whose functions are the package's own, and ordinary names.

    Returns:
        A trace as in ``trace.schema.json``, without x, chain, expression, curve and second: no text made this graph.
    """
    run = Run(y, names)
    told = run.told()
    if eps is not None:
        told["check"] = check(run, eps)
    if "code" in parts:
        told["code"] = code(run)
    return told


def trace(
    x: Given | Mapping[str, Given],
    chain: str | Computation,
    *,
    parts: Collection[str] = (),
    ends: tuple[float, float] = ENDS,
    eps: float = EPS,
) -> dict[str, Any]:
    """Run a chain or an expression at ``x``, forward and backward, and tell it all.

    Args:
        x: text as ``parse_array`` reads it, or real numbers of any shape; for an expression of several inputs that for
            each name.
        chain: text as ``parse_chain`` reads it, or what it or ``parse_expression`` has read.
        parts: ``"curve"``, ``"check"``, ``"code"`` and ``"second"``, which take further runs, as wanted.
        ends: ends of the range of the first input that the curve runs over, lower first.
        eps: step of the gradient check, > 0.

    Returns:
        A trace as in ``trace.schema.json``.

    Raises:
        Fault: if x or the chain cannot be read.
    """
    computation = parse_chain(chain) if isinstance(chain, str) else chain
    inputs = read_inputs(x, computation.names)
    told = _told(computation, inputs, parts, eps)
    told["x"] = canonical_inputs(x, computation.names)
    if "curve" in parts:
        told["curve"] = _curve(computation, inputs, computation.names[0], ends)
    return told


def answer(text: str) -> str:
    """The trace, or the error, that answers a request: JSON text each way. Raises nothing."""
    try:
        return _answer(read_request(text))
    except Fault as fault:
        return _error(fault)
    except MemoryError:
        return _error(Fault("request", "out-of-memory"))
    except Exception as error:  # noqa: BLE001 - behind this entry nobody is left who could catch it
        return _error(Fault("request", "internal", type=type(error).__name__, message=str(error)))


def _answer(request: Request) -> str:
    computation = read_computation(request.chain, request.expression)
    names = computation.names
    inputs = read_inputs(request.x, names)
    size = np.broadcast(*inputs.values()).size
    if size * len(computation) > MAX_NUMBERS:
        raise Fault("x", "x-too-large", limit=MAX_NUMBERS // len(computation))
    told = _told(computation, inputs, request.parts, request.eps)
    told["x"] = canonical_inputs(request.x, names)
    if "curve" not in request.parts:
        return _json(told)
    # The curve is most of the answer, and the same while x moves: its text is kept, and put where told has null.
    del told["curve"]
    along = request.along if request.along is not None and request.along in names else names[0]
    others = {} if isinstance(request.x, str) else request.x
    held = tuple((name, others[name]) for name in names if name != along)
    written = _written_curve(request.chain, request.expression, along, held, request.ends)
    return f'{_json(told)[:-1]},"curve":{written}}}'


def _told(computation: Computation, inputs: Mapping[str, Array], parts: Collection[str], eps: float) -> dict[str, Any]:
    variables = {name: Variable(data) for name, data in inputs.items()}
    told = trace_of(computation(*variables.values()), variables, eps=eps if "check" in parts else None, parts=parts)
    told |= views(computation, told)
    if "second" in parts:
        told["second"] = _second(computation, inputs)
    return told


def _second(computation: Computation, inputs: Mapping[str, Array]) -> dict[str, Any]:
    if len(inputs) > 1:
        return {"error": _plain(Fault("second", "second-several-inputs"))}
    ((name, data),) = inputs.items()
    try:
        return second(computation, data, name)
    except Fault as fault:
        return {"error": _plain(fault)}


def _curve(
    computation: Computation, inputs: Mapping[str, Array], along: str, ends: tuple[float, float]
) -> dict[str, Any] | None:
    held = {name: Variable(data) for name, data in inputs.items() if name != along}
    if any(v.ndim for v in held.values()):
        return None

    def f(x: Variable) -> Variable:
        return computation(*(x if name == along else held[name] for name in computation.names))

    return curve(f, *ends, along)


@lru_cache(maxsize=8)
def _written_curve(
    chain: str | None,
    expression: str | None,
    along: str,
    held: tuple[tuple[str, str], ...],
    ends: tuple[float, float],
) -> str:
    computation = read_computation(chain, expression)
    return _json(_curve(computation, read_inputs({along: "0", **dict(held)}, computation.names), along, ends))


def _error(fault: Fault) -> str:
    return _json({"version": VERSION, "error": _plain(fault)})


def _plain(fault: Fault) -> dict[str, Any]:
    return {"where": fault.where, "kind": fault.kind, "values": fault.values}


_json = json.JSONEncoder(allow_nan=False, separators=(",", ":")).encode
