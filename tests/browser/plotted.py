"""Reads a plot back: from the pixels of its lines to the numbers they stand for, by the axes that a visitor reads.

Must not know the curve: only its axes, its lines and how numbers are set.
"""

import math
import re
from collections.abc import Callable
from itertools import pairwise
from typing import Any

from playwright.sync_api import Locator

from tests.browser.typeset import MINUS, THIN

Point = tuple[float, float]

READ = """plot => {
  const at = (line) => line.getAttribute("d");
  const numbers = (path) => path.match(/-?[\\d.]+(e[-+]?\\d+)?/g).map(Number);
  const ticks = { x: [], y: [] };
  const texts = [...plot.querySelectorAll(".axes text:not(.axis-name, .side)")];
  for (const gridline of plot.querySelectorAll(".axes .gridline")) {
    const [x, y] = numbers(at(gridline));
    const upright = at(gridline).includes("V");
    const text = texts.shift().textContent.trim();
    ticks[upright ? "x" : "y"].push([text, upright ? x : y]);
  }
  const [top, bottom] = (() => {
    const it = plot.querySelector("clipPath rect");
    const [y, height] = it ? ["y", "height"].map((name) => Number(it.getAttribute(name))) : [0, 0];
    return [y, y + height];
  })();
  const line = (kind) => [...plot.querySelectorAll(kind)].map(at).join("");
  return {
    ticks,
    window: [bottom, top],
    data: line(".line.forward, .line.ink"),
    derivative: line(".line.is-derivative"),
    tangent: line(".line.is-tangent"),
  };
}"""


def number(text: str) -> float:
    """The number that a label shows."""
    superscripts = str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "-0123456789")
    plain = text.replace(MINUS, "-").replace(f"{THIN}×{THIN}10", "e").translate(superscripts)
    return float(re.sub(r"^10(?=-?\d)", "1e", plain) if re.match(r"10[⁻⁰¹²³⁴⁵⁶⁷⁸⁹]", text) else plain)


def scale(ticks: list[tuple[str, float]], logarithmic: bool) -> Callable[[float], float]:
    """From a pixel to a number, by the first and the last label of an axis."""
    (low, a), (high, b) = ticks[0], ticks[-1]
    of = math.log10 if logarithmic else float
    start, end = of(number(low)), of(number(high))

    def invert(pixel: float) -> float:
        at = start + (pixel - a) / (b - a) * (end - start)
        return 10**at if logarithmic else at

    return invert


class Plot:
    """The lines of a plot as numbers."""

    def __init__(self, plot: Locator, *, logarithmic: bool = False) -> None:
        read: dict[str, Any] = plot.evaluate(READ)
        self.x = scale(read["ticks"]["x"], logarithmic)
        self.y = scale(read["ticks"]["y"], logarithmic)
        self.pixel = (abs(self.x(1) - self.x(0)), abs(self.y(1) - self.y(0)))
        """What a pixel is worth on a linear axis."""
        self.window: tuple[float, float] = (self.y(read["window"][0]), self.y(read["window"][1]))
        """The lowest and the highest y that can be seen."""
        self.runs = self.lines(read["data"])
        self.derivative = self.lines(read["derivative"])
        self.tangent = self.lines(read["tangent"])

    def lines(self, path: str) -> list[list[Point]]:
        """The lines that a path draws, each without a gap."""
        runs = []
        for drawn in filter(None, path.split("M")):
            values = [float(text) for text in re.findall(r"-?[\d.]+(?:e[-+]?\d+)?", drawn)]
            runs.append([(self.x(a), self.y(b)) for a, b in zip(values[::2], values[1::2], strict=True)])
        return runs

    @property
    def points(self) -> list[Point]:
        """All points of the curve."""
        return [point for run in self.runs for point in run]

    def sees(self, y: float) -> bool:
        """Whether that height can be seen."""
        return self.window[0] <= y <= self.window[1]

    def joined(self, at: float) -> bool:
        """Whether a line that can be seen runs across that x."""
        low, high = self.window
        crossing = ((a, b) for run in self.runs for a, b in pairwise(run) if a[0] < at < b[0])
        return any(min(a[1], b[1]) < high and max(a[1], b[1]) > low for a, b in crossing)
