"""A first visit, by a Korean phone that denies storage: nothing moves, nothing is sent, nothing is kept."""

from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.explorer import START, WATCH, Explorer
from tests.browser.watching import watched

DENY_STORAGE = """
for (const name of ["localStorage", "sessionStorage"])
  Object.defineProperty(globalThis, name, { get() { throw new DOMException("denied", "SecurityError"); } });
Object.defineProperty(Document.prototype, "cookie", {
  get() { throw new DOMException("denied", "SecurityError"); },
  set() { throw new DOMException("denied", "SecurityError"); },
});
"""


@pytest.fixture(scope="module")
def asked() -> list[str]:
    """The addresses that were asked for."""
    return []


@pytest.fixture(scope="module")
def visit(browser: Browser, host: Any, asked: list[str]) -> Iterator[Explorer]:
    """The page after its start."""
    faults: list[str] = []
    options: dict[str, Any] = {
        "locale": "ko",
        "viewport": {"width": 320, "height": 720},
        "has_touch": True,
        "service_workers": "block",
    }
    context = watched(browser.new_context(**options), host.url, faults)
    context.on("request", lambda request: asked.append(request.url))
    context.add_init_script(DENY_STORAGE)
    explorer = Explorer(context.new_page(), host.url, "ko")
    explorer.start()
    yield explorer
    context.close()
    assert not faults


def test_nothing_moves_on_a_phone_until_python_is_there(visit: Explorer) -> None:
    assert visit.first_visit["shifts"] == []


def test_nothing_moves_on_a_wide_screen_until_python_is_there(explorer: Explorer) -> None:
    assert explorer.first_visit["shifts"] == []


def test_progress_grows_and_never_falls(visit: Explorer) -> None:
    seen: list[float] = visit.first_visit["progress"]
    assert seen, "on a local host the files may all be there before the page can tell"
    assert seen == sorted(seen)
    assert seen[-1] <= 100


def test_progress_is_told_little_by_little_over_a_slow_line(browser: Browser, slow: str) -> None:
    with browser.new_context(service_workers="block") as context:
        page = context.new_page()
        page.add_init_script(WATCH)
        page.goto(f"{slow}index.html")
        page.wait_for_function("performance.getEntriesByName('first-live-result').length", timeout=START)
        seen: list[float] = page.evaluate("progress")
    assert seen == sorted(seen)
    assert len(seen) > 20
    assert seen[0] < 25


def test_page_works_where_storage_is_denied(visit: Explorer) -> None:
    visit.x.fill("1")
    expect(visit.y).to_have_text("7.3890560989306495")


def test_every_request_goes_below_the_path_the_site_lies_at(visit: Explorer, host: Any, asked: list[str]) -> None:
    visit.page.get_by_role("button", name="어두운 테마로 바꾸기").click()
    licences = visit.page.get_by_role("link", name="라이선스").evaluate("link => link.href")
    assert "NumPy" in visit.page.request.get(licences).text()
    origin = "{0.scheme}://{0.netloc}".format(urlsplit(host.url))
    assert urlsplit(host.url).path == "/pyautodiff/"
    assert [url for url in asked if not url.startswith((host.url, "data:", f"blob:{origin}"))] == []


def test_no_cookie_is_left_behind(explorer: Explorer) -> None:
    explorer.answer_to("x=2&f=exp")
    explorer.button("Switch to the dark theme").click()
    assert explorer.page.context.cookies() == []
