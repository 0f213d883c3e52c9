"""Pyodide beside a peer's page: the one that the site has, with wheels of PyPI for the packages of its own host.

Must not know whose page it is.
"""

import json
import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from web.make.environment import PIP
from web.make.paths import MODULES
from web.make.progress import run
from web.make.wheels import numpy_wheel, sha256_of

FILES = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip")


def lay_pyodide(folder: Path, python: Path, wheels: Path, names: Iterable[str], lock: dict[str, Any]) -> None:
    """Pyodide in a folder, with these packages and what they need as the lock file says, and NumPy.

    Their wheels are PyPI's, of the versions in the lock file, where `wheels` has none yet.
    """
    packages = with_needs(names, lock["packages"])
    absent = [f"{name}=={entry['version']}" for name, entry in packages.items() if not wheels_of(name, wheels)]
    platform = f"pyemscripten_{lock['info']['abi_version']}_wasm32"
    download(python, wheels, absent, platform)
    folder.mkdir(parents=True)
    for file in FILES:
        shutil.copy(MODULES / "pyodide" / file, folder)
    shutil.copy(numpy_wheel(), folder)
    for name, entry in packages.items():
        [wheel] = wheels_of(name, wheels)
        shutil.copy(wheel, folder)
        entry.update(file_name=wheel.name, sha256=sha256_of(wheel))
    (folder / "pyodide-lock.json").write_text(json.dumps(lock), encoding="utf-8")


def with_needs(names: Iterable[str], packages: dict[str, Any]) -> dict[str, Any]:
    """The entries of these packages and of all that they need, by name."""
    known = {spelt(name): entry for name, entry in packages.items()}
    found: dict[str, Any] = {}
    wanted = list(names)
    while wanted:
        name = spelt(wanted.pop())
        if name not in found:
            found[name] = known[name]
            wanted += known[name]["depends"]
    return found


def spelt(name: str) -> str:
    """A package's name as all its spellings have it in common."""
    return name.replace("_", "-").lower()


def wheels_of(name: str, wheels: Path) -> list[Path]:
    """The wheels of a package in a folder."""
    return [wheel for wheel in wheels.glob("*.whl") if spelt(wheel.name.split("-")[0]) == name]


def download(python: Path, wheels: Path, wanted: list[str], *platforms: str) -> None:
    """Wheels of PyPI for Python 3.14 on one of these platforms, or on any."""
    get = ["download", "--no-deps", "--only-binary", ":all:", "--python-version", "3.14"]
    where = [word for platform in platforms for word in ("--platform", platform)]
    command: list[str | Path] = [python, *PIP[1:], *get, *where, "--dest", wheels, *wanted]
    run(command, "Packages of a peer could not be downloaded.", [])
