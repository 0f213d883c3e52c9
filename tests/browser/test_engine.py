"""Python in the built page: it starts, says why where it cannot, and starts again when asked to."""

import fnmatch
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

START = 60_000
"""Milliseconds that a start may take on a busy machine."""

FILES = ["core.js", "engine-*.py", "interpreter-*.js", "pyodide.mjs", "pyodide.asm.mjs"]
"""What every start needs."""
IMAGE = ["image.zst", "interpreter.first.wasm"]
"""What the start of a first visit needs beside it; a plain start does without."""


def is_ready(page: Page) -> None:
    """Wait until Python is there."""
    expect(page.locator(".status.is-ready")).to_be_visible(timeout=START)


def failure(page: Page) -> str:
    """Wait until the page says that Python is not there; give what it says."""
    notice = page.locator(".notice.is-failure")
    expect(notice).to_be_visible(timeout=START)
    return notice.inner_text()


def how_it_started(page: Page) -> str:
    """Wait until Python is there; give how it was started."""
    is_ready(page)
    kind: str = page.evaluate("performance.getEntriesByName('engine-ready').at(-1).detail.start")
    return kind


def test_python_starts_from_the_sites_own_files_alone(page, site):
    page.goto(site.url)
    assert how_it_started(page) == "image"
    assert page.evaluate("performance.getEntriesByName('engine-ready').length") == 1
    asked = [path.rpartition("/")[2] for path in site.requests]
    for name in [*FILES, *IMAGE]:
        assert fnmatch.filter(asked, name), name
    assert len(site.requests) == len(set(site.requests)), "a file was asked for twice"


@pytest.mark.complains
@pytest.mark.parametrize("name", FILES)
def test_missing_file_is_named(page, site, dist, name):
    [file] = dist.rglob(name)
    site.broken[file.name] = 404
    page.goto(site.url)
    assert file.name in failure(page)


@pytest.mark.complains
@pytest.mark.parametrize("part", IMAGE)
def test_without_its_image_python_starts_plainly(page, site, part):
    site.broken[part] = 404
    page.goto(site.url)
    assert how_it_started(page) == "stock"


@pytest.mark.complains
def test_damaged_image_is_not_used(page, site, dist):
    page.route("**/image.zst", lambda route: damaged(route, next(dist.glob("python/start-*/image.zst"))))
    page.goto(site.url)
    assert how_it_started(page) == "stock"


@pytest.mark.complains
def test_file_that_no_start_can_do_without_is_named(page, site):
    site.broken |= {"image.zst": 404, "numpy-": 404}
    page.goto(site.url)
    assert "numpy-" in failure(page)


@pytest.mark.complains
def test_retry_recovers_once_the_file_is_there(page, site):
    site.broken |= {"interpreter.first.wasm": 503, "pyodide.asm.wasm": 503}
    page.goto(site.url)
    assert "503" in failure(page)
    site.broken.clear()
    page.locator(".notice.is-failure button").click()
    is_ready(page)


@pytest.mark.complains
def test_damaged_package_is_not_used(page, site, dist):
    site.broken["image.zst"] = 404
    page.route("**/numpy*.whl", lambda route: damaged(route, next(dist.glob("python/numpy-*/*.whl"))))
    page.goto(site.url)
    assert "numpy" in failure(page)


def damaged(route: Route, file: Path) -> None:
    """Answer with the file, one bit of it changed."""
    body = bytearray(file.read_bytes())
    body[1000] ^= 1
    route.fulfill(body=bytes(body), content_type="application/octet-stream")


@pytest.mark.complains
def test_worker_that_dies_is_told_and_retry_recovers(page, site):
    page.goto(site.url)
    is_ready(page)
    page.workers[0].evaluate("setTimeout(() => { throw new Error('the worker broke') })")
    assert "the worker broke" in failure(page)
    assert not page.workers
    page.locator(".notice.is-failure button").click()
    is_ready(page)


def test_browser_without_webassembly_is_told(page, site):
    page.add_init_script("delete globalThis.WebAssembly")
    page.goto(site.url)
    assert "WebAssembly" in failure(page)
