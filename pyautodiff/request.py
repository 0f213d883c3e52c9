"""A request's JSON text → its checked fields.

Says what is wrong with the form; whether x and the chain can be read is not known here.
"""

import json
import math
import sys
from dataclasses import dataclass
from typing import Any

from pyautodiff.faults import Fault

VERSION = 1
EPS = 1e-4
ENDS = (-2.0, 2.0)


@dataclass(frozen=True)
class Request:
    """What is asked for.

    Attributes:
        x: as typed; of several inputs a text for each name.
        chain: as typed; ``None`` if there is an expression.
        parts: those wanted.
        ends: of the curve's range.
        eps: of the check.
        expression: as typed, if it is to stand in place of a chain.
        along: the input that the curve runs over; ``None`` for the first.
    """

    x: str | dict[str, str]
    chain: str | None
    parts: frozenset[str] = frozenset()
    ends: tuple[float, float] = ENDS
    eps: float = EPS
    expression: str | None = None
    along: str | None = None


def read_request(text: str) -> Request:
    """The request that ``text`` holds; unknown keys and parts are ignored, missing or null ones have defaults.

    Raises:
        Fault: ``request-bad`` with the ``key`` at fault, ``None`` where the text is no JSON object; ``range-bad``
            unless the range is two finite numbers, the lower first; ``eps-bad`` unless eps is a finite number > 0.
    """
    try:
        told = json.loads(text)
    except (ValueError, TypeError, RecursionError):
        raise _bad(None) from None
    if not isinstance(told, dict):
        raise _bad(None)
    given = {key: value for key, value in told.items() if value is not None}
    if given.get("version", VERSION) != VERSION:
        raise _bad("version")
    x, parts = given.get("x"), given.get("parts", [])
    if not isinstance(x, str) and not (isinstance(x, dict) and all(isinstance(text, str) for text in x.values())):
        raise _bad("x")
    if not isinstance(parts, list):
        raise _bad("parts")
    expression = _text(given, "expression")
    if expression is None and "chain" not in given:
        raise _bad("chain")
    return Request(
        x=x,
        chain=_text(given, "chain") if expression is None else None,
        expression=expression,
        along=_text(given, "along"),
        parts=frozenset(part for part in parts if isinstance(part, str)),
        ends=_ends(given.get("range", ENDS)),
        eps=_eps(given.get("eps", EPS)),
    )


def _text(given: dict[str, Any], key: str) -> str | None:
    text = given.get(key)
    if text is not None and not isinstance(text, str):
        raise _bad(key)
    return text


def _bad(key: str | None) -> Fault:
    return Fault("request", "request-bad", key=key)


def _ends(told: Any) -> tuple[float, float]:
    match told:
        case [lower, upper] if _is_finite(lower) and _is_finite(upper) and 0 < upper - lower < math.inf:
            return float(lower), float(upper)
    raise Fault("range", "range-bad")


def _eps(told: Any) -> float:
    if _is_finite(told) and told > 0:
        return float(told)
    raise Fault("eps", "eps-bad")


def _is_finite(told: Any) -> bool:
    # JSON may hold an integer of any length, which no double can hold; with nan the comparison is false.
    return isinstance(told, int | float) and not isinstance(told, bool) and abs(told) <= sys.float_info.max
