"""What people type, spelled in ASCII wherever that keeps its meaning; its tokens, and where one was typed.

Must not know what a token means.
"""

import re
import unicodedata

from pyautodiff.faults import Fault

TOKEN = re.compile(
    r"\s+"
    r"|(?:[0-9][0-9_]*\.?[0-9_]*|\.[0-9][0-9_]*)(?:[eE][+-]?[0-9]+)?(?P<suffix>\w+)?"
    r"|(?P<name>[^\W\d]\w*)"
    r"|(?P<operator>\*\*|[-+*/])"
    r"|(?P<bracket>[()\[\],])"
)

_SHOWN = 20
_TYPED = {
    "\N{MINUS SIGN}": "-",
    "\N{EN DASH}": "-",
    "\N{MULTIPLICATION SIGN}": "*",
    "\N{MIDDLE DOT}": "*",
    "\N{DOT OPERATOR}": "*",
    "\N{DIVISION SIGN}": "/",
    "\N{GREEK SMALL LETTER PI}": "pi",
    "\N{INFINITY}": "inf",
    "^": "**",
}
_NOT_PLAIN = re.compile(r"[^ -~]|\^")
# Only these decompositions keep what a number means: the others would also make 32 of 3².
_SAME_MEANING = ("<wide>", "<narrow>", "<small>", "<font>")


def ascii_spelling(text: str) -> str:
    """``text`` in ASCII where that keeps its meaning, white space as spaces, ``^`` as ``**``."""
    return _NOT_PLAIN.sub(lambda match: _spelled(match[0]), text)


def put_in_place(fault: Fault, text: str) -> None:
    """Make the ``position`` of ``fault`` in ``ascii_spelling(text)`` one in ``text``, and add what stands there."""
    position = fault.values.get("position")
    if isinstance(position, int):
        start = _origin(text, position)
        fault.values |= {"text": text[start : start + _SHOWN], "position": start}


def _spelled(character: str) -> str:
    if character.isspace():
        return " "
    if unicodedata.decomposition(character).startswith(_SAME_MEANING):
        return unicodedata.normalize("NFKC", character)
    return _TYPED.get(character, character)


def _origin(text: str, position: int) -> int:
    spelled = 0
    for origin, character in enumerate(text):
        spelled += len(ascii_spelling(character))
        if spelled > position:
            return origin
    return len(text)
