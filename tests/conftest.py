"""What every folder of browser tests shares: one Playwright, since a process can hold no second one.

Read by the library's tests too, also where there is no Playwright: it is imported when first asked for.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Playwright


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """Playwright, as long as the session lasts."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415

    with sync_playwright() as playwright:
        yield playwright


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """Tell why a test is tried again: its last failure alone may hide the first."""
    if report.outcome == "rerun":
        sys.stdout.write(f"\n{report.nodeid} is tried again:\n{report.longreprtext[-1500:]}\n")
