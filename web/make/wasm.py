"""WebAssembly's format, as far as the build takes modules apart and puts them together again.

Must not know what for: `split.py` makes halves of a module.
"""

from collections.abc import Callable, Iterable
from typing import TypeVar

Item = TypeVar("Item")

CUSTOM, TYPE, IMPORT, FUNCTION, TABLE, MEMORY, GLOBAL, EXPORT, START, ELEMENT, CODE, DATA, DATA_COUNT, TAG = range(14)
ORDER = (TYPE, IMPORT, FUNCTION, TABLE, MEMORY, TAG, GLOBAL, EXPORT, START, ELEMENT, DATA_COUNT, CODE, DATA)
FUNCTIONS, TABLES, MEMORIES, GLOBALS, TAGS = range(5)
"""The kinds of what is imported and exported."""
HEADER = b"\0asm\1\0\0\0"
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


def section(kind: int, content: bytes) -> bytes:
    """A section of a module."""
    return bytes([kind]) + sized(content)


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


def a_segment(reader: Reader) -> tuple[int, bytes]:
    """Where a piece of the memory begins, and that piece."""
    if reader.number() != 0 or reader.take(1) != I32_CONST:
        raise ValueError("data without a fixed place")
    place = reader.number()
    if reader.take(1) != END:
        raise ValueError("data without a fixed place")
    return place, reader.take(reader.number())


def added(section: bytes | None, items: list[bytes]) -> bytes:
    """A section with further items."""
    reader = Reader(section or vector([]))
    return unsigned(reader.number() + len(items)) + reader.data[reader.at :] + b"".join(items)


def assembled(customs: list[bytes], sections: dict[int, bytes]) -> bytes:
    """A module."""
    ordered = [(CUSTOM, content) for content in customs] + [
        (kind, sections[kind]) for kind in ORDER if kind in sections
    ]
    return HEADER + b"".join(section(kind, content) for kind, content in ordered)


class Module:
    """A module, taken apart into its sections."""

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

    def listed(self, section: int, item: Callable[[Reader], Item]) -> list[Item]:
        """The items of a section, as a function reads one."""
        reader = Reader(self.sections.get(section, vector([])))
        return [item(reader) for _ in range(reader.number())]

    def take_data(self) -> bytes:
        """What it would lay into its memory, from address 0 on; it does so no more. Code that does by itself is refused
        by whoever compiles it.
        """
        segments = self.listed(DATA, a_segment)
        memory = bytearray(max(place + len(piece) for place, piece in segments))
        for place, piece in segments:
            memory[place : place + len(piece)] = piece
        for section in (DATA, DATA_COUNT):
            self.sections.pop(section, None)
        return bytes(memory)

    def tell(self, name: str, content: bytes) -> None:
        """Add what no engine reads, by a name."""
        self.customs.append(named(name) + content)
