"""A slow or broken network: what is told meanwhile, what is tried again, and what goes on by itself."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.browser.explorer import START, Explorer
from tests.browser.words import Say

NewPage = Callable[..., Page]

TOLD = """
globalThis.told = [];
new MutationObserver(() => {
  const text = document.querySelector("[role=status]")?.innerText ?? "";
  if (told.at(-1) !== text) told.push(text);
}).observe(document, { subtree: true, childList: true, characterData: true });
"""


@pytest.mark.parametrize(
    ("lang", "pattern"),
    [
        ("en", r"Python is starting… ([\d.]+) of ([\d.]+) MB"),
        ("ko", r"파이썬을 시작하는 중… ([\d.]+)/([\d.]+) MB"),
        ("ja", r"Pythonを起動しています… ([\d.]+)/([\d.]+) MB"),
    ],
)
def test_a_download_is_told_in_megabytes(browser: Browser, slow: str, dist: Any, lang: str, pattern: str) -> None:
    with browser.new_context(locale=lang, service_workers="block") as context:
        page = context.new_page()
        page.add_init_script(TOLD)
        page.goto(f"{slow}index.html")
        page.wait_for_function("performance.getEntriesByName('first-live-result').length", timeout=START)
        texts: list[str] = page.evaluate("told")
    told = [found.groups() for text in texts if (found := re.search(pattern, text))]
    assert told, texts
    loaded = [float(part) for part, _ in told]
    assert loaded == sorted(loaded)
    files = [*dist.glob("python/*/*.zst"), *dist.glob("python/*/*.first.wasm")]
    assert {float(total) for _, total in told} == {round(sum(file.stat().st_size for file in files) / 1e6, 1)}


@pytest.mark.complains
def test_a_file_that_does_not_come_at_once_is_tried_again(new_page: NewPage, site: Any) -> None:
    page = new_page()
    tries: list[str] = []

    def fail_twice(route: Route) -> None:
        tries.append(route.request.url)
        if len(tries) <= 2:
            route.abort("connectionreset")
        else:
            route.continue_()

    page.route("**/image.zst", fail_twice)
    explorer = Explorer(page, site.url)
    explorer.start()
    assert len(tries) > 2
    detail = page.evaluate("performance.getEntriesByName('engine-ready').at(-1).detail")
    assert detail == {"start": "image", "refused": []}


@pytest.mark.complains
@pytest.mark.parametrize(
    ("pattern", "part"),
    [
        ("**/*.wasm", "interpreter"),
        ("**/pyscript-*/core.js", "pyscript"),
        ("**/*.{zst,whl,zip}", None),
    ],
)
def test_each_file_that_is_missing_is_told_with_what_it_is_for(
    new_page: NewPage, site: Any, say: Say, pattern: str, part: str | None
) -> None:
    page = new_page()
    page.route(pattern, lambda route: route.fulfill(status=404))
    page.goto(site.url)
    alert = page.get_by_role("alert")
    expect(alert).to_be_visible(timeout=START)
    parts = [part] if part else ["library", "numpy", "pyautodiff"]
    text = alert.inner_text()
    assert any(say(f"engine.parts.{name}") in text for name in parts), text


@pytest.mark.complains
def test_a_start_without_a_connection_goes_on_when_there_is_one(new_page: NewPage, site: Any, say: Say) -> None:
    page = new_page()
    page.route("**/python/**/*.zst", lambda route: route.abort("internetdisconnected"))
    page.route("**/python/**/*.zip", lambda route: route.abort("internetdisconnected"))
    explorer = Explorer(page, site.url)
    page.goto(site.url)
    expect(page.get_by_role("alert")).to_contain_text(say("engine.failed"), timeout=START)
    page.context.set_offline(True)
    page.unroute_all()
    page.context.set_offline(False)
    explorer.wait_until_ready()
    expect(page.get_by_role("alert")).to_have_count(0)
    explorer.x.fill("1")
    expect(explorer.y).to_have_text("7.3890560989306495")
