"""The licences of everything by others that the site hands out, gathered into one text from the packages themselves."""

import json
import zipfile
from pathlib import Path

from web.make.paths import MODULES, VENV, WEB

BUILDS_ONLY = {"@lit-labs/ssr", "vite"}
"""Of the packages that package.json lists, those that do not reach the browser."""

RULE = "=" * 80
NAMES = ("licen", "copying", "notice")


def licences(numpy: Path) -> str:
    """One text: the name, version and licence of each part, then its licence in full."""
    parts = [*map(npm_part, shipped()), python_part(), numpy_part(numpy)]
    return f"\n\n{RULE}\n\n".join(["Parts of this site made by others, with their licences.", *parts]) + "\n"


def shipped() -> list[Path]:
    """The folders of the shipped packages and of what they depend on, by name."""
    found: dict[str, Path] = {}
    wanted = sorted(dependencies(WEB) - BUILDS_ONLY)
    while wanted:
        name = wanted.pop()
        folder = MODULES / name
        if name in found or name.startswith("@types/") or not folder.is_dir():
            continue
        found[name] = folder
        wanted += dependencies(folder)
    return [found[name] for name in sorted(found)]


def dependencies(folder: Path) -> set[str]:
    """The names that a package lists as needed to run."""
    return set(json.loads((folder / "package.json").read_text(encoding="utf-8")).get("dependencies", {}))


def npm_part(folder: Path) -> str:
    """What a front-end package says of its own licence."""
    about = json.loads((folder / "package.json").read_text(encoding="utf-8"))
    repository = about.get("repository", "")
    home = repository.get("url", "") if isinstance(repository, dict) else repository
    texts = [file.read_text(encoding="utf-8") for file in sorted(folder.iterdir()) if is_licence(file.name)]
    if not texts and about.get("license") == "MPL-2.0":
        texts = [installed_text("pathspec")]
    heading = f"{about['name']} {about['version']} · {about.get('license', '')} · {home}".rstrip(" ·")
    return "\n\n".join([heading, *(text.strip() for text in texts)])


def python_part() -> str:
    """CPython and its library, which Pyodide carries without the text of their licence."""
    heading = "Python, as part of Pyodide · PSF-2.0 · https://docs.python.org/3/license.html"
    return f"{heading}\n\n{installed_text('typing_extensions').strip()}"


def installed_text(package: str) -> str:
    """The licence that a package of the build's environment carries: here, for others under the same licence."""
    for file in sorted(VENV.glob(f"**/{package}-*.dist-info/licenses/*")):
        return file.read_text(encoding="utf-8")
    raise FileNotFoundError(f"{package} in {VENV} has no licence text; is web/make/requirements.txt installed?")


def numpy_part(wheel: Path) -> str:
    """NumPy's licence and those of the parts inside it."""
    with zipfile.ZipFile(wheel) as archive:
        names = sorted(name for name in archive.namelist() if ".dist-info/licenses/" in name)
        texts = (f"{name}\n\n{archive.read(name).decode().strip()}" for name in names)
        return "\n\n".join([f"NumPy · BSD-3-Clause · {wheel.name}", *texts])


def is_licence(name: str) -> bool:
    """Whether a file's name is that of a licence."""
    return name.lower().startswith(NAMES)
