"""JupyterLite's REPL as a peer of the site: built by its own tool, with what it would fetch elsewhere beside it.

Must not know how it is measured.
"""

import json
from pathlib import Path
from urllib.parse import urlencode

from tests.bench.peer_pyodide import download, lay_pyodide
from web.make.paths import venv_program
from web.make.progress import run
from web.make.wheels import pyodide_lock

KERNEL = ("micropip", "packaging", "ipython", "jedi", "python-dateutil")
"""What its kernel asks Pyodide for."""
ITS_OWN = "comm==0.2.3"
"""What it asks PyPI for."""
SETTINGS = {"pyodideUrl": "./static/pyodide/pyodide.mjs", "disablePyPIFallback": True}
LINE = {
    "kernel": "python",
    "execute": "1",
    "code": "import numpy as np; print('first', float(np.exp(np.square(0.5)) ** 2))",
}
PAGE = f"repl/index.html?{urlencode(LINE)}"
SHOWN = "/first 1[.]648/.test(document.body.innerText) && performance.now()"


def build(tools: Path, work: Path, site: Path) -> None:
    """Make its site with the tools of an environment."""
    python = venv_program("python", tools)
    wheels = work / "wheels"
    download(python, wheels, [ITS_OWN])
    [comm] = wheels.glob("*.whl")
    configure(work, comm, site)
    run([venv_program("jupyter-lite", tools), "build"], "JupyterLite could not be built.", [], cwd=work)
    lay_pyodide(site / "static" / "pyodide", python, wheels, KERNEL, pyodide_lock())


def configure(work: Path, comm: Path, site: Path) -> None:
    """Write down what it is made of."""
    made = {"output_dir": str(site), "apps": ["repl"], "no_sourcemaps": True}
    config = {"LiteBuildConfig": made, "PipliteAddon": {"piplite_urls": [str(comm)]}}
    (work / "jupyter_lite_config.json").write_text(json.dumps(config), encoding="utf-8")
    kernel = {"@jupyterlite/pyodide-kernel-extension:kernel": SETTINGS}
    page = {"jupyter-lite-schema-version": 0, "jupyter-config-data": {"litePluginSettings": kernel}}
    (work / "jupyter-lite.json").write_text(json.dumps(page), encoding="utf-8")
