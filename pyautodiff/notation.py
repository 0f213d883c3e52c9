"""Arguments put into TeX templates, in parentheses where they need them.

Must not know any particular function: how tightly an argument is bound shows in its TeX, and what is needed in the
template around its place.
"""

import re
from collections.abc import Sequence
from enum import IntEnum


class Binding(IntEnum):
    """What a formula is at its outermost: the looser it is bound, the more places it needs parentheses in."""

    SUM = 1
    PRODUCT = 2
    POWER = 3
    """A power or a function's value: a factor as it is, but no base of another power."""
    ATOM = 4


_TOKEN = re.compile(r"\\[a-zA-Z]+|\\.|#[0-9]|\S")
_ATOM = re.compile(r"[0-9.]+|\\?[a-zA-Z]+(_\{[0-9]+\})?")
_DOTS = {r"\cdot", r"\times"}
_PRODUCTS = {*_DOTS, r"\,", r"\frac"}
_ENDS = {"", ",", "{", "}", "(", ")", "[", "]", "|", r"\left", r"\right", "<", ">", "="}
"""What stands beside a place that stands alone."""


def put_in(template: str, arguments: Sequence[str]) -> str:
    """``template`` with the n-th of ``arguments`` in place of ``#n``."""
    tokens = [*_TOKEN.finditer(template)]
    texts = ["", *(token[0] for token in tokens), ""]
    composed, done = "", 0
    for token, before, text, after in zip(tokens, texts, texts[1:], texts[2:], strict=False):
        if text.startswith("#"):
            argument = arguments[int(text[1:]) - 1]
            composed += template[done : token.start()]
            if before == r"\," and argument[0].isdigit():
                # A number after a factor would run into it.
                composed = composed.removesuffix(before) + r" \cdot "
            composed += argument if _fits(argument, before, after) else rf"\left({argument}\right)"
            done = token.end()
    return composed + template[done:]


def product(left: str, right: str) -> str:
    """A product's template: a thin space where that is how people write it, else a dot."""
    is_plain = binding(left) > Binding.SUM < binding(right) and not right.startswith("\\")
    return r"#1 \cdot #2" if is_plain and not left[0].isdigit() else r"#1\,#2"


def binding(tex: str) -> Binding:
    """How tightly ``tex`` is bound."""
    if _ATOM.fullmatch(tex):
        return Binding.ATOM
    depth, outermost = 0, set()
    for token in _TOKEN.findall(tex):
        depth += token in {"{", "(", "[", r"\left"}
        depth -= token in {"}", ")", "]", r"\right"}
        if depth == 0:
            outermost.add(token)
    if outermost & {"+", "-"}:
        return Binding.SUM
    return Binding.PRODUCT if outermost & _PRODUCTS else Binding.POWER


def _fits(argument: str, before: str, after: str) -> bool:
    bound = binding(argument)
    if after == "^":
        return bound is Binding.ATOM
    if before in {"+", "-"}:
        return bound > Binding.SUM or (before == "+" and not argument.startswith("-"))
    stands_alone = before in _ENDS and (after in _ENDS or after in {"+", "-"})
    return stands_alone or bound > Binding.SUM


def tex_name(name: str) -> str:
    """The name of a variable, its number below the line: ``x_{0}`` for ``x0``."""
    return re.sub(r"([0-9]+)$", r"_{\1}", name)
