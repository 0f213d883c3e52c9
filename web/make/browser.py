"""Finds a Chromium for the browser tests, or installs one: the system's, else Playwright's own, else from packages."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

from web.make.environment import PYTHON
from web.make.progress import BuildError, run, step

ON_PATH = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "msedge",
    "microsoft-edge",
)
MAC = ("Google Chrome.app/Contents/MacOS/Google Chrome", "Chromium.app/Contents/MacOS/Chromium")
WINDOWS = (r"Google\Chrome\Application\chrome.exe", r"Microsoft\Edge\Application\msedge.exe")

QUIET = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
)

PLAYWRIGHTS_OWN = """
from playwright.sync_api import sync_playwright
with sync_playwright() as playwright:
    print(playwright.chromium.executable_path)
"""


def require_browser() -> Path:
    """The path of a Chromium, Chrome or Edge that runs; the variable PYAUTODIFF_BROWSER names one outright."""
    tried = []
    named = os.environ.get("PYAUTODIFF_BROWSER")
    if named:
        if works(Path(named)):
            return Path(named)
        tried.append(f"{named}, as PYAUTODIFF_BROWSER says: does not run")
    tried.append(f"the usual places of this system ({', '.join(ON_PATH[:4])}, …)")
    for install in (None, from_playwright, partial(from_packages, "chromium")):
        try:
            if install:
                install()
        except BuildError as error:
            tried.append(" ".join([error.what, *error.output.strip().splitlines()[-1:]]))
        for candidate in candidates():
            if works(candidate):
                return candidate
    raise BuildError(
        "No Chromium for the browser tests.",
        tried,
        [
            "Install Chromium or Chrome; on Debian: sudo apt-get install chromium",
            "Or name one: PYAUTODIFF_BROWSER=/path/to/chromium python build.py test",
            "Or leave these tests out: python build.py test tests --ignore tests/browser --ignore tests/hosts",
        ],
    )


def launch_options() -> dict[str, Any]:
    """How Playwright is to launch that browser: headless, and without looking for its maker's servers."""
    as_root = hasattr(os, "geteuid") and os.geteuid() == 0
    flags = [*QUIET, *(["--no-sandbox"] if as_root else [])]
    return {"executable_path": str(require_browser()), "args": flags}


def candidates() -> Iterator[Path]:
    """Where a Chromium may be."""
    yield from (Path(found) for name in ON_PATH if (found := shutil.which(name)))
    if sys.platform == "darwin":
        yield from (folder / name for folder in (Path("/Applications"), Path.home() / "Applications") for name in MAC)
    if os.name == "nt":
        roots = [os.environ.get(name) for name in ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA")]
        yield from (Path(root) / name for root in roots if root for name in WINDOWS)
    told = subprocess.run([PYTHON, "-c", PLAYWRIGHTS_OWN], capture_output=True, text=True, check=False).stdout.strip()
    if told:
        yield Path(told)


def works(program: Path) -> bool:
    """Whether it is there and tells its version; on Windows a browser tells none, so being there must do."""
    if os.name == "nt" or not program.is_file():
        return program.is_file()
    try:
        return not subprocess.run([program, "--version"], capture_output=True, timeout=60, check=False).returncode
    except (OSError, subprocess.TimeoutExpired):
        return False


def from_playwright() -> None:
    """Ask Playwright for the Chromium it was tested with."""
    with step("no browser found: asking Playwright for its Chromium"):
        run([PYTHON, "-m", "playwright", "install", "chromium"], "Playwright could not fetch its Chromium.", [])


def from_packages(*names: str) -> None:
    """Ask Debian's or Ubuntu's packages, where that may be done without a question."""
    apt = shutil.which("apt-get")
    if not apt or not hasattr(os, "geteuid") or os.geteuid() != 0:
        raise BuildError("No package manager that may be used here (apt-get, as root).")
    wanted = " ".join(names)
    with step(f"asking the system's packages for {wanted}"):
        quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        run([apt, "update"], "apt-get update failed.", [], env=quiet)
        run(
            [apt, "install", "-y", "--no-install-recommends", *names],
            f"apt-get install {wanted} failed.",
            [],
            env=quiet,
        )
