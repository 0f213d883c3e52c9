"""What a core test may ask of a browser, whichever it is. Must not know how any browser is driven.

An element is named by a JavaScript expression, so that one inside a shadow root is named like any other.
"""

import time
from typing import Any, Protocol

START = 90
"""Seconds that a start of Python may take on a busy machine."""


class Driven(Protocol):
    """A browser with one page."""

    def open(self, url: str) -> None:
        """Load an address."""

    def another_tab(self) -> None:
        """Go on in an empty tab of the same browser, and close the one before."""

    def resize(self, width: int, height: int) -> None:
        """Give the page about that many CSS pixels; a window has a least width."""

    def evaluate(self, expression: str) -> Any:
        """The value of a JavaScript expression, as JSON carries it."""

    def click(self, element: str) -> None:
        """Press the pointer on the middle of an element."""

    def enter(self, element: str, text: str) -> None:
        """Type a text into a field in place of what it held."""

    def press(self, element: str, key: str) -> None:
        """Press one key on an element: a character, or "ArrowLeft", "Enter", "Home"."""

    def screenshot(self) -> bytes:
        """What is seen, as a PNG."""

    def close(self) -> None:
        """End the browser."""


def wait_for(page: Driven, expression: str, seconds: float = 15) -> None:
    """Wait until a JavaScript expression is true."""
    end = time.monotonic() + seconds
    while not page.evaluate(f"Boolean({expression})"):
        assert time.monotonic() < end, f"not within {seconds} s: {expression}"
        time.sleep(0.05)


def button(name: str, within: str = "document") -> str:
    """The button with that name."""
    return (
        f"[...{within}.querySelectorAll('button')].find((button) =>"
        f" (button.getAttribute('aria-label') ?? button.textContent).trim() === {name!r})"
    )
