"""The library's own backward loop as source text, with the lines of it that really run at each step.

Watches ``Variable.backward`` line by line from outside; must not know what stands in those lines.
"""

import ast
import inspect
import sys
import textwrap
from dataclasses import dataclass
from functools import cache
from types import FrameType
from typing import Any

from pyautodiff.core import Variable


@dataclass(frozen=True)
class Source:
    """What ``Variable.backward`` does, as it stands in its file after the docstring.

    Attributes:
        file: path within the package's parent, with forward slashes.
        first: number in the file of the first of ``lines``.
        lines: the text, without the indentation that all of it shares.
        loop: index in ``lines`` of the line that begins each visit of a function.
    """

    file: str
    first: int
    lines: list[str]
    loop: int


@cache
def backward_source() -> Source | None:
    """The source, or ``None`` where the package came without it."""
    try:
        lines, first = inspect.getsourcelines(Variable.backward)
    except OSError:
        return None
    text = textwrap.dedent("".join(lines))
    (method,) = ast.parse(text).body
    loop = next(node.lineno for node in ast.walk(method) if isinstance(node, ast.While))
    docstring_end = method.body[0].end_lineno or 1  # type: ignore[attr-defined]
    body = textwrap.dedent("\n".join(text.splitlines()[docstring_end:]))
    return Source(
        file="/".join(Variable.__module__.split(".")) + ".py",
        first=first + docstring_end,
        lines=body.splitlines(),
        loop=loop - docstring_end - 1,
    )


def lines_run(output: Variable, source: Source) -> list[list[int]]:
    """Run ``output.backward()`` once more, and tell which of ``source.lines`` ran, numbered from 1.

    First those before any function is visited, then those of each visit; without what ends the loop.
    """
    visits: list[set[int]] = [set()]

    def line(frame: FrameType, event: str, _: Any) -> Any:
        if event == "line":
            number = frame.f_lineno - source.first + 1
            if number == source.loop + 1:
                visits.append(set())
            visits[-1].add(number)
        return line

    def call(frame: FrameType, _event: str, _: Any) -> Any:
        return line if frame.f_code is Variable.backward.__code__ else None

    before = sys.gettrace()
    sys.settrace(call)
    try:
        output.backward()
    finally:
        sys.settrace(before)
    # The loop's line runs a last time to find that nothing waits.
    return [sorted(visit) for visit in visits[:-1]]
