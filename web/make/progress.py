"""What the build says while it works, and how it says that it cannot: what was tried and what to do, no traceback."""

import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

HEAD, TAIL, WIDTH = 10, 20, 300


class BuildError(Exception):
    """The build cannot go on. `tried` and `remedies` are sentences for the person who runs it."""

    def __init__(self, what: str, tried: Sequence[str] = (), remedies: Sequence[str] = (), output: str = "") -> None:
        super().__init__(what)
        self.what, self.tried, self.remedies, self.output = what, tried, remedies, output

    def __str__(self) -> str:
        """The whole message, a paragraph for each part."""
        parts = [self.what]
        if self.tried:
            parts.append("Tried:\n" + "\n".join(f"  - {line}" for line in self.tried))
        if self.output.strip():
            parts.append("It said:\n" + "\n".join(f"  | {line}" for line in both_ends(self.output)))
        if self.remedies:
            parts.append("What to do:\n" + "\n".join(f"  - {line}" for line in self.remedies))
        return "\n".join(parts)


def both_ends(output: str) -> list[str]:
    """The first and the last lines of what a tool said: some tell the reason first, some last."""
    lines = [line if len(line) <= WIDTH else line[:WIDTH] + " […]" for line in output.strip().splitlines()]
    return lines if len(lines) <= HEAD + TAIL else [*lines[:HEAD], "[…]", *lines[-TAIL:]]


@contextmanager
def step(doing: str) -> Iterator[None]:
    """Say what is being done and, once done, how long it took."""
    sys.stdout.write(f"  {doing} … ")
    sys.stdout.flush()
    begun = time.monotonic()
    try:
        yield
    except BaseException:
        sys.stdout.write("failed\n")
        raise
    sys.stdout.write(f"{time.monotonic() - begun:.1f} s\n")
    sys.stdout.flush()


def run(
    command: Sequence[str | Path],
    what: str,
    remedies: Sequence[str],
    cwd: Path | None = None,
    env: Mapping[str, str] | None = None,
) -> str:
    """Run a tool quietly and give its output; where it fails, raise BuildError with the tail of what it said."""
    words = [str(word) for word in command]
    shown = " ".join("…" if "\n" in word else word for word in words)
    try:
        done = subprocess.run(
            words,
            cwd=cwd,
            env=env,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
            errors="replace",
            check=False,
        )
    except OSError as error:
        raise BuildError(what, [f"{shown}: {error}"], remedies) from error
    if done.returncode:
        raise BuildError(what, [f"{shown} (exit status {done.returncode})"], remedies, done.stdout)
    return done.stdout
