"""A module of WebAssembly in two halves does what it does whole, before and after its second half is there."""

import json
import subprocess
from pathlib import Path

import pytest

from web.make.environment import node
from web.make.paths import ROOT
from web.make.split import Halves, Whole
from web.make.wasm import HEADER, named, section, signed, sized, unsigned, vector

I32, END = b"\x7f", b"\x0b"
BINARY, NOTHING = 0, 1

RUN = """
import { readFileSync } from "node:fs";
import { joined } from "./web/engine/interpreter/halves.js";
const [wholePath, firstPath, secondPath, watchedPath] = process.argv.slice(1);
const module = (path) => new WebAssembly.Module(readFileSync(path));
const imports = { env: { noted: () => 5 } };
const used = ({ add, twice, last, table, memory, state }) => [
  add(2, 3), twice(4, 1), last(1, 1), table.get(0)(6, 7), table.length, memory.buffer.byteLength, state.value,
];
const whole = new WebAssembly.Instance(module(wholePath), imports);
let brought = 0;
const first = new WebAssembly.Instance(module(firstPath), imports);
const { exports, complete } = joined(first, imports, () => (brought++, module(secondPath)));
const told = { whole: used(whole.exports), names: [Object.keys(whole.exports), Object.keys(exports)] };
told.kept = exports.add(20, 3);
told.beforehand = brought;
told.joined = used(exports);
told.brought = brought;
complete(module(secondPath));
const ahead = new WebAssembly.Instance(module(firstPath), imports);
const other = joined(ahead, imports, () => { throw new Error("it is there already"); });
other.complete(module(secondPath));
told.ahead = used(other.exports);
const alone = new WebAssembly.Instance(module(firstPath), imports);
const failing = joined(alone, imports, () => { throw new Error("no host"); });
try { failing.exports.last(1, 1); } catch (error) { told.failed = error.message; }
const watched = new WebAssembly.Instance(module(watchedPath), imports).exports;
watched.twice(1, 1);
const touched = watched["split:touched"];
told.touched = Array.from({ length: touched.length }, (_, k) => k).filter((k) => touched.get(k));
process.stdout.write(JSON.stringify(told));
"""


def body(code: bytes) -> bytes:
    """A function without variables of its own."""
    return sized(vector([]) + code + END)


def example() -> bytes:
    """Three functions that call each other, an import, a global that changes, a table and a memory."""
    get = [b"\x20" + unsigned(index) for index in (0, 1)]
    call = [b"\x10" + unsigned(index) for index in range(4)]
    state = [b"\x23\0", b"\x24\0"]
    bodies = [
        body(get[0] + get[1] + b"\x6a"),  # add
        body(
            get[0] + get[1] + call[1] + get[0] + b"\x6a" + state[0] + b"\x41" + signed(100) + b"\x6a" + state[1]
        ),  # twice
        body(call[0] + get[0] + get[1] + call[2] + b"\x6a"),  # last: what was noted, and twice
    ]
    exports = [
        *(named(name) + b"\0" + unsigned(index) for index, name in enumerate(("add", "twice", "last"), 1)),
        *(named("table") + b"\1\0", named("memory") + b"\2\0", named("state") + b"\3\0"),
    ]
    two = b"\x60" + vector([I32, I32]) + vector([I32])
    return HEADER + b"".join(
        [
            section(0, named("about") + b"kept"),
            section(1, vector([two, b"\x60" + vector([]) + vector([]), b"\x60" + vector([]) + vector([I32])])),
            section(2, vector([named("env") + named("noted") + b"\0\2"])),
            section(3, vector([unsigned(BINARY)] * 3)),
            section(4, vector([b"\x70\0\2"])),
            section(5, vector([b"\0\1"])),
            section(6, vector([I32 + b"\1" + b"\x41\x07" + END])),
            section(7, vector(exports)),
            section(9, vector([b"\0\x41\0" + END + vector([unsigned(2), unsigned(1)])])),
            section(10, vector(bodies)),
        ]
    )


def told(folder: Path, halves: Halves) -> dict[str, object]:
    """What the halves and the whole do under Node."""
    files = {"whole": example(), "first": halves.first, "second": halves.second, "watched": Whole(example()).watched()}
    for name, content in files.items():
        (folder / f"{name}.wasm").write_bytes(content)
    command = [node(), "--input-type=module", "-e", RUN, *(str(folder / f"{name}.wasm") for name in files)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    answer: dict[str, object] = json.loads(done.stdout)
    return answer


@pytest.mark.parametrize("kept", [{0}, {0, 1}, {0, 2}], ids=str)
def test_halves_do_what_the_whole_does(tmp_path: Path, kept: set[int]) -> None:
    found = told(tmp_path, Whole(example()).split(kept))
    assert found["kept"] == 23
    assert found["beforehand"] == 0, "what the first half has needs no second"
    assert found["joined"] == found["ahead"] == found["whole"]
    assert found["brought"] == 1
    assert found["names"][0] == found["names"][1]  # type: ignore[index]
    assert found["failed"] == "no host"
    assert found["touched"] == [0, 1]


def test_what_is_not_understood_fails_the_build() -> None:
    with pytest.raises(ValueError, match="not a function's"):
        Whole(HEADER + section(1, vector([b"\x5f" + vector([])])))
    with pytest.raises(ValueError, match="unknown constant expression"):
        Whole(HEADER + section(6, vector([I32 + b"\1" + b"\xfe" + END])))
