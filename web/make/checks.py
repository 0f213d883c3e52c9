"""Every check of the project, the quick ones first; pytest comes last and has the last word."""

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from web.make.browser import require_browser
from web.make.environment import PYTHON, node, python_packages, with_node
from web.make.host_tools import host_tools
from web.make.other_browsers import install_others
from web.make.paths import MODULES, ROOT, WEB, venv_program
from web.make.progress import run, step
from web.make.site import site

PYTHON_CODE = ("build.py", "web", "pyautodiff", "tests")
TYPED = ("build.py", "web/make", "pyautodiff")
"""Not the tests: they pass wrong types on purpose."""
TWO_AT_ONCE = ("--numprocesses=2", "--dist=loadfile", "--benchmark-disable")
"""How pytest runs all there is: most tests wait for a browser, so a second one costs little even on two processors."""


def checks(pytest_options: Sequence[str]) -> int:
    """Build the site, check format, lint, types, JavaScript and Python; give pytest's exit status.

    Options are passed to pytest as they are. With any, only pytest is run: that is for one test while working on it.
    """
    site()
    python_packages(ROOT / "tests" / "requirements.txt")
    host_tools()
    node_program = node()
    if not pytest_options:
        static_checks(node_program)
    browser = require_browser()
    for missing in install_others():
        sys.stdout.write(f"  {missing} The core suite goes on without it.\n")
    sys.stdout.flush()
    command = [str(PYTHON), "-m", "pytest", *(pytest_options or TWO_AT_ONCE)]
    return subprocess.run(
        command, cwd=ROOT, env={**os.environ, "PYAUTODIFF_BROWSER": str(browser)}, check=False
    ).returncode


def static_checks(node_program: Path) -> None:
    """What needs no browser: format, lint and types of both languages, and the JavaScript tests."""
    fix = "Mend what is named above; `.venv` has ruff (`ruff format`, `ruff check --fix`)."
    ruff = venv_program("ruff")
    biome = MODULES / "@biomejs" / "biome" / "bin" / "biome"
    tsc = MODULES / "typescript" / "bin" / "tsc"
    steps: list[tuple[str, list[str | Path], Path]] = [
        ("format of the Python code", [ruff, "format", "--check", *PYTHON_CODE], ROOT),
        ("lint of the Python code", [ruff, "check", "--output-format", "concise", *PYTHON_CODE], ROOT),
        ("types of the Python code", [PYTHON, "-m", "mypy", "--strict", *TYPED], ROOT),
        ("format and lint of the JavaScript code", [node_program, biome, "check", "."], WEB),
        ("types of the JavaScript code", [node_program, tsc], WEB),
        ("JavaScript tests", [node_program, "--test"], WEB),
    ]
    for what, command, folder in steps:
        with step(f"checking the {what}"):
            run(command, f"The check failed: {what}.", [fix], cwd=folder, env=with_node(node_program))
