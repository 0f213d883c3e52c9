"""Remembers what each step was made from, so that a second run does only what changed."""

import hashlib
from collections.abc import Iterable
from pathlib import Path

from web.make.paths import CACHE, ROOT

PASSED_OVER = {"node_modules", ".generated", "__pycache__"}


def digest(parts: Iterable[str | Path]) -> str:
    """SHA-256 over texts, and over the names and contents of files and of whole folders."""
    total = hashlib.sha256()
    for part in parts:
        if isinstance(part, str):
            total.update(part.encode() + b"\0")
            continue
        for file in files(part):
            total.update(
                file.relative_to(ROOT).as_posix().encode() if file.is_relative_to(ROOT) else file.name.encode()
            )
            total.update(b"\0" + hashlib.sha256(file.read_bytes()).digest())
    return total.hexdigest()


def files(path: Path) -> list[Path]:
    """The files at or under `path` in a fixed order, without what the build makes there itself."""
    if not path.is_dir():
        return [path] if path.exists() else []
    found = (file for file in path.rglob("*") if file.is_file())
    return sorted(file for file in found if not PASSED_OVER.intersection(file.relative_to(path).parts))


class Stamp:
    """One step's memory of its inputs, kept in a file named after the step."""

    def __init__(self, step: str, inputs: Iterable[str | Path], folder: Path = CACHE / "stamps") -> None:
        self.file = folder / step
        self.value = digest(inputs)

    def fresh(self) -> bool:
        """Whether the step was last finished from these very inputs."""
        return self.file.exists() and self.file.read_text(encoding="utf-8") == self.value

    def keep(self) -> None:
        """Say that the step is finished."""
        self.file.parent.mkdir(parents=True, exist_ok=True)
        self.file.write_text(self.value, encoding="utf-8")

    def drop(self) -> None:
        """Say that the step is under way: if it is interrupted, it is done again."""
        self.file.unlink(missing_ok=True)
