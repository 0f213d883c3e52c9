"""The ways in which Python starts: the same programs do the same, and where one fails the next takes its place."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.words import Say
from web.make.paths import ROOT

LIMIT = 120_000
"""Milliseconds that a start, or the making of an image, may take on a busy machine."""

ENGINE = (ROOT / "web" / "engine" / "engine.py").read_text(encoding="utf-8")
PROGRAMS = (Path(__file__).parent / "programs.py").read_text(encoding="utf-8")
"""Each function of it gives what it found out; the file runs in the worker once Python is there."""

TRAP = """
import sys
def trap(request):
    if not __import__("os").path.exists("/lib/python3.14/site-packages/numpy/__init__.py"):
        import ctypes
        ctypes.string_at(0xFFFF0000, 64)
    return answer(request)
xworker.sync.run = trap
"""
"""Touches memory that is not there, in a restored interpreter alone: NumPy's files come to it only later."""


def started(page: Page) -> dict[str, Any]:
    """Wait until Python has answered; give how it was started and what was tried before."""
    page.wait_for_function("performance.getEntriesByName('first-live-result').length", timeout=LIMIT)
    detail: dict[str, Any] = page.evaluate("performance.getEntriesByName('engine-ready').at(-1).detail")
    return detail


def ways(page: Page) -> tuple[str, list[str]]:
    """Wait until Python has answered; give the way that worked and those that were refused before it."""
    how = started(page)
    return how["start"], [tried["start"] for tried in how["refused"]]


def image_made(page: Page) -> str:
    """Wait until the worker that makes the image is done; give whether it was made."""
    names = "['image-made', 'image-failed'].filter((name) => performance.getEntriesByName(name).length)"
    page.wait_for_function(f"{names}.length", timeout=LIMIT)
    name: str = page.evaluate(f"{names}[0]")
    return name


def with_image(page: Page, url: str) -> None:
    """Visit, wait until there is an image, and visit again."""
    page.goto(url)
    assert started(page)["start"] == "slim"
    assert image_made(page) == "image-made"
    page.goto("about:blank")


def spoil(page: Page, change: str) -> None:
    """Put another image in the place of the one that is kept: `change` makes it of `bytes` and `headers`."""
    page.evaluate(
        f"""async () => {{
          const [name] = await caches.keys();
          const cache = await caches.open(name);
          const [request] = await cache.keys();
          const kept = await cache.match(request);
          const headers = new Headers(kept.headers);
          let bytes = new Uint8Array(await kept.arrayBuffer());
          {change}
          await cache.put(request, new Response(bytes, {{ headers }}));
        }}"""
    )


def in_worker(page: Page, script: str) -> None:
    """Have a script run in the worker of every start before anything else does; `import.meta.url` tells which start."""

    def fulfil(route: Route) -> None:
        response = route.fetch()
        route.fulfill(response=response, body=f"{script};\n{response.text()}")

    page.route("**/interpreter-*.js", fulfil)


def told(page: Page) -> dict[str, Any]:
    """Run the programs in the worker of a page that is about to be opened; what they tell comes by the console."""
    found: dict[str, Any] = {}

    def listen(text: str) -> None:
        if text.startswith("PROGRAMS "):
            found.update(json.loads(text.removeprefix("PROGRAMS ")))

    page.on("console", lambda said: listen(said.text))
    page.route("**/engine-*.py", lambda route: route.fulfill(body=f"{ENGINE}\n{PROGRAMS}"))
    return found


def test_the_same_programs_do_the_same_however_python_started(new_page: Callable[..., Page], site: Any) -> None:
    results: dict[str, dict[str, Any]] = {}
    plain = new_page()
    plain.add_init_script("delete globalThis.DecompressionStream")
    found = told(plain)
    plain.goto(site.url)
    assert started(plain)["start"] == "stock"
    results["stock"] = dict(found)

    page = new_page()
    found = told(page)
    page.goto(site.url)
    assert started(page)["start"] == "slim"
    results["slim"] = dict(found)
    assert image_made(page) == "image-made"
    found.clear()
    page.reload()
    assert started(page) == {"start": "image", "refused": []}
    results["image"] = dict(found)

    random = {kind: result.pop("random") for kind, result in results.items()}
    assert len(results["stock"]) > 15
    for name, value in results["stock"].items():
        assert results["slim"][name] == value, name
        assert results["image"][name] == value, name

    found.clear()
    page.reload()
    started(page)
    random["again"] = found["random"]
    drawn = [value for values in random.values() for value in values]
    assert len(set(drawn)) == len(drawn), "two loads drew the same numbers"


def test_the_rest_comes_by_itself_after_the_first_result(page: Page, site: Any) -> None:
    page.goto(site.url)
    page.wait_for_function("performance.getEntriesByName('first-live-result').length", timeout=LIMIT)
    assert not [path for path in site.requests if path.endswith(("python_stdlib.zip", ".whl"))]
    with page.expect_event("requestfinished", lambda request: request.url.endswith(".whl"), timeout=LIMIT):
        pass


@pytest.mark.complains
@pytest.mark.parametrize("after", ["damaged", "another"])
def test_an_image_that_is_not_as_it_was_made_is_not_used(page: Page, site: Any, after: str) -> None:
    with_image(page, site.url)
    change = {
        "damaged": "bytes[bytes.length >> 1] ^= 1;",
        # One whose hash is right, but which is no image of this interpreter.
        "another": """bytes = bytes.slice(0, 1000);
          const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
          headers.set("x-sha256", Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join(""));""",
    }[after]
    page.goto(site.url)
    spoil(page, change)
    page.goto(site.url)
    assert ways(page) == ("slim", ["image"])
    if after == "damaged":
        assert image_made(page) == "image-made"


@pytest.mark.complains
def test_a_trap_in_a_restored_interpreter_is_answered_by_another(page: Page, site: Any) -> None:
    with_image(page, site.url)
    page.route("**/engine-*.py", lambda route: route.fulfill(body=ENGINE + TRAP))
    page.goto(site.url)
    how = started(page)
    assert how["start"] == "slim"
    assert how["refused"][0]["start"] == "image"
    assert how["refused"][0]["cause"]["kind"] == "crashed"
    page.unroute_all()
    page.goto(site.url)
    assert started(page) == {"start": "slim", "refused": []}, "an image that broke down is not used again"


NO_CACHES = "caches.open = () => Promise.reject(new DOMException('denied', 'SecurityError'))"


@pytest.mark.parametrize("denied", ["page", "worker"])
def test_where_nothing_can_be_kept_every_visit_is_a_first_one(page: Page, site: Any, denied: str) -> None:
    if denied == "page":
        page.add_init_script("delete globalThis.caches")
    else:
        in_worker(page, NO_CACHES)
    for _ in range(2):
        page.goto(site.url)
        how = started(page)
        assert how["start"] == "slim"
        assert how["refused"] == [
            {"start": "image", "cause": {"kind": "unsupported", "values": {"feature": "CacheStorage"}}}
        ]


@pytest.mark.parametrize("lang", ["en", "ko", "ja"])
def test_the_status_says_that_a_slower_start_took_the_place_of_a_quicker(
    page: Page, site: Any, say: Say, lang: str
) -> None:
    page.add_init_script("delete globalThis.DecompressionStream")
    page.goto(f"{site.url}#lang={lang}")
    assert ways(page) == ("stock", ["slim"])
    status = page.locator(".status [role=status]")
    python = page.evaluate("document.querySelector('.status').textContent.match(/3[.][0-9.]+/)[0]")
    expect(status).to_contain_text(say("engine.readySlower", python, lang=lang))
    expect(status).to_contain_text(say("engine.slowerDetail", lang=lang))


def test_the_status_says_nothing_of_it_where_the_quickest_start_worked(page: Page, site: Any, say: Say) -> None:
    page.goto(site.url)
    assert started(page)["refused"] == []
    expect(page.locator(".status [role=status]")).not_to_contain_text(say("engine.slowerDetail"))


@pytest.mark.complains
@pytest.mark.parametrize(
    "fault",
    [
        pytest.param(
            "WebAssembly.Memory.prototype.grow = () => { throw new RangeError('out of memory'); }", id="out of memory"
        ),
        pytest.param(
            """const { instantiateStreaming } = WebAssembly;
            WebAssembly.instantiateStreaming = async (...given) => {
              const made = await instantiateStreaming(...given);
              Object.values(made.instance.exports).find((one) => one instanceof WebAssembly.Table)?.grow(200);
              return made;
            }""",
            id="a browser with another table",
        ),
    ],
)
def test_an_image_that_cannot_be_restored_gives_way_to_the_packs(page: Page, site: Any, fault: str) -> None:
    with_image(page, site.url)
    in_worker(page, f"if (import.meta.url.includes('start=image')) {{ {fault} }}")
    page.goto(site.url)
    assert ways(page) == ("slim", ["image"])


@pytest.mark.complains
def test_packs_that_are_damaged_give_way_to_the_plain_start(page: Page, site: Any, say: Say) -> None:
    page.route("**/numpy.pack", lambda route: route.fulfill(body=b"no pack"))
    page.goto(site.url)
    assert ways(page) == ("stock", ["slim"])
    expect(page.locator(".status [role=status]")).to_contain_text(say("engine.slowerDetail"))


@pytest.mark.complains
def test_full_storage_costs_the_image_alone(page: Page, site: Any) -> None:
    page.goto(site.url)
    page.context.new_cdp_session(page).send(
        "Storage.overrideQuotaForOrigin", {"origin": site.url.split("/pyautodiff")[0], "quotaSize": 1_000_000}
    )
    assert started(page)["start"] == "slim"
    assert image_made(page) == "image-failed"
    page.reload()
    assert started(page)["start"] == "slim"


def test_another_language_does_not_get_the_image(new_page: Callable[..., Page], page: Page, site: Any) -> None:
    with_image(page, site.url)
    page.goto(site.url)
    assert started(page)["start"] == "image"
    in_worker(page, "Object.defineProperty(WorkerNavigator.prototype, 'languages', { get: () => ['ko'] })")
    page.goto(site.url)
    assert started(page)["start"] == "slim"


REFUSE = """WebAssembly.instantiateStreaming = async () => { throw new RangeError("out of memory"); };"""


@pytest.mark.complains
def test_where_the_browser_refuses_the_interpreter_the_next_start_takes_over(page: Page, site: Any) -> None:
    in_worker(page, f"if (!import.meta.url.includes('start=stock')) {{ {REFUSE} }}")
    page.goto(site.url)
    assert ways(page) == ("stock", ["slim"])


@pytest.mark.complains
def test_where_the_browser_refuses_it_however_it_starts_the_page_says_why(page: Page, site: Any, say: Say) -> None:
    in_worker(page, REFUSE)
    page.goto(site.url)
    expect(page.get_by_role("button", name=say("engine.retry"))).to_be_visible(timeout=LIMIT)
    expect(page.get_by_role("alert")).to_contain_text("out of memory")
