"""The packs that a first visit starts from: the part of Python's library, NumPy and pyautodiff that it needs, compiled.

`interpreter/make_packs.py` says what is in them.
"""

import json
from dataclasses import dataclass
from pathlib import Path

from web.make.environment import node
from web.make.paths import CACHE, MAKE, MODULES
from web.make.progress import run, step
from web.make.stamp import Stamp

SCRIPTS = MAKE / "interpreter"
PYODIDE = MODULES / "pyodide"
PYSCRIPT = MODULES / "@pyscript" / "core"


@dataclass(frozen=True)
class Packs:
    """The files, and the names of all modules of Python's library and NumPy."""

    python: Path
    numpy: Path
    library: Path
    names: list[str]

    @property
    def files(self) -> tuple[Path, Path, Path]:
        """In the order in which a start needs them."""
        return self.python, self.numpy, self.library


def packs(numpy: Path, library: Path) -> Packs:
    """Make the packs from both wheels. The same inputs give the same bytes."""
    folder = CACHE / "packs"
    given = [PYODIDE / "package.json", PYODIDE / "python_stdlib.zip", PYSCRIPT / "package.json", numpy, library]
    made = Stamp("packs", [*given, SCRIPTS])
    if not (made.fresh() and folder.exists()):
        with step("compiling for the browser what a first visit needs of Python"):
            made.drop()
            folder.mkdir(parents=True, exist_ok=True)
            make(numpy, library, folder)
            made.keep()
    names = json.loads((folder / "names.json").read_text(encoding="utf-8"))
    return Packs(folder / "python.pack", folder / "numpy.pack", folder / "library.pack", names)


def make(numpy: Path, library: Path, folder: Path) -> None:
    """Make the files in a folder that is there."""
    run(
        [node(), SCRIPTS / "make-packs.mjs", PYODIDE, PYSCRIPT, numpy, library, folder],
        "Python's library could not be compiled for the browser.",
        ["Delete web/node_modules and .cache, then run again."],
    )
