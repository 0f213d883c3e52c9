"""What a start needs of Python's library, NumPy and pyautodiff, compiled.

Runs inside Pyodide under Node (`make-image.mjs`): only the same interpreter can compile for the one in the browser.
Reads /stdlib.zip, /numpy.whl, /library.whl, /requests.json (what a page asks first) and /pyscript.json (PyScript's own
modules, as it writes them into the home folder of every worker). Lays out under /compiled what is to be at the same
place in the interpreter of an image, and writes /names.json.
"""

import io
import json
import sys
import zipfile
from importlib._bootstrap_external import _code_to_hash_pyc  # type: ignore[attr-defined]
from importlib.util import cache_from_source, source_hash
from pathlib import Path

SITE_PACKAGES = "lib/python3.14/site-packages/"
HOME = "home/pyodide/"
ARCHIVE = "lib/python314.zip"

PYSCRIPT = ("html", "html.entities", "json", "platform", "re", "threading", "zipfile")
"""What PyScript's own part of a start imports."""
CODECS = ("encodings.ascii", "encodings.cp437", "encodings.latin_1", "encodings.utf_8")
"""Looked up by name while Python runs: cp437 names the entries of an archive."""


def import_what_a_start_imports() -> set[str]:
    """Do what the page does first; give the files that this took."""
    from pyautodiff.trace import answer  # noqa: PLC0415

    for request in json.loads(Path("/requests.json").read_text(encoding="utf-8")):
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
    """Python's own library as an archive of compiled modules."""
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


def names() -> bytes:
    """Every module of Python's library and of NumPy, tests aside: some are asked for that exist nowhere here."""
    found = set()
    for archive in ("/stdlib.zip", "/numpy.whl"):
        with zipfile.ZipFile(archive) as given:
            for path in given.namelist():
                parts = path.split(".")[0].removesuffix("/__init__").split("/")
                if path.endswith((".py", ".so")) and all(map(str.isidentifier, parts)) and "tests" not in parts:
                    found.add(".".join(parts))
    return json.dumps(sorted(found)).encode()


def main() -> None:
    """Lay out all files."""
    started = import_what_a_start_imports()
    files = {
        ARCHIVE: library_archive(started),
        **wheel_files("/numpy.whl", started, sources=False),
        **wheel_files("/library.whl", started, sources=True),
        **pyscript_files(),
    }
    for path, content in {**{f"compiled/{path}": made for path, made in files.items()}, "names.json": names()}.items():
        target = Path("/", path)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)


main()
