"""The tutorials, built once for each run, on an origin of their own beside that of the site they embed."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.browser.conftest import Site, browser, host
from tests.browser.hosting import START, served
from tests.hosts.tutorials import HOSTS, build
from web.make.paths import VENV_HOSTS

__all__ = ["browser", "host"]


@dataclass
class Tutorial:
    """Somebody's tutorial, and a browser to read it with."""

    address: str
    origin: str
    ours: str
    browser: Browser
    contexts: list[BrowserContext] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)
    """Errors that our code made; those of a theme's own scripts are not ours."""

    def open(self, name: str = "", *, embeds: bool = True) -> Page:
        """Open its first page, or the one of that name beside it.

        Without embeds, our script is empty and our frames are blank.
        """
        context = self.browser.new_context(locale="en", viewport={"width": 1280, "height": 900})
        self.contexts.append(context)
        context.route("**/*", lambda route: route.abort() if self.foreign(route.request.url) else route.fallback())
        if not embeds:
            empty = {"content_type": "text/javascript", "headers": {"Access-Control-Allow-Origin": "*"}, "body": ""}
            context.route("**/embed.js", lambda route: route.fulfill(**empty))
        page = context.new_page()
        page.on("pageerror", lambda error: self.ours in (error.stack or "") and self.complaints.append(str(error)))
        page.goto(urljoin(self.address, name))
        return page

    def foreign(self, url: str) -> bool:
        """Whether an address belongs to neither site."""
        return not url.startswith((self.origin, self.ours, "data:", "blob:", "about:"))


@pytest.fixture(scope="session")
def tutorials(tmp_path_factory: pytest.TempPathFactory, host: Site) -> Iterator[tuple[str, dict[str, str]]]:
    """The origin of the tutorials and the address of each."""
    if not VENV_HOSTS.exists():
        pytest.skip("There is no .venv-hosts: `python build.py test` makes it.")
    root = tmp_path_factory.mktemp("tutorials")
    folder = root / "served"
    folder.mkdir()
    with served(folder) as url:
        yield url, {name: build(name, folder, url, host.url) for name in HOSTS}


@pytest.fixture(scope="session")
def tutorial_of(
    tutorials: tuple[str, dict[str, str]], host: Site, browser: Browser
) -> Iterator[Callable[[str], Tutorial]]:
    """Makes the tutorial of a name; nothing of ours may go wrong on it."""
    origin, addresses = tutorials
    made: list[Tutorial] = []

    def make(name: str) -> Tutorial:
        made.append(Tutorial(addresses[name], origin, host.url, browser))
        return made[-1]

    yield make
    for tutorial in made:
        for context in tutorial.contexts:
            context.close()
    assert [complaint for tutorial in made for complaint in tutorial.complaints] == []


@pytest.fixture(scope="session", params=HOSTS)
def opened(request: pytest.FixtureRequest, tutorial_of: Callable[[str], Tutorial]) -> tuple[Tutorial, Page]:
    """Each tutorial in turn, opened once, its embeds answered."""
    tutorial = tutorial_of(request.param)
    page = tutorial.open()
    all_answered(page)
    return tutorial, page


def all_answered(page: Page) -> None:
    """Bring every embed near, and wait until Python has answered it."""
    page.locator("auto-diff").first.wait_for()
    for place in range(page.locator("auto-diff").count()):
        page.locator("auto-diff").nth(place).scroll_into_view_if_needed()
        page.wait_for_function("place => document.querySelectorAll('auto-diff')[place].trace", arg=place, timeout=START)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A busy machine can make a browser late: a test that fails is tried again, and the report says so."""
    for item in items:
        if item.path.is_relative_to(Path(__file__).parent):
            item.add_marker(pytest.mark.flaky(reruns=1))
