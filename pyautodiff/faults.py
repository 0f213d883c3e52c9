"""What is wrong with a request, as a kind and its values.

A fault carries no sentence for a visitor: words are chosen where a language is known.
"""

from typing import TypeAlias

Plain: TypeAlias = "bool | int | float | str | list[Plain] | dict[str, Plain] | None"
"""What JSON can say."""


class Fault(ValueError):  # noqa: N818 - it is the request that is at fault
    """A request that cannot be answered.

    Attributes:
        where: the part at fault: ``x``, ``chain``, ``range``, ``eps`` or ``request``.
        kind: what is wrong, e.g. ``x-syntax``; the kinds and their values are listed in ``trace.schema.json``.
        values: plain data that a sentence about it needs (a name, a position, a limit).
    """

    def __init__(self, where: str, kind: str, **values: Plain) -> None:
        super().__init__(f"{kind} {values}" if values else kind)
        self.where = where
        self.kind = kind
        self.values = values
