"""Splits a WebAssembly module in two: a first half with the functions that a start runs, and a second with all others.

Both halves number functions, types, globals and tables as the whole does, so that each body stays as it is, byte for
byte. Where a half lacks a function it has a call through a table that both share; the first half's calls bring the
second half where it is not there yet (`web/engine/interpreter/halves.js`). No tool of the registries does this: the
`wasm-split` of Binaryen is not in its npm package.
"""

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from typing import NamedTuple

from web.make.wasm import (
    CALL_INDIRECT,
    CODE,
    ELEMENT,
    END,
    EXPORT,
    FUNCREF,
    FUNCTION,
    FUNCTIONS,
    GLOBAL,
    GLOBAL_GET,
    GLOBALS,
    I32,
    I32_CONST,
    I32_EQZ,
    IF,
    IMPORT,
    LOCAL_GET,
    MEMORIES,
    MEMORY,
    MUTABLE,
    REF_FUNC,
    TABLE,
    TABLE_SET,
    TABLES,
    TAG,
    TAGS,
    TYPE,
    Module,
    Reader,
    a_global,
    added,
    an_export,
    assembled,
    kind_of_import,
    named,
    parameters,
    signature,
    signed,
    sized,
    unsigned,
    vector,
)

OWN = "split:"
"""Names of what the first half exports for the second begin with it."""


class Halves(NamedTuple):
    """Both modules."""

    first: bytes
    second: bytes


@dataclass(frozen=True)
class Own:
    """Something the module defines that the second half needs of the first: its name there, its kind, what it is."""

    name: str
    kind: int
    index: int
    what: bytes

    @property
    def exported(self) -> bytes:
        """As the first half exports it."""
        return named(OWN + self.name) + bytes([self.kind]) + unsigned(self.index)

    @property
    def imported(self) -> bytes:
        """As the second half imports it."""
        return named(OWN.removesuffix(":")) + named(self.name) + bytes([self.kind]) + self.what


class Whole(Module):
    """A module whose functions are known one by one."""

    def __init__(self, wasm: bytes) -> None:
        super().__init__(wasm)
        self.parameters = self.listed(TYPE, parameters)
        self.imported = Counter(self.listed(IMPORT, kind_of_import))
        self.functions = self.listed(FUNCTION, Reader.number)
        self.bodies = self.listed(CODE, lambda reader: sized(reader.take(reader.number())))
        self.tables = self.listed(TABLE, lambda reader: reader.described(TABLES))
        self.globals = self.listed(GLOBAL, a_global)
        memories = self.listed(MEMORY, lambda reader: reader.described(MEMORIES))
        tags = self.listed(TAG, lambda reader: reader.described(TAGS))
        self.own = [
            *self.owned("table", TABLES, self.tables),
            *self.owned("memory", MEMORIES, memories),
            *self.owned("global", GLOBALS, [what for what, _ in self.globals]),
            *self.owned("tag", TAGS, tags),
        ]

    def owned(self, name: str, kind: int, items: list[bytes]) -> list[Own]:
        """What the module defines of one kind; what it imports is numbered before."""
        return [Own(f"{name}{n}", kind, self.imported[kind] + n, what) for n, what in enumerate(items)]

    @property
    def table(self) -> int:
        """The number of a table that is added."""
        return self.imported[TABLES] + len(self.tables)

    def watched(self) -> bytes:
        """The module, but each of its functions, once called, sets its entry of the table `split:touched`."""
        exported = dict(self.listed(EXPORT, an_export)).get(FUNCTIONS)
        if exported is None:
            raise ValueError("no function is exported")
        sections = dict(self.sections)
        sections[TABLE] = vector([*self.tables, FUNCREF + b"\0" + unsigned(len(self.functions))])
        sections[EXPORT] = self.exporting(Own("touched", TABLES, self.table, b""))

        def body(number: int, whole: bytes) -> bytes:
            reader = Reader(whole)
            reader.number()
            start = reader.at
            for _ in range(reader.number()):
                reader.number()
                reader.take(1)
            touch = I32_CONST + signed(number) + REF_FUNC + unsigned(exported) + TABLE_SET + unsigned(self.table)
            return sized(reader.since(start) + touch + whole[reader.at :])

        sections[CODE] = vector(body(number, whole) for number, whole in enumerate(self.bodies))
        return assembled(self.customs, sections)

    def exporting(self, *own: Own) -> bytes:
        """The exports and these."""
        return added(self.sections[EXPORT], [one.exported for one in own])

    def split(self, kept: Collection[int]) -> Halves:
        """Both halves; the first has the functions with these numbers, which do not count imports."""
        chosen = set(kept)
        loaded = self.imported[GLOBALS] + len(self.globals)
        shared = Own("table", TABLES, self.table, FUNCREF + b"\0" + unsigned(len(self.functions) + 1))
        nothing = self.listed(TYPE, signature).index((b"", b""))
        bring = b"".join(
            [
                *(GLOBAL_GET, unsigned(loaded), I32_EQZ, IF),
                *(I32_CONST, signed(0), CALL_INDIRECT, unsigned(nothing), unsigned(shared.index), END),
            ]
        )
        first = dict(self.sections)
        first[TABLE] = vector([*self.tables, shared.what])
        first[GLOBAL] = vector(
            [*(what + value for what, value in self.globals), I32 + MUTABLE + I32_CONST + signed(0) + END]
        )
        first[EXPORT] = self.exporting(*self.own, shared, Own("loaded", GLOBALS, loaded, b""))
        first[ELEMENT] = added(self.sections.get(ELEMENT), self.filled(shared, chosen))
        first[CODE] = vector(
            whole if number in chosen else self.called(number, shared, bring)
            for number, whole in enumerate(self.bodies)
        )
        second = {kind: self.sections[kind] for kind in (TYPE, FUNCTION)}
        # Within one kind the order counts: those that the module defines, then the shared table.
        second[IMPORT] = added(self.sections.get(IMPORT), [one.imported for one in (*self.own, shared)])
        second[ELEMENT] = vector(self.filled(shared, set(range(len(self.functions))) - chosen))
        second[CODE] = vector(
            self.called(number, shared) if number in chosen else whole for number, whole in enumerate(self.bodies)
        )
        return Halves(assembled(self.customs, first), assembled([], second))

    def called(self, number: int, shared: Own, before: bytes = b"") -> bytes:
        """A body that calls the function of that number through the shared table."""
        kind = self.functions[number]
        given = b"".join(LOCAL_GET + unsigned(index) for index in range(self.parameters[kind]))
        call = I32_CONST + signed(number + 1) + CALL_INDIRECT + unsigned(kind) + unsigned(shared.index)
        return sized(vector([]) + before + given + call + END)

    def filled(self, shared: Own, numbers: Collection[int]) -> list[bytes]:
        """Segments that put functions of these numbers into the shared table, whose first entry is not theirs."""
        segments = []
        ordered = sorted(numbers)
        starts = [at for at, number in enumerate(ordered) if at == 0 or ordered[at - 1] != number - 1]
        for start, end in zip(starts, [*starts[1:], len(ordered)], strict=True):
            place = I32_CONST + signed(ordered[start] + 1) + END
            functions = vector(unsigned(self.imported[FUNCTIONS] + number) for number in ordered[start:end])
            segments.append(b"\2" + unsigned(shared.index) + place + b"\0" + functions)
        return segments
