"""A chain: "square exp pow:3" ⇄ a callable from Variable to Variable.

The only place that parses a chain; must not know what becomes of it.
"""

import difflib
import re
from collections.abc import Iterable
from typing import Any, NamedTuple

from pyautodiff.core import Variable
from pyautodiff.faults import Fault, Plain
from pyautodiff.functions import FUNCTIONS, Elementwise
from pyautodiff.literals import canonical, parse_number

MAX_LENGTH = 20_000
MAX_FUNCTIONS = 1_000

_WORD = re.compile(r"[^\s,\N{FULLWIDTH COMMA}\N{IDEOGRAPHIC COMMA}]+")


class Link(NamedTuple):
    """One function of a chain: ``text`` as it is written, and what makes it."""

    text: str
    make: type[Elementwise]
    constant: float | None

    def function(self) -> Elementwise:
        """A new function object, as a forward pass needs one for each call."""
        made: Any = self.make
        return made() if self.constant is None else made(self.constant)  # type: ignore[no-any-return]


class Chain:
    """Functions applied one after the other, the first to x.

    Attributes:
        names: of its input.

    ``str()`` of it is its canonical text: equal for equal chains, and parsed to the same chain.
    """

    names = ("x",)

    def __init__(self, links: Iterable[Link]) -> None:
        self.links = tuple(links)

    def __call__(self, x: Variable) -> Variable:
        for link in self.links:
            x = link.function()(x)
        return x

    def __len__(self) -> int:
        return len(self.links)

    def __str__(self) -> str:
        return " ".join(link.text for link in self.links)


def parse_chain(text: str) -> Chain:
    """The chain that ``text`` says: words ``name`` or ``name:constant`` between spaces or commas.

    Names are those of ``FUNCTIONS``, in either case; a constant is a number as ``parse_number`` reads it, and may be
    left out for the function's default.

    Raises:
        Fault: kinds ``chain-empty``, ``chain-too-long``, ``chain-text-too-long``, ``chain-unknown-function``,
            ``chain-constant-unwanted``, ``chain-constant-bad``. Their ``position`` counts the chain's functions from 0.
    """
    if len(text) > MAX_LENGTH:
        raise Fault("chain", "chain-text-too-long", limit=MAX_LENGTH)
    words = _WORD.findall(text)
    if not words:
        raise Fault("chain", "chain-empty")
    if len(words) > MAX_FUNCTIONS:
        raise Fault("chain", "chain-too-long", limit=MAX_FUNCTIONS)
    return Chain(_link(word, position) for position, word in enumerate(words))


def _link(word: str, position: int) -> Link:
    name, colon, text = canonical(word).partition(":")
    make = FUNCTIONS.get(name.lower())
    if make is None:
        suggestions: list[Plain] = [*difflib.get_close_matches(name.lower(), FUNCTIONS, cutoff=0.5)]
        raise Fault("chain", "chain-unknown-function", name=name, suggestions=suggestions, position=position)
    if make.constant is None:
        if colon:
            raise Fault("chain", "chain-constant-unwanted", name=make.name, position=position)
        return Link(make.name, make, None)
    if not colon:
        return Link(f"{make.name}:{repr(make.constant).removesuffix('.0')}", make, make.constant)
    try:
        return Link(f"{make.name}:{text}", make, parse_number(text))
    except Fault:
        raise Fault("chain", "chain-constant-bad", name=make.name, text=text, position=position) from None
