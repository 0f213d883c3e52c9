"""How the page sets numbers, said again from its rules and in Python's terms, so that a test knows what to look for.

Must not know the page: a float goes in, the text that a visitor should read comes out.
"""

import math
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

Plain = float | str
"""A number as a trace carries it: NaN and the infinities are strings."""

SIGNIFICANT = 6
MINUS = "\u2212"
THIN = "\u2009"
SUPERSCRIPTS = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")


def full(value: Plain) -> str:
    """Every digit, as ``repr`` has them: "−0.25", "1.5 × 10⁻⁷", "∞"."""
    return _special(float(value)) or _set(repr(float(value)))


def short(value: Plain, digits: int = SIGNIFICANT) -> str:
    """So many significant digits, fewer where fewer say it exactly; powers of ten from a million and below 1e-4."""
    number = float(value)
    special = _special(number)
    if special:
        return special
    if number == 0:
        return "0"
    exact = Decimal(repr(number))
    rounded = Decimal(f"{number:.{digits - 1}e}")
    told = exact.normalize() if exact == rounded else rounded
    if abs(number) >= 1e-4 and abs(told) < 10**6:
        return _set(f"{told:f}")
    mantissa = told.scaleb(-told.adjusted())
    return _set(f"{mantissa:f}e{told.adjusted()}")


def compact(array: dict[str, Any], digits: int = SIGNIFICANT, most: int = 3) -> str:
    """An array of a trace as the table has it: its first elements, an ellipsis for the rest."""
    shape: Sequence[int] = array["shape"]
    data = array.get("data") or array.get("summary", {}).get("head", [])
    if not shape:
        return short(data[0], digits)
    shown = [short(value, digits) for value in data[:most]]
    if math.prod(shape) > len(shown):
        shown.append("…")
    return "[" * len(shape) + ", ".join(shown) + "]" * len(shape)


def _special(number: float) -> str | None:
    if math.isnan(number):
        return "NaN"
    return f"{MINUS if number < 0 else ''}∞" if math.isinf(number) else None


def _set(text: str) -> str:
    mantissa, _, exponent = text.partition("e")
    signed = mantissa.replace("-", MINUS)
    return f"{signed}{THIN}×{THIN}10{str(int(exponent)).translate(SUPERSCRIPTS)}" if exponent else signed
