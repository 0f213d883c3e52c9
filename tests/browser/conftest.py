"""The built site as a static host would serve it, and a page in a real Chromium that must complain of nothing."""

import contextlib
import threading
from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass, field
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Playwright

from tests.bench import line
from tests.browser.explorer import Explorer
from tests.browser.hosting import Somebody, somebody
from tests.browser.watching import watched
from tests.browser.words import Say, speaking
from web.make.browser import launch_options
from web.make.paths import DIST
from web.make.serve import MIME

SUB_PATH = "/pyautodiff/"
USUAL: dict[str, Any] = {"locale": "en", "service_workers": "block"}
"""Of a context: what a service worker answers is seen by no route of a test, so only tests about it have one."""


@dataclass
class Site:
    """A running host: its address, what was asked of it, and which answers the test wants otherwise."""

    url: str
    requests: list[str] = field(default_factory=list)
    """Paths in the order in which they were asked for, without the sub-path."""
    sent: dict[str, int] = field(default_factory=dict)
    """How often each file was sent in full, not only said to be unchanged."""
    broken: dict[str, int] = field(default_factory=dict)
    """Status to answer, by a part of the path."""
    damaged: set[str] = field(default_factory=set)
    """Parts of paths whose files arrive with another byte in the middle."""

    def status_of(self, path: str) -> int | None:
        """The status that a test wants for a path."""
        return next((status for part, status in self.broken.items() if part in path), None)


class SubPathHandler(SimpleHTTPRequestHandler):
    """Files of one folder under a sub-path, and no header but those that every static host sends."""

    protocol_version = "HTTP/1.1"
    extensions_map = {**SimpleHTTPRequestHandler.extensions_map, **MIME}  # noqa: RUF012

    def __init__(self, *arguments: Any, site: Site, **options: Any) -> None:
        self.site = site
        super().__init__(*arguments, **options)

    def do_GET(self) -> None:
        """Answer a request below the sub-path; anything else is not there."""
        path = urlsplit(self.path).path
        if not path.startswith(SUB_PATH):
            self.send_error(404)
            return
        self.path = "/" + path.removeprefix(SUB_PATH)
        self.site.requests.append(self.path)
        status = self.site.status_of(self.path)
        if status:
            self.send_error(status)
        elif any(part in self.path for part in self.site.damaged):
            self.send_damaged()
        else:
            with contextlib.suppress(ConnectionError):
                super().do_GET()

    def send_damaged(self) -> None:
        """Answer with the file, but for one byte."""
        content = bytearray(Path(self.translate_path(self.path)).read_bytes())
        content[len(content) // 2] ^= 1
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(self.path))
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        with contextlib.suppress(ConnectionError):
            self.wfile.write(content)

    def end_headers(self) -> None:
        """Other pages may use the files, as on GitHub Pages."""
        self.send_header("Access-Control-Allow-Origin", "*")
        super().end_headers()

    def send_response(self, code: int, message: str | None = None) -> None:
        """Count what is sent."""
        if code == HTTPStatus.OK:
            self.site.sent[self.path] = self.site.sent.get(self.path, 0) + 1
        super().send_response(code, message)

    def log_message(self, *_: Any) -> None:
        """The test says what it asked for where that matters."""


@contextlib.contextmanager
def hosted(folder: Path) -> Iterator[Site]:
    """A host of that folder, as long as it lasts."""
    site = Site("")
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(SubPathHandler, directory=str(folder), site=site)) as server:
        site.url = f"http://127.0.0.1:{server.server_port}{SUB_PATH}"
        serving = threading.Thread(target=server.serve_forever, daemon=True)
        serving.start()
        yield site
        server.shutdown()
        serving.join()


@pytest.fixture(scope="session")
def host() -> Iterator[Site]:
    """The host that all tests of a session share."""
    assert (DIST / "index.html").exists(), "There is no dist/: run `python build.py build` first."
    with hosted(DIST) as site:
        yield site


@pytest.fixture
def site(host: Site) -> Site:
    """The built site under a sub-path, nothing asked of it yet."""
    host.requests.clear()
    host.sent.clear()
    host.broken.clear()
    host.damaged.clear()
    return host


@pytest.fixture
def slow(dist: Path) -> Iterator[str]:
    """Address of the site behind a line of 20 Mbit/s."""
    with line.host(dist) as served:
        threading.Thread(target=served.serve_forever, daemon=True).start()
        served.line.mbit = 20
        yield served.url
        served.shutdown()


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    """A headless Chromium."""
    browser = playwright.chromium.launch(**launch_options())
    yield browser
    browser.close()


def unprovoked(faults: list[str], request: pytest.FixtureRequest) -> list[str]:
    """What a page complained of that its test did not provoke, and every request to another host.

    A test that provokes complaints says so by `@pytest.mark.complains`: the browser may write them at any time.
    """
    provoked = request.node.get_closest_marker("complains") is not None
    return [fault for fault in faults if not provoked or fault.startswith("foreign")]


@pytest.fixture
def new_page(browser: Browser, site: Site, request: pytest.FixtureRequest) -> Iterator[Callable[..., Page]]:
    """Makes pages, each in a context of its own with the options given, that must complain of nothing."""
    contexts: list[BrowserContext] = []
    faults: list[str] = []

    def make(**options: Any) -> Page:
        contexts.append(watched(browser.new_context(**{**USUAL, **options}), site.url, faults))
        return contexts[-1].new_page()

    yield make
    for context in contexts:
        for page in context.pages:
            page.unroute_all(behavior="ignoreErrors")
        context.close()
    assert not unprovoked(faults, request)


@pytest.fixture
def page(new_page: Callable[..., Page]) -> Page:
    """One page with the usual options."""
    return new_page()


@pytest.fixture(scope="session")
def shared(browser: Browser, host: Site) -> Iterator[tuple[Explorer, list[str]]]:
    """One page for all tests that need Python but not its start, and what the page complained of."""
    faults: list[str] = []
    options: dict[str, Any] = {**USUAL, "reduced_motion": "reduce"}
    context = watched(browser.new_context(**options), host.url, faults)
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    yield Explorer(context.new_page(), host.url), faults
    context.close()


@pytest.fixture
def theirs(tmp_path: Path, site: Site, browser: Browser, request: pytest.FixtureRequest) -> Iterator[Somebody]:
    """Somebody's site, which must see no complaint and no request to a third party."""
    with somebody(tmp_path, site.url, browser) as them:
        yield them
        assert them.foreign() == []
        if not request.node.get_closest_marker("complains"):
            assert them.complaints == []


FAILED = pytest.StashKey[bool]()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A busy machine can make a browser late: a test of the page that fails is tried again, and the report says so."""
    for item in items:
        if item.path.is_relative_to(Path(__file__).parent):
            item.add_marker(pytest.mark.flaky(reruns=2))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Let the fixtures know that their test failed, expected or not."""
    report = yield
    item.stash[FAILED] = report.when == "call" and not report.passed
    return report


@pytest.fixture
def explorer(shared: tuple[Explorer, list[str]], site: Site, request: pytest.FixtureRequest) -> Iterator[Explorer]:
    """The page with Python ready, as a visitor first meets it: English, light, 1280 × 800, the worked example.

    A page on which a test failed is not used for another.
    """
    explorer, faults = shared
    faults.clear()
    explorer.start_afresh()
    yield explorer
    if request.node.stash.get(FAILED, False):
        explorer.page.goto("about:blank")
    assert not unprovoked(faults, request)


@pytest.fixture(scope="session")
def say() -> Iterator[Say]:
    """Asks for a sentence of the page, in any language."""
    with speaking() as say:
        yield say


@pytest.fixture(scope="session")
def dist() -> Path:
    """The folder that is served."""
    return DIST
