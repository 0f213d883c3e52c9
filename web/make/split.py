"""Splits a WebAssembly module in two: a first half with the functions that a start runs, and a second with all others.

Both halves number functions, types, globals and tables as the whole does, so that each body stays as it is, byte for
byte. Where a half lacks a function it has a call through a table that both share; the first half's calls bring the
second half where it is not there yet (`web/engine/interpreter/halves.js`). No tool of the registries does this: the
`wasm-split` of Binaryen is not in its npm package.
"""

from collections import Counter
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from typing import NamedTuple, TypeVar

Item = TypeVar("Item")

CUSTOM, TYPE, IMPORT, FUNCTION, TABLE, MEMORY, GLOBAL, EXPORT, START, ELEMENT, CODE, DATA, DATA_COUNT, TAG = range(14)
ORDER = (TYPE, IMPORT, FUNCTION, TABLE, MEMORY, TAG, GLOBAL, EXPORT, START, ELEMENT, DATA_COUNT, CODE, DATA)
FUNCTIONS, TABLES, MEMORIES, GLOBALS, TAGS = range(5)
"""The kinds of what is imported and exported."""
HEADER = b"\0asm\1\0\0\0"
OWN = "split:"
"""Names of what the first half exports for the second begin with it."""

I32, FUNCREF = b"\x7f", b"\x70"
MUTABLE = b"\1"
IF, END, CALL_INDIRECT, LOCAL_GET, GLOBAL_GET, TABLE_SET = b"\x04\x40", b"\x0b", b"\x11", b"\x20", b"\x23", b"\x26"
I32_CONST, I32_EQZ, REF_FUNC = b"\x41", b"\x45", b"\xd2"
CONSTANTS = {
    **dict.fromkeys((0x41, 0x42, 0x23, 0xD2), "number"),  # i32.const, i64.const, global.get, ref.func
    0xD0: 1,
    0x43: 4,
    0x44: 8,  # ref.null, f32.const, f64.const
    **dict.fromkeys((0x6A, 0x6B, 0x6C, 0x7C, 0x7D, 0x7E), 0),  # sums, differences, products
}
"""What may stand in a constant expression, and what follows it."""


def leb128(number: int, last: int) -> bytes:
    """A number in LEB128; `last` is the largest that its last byte may hold."""
    made = bytearray()
    while number > last:
        made.append(number & 0x7F | 0x80)
        number >>= 7
    return bytes([*made, number])


def unsigned(number: int) -> bytes:
    """A number as LEB128."""
    return leb128(number, 0x7F)


def signed(number: int) -> bytes:
    """A number that is not negative as signed LEB128."""
    return leb128(number, 0x3F)


def named(text: str) -> bytes:
    """A name."""
    return unsigned(len(text.encode())) + text.encode()


def sized(content: bytes) -> bytes:
    """Content after its length."""
    return unsigned(len(content)) + content


def vector(items: Iterable[bytes]) -> bytes:
    """Items after their number."""
    listed = list(items)
    return unsigned(len(listed)) + b"".join(listed)


class Reader:
    """Reads one section from its start."""

    def __init__(self, data: bytes, at: int = 0) -> None:
        self.data = data
        self.at = at

    def number(self) -> int:
        """A number in LEB128; of a signed one only the length is right."""
        number = shift = 0
        while True:
            byte = self.data[self.at]
            self.at += 1
            number |= (byte & 0x7F) << shift
            shift += 7
            if byte < 0x80:
                return number

    def take(self, size: int) -> bytes:
        """So many bytes."""
        self.at += size
        return self.data[self.at - size : self.at]

    def since(self, start: int) -> bytes:
        """What was read since then."""
        return self.data[start : self.at]

    def limits(self) -> None:
        """Pass over the size of a table or a memory."""
        bounded = self.take(1)[0] & 1
        for _ in range(1 + bounded):
            self.number()

    def constant(self) -> None:
        """Pass over a constant expression."""
        while (code := self.take(1)[0]) != END[0]:
            follows = CONSTANTS.get(code)
            if follows is None:
                raise ValueError(f"an unknown constant expression: {code:#x}")
            if isinstance(follows, int):
                self.take(follows)
            else:
                self.number()

    def described(self, kind: int) -> bytes:
        """What is said of something of that kind, imported or defined: a table's type, say."""
        start = self.at
        match kind:
            case 0:  # a function
                self.number()
            case 1:  # a table
                self.take(1)
                self.limits()
            case 2:  # a memory
                self.limits()
            case 3:  # a global
                self.take(2)
            case 4:  # a tag
                self.take(1)
                self.number()
            case _:
                raise ValueError(f"an unknown kind of import: {kind}")
        return self.since(start)


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


class Module:
    """A module, taken apart as far as splitting it needs."""

    def __init__(self, wasm: bytes) -> None:
        if not wasm.startswith(HEADER):
            raise ValueError("not a WebAssembly module")
        self.customs: list[bytes] = []
        self.sections: dict[int, bytes] = {}
        reader = Reader(wasm, len(HEADER))
        while reader.at < len(wasm):
            kind = reader.take(1)[0]
            content = reader.take(reader.number())
            if kind == CUSTOM:
                self.customs.append(content)
            else:
                self.sections[kind] = content
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

    def listed(self, section: int, item: Callable[[Reader], Item]) -> list[Item]:
        """The items of a section, as a function reads one."""
        reader = Reader(self.sections.get(section, vector([])))
        return [item(reader) for _ in range(reader.number())]

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


def signature(reader: Reader) -> tuple[bytes, bytes]:
    """What a function of a type takes and gives."""
    if reader.take(1) != b"\x60":
        raise ValueError("a type that is not a function's")
    return reader.take(reader.number()), reader.take(reader.number())


def parameters(reader: Reader) -> int:
    """How many values a function of a type takes."""
    return len(signature(reader)[0])


def kind_of_import(reader: Reader) -> int:
    """The kind of an import."""
    for _ in range(2):
        reader.take(reader.number())
    kind = reader.take(1)[0]
    reader.described(kind)
    return kind


def an_export(reader: Reader) -> tuple[int, int]:
    """The kind and the number of what is exported."""
    reader.take(reader.number())
    return reader.take(1)[0], reader.number()


def a_global(reader: Reader) -> tuple[bytes, bytes]:
    """What a global is, and its first value."""
    what = reader.described(GLOBALS)
    start = reader.at
    reader.constant()
    return what, reader.since(start)


def added(section: bytes | None, items: list[bytes]) -> bytes:
    """A section with further items."""
    reader = Reader(section or vector([]))
    return unsigned(reader.number() + len(items)) + reader.data[reader.at :] + b"".join(items)


def assembled(customs: list[bytes], sections: dict[int, bytes]) -> bytes:
    """A module."""
    ordered = [(CUSTOM, content) for content in customs] + [
        (kind, sections[kind]) for kind in ORDER if kind in sections
    ]
    return HEADER + b"".join(bytes([kind]) + sized(content) for kind, content in ordered)
