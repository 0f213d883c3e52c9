"""How soon the first number of NumPy is there, beside JupyterLite in the same run: medians of the page's own clock.

    python build.py build
    .venv/bin/python tests/bench/bench_peers.py [--loads 5]

JupyterLite comes from PyPI (`peers.txt`), is built into `.cache/peers` with the Pyodide and the NumPy that the site
has, and runs one line in its REPL by itself. What it would fetch from other hosts, the packages of its kernel, lies
beside it.
marimo is not here: its pages ask a host of its own for the list of their packages.
"""

import argparse
import hashlib
import json
import shutil
import statistics
import sys
import threading
import venv
from pathlib import Path
from urllib.parse import urlencode

from playwright.sync_api import sync_playwright

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.bench.bench_kinds import visits
from tests.bench.bench_start import FIRST_RESULT
from tests.bench.line import host
from web.make.browser import launch_options
from web.make.environment import PIP
from web.make.paths import CACHE, DIST, MODULES, venv_program
from web.make.progress import run
from web.make.wheels import numpy_wheel

PEERS = CACHE / "peers"
TOOLS = PEERS / "venv"
SITE = PEERS / "site"
PYODIDE = SITE / "lite" / "static" / "pyodide"
KERNEL = ("micropip", "packaging", "ipython", "jedi", "python-dateutil")
"""What JupyterLite's kernel asks Pyodide for."""
ITS_OWN = "comm==0.2.3"
"""What it asks PyPI for."""
SETTINGS = {"pyodideUrl": "./static/pyodide/pyodide.mjs", "disablePyPIFallback": True}
LINE = {
    "kernel": "python",
    "execute": "1",
    "code": "import numpy as np; print('first', float(np.exp(np.square(0.5)) ** 2))",
}
SHOWN = "/first 1[.]648/.test(document.body.innerText) && performance.now()"


def build() -> None:
    """Make `.cache/peers/site`: JupyterLite, and the site beside it."""
    shutil.rmtree(PEERS, ignore_errors=True)
    venv.create(TOOLS, with_pip=True)
    python = venv_program("python", TOOLS)
    lock = Path(__file__).with_name("peers.txt")
    run([python, *PIP[1:], "install", "--require-hashes", "-r", lock], "JupyterLite could not be installed.", [])
    wheels = PEERS / "wheels"
    packages = kernel_packages(json.loads((MODULES / "pyodide" / "pyodide-lock.json").read_text(encoding="utf-8")))
    wanted = [f"{package['name']}=={package['version']}" for package in packages]
    get = ["download", "--no-deps", "--only-binary", ":all:", "--python-version", "3.14", "--dest", wheels]
    run([python, *PIP[1:], *get, *wanted, ITS_OWN], "The packages of its kernel could not be downloaded.", [])
    [comm] = wheels.glob("comm-*.whl")
    source = PEERS / "lite"
    source.mkdir()
    configure(source, comm)
    lite = venv_program("jupyter-lite", TOOLS)
    run([lite, "build"], "JupyterLite could not be built.", [], cwd=source)
    lay_pyodide(wheels, {package["name"] for package in packages})
    shutil.copytree(DIST, SITE / "site")


def configure(source: Path, comm: Path) -> None:
    """Write down what JupyterLite is made of."""
    made = {"output_dir": str(SITE / "lite"), "apps": ["repl"], "no_sourcemaps": True}
    config = {"LiteBuildConfig": made, "PipliteAddon": {"piplite_urls": [str(comm)]}}
    (source / "jupyter_lite_config.json").write_text(json.dumps(config), encoding="utf-8")
    kernel = {"@jupyterlite/pyodide-kernel-extension:kernel": SETTINGS}
    page = {"jupyter-lite-schema-version": 0, "jupyter-config-data": {"litePluginSettings": kernel}}
    (source / "jupyter-lite.json").write_text(json.dumps(page), encoding="utf-8")


def kernel_packages(lock: dict[str, dict[str, dict[str, object]]]) -> list[dict[str, object]]:
    """The entries of Pyodide's lock file for what the kernel needs."""
    known = {name.replace("_", "-"): entry for name, entry in lock["packages"].items()}
    found: dict[str, dict[str, object]] = {}
    wanted = list(KERNEL)
    while wanted:
        name = wanted.pop().replace("_", "-")
        if name not in found:
            found[name] = known[name]
            wanted += known[name]["depends"]  # type: ignore[misc]
    return [found[name] for name in sorted(found)]


def lay_pyodide(wheels: Path, names: set[object]) -> None:
    """Pyodide beside JupyterLite: PyPI's wheels in the place of those that Pyodide would fetch elsewhere."""
    PYODIDE.mkdir(parents=True)
    package = MODULES / "pyodide"
    for file in ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip"):
        shutil.copy(package / file, PYODIDE)
    shutil.copy(numpy_wheel(), PYODIDE)
    lock = json.loads((package / "pyodide-lock.json").read_text(encoding="utf-8"))
    for entry in lock["packages"].values():
        if entry["name"] in names:
            wheel = wheels / entry["file_name"]
            shutil.copy(wheel, PYODIDE)
            entry["sha256"] = hashlib.sha256(wheel.read_bytes()).hexdigest()
    (PYODIDE / "pyodide-lock.json").write_text(json.dumps(lock), encoding="utf-8")


def main() -> None:
    """Build, measure and print."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--loads", type=int, default=5)
    loads: int = options.parse_args().loads
    build()
    pages = {
        "site": ("site/index.html", FIRST_RESULT),
        "JupyterLite": (f"lite/repl/index.html?{urlencode(LINE)}", SHOWN),
    }
    runs: dict[str, list[dict[str, dict[str, float]]]] = {name: [] for name in pages}
    with host(SITE) as served, sync_playwright() as playwright:
        threading.Thread(target=served.serve_forever, daemon=True).start()
        for _ in range(loads):
            for name, (path, shown) in pages.items():
                runs[name].append(visits(playwright, served, path, shown))
    for when in ("first", "repeat"):
        live = {name: statistics.median(found[when]["live"] for found in each) for name, each in runs.items()}
        sent = {name: statistics.median(found[when]["sent"] for found in each) / 1e6 for name, each in runs.items()}
        for name in pages:
            ratio = live["site"] / live[name]
            print(f"{when:7} {name:12} {live[name]:7.0f} ms  {sent[name]:6.2f} MB  site/{name} {ratio:.3f}")


if __name__ == "__main__":
    main()
