"""What a first visit needs of Python's library, NumPy and pyautodiff, compiled, as three packs.

Runs inside Pyodide under Node (`make-packs.mjs`): only the same interpreter can compile for the one in the browser.
Reads /stdlib.zip, /numpy.whl, /library.whl and /pyscript.json (PyScript's own modules, as it writes them into the home
folder of every worker); writes /python.pack, /numpy.pack, /library.pack and /names.json.

A pack is gzip over: the length of a JSON text (4 bytes, little end first), that text, `[[path, size], ...]`, and the
files one after the other. `web/engine/interpreter/pack.js` reads it.
"""

import io
import json
import sys
import zipfile
import zlib
from importlib._bootstrap_external import _code_to_hash_pyc  # type: ignore[attr-defined]
from importlib.util import cache_from_source, source_hash
from pathlib import Path

SITE_PACKAGES = "lib/python3.14/site-packages/"
HOME = "home/pyodide/"
ARCHIVE = "lib/python314.zip"

REQUESTS = (
    {"version": 1, "x": "0.5", "chain": "square exp square", "parts": ["check", "code", "curve"]},
    {"version": 1, "x": {"x0": "1", "x1": "2"}, "expression": "x0 * exp(x1)", "parts": ["check", "code"]},
    {"version": 1, "x": "no number", "chain": "square"},
)
PYSCRIPT = ("html", "html.entities", "json", "platform", "re", "threading", "zipfile")
"""What PyScript's own part of a start imports."""
CODECS = ("encodings.ascii", "encodings.cp437", "encodings.latin_1", "encodings.utf_8")
"""Looked up by name while Python runs: cp437 names the entries of an archive."""


def import_what_a_start_imports() -> set[str]:
    """Do what the page does first; give the files that this took."""
    from pyautodiff.trace import answer  # noqa: PLC0415

    for request in REQUESTS:
        answer(json.dumps(request))
    for name in (*PYSCRIPT, *CODECS):
        __import__(name)
    specs = (getattr(module, "__spec__", None) for module in list(sys.modules.values()))
    return {spec.origin.removeprefix("/") for spec in specs if spec and spec.origin}


def compiled(path: str, source: bytes, *, checked: bool = False) -> bytes:
    """A module in compiled form, bound to its source by hash; used unchecked where the source may not be there."""
    code = compile(source, f"/{path}", "exec", dont_inherit=True)
    return bytes(_code_to_hash_pyc(code, source_hash(source), checked))


def library_archive(started: set[str]) -> bytes:
    """Python's own library as an archive of compiled modules, stored as they are: the pack compresses them better."""
    made = io.BytesIO()
    with zipfile.ZipFile("/stdlib.zip") as given, zipfile.ZipFile(made, "w", zipfile.ZIP_STORED) as archive:
        for name in sorted(given.namelist()):
            path = f"{ARCHIVE}/{name}"
            if name.endswith(".py") and path in started:
                archive.writestr(zipfile.ZipInfo(f"{name}c", (2020, 2, 2, 0, 0, 0)), compiled(path, given.read(name)))
    return made.getvalue()


def wheel_files(wheel: str, started: set[str], *, sources: bool) -> dict[str, bytes]:
    """What a start takes of a wheel; modules compiled beside their sources, which may be left empty."""
    files = {}
    with zipfile.ZipFile(wheel) as given:
        for name in given.namelist():
            path = SITE_PACKAGES + name
            if path not in started:
                continue
            content = given.read(name)
            if name.endswith(".py"):
                files[cache_from_source(path)] = compiled(path, content)
            files[path] = content if sources or not name.endswith(".py") else b""
    return files


def pyscript_files() -> dict[str, bytes]:
    """PyScript's own modules, compiled; it brings their sources itself."""
    files = {}
    folders = [(HOME, json.loads(Path("/pyscript.json").read_text(encoding="utf-8")))]
    while folders:
        folder, entries = folders.pop()
        for name, content in entries.items():
            if isinstance(content, dict):
                folders.append((f"{folder}{name}/", content))
            elif name.endswith(".py"):
                path = folder + name
                files[cache_from_source(path)] = compiled(path, content.encode(), checked=True)
    return files


def pack(files: dict[str, bytes]) -> bytes:
    """The files as one compressed text, the same for the same files."""
    entries = sorted(files.items())
    index = json.dumps([[path, len(content)] for path, content in entries]).encode()
    gzip = zlib.compressobj(9, zlib.DEFLATED, 31, 9)
    parts = [len(index).to_bytes(4, "little"), index, *(content for _, content in entries)]
    return b"".join([*map(gzip.compress, parts), gzip.flush()])


def names() -> list[str]:
    """Every module of Python's library and of NumPy, tests aside: some are asked for that exist nowhere here."""
    found = set()
    for archive in ("/stdlib.zip", "/numpy.whl"):
        with zipfile.ZipFile(archive) as given:
            for path in given.namelist():
                parts = path.split(".")[0].removesuffix("/__init__").split("/")
                if path.endswith((".py", ".so")) and all(map(str.isidentifier, parts)) and "tests" not in parts:
                    found.add(".".join(parts))
    return sorted(found)


def main() -> None:
    """Make all four files."""
    started = import_what_a_start_imports()
    packs = {
        "python": {ARCHIVE: library_archive(started)},
        "numpy": {**wheel_files("/numpy.whl", started, sources=False), **pyscript_files()},
        "library": wheel_files("/library.whl", started, sources=True),
    }
    made = {f"/{name}.pack": pack(files) for name, files in packs.items()}
    for path, content in {**made, "/names.json": json.dumps(names()).encode()}.items():
        Path(path).write_bytes(content)


main()
