"""Where things lie: what is kept in the repository, what is made and may be deleted, what outlives a clone."""

import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
WEB = ROOT / "web"
MAKE = WEB / "make"
MODULES = WEB / "node_modules"
GENERATED = WEB / ".generated"
VENV = ROOT / ".venv"
VENV_HOSTS = ROOT / ".venv-hosts"
CACHE = ROOT / ".cache"
DIST = ROOT / "dist"


def venv_program(name: str, venv: Path = VENV) -> Path:
    """The path of a program of the build's own environment, as this operating system lays it out."""
    return venv / ("Scripts" if os.name == "nt" else "bin") / (f"{name}.exe" if os.name == "nt" else name)


def user_cache() -> Path:
    """Where this user keeps caches: downloads here are shared by every clone."""
    if os.name == "nt":
        base = os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local"
    elif sys.platform == "darwin":
        base = Path.home() / "Library" / "Caches"
    else:
        base = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(base) / "pyautodiff"
