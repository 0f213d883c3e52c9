"""Text as a person types it → ndarray: numbers, constants, arithmetic, nested lists.

An allow-list over Python's own ``ast``; nothing is ever evaluated by Python. Must not know what x or a chain is.
"""

import ast
import math
import operator
from collections.abc import Callable
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from pyautodiff.faults import Fault
from pyautodiff.spelling import TOKEN, ascii_spelling, put_in_place

MAX_LENGTH = 10_000
MAX_ELEMENTS = 4_096
MAX_DEPTH = 16
MAX_OPERATORS = 100

CONSTANTS = {"pi": math.pi, "e": math.e, "inf": math.inf, "nan": math.nan}

Nested: TypeAlias = "float | list[Nested]"

_OPERATIONS: dict[type[ast.operator], Callable[[float, float], float]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
    ast.Pow: math.pow,
}


def parse_array(text: str) -> NDArray[np.float64]:
    """The float64 array that ``text`` says: 0-d for a number, n-d for nested lists.

    Understood: decimal numbers, ``pi e inf nan``, ``+ - * / **`` (also ``^`` and typographic signs), ``sqrt(…)``,
    parentheses, lists. Overflow gives infinity, as in IEEE 754; a division by zero and a root of a negative number are
    not real.

    Raises:
        Fault: kinds ``x-empty``, ``x-syntax``, ``x-comma`` (a comma outside of brackets), ``x-name``, ``x-ragged``,
            ``x-not-real``, ``x-too-large``, ``x-too-deep``, ``x-text-too-long``. Its ``position`` counts characters
            of ``text`` from 0, its ``text`` is what stands there.
    """
    if len(text) > MAX_LENGTH:
        raise Fault("x", "x-text-too-long", limit=MAX_LENGTH)
    try:
        return _array(_parse(ascii_spelling(text)))
    except Fault as fault:
        put_in_place(fault, text)
        raise


def parse_number(text: str) -> float:
    """The finite number that ``text`` says.

    Raises:
        Fault: as ``parse_array`` does, and ``x-not-real`` for a list, an infinity or nan.
    """
    value = parse_array(text)
    if value.ndim or not math.isfinite(value):
        raise Fault("x", "x-not-real", text=text[:20], position=0)
    return float(value)


def canonical(text: str) -> str:
    """``text`` in ASCII where that keeps its meaning and with single spaces; ``parse_array`` gives the same for it."""
    return " ".join(ascii_spelling(text).split())


def _parse(text: str) -> Nested:
    if not text.strip():
        raise Fault("x", "x-empty")
    _scan(text)
    # eval mode takes a leading space for an indent; the parenthesis also shifts every column by exactly one.
    try:
        tree = ast.parse(f"({text})", mode="eval")
    except SyntaxError as error:
        raise Fault("x", "x-syntax", position=(error.offset or 1) - 2) from None
    return _value(tree.body)


def _scan(text: str) -> None:
    """Refuse what the small language does not have before ``ast`` sees it, so that its depth and time stay bounded."""
    position, depth, operators, elements = 0, 0, 0, 1
    while position < len(text):
        token = TOKEN.match(text, position)
        if token is None:
            raise Fault("x", "x-syntax", position=position)
        if suffix := token["suffix"]:
            raise Fault("x", "x-not-real" if suffix in "ij" else "x-syntax", position=position)
        if (name := token["name"]) and name != "sqrt" and name not in CONSTANTS:
            raise Fault("x", "x-name", name=name, position=position)
        bracket = token["bracket"] or " "
        operators = 0 if bracket == "," else operators + bool(token["operator"])
        elements += bracket == ","
        depth += (bracket in "([") - (bracket in ")]")
        if depth < 0 or (bracket == "," and depth == 0):
            raise Fault("x", "x-syntax" if depth else "x-comma", position=position)
        if depth > MAX_DEPTH or operators > MAX_OPERATORS:
            raise Fault("x", "x-too-deep", limit=MAX_DEPTH if depth > MAX_DEPTH else MAX_OPERATORS)
        if elements > MAX_ELEMENTS:
            raise Fault("x", "x-too-large", limit=MAX_ELEMENTS)
        position = token.end()


def _value(node: ast.expr) -> Nested:
    match node:
        case ast.List(elts=elements):
            return [_value(element) for element in elements]
        case ast.Constant(value=int() | float() as value):
            return _real(node, float, value)
        case ast.Name(id=name) if name in CONSTANTS:
            return CONSTANTS[name]
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            return -_scalar(operand)
        case ast.UnaryOp(op=ast.UAdd(), operand=operand):
            return _scalar(operand)
        case ast.BinOp(left=left, op=op, right=right):
            return _real(node, _OPERATIONS[type(op)], _scalar(left), _scalar(right))
        case ast.Call(func=ast.Name(id="sqrt"), args=[argument], keywords=[]):
            return _real(node, math.sqrt, _scalar(argument))
    raise Fault("x", "x-syntax", position=node.col_offset - 1)


def _scalar(node: ast.expr) -> float:
    value = _value(node)
    if isinstance(value, list):
        raise Fault("x", "x-syntax", position=node.col_offset - 1)
    return value


def _real(node: ast.expr, operation: Callable[..., float], *operands: float) -> float:
    try:
        return operation(*operands)
    except OverflowError:
        # Too large a literal or power: its sign is minus only for an odd power of a negative number.
        return -math.inf if operands[0] < 0 and operands[-1] % 2 == 1 else math.inf
    except (ValueError, ZeroDivisionError):
        raise Fault("x", "x-not-real", position=node.col_offset - 1) from None


def _array(nested: Nested) -> NDArray[np.float64]:
    if 0 in _shape(nested):
        raise Fault("x", "x-empty")
    return np.array(nested, dtype=np.float64)


def _shape(nested: Nested) -> tuple[int, ...]:
    if not isinstance(nested, list):
        return ()
    shapes = {_shape(element) for element in nested}
    if len(shapes) > 1:
        raise Fault("x", "x-ragged")
    return (len(nested), *shapes.pop()) if shapes else (0,)
