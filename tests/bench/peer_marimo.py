"""A marimo notebook as a peer of the site: exported by its own tool, with what it would fetch elsewhere beside it.

Its Pyodide is the site's and not the release that it names, and PyYAML lacks its C extension, which PyPI does not have
for Pyodide. Must not know how it is measured.
"""

import os
import zipfile
from pathlib import Path
from typing import Any

from tests.bench.peer_pyodide import download, lay_pyodide
from web.make.paths import MODULES, venv_program
from web.make.progress import BuildError, run
from web.make.runtime import version_of
from web.make.wheels import pyodide_lock

NOTEBOOK = """import marimo

app = marimo.App()


@app.cell
def _():
    import numpy as np

    float(np.exp(np.square(0.5)) ** 2)
"""
PAGE = "index.html"
SHOWN = "/1[.]648721270700128/.test(document.body.innerText) && performance.now()"

ITS_PYODIDE = "314.0.0"
LOADED = ("marimo-base", "micropip", "docutils", "pygments", "jedi", "pyodide-http")
"""What its page asks Pyodide for, beside NumPy and what marimo-base needs."""
ITS_OWN = {"marimo-base": "marimo", "markdown": "markdown", "msgspec": "msgspec", "pymdown-extensions": "pymdownx"}
"""What Pyodide's lock file lacks, or has too old for marimo: packages, and what one imports of them."""
NEEDS = {
    "marimo-base": ["docutils", "jedi", "msgspec", "narwhals", "packaging", "pygments", "pymdown-extensions"],
    "pymdown-extensions": ["markdown", "pyyaml"],
}
LINUX = ("manylinux2014_x86_64", "manylinux_2_28_x86_64")
PLAIN = '<marimo-wasm hidden=""></marimo-wasm>'
POINTED = (
    '<marimo-wasm hidden="" data-pyodide-index-url="./pyodide/"'
    ' data-pyodide-lockfile-url="./pyodide/pyodide-lock.json"></marimo-wasm>'
)
"""The mark by which an export of marimo's own option `--offline` names its Pyodide."""


def build(tools: Path, work: Path, site: Path) -> None:
    """Make its site with the tools of an environment."""
    python = venv_program("python", tools)
    work.mkdir()
    notebook = work / "notebook.py"
    notebook.write_text(NOTEBOOK, encoding="utf-8")
    marimo = venv_program("marimo", tools)
    path = os.pathsep.join([str(marimo.parent), os.environ.get("PATH", "")])
    run(
        [marimo, "-y", "export", "html-wasm", notebook, "-o", site, "--mode", "run", "--no-sandbox"],
        "The marimo notebook could not be exported.",
        [],
        env={**os.environ, "PATH": path},
    )
    point_to_its_side(site)
    lock = pyodide_lock()
    lock["packages"] |= own_entries(python)
    wheels = work / "wheels"
    yaml_without_extension(python, work, wheels, lock["packages"]["pyyaml"]["version"])
    lay_pyodide(site / "pyodide", python, wheels, LOADED, lock)


def point_to_its_side(site: Path) -> None:
    """Let the page take its Pyodide from the folder beside it, and be content with the version there."""
    replace(site / "index.html", PLAIN, POINTED, 1)
    own = version_of(MODULES / "pyodide")
    workers = list((site / "assets").glob("*worker-*.js"))
    if len(workers) != 2:
        raise BuildError(f"marimo's page has {len(workers)} workers, not the 2 that load Pyodide.")
    for worker in workers:
        replace(worker, f"`{ITS_PYODIDE}`", f"`{own}`", 2)


def replace(file: Path, old: str, new: str, times: int) -> None:
    """Put one text in the place of another, which must be there so many times."""
    text = file.read_text(encoding="utf-8")
    found = text.count(old)
    if found != times:
        raise BuildError(f"marimo's {file.name} has {old!r} {found} times, not {times}: its export has changed.")
    file.write_text(text.replace(old, new), encoding="utf-8")


def own_entries(python: Path) -> dict[str, dict[str, Any]]:
    """Entries of a lock file for marimo's own packages, in the versions that are installed beside it."""
    entries = {}
    for name, module in ITS_OWN.items():
        installed = "marimo" if name == "marimo-base" else name
        tell = f"from importlib.metadata import version; print(version({installed!r}))"
        told = run([python, "-c", tell], f"{installed} is not installed.", []).strip()
        kind = {"install_dir": "site", "package_type": "package", "unvendored_tests": False}
        needs = NEEDS.get(name, [])
        entries[name] = {"name": name, "version": told, "imports": [module], "depends": needs, **kind}
    return entries


def yaml_without_extension(python: Path, work: Path, wheels: Path, version: str) -> None:
    """PyYAML's Python files as a wheel: it does without the rest, and PyPI has none for Pyodide."""
    whole = work / "whole"
    download(python, whole, [f"pyyaml=={version}"], *LINUX)
    [wheel] = whole.glob("*.whl")
    wheels.mkdir()
    with (
        zipfile.ZipFile(wheel) as archive,
        zipfile.ZipFile(wheels / f"pyyaml-{version}-py3-none-any.whl", "w", zipfile.ZIP_DEFLATED) as plain,
    ):
        for file in archive.infolist():
            if not file.filename.endswith(".so"):
                plain.writestr(file, archive.read(file))
