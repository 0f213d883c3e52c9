"""An expression as a person types it → ``Expression``: numbers, inputs, operators, functions of the registry.

An allow-list over Python's own ``ast``; nothing is ever evaluated by Python. Must not know what an expression computes.
"""

import ast
import difflib
import math
import re
from collections.abc import Iterator
from functools import lru_cache

import numpy as np

from pyautodiff.expression import Call, Expression, Input, Number, Operation, Part
from pyautodiff.faults import Fault, Plain
from pyautodiff.functions import FUNCTIONS
from pyautodiff.spelling import TOKEN, ascii_spelling, put_in_place
from pyautodiff.tex import tex_number

MAX_LENGTH = 2_000
MAX_OPERATIONS = 100
MAX_DEPTH = 64

ALONE = "x"
SEVERAL = ("x0", "x1", "x2")
INPUTS = (ALONE, *SEVERAL)
CONSTANTS = {"pi": Number(math.pi, r"\pi"), "e": Number(math.e, "e")}

_CALLED = re.compile(r"\s*\(")
_STRANGE = re.compile(r"[^\x00-\x7f]|[\[\]]")
_NUMBERED = re.compile(r"x[0-9]+")
_SIGNS: dict[type[ast.operator | ast.unaryop], str] = {
    ast.Add: "+",
    ast.Sub: "-",
    ast.Mult: "*",
    ast.Div: "/",
    ast.Pow: "**",
    ast.USub: "negative",
}


@lru_cache(maxsize=8)
def parse_expression(text: str) -> Expression:
    """The expression that ``text`` says.

    Understood: decimal numbers, ``pi``, ``e``, the input ``x`` or the inputs ``x0``, ``x1`` and ``x2``, ``+ - * / **``
    (also ``^`` and typographic signs), parentheses, and calls of the functions in ``FUNCTIONS``, with the constant as
    second argument where there is one: ``pow(x, 3)``. Upper case is the same as lower case. A part without an input is
    a number, computed in float64, so no power takes long.

    Raises:
        Fault: kinds ``expression-…`` with what is listed in ``trace.schema.json``. ``position`` counts characters of
            ``text`` from 0.
    """
    if len(text) > MAX_LENGTH:
        raise _fault("too-long", limit=MAX_LENGTH, unit="characters")
    try:
        return _parse(ascii_spelling(text).lower())
    except Fault as fault:
        put_in_place(fault, text)
        raise


def _parse(text: str) -> Expression:
    if not text.strip():
        raise _fault("empty")
    names = _scan(text)
    # eval mode takes a leading space for an indent; the parenthesis also shifts every column by exactly one.
    try:
        tree = ast.parse(f"({text})", mode="eval")
    except SyntaxError as error:
        raise _fault("syntax", position=(error.offset or 1) - 2) from None
    part = _part(tree.body)
    if not names:
        raise _fault("no-input")
    return Expression(ast.unparse(tree).replace(" ** ", "**"), part, sorted(names))


def _scan(text: str) -> set[str]:
    """The inputs in ``text``. Refuses what the small language does not have before ``ast`` sees it.

    That bounds the depth and the time of all that follows.
    """
    depth, operations = 0, 0
    places: dict[str, int] = {}
    for token in _tokens(text):
        if name := token["name"]:
            _check_name(name, token.start(), is_called=_CALLED.match(text, token.end()) is not None)
            if name in INPUTS:
                places.setdefault(name, token.start())
        operations += bool(token["operator"]) or name in FUNCTIONS
        depth += (token[0] == "(") - (token[0] == ")")
        if depth < 0:
            raise _fault("syntax", position=token.start())
        if depth > MAX_DEPTH:
            raise _fault("too-deep", limit=MAX_DEPTH)
        if operations > MAX_OPERATIONS:
            raise _fault("too-long", limit=MAX_OPERATIONS, unit="operations")
    if ALONE in places and len(places) > 1:
        raise _fault("name", name=ALONE, suggestions=[*SEVERAL], position=places[ALONE])
    return set(places)


def _tokens(text: str) -> Iterator[re.Match[str]]:
    """Numbers, names, operators and brackets, none of a foreign kind, nor one that cannot follow the one before it."""
    position, before = 0, ""
    while position < len(text):
        token = TOKEN.match(text, position)
        strange = _STRANGE.search(text, position, token.end() if token else position + 1)
        if token is None or strange:
            position = strange.start() if strange else position
            raise _fault("unsupported", what=text[position], position=position)
        is_factor = before == ")" or (before[-1:].isalnum() and before not in FUNCTIONS)
        if token[0] == "(" and is_factor:
            raise _fault("unsupported", what="(", position=position)
        if token["suffix"] or token[0] == before == "/":
            raise _fault("syntax", position=position)
        if token[0].strip():
            before = token[0]
            yield token
        position = token.end()


def _check_name(name: str, position: int, *, is_called: bool) -> None:
    place: dict[str, Plain] = {"name": name, "position": position}
    if is_called:
        if name not in FUNCTIONS and name not in INPUTS and name not in CONSTANTS:
            raise _fault("call", suggestions=_functions_like(name), **place)
    elif name in FUNCTIONS:
        raise _fault("arguments", **place)
    elif _NUMBERED.fullmatch(name) and name not in INPUTS:
        raise _fault("inputs", limit=len(SEVERAL), **place)
    elif name not in INPUTS and name not in CONSTANTS:
        raise _fault("name", suggestions=_like(name, [*INPUTS, *CONSTANTS, *FUNCTIONS]), **place)


def _part(node: ast.expr) -> Part:
    match node:
        case ast.Constant(value=int() | float() as value):
            return _number(node, value)
        case ast.Name(id=name) if name in CONSTANTS:
            return CONSTANTS[name]
        case ast.Name(id=name):
            return Input(name)
        case ast.UnaryOp(op=ast.UAdd(), operand=operand):
            return _part(operand)
        case ast.UnaryOp(op=op, operand=operand):
            return _folded(node, Operation(_SIGNS[type(op)], (_part(operand),)))
        case ast.BinOp(left=left, op=op, right=right):
            return _folded(node, Operation(_SIGNS[type(op)], (_part(left), _part(right))))
        case ast.Call(func=ast.Name(id=name), args=[argument, *rest]):
            return _folded(node, _call(node, name, _part(argument), [_part(part) for part in rest]))
        case ast.Call(func=ast.Name(id=name)):
            raise _fault("arguments", name=name, position=node.col_offset - 1)
        case ast.Tuple(elts=[first, *_]):
            raise _fault("unsupported", what=",", position=(first.end_col_offset or 0) - 1)
    raise _fault("syntax", position=node.col_offset - 1)


def _call(node: ast.expr, name: str, argument: Part, rest: list[Part]) -> Call:
    make = FUNCTIONS[name]
    match rest:
        case []:
            return Call(make, None, argument)
        case [Number(value=constant)] if make.constant is not None:
            return Call(make, constant, argument)
    raise _fault("arguments", name=name, position=node.col_offset - 1)


def _folded(node: ast.expr, part: Operation | Call) -> Part:
    """The number that ``part`` is, if there is no input in it."""
    # NumPy's numbers overflow to infinity where Python's raise, and never become complex.
    values = [np.float64(argument.value) for argument in part.arguments if isinstance(argument, Number)]
    if len(values) < len(part.arguments):
        return part
    with np.errstate(all="ignore"):
        value = part.apply(*values)
    return _number(node, float(value), part.tex)


def _number(node: ast.expr, value: float, tex: str | None = None) -> Number:
    try:
        value = float(value)
    except OverflowError:
        value = math.inf
    if not math.isfinite(value):
        raise _fault("not-real", position=node.col_offset - 1)
    # As people write it, and as the operators of variables take it; but the sign of -0.0 is not lost.
    is_whole = value.is_integer() and abs(value) < 2**53 and str(value) != "-0.0"
    return Number(int(value) if is_whole else value, tex or tex_number(value))


def _functions_like(name: str) -> list[Plain]:
    """Functions with a similar name, and those that mathematicians call ``name``."""
    written = [f.name for f in FUNCTIONS.values() if f.formula.startswith(rf"\{name}\left(#1")]
    return [*written, *_like(name, list(FUNCTIONS))]


def _like(name: str, names: list[str]) -> list[Plain]:
    return [*difflib.get_close_matches(name, names)]


def _fault(kind: str, **values: Plain) -> Fault:
    return Fault("expression", f"expression-{kind}", **values)
