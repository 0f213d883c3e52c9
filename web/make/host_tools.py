"""The tools that other people build tutorials with, in `.venv-hosts`: they want other packages than ours does."""

import shutil
import subprocess
import sys
import venv

from web.make.environment import NETWORK, PIP
from web.make.paths import ROOT, VENV_HOSTS, venv_program
from web.make.progress import BuildError, run, step
from web.make.stamp import Stamp

LOCK = ROOT / "tests" / "hosts" / "requirements.txt"


def host_tools() -> None:
    """Install MkDocs Material, Sphinx and Jupyter Book, in an environment made anew where their lock changed."""
    made = Stamp("hosts", [sys.version, sys.base_prefix, str(VENV_HOSTS), LOCK])
    python = venv_program("python", VENV_HOSTS)
    if made.fresh() and python.exists():
        return
    with step("installing the tools that host pages are built with (tests/hosts/requirements.txt)"):
        made.drop()
        shutil.rmtree(VENV_HOSTS, ignore_errors=True)
        try:
            venv.create(VENV_HOSTS, with_pip=True)
        except (OSError, subprocess.CalledProcessError) as error:
            raise BuildError(f"{VENV_HOSTS} could not be made.", [str(error)]) from error
        run(
            [python, *PIP[1:], "install", "--require-hashes", "--only-binary", ":all:", "-r", LOCK],
            "The tools that host pages are built with could not be installed.",
            [NETWORK],
        )
        made.keep()
