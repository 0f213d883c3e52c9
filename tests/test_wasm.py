"""A module of WebAssembly is taken apart and put together again, or the build fails."""

import pytest

from web.make.wasm import DATA, DATA_COUNT, END, HEADER, Module, assembled, section, signed, unsigned, vector

CONSTANT = b"\x41"


def piece(place: int, content: bytes) -> bytes:
    """Data with a fixed place."""
    return b"\0" + CONSTANT + signed(place) + END + unsigned(len(content)) + content


def with_data(*pieces: bytes) -> bytes:
    """A module with a memory and nothing but data for it."""
    return HEADER + section(5, vector([b"\0\1"])) + section(12, unsigned(len(pieces))) + section(11, vector(pieces))


def test_data_is_taken_as_the_memory_would_hold_it() -> None:
    module = Module(with_data(piece(8, b"eight"), piece(2, b"two"), piece(9, b"IG")))
    assert module.take_data() == b"\0\0two\0\0\0eIGht"
    assert not {DATA, DATA_COUNT} & module.sections.keys()
    assert assembled(module.customs, module.sections) == HEADER + section(5, vector([b"\0\1"]))


def test_what_is_told_in_a_module_stands_in_it() -> None:
    module = Module(HEADER)
    module.tell("about", b"kept")
    assert Module(assembled(module.customs, module.sections)).customs == [b"\5aboutkept"]


@pytest.mark.parametrize("other", [b"\1", b"\0\x23\0" + END, b"\0" + CONSTANT + signed(8) + b"\x6a" + END])
def test_data_without_a_fixed_place_fails_the_build(other: bytes) -> None:
    module = Module(with_data(other + unsigned(1) + b"x"))
    with pytest.raises(ValueError, match="without a fixed place"):
        module.take_data()


def test_what_is_not_understood_fails_the_build() -> None:
    with pytest.raises(ValueError, match="not a WebAssembly module"):
        Module(b"#!/bin/sh")
