"""The build's own environment: `.venv` with locked packages, Node, and the front end's packages."""

import os
import re
import shutil
import subprocess
import sys
import venv
from pathlib import Path

from web.make.paths import MAKE, MODULES, VENV, WEB, venv_program
from web.make.progress import BuildError, run, step
from web.make.stamp import Stamp

NETWORK = "Check the network, and a proxy if there is one (HTTPS_PROXY), then run the same command again."
PYTHON = venv_program("python")
PIP = (PYTHON, "-m", "pip", "--disable-pip-version-check", "--no-input")


def python_packages(requirements: Path) -> None:
    """Install a lock file into `.venv`, making that first where it is missing or made by another Python."""
    made = Stamp("venv", [sys.version, sys.base_prefix, str(VENV)])
    if not (made.fresh() and PYTHON.exists()):
        with step("making .venv"):
            make_venv()
            made.keep()
    installed = Stamp(f"python-{requirements.parent.name}", [made.value, requirements])
    if installed.fresh():
        return
    with step(f"installing locked Python packages ({requirements.relative_to(WEB.parent).as_posix()})"):
        installed.drop()
        run(
            [*PIP, "install", "--require-hashes", "--only-binary", ":all:", "-r", requirements],
            "The build's Python packages could not be installed.",
            [NETWORK, "If a hash does not match, the package index served another file than the one locked: tell us."],
        )
        installed.keep()


def make_venv() -> None:
    """Make `.venv` anew."""
    remedies = ["On Debian and Ubuntu: sudo apt-get install python3-venv", f"Or delete {VENV} and run again."]
    try:
        shutil.rmtree(VENV, ignore_errors=True)
        for stamp in Stamp("venv", []).file.parent.glob("python-*"):
            stamp.unlink()
        venv.create(VENV, with_pip=True)
    except (OSError, subprocess.CalledProcessError) as error:
        raise BuildError(
            "The build's own Python environment (.venv) could not be made.", [str(error)], remedies
        ) from error


def node() -> Path:
    """A Node that Vite can run on: the system's, else one installed into `.venv` from its wheel."""
    tried = []
    for candidate in (shutil.which("node"), venv_program("node")):
        if not candidate or not Path(candidate).exists():
            continue
        version = node_version(Path(candidate))
        if version and new_enough(version):
            return Path(candidate)
        tried.append(f"{candidate}: {'.'.join(map(str, version)) if version else 'does not run'}")
    requirements = MAKE / "node" / "requirements.txt"
    tried.append(f"the wheel named in {requirements.relative_to(WEB.parent).as_posix()}")
    python_packages(requirements)
    own = venv_program("node")
    version = node_version(own)
    if not (version and new_enough(version)):
        raise BuildError(
            "No Node.js that can build the page.",
            tried,
            ["Install Node.js 22 or newer so that `node --version` tells it, then run the same command again."],
        )
    return own


def node_version(program: Path) -> tuple[int, ...] | None:
    """What `node --version` tells, or None where it does not run."""
    try:
        told = subprocess.run([program, "--version"], capture_output=True, text=True, timeout=60, check=False).stdout
    except (OSError, subprocess.TimeoutExpired):
        return None
    numbers = re.match(r"v(\d+)\.(\d+)\.(\d+)", told)
    return tuple(map(int, numbers.groups())) if numbers else None


def new_enough(version: tuple[int, ...]) -> bool:
    """Whether Vite 8 runs on this Node: 20.19 and newer 20s, 22.12 and everything after it."""
    return (20, 19) <= version < (21,) or version >= (22, 12)


def npm_command(node_program: Path) -> list[str | Path]:
    """How to run the npm that belongs to this Node."""
    beside = node_program.resolve().parent
    if node_program == venv_program("node"):
        return [venv_program("npm")]
    name = "npm.cmd" if os.name == "nt" else "npm"
    for npm in (node_program.parent / name, beside / name):
        if npm.exists():
            return [npm]
    found = shutil.which("npm")
    if found:
        return [found]
    python_packages(MAKE / "node" / "requirements.txt")
    return [venv_program("npm")]


def web_packages(node_program: Path) -> None:
    """Install the front end's locked packages."""
    version = ".".join(map(str, node_version(node_program) or ()))
    installed = Stamp("npm", [WEB / "package-lock.json", WEB / "package.json", version.split(".")[0]])
    if installed.fresh() and MODULES.is_dir():
        return
    with step(f"installing locked front-end packages (Node {version})"):
        installed.drop()
        run(
            [*npm_command(node_program), "ci", "--no-audit", "--no-fund"],
            "The front end's packages could not be installed.",
            [
                NETWORK,
                "If package.json changed: run `npm install` in web/ with node_modules/ and the old lock deleted",
            ],
            cwd=WEB,
            env=with_node(node_program),
        )
        installed.keep()


def with_node(node_program: Path) -> dict[str, str]:
    """This process's surroundings with that Node first on the path."""
    return {**os.environ, "PATH": os.pathsep.join([str(node_program.parent), os.environ.get("PATH", "")])}
