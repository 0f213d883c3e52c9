"""One page in each browser, with Python started once; one that is not here is skipped, and the report says why."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Playwright

from tests.browser.conftest import Site, host, say, site
from tests.crossbrowser.driving import START, Driven, wait_for
from tests.crossbrowser.through_playwright import firefox_page
from tests.crossbrowser.through_webdriver import ThroughWebDriver
from web.make.progress import BuildError

__all__ = ["host", "say", "site"]

PAGES = {"firefox": firefox_page, "webkit": lambda _: ThroughWebDriver()}
"""Chromium has all other tests to itself."""


@pytest.fixture(scope="session", params=PAGES)
def driven(request: pytest.FixtureRequest, playwright: Playwright) -> Iterator[Driven]:
    """A browser, whichever it is."""
    try:
        page: Driven = PAGES[request.param](playwright)
    except BuildError as absent:
        pytest.skip(absent.what)
    yield page
    page.close()


@pytest.fixture
def home(driven: Driven, site: Site) -> Driven:
    """The home page as a visitor first meets it, with Python ready: English, light, the worked example."""
    driven.resize(1280, 900)
    if driven.evaluate("location.href.split('#')[0]") != site.url:
        driven.open(site.url)
    wait_for(driven, "performance.getEntriesByName('first-live-result').length", START)
    driven.evaluate("history.replaceState(null, '', '#')")
    driven.evaluate("location.hash = 'lang=en&theme=light'")
    wait_for(driven, "document.querySelector('.number').textContent === '1.648721270700128'")
    wait_for(driven, "document.documentElement.lang === 'en'")
    return driven


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A busy machine can make a browser late: a test that fails is tried again, and the report says so."""
    for item in items:
        if item.path.is_relative_to(Path(__file__).parent):
            item.add_marker(pytest.mark.flaky(reruns=1))
