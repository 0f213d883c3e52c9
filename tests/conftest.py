"""What every folder of browser tests shares: one Playwright, since a process can hold no second one."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Playwright, sync_playwright


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """Playwright, as long as the session lasts."""
    with sync_playwright() as playwright:
        yield playwright
