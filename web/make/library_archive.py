"""Python's own library as the browser gets it: Pyodide's archive, with what a start imports in compiled form."""

from pathlib import Path

from web.make.environment import node
from web.make.paths import CACHE, MAKE, MODULES
from web.make.progress import run, step
from web.make.stamp import Stamp

SCRIPT = MAKE / "compile-library.mjs"


def library_archive(numpy: Path) -> Path:
    """The archive, under the name that Pyodide looks for. The same inputs give the same bytes."""
    archive = CACHE / "archive" / "python_stdlib.zip"
    pyodide = MODULES / "pyodide"
    made = Stamp("archive", [pyodide / "package.json", pyodide / "python_stdlib.zip", numpy, SCRIPT])
    if made.fresh() and archive.exists():
        return archive
    with step("compiling Python's library for the browser"):
        made.drop()
        archive.parent.mkdir(parents=True, exist_ok=True)
        run(
            [node(), SCRIPT, pyodide, numpy, archive],
            "Python's library could not be compiled for the browser.",
            ["Delete web/node_modules and .cache, then run again."],
        )
        made.keep()
    return archive
