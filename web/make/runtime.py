"""The folder `python/` of the site: PyScript, Pyodide and the wheels, in folders named by their content.

Also says what is in it (`runtime.json`), which is all that `web/engine` knows of this folder.
"""

import base64
import hashlib
import json
import re
import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from web.make.image import Image
from web.make.patch import patched_core, patched_module
from web.make.paths import MODULES
from web.make.wheels import pyodide_lock, sha256_of

PYODIDE_FILES = ("pyodide.mjs", "pyodide.asm.wasm", "python_stdlib.zip")

PLUGINS_LEFT_OUT = ("codemirror", "deprecations-manager", "donkey", "py-editor", "py-game", "py-terminal")
"""PyScript's extras that `web/engine/run-pyscript.js` switches off."""


def runtime(target: Path | None, image: Image, numpy: Path, library: Path) -> dict[str, Any]:
    """Describe `python/`, and lay it out at `target` unless that is None.

    In two parts: `runtime` for the page, `interpreter` for the module that stands in for Pyodide's own. Every path is
    relative to that folder. `files` tells size and hash of those that our interpreter
    module fetches itself (the others are imports).
    """
    pyscript = MODULES / "@pyscript" / "core"
    pyodide = MODULES / "pyodide"
    lock = pyodide_lock()
    numpy_version, library_version = lock["packages"]["numpy"]["version"], library.name.split("-")[1]
    pyscript_path = lay(target, f"pyscript-{version_of(pyscript)}", pyscript_files(pyscript))
    pyodide_files = [*(pyodide / name for name in PYODIDE_FILES), patched_module()]
    pyodide_path = lay(target, f"pyodide-{version_of(pyodide)}", pyodide_files)
    start_path = lay(target, f"start-{version_of(pyodide)}", image.files)
    numpy_path = lay(target, f"numpy-{numpy_version}", [numpy]) + numpy.name
    library_path = lay(target, f"pyautodiff-{library_version}", [library])
    entries = {
        "numpy": {**lock["packages"]["numpy"], "file_name": numpy_path},
        "pyautodiff": {
            **lock["packages"]["numpy"],
            "name": "pyautodiff",
            "version": library_version,
            "depends": ["numpy"],
            "imports": ["pyautodiff"],
            "file_name": library_path + library.name,
            "sha256": sha256_of(library),
        },
    }
    plain = {
        pyodide_path + "pyodide.asm.wasm": pyodide / "pyodide.asm.wasm",
        pyodide_path + "python_stdlib.zip": pyodide / "python_stdlib.zip",
        numpy_path: numpy,
        library_path + library.name: library,
    }
    files = {
        **plain,
        **{start_path + file.name: file for file in image.files},
    }
    entry_point = (pyscript / "dist" / "core.js").read_text(encoding="utf-8")
    return {
        "runtime": {
            "versions": {
                "pyscript": version_of(pyscript),
                "pyodide": version_of(pyodide),
                "numpy": numpy_version,
                "pyautodiff": library_version,
            },
            "image": {
                "code": {"path": start_path + image.first.name, "bytes": image.first.stat().st_size},
                "packed": {"path": start_path + image.image.name, "parts": image.parts},
            },
            "bytes": {
                "image": sum(file.stat().st_size for file in (image.image, image.first)),
                "stock": sum(file.stat().st_size for file in plain.values()),
            },
            "pyscript": pyscript_path + "core.js",
            "preload": [pyscript_path + name for name in re.findall(r'from\s*"\./([^"]+)"', entry_point)],
        },
        "interpreter": {
            "version": version_of(pyodide),
            "pyodide": pyodide_path,
            "lock": {"info": lock["info"], "packages": entries},
            "image": {
                "head": base64.b64encode(image.head).decode(),
                "first": start_path + image.first.name,
            },
            "rest": {
                "interpreter": start_path + image.second.name,
                "libraries": {path: start_path + file.name for path, file in image.libraries.items()},
                "library": pyodide_path + "python_stdlib.zip",
                "numpy": numpy_path,
                "names": image.names,
            },
            "files": {path: {"sha256": sha256_of(file)} for path, file in files.items()},
        },
    }


def pyscript_files(package: Path) -> list[Path]:
    """What the site has of PyScript."""
    files = reached(package / "dist" / "core.js")
    return [patched_core(file) if file.name.startswith("core-") else file for file in files]


def reached(module: Path) -> list[Path]:
    """The module and all that it can come to import from beside it."""
    found: set[Path] = set()
    wanted = [module]
    while wanted:
        file = wanted.pop()
        if file in found or file.name.startswith(PLUGINS_LEFT_OUT):
            continue
        found.add(file)
        source = file.read_text(encoding="utf-8")
        wanted += [file.parent / name for name in re.findall(r'(?:from|import)\s*\(?\s*"\./([^"]+\.js)"', source)]
    return sorted(found)


def lay(target: Path | None, name: str, files: Iterable[Path]) -> str:
    """Copy files into a folder named by their content; give its path, relative to `target`, with a slash."""
    files = list(files)
    content = hashlib.sha256()
    for file in files:
        content.update(f"{file.name} {sha256_of(file)}\n".encode())
    folder = f"{name}-{content.hexdigest()[:10]}"
    if target:
        (target / folder).mkdir(parents=True)
        for file in files:
            shutil.copyfile(file, target / folder / file.name)
    return f"{folder}/"


def version_of(package: Path) -> str:
    """The version in a front-end package's package.json."""
    version: str = json.loads((package / "package.json").read_text(encoding="utf-8"))["version"]
    return version
