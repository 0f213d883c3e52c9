"""The ways in which Python starts: the same programs do the same, and where one fails the next takes its place."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.words import Say
from web.make.image import BOUND
from web.make.paths import ROOT

LIMIT = 120_000
"""Milliseconds that a start may take on a busy machine."""

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


def only_plainly(page: Page) -> None:
    """There is no image on the host."""
    page.route("**/image.zst", lambda route: route.fulfill(status=404))


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


@pytest.mark.complains
def test_the_same_programs_do_the_same_however_python_started(new_page: Callable[..., Page], site: Any) -> None:
    surroundings = {"locale": "ko-KR", "timezone_id": "America/New_York"}
    results: dict[str, dict[str, Any]] = {}
    plain = new_page(**surroundings)
    only_plainly(plain)
    found = told(plain)
    plain.goto(site.url)
    assert started(plain)["start"] == "stock"
    results["stock"] = dict(found)

    page = new_page(**surroundings)
    found = told(page)
    for visit in ("image", "again"):
        found.clear()
        page.goto(site.url)
        assert started(page) == {"start": "image", "refused": []}
        results[visit] = dict(found)
        page.goto("about:blank")

    drawn = [value for result in results.values() for value in result.pop("random")]
    assert len(set(drawn)) == len(drawn), "two loads drew the same numbers"
    assert len(results["stock"]) > 15
    for name, value in results["stock"].items():
        assert results["image"][name] == value, name
        assert results["again"][name] == value, name


def test_the_rest_comes_by_itself_after_the_first_result(page: Page, site: Any) -> None:
    page.goto(site.url)
    page.wait_for_function("performance.getEntriesByName('first-live-result').length", timeout=LIMIT)
    assert not [path for path in site.requests if path.endswith(("python_stdlib.zip", ".whl", ".second.wasm"))]
    with page.expect_event("requestfinished", lambda request: request.url.endswith(".whl"), timeout=LIMIT):
        pass


def test_what_calls_the_rest_of_the_interpreter_has_it_at_once(page: Page, site: Any) -> None:
    page.route("**/engine-*.py", lambda route: route.fulfill(body=f"{ENGINE}\nimport sqlite3, numpy.fft\n{USES_REST}"))
    found: list[str] = []
    page.on("console", lambda said: found.append(said.text))
    page.goto(site.url)
    assert started(page) == {"start": "image", "refused": []}
    assert "USED 3 [4.0, 2.0]" in found
    assert len([path for path in site.requests if path.endswith("interpreter.second.wasm")]) == 1


USES_REST = """
import bz2
database = sqlite3.connect(":memory:")
[[three]] = database.execute("select 1 + 2")
assert bz2.decompress(bz2.compress(b"rest")) == b"rest"
print("USED", three, [float(abs(part)) for part in np.fft.fft([3, 1])])
"""


@pytest.mark.complains
@pytest.mark.parametrize("file", ["image.zst", "interpreter.first.wasm"])
def test_an_image_that_is_damaged_gives_way_to_the_plain_start(page: Page, site: Any, say: Say, file: str) -> None:
    page.route(f"**/{file}", lambda route: route.fulfill(body=b"none", content_type="application/wasm"))
    page.goto(site.url)
    assert ways(page) == ("stock", ["image"])
    expect(page.locator(".status [role=status]")).to_contain_text(say("engine.slowerDetail"))


@pytest.mark.complains
def test_an_image_with_one_bit_turned_is_not_used(page: Page, site: Any, dist: Path) -> None:
    [image] = dist.glob("python/start-*/image.zst")
    damaged = bytearray(image.read_bytes())
    damaged[len(damaged) // 2] ^= 1
    page.route("**/image.zst", lambda route: route.fulfill(body=bytes(damaged)))
    page.goto(site.url)
    assert ways(page) == ("stock", ["image"])


@pytest.mark.complains
def test_an_image_of_another_interpreter_is_not_used(page: Page, site: Any, dist: Path) -> None:
    [first] = dist.glob("python/start-*/interpreter.first.wasm")
    code = first.read_bytes()
    assert code.count(BOUND.encode()) == 1
    other = bytearray(code)
    other[code.index(BOUND.encode()) + len(BOUND)] ^= 1
    page.route(
        "**/interpreter.first.wasm", lambda route: route.fulfill(body=bytes(other), content_type="application/wasm")
    )
    page.goto(site.url)
    assert ways(page) == ("stock", ["image"])


LOSES_CODE = """const { compileStreaming } = WebAssembly;
  WebAssembly.compileStreaming = (...given) => compileStreaming.apply(WebAssembly, given).then((code) => %s)"""


@pytest.mark.parametrize("loses", ["Promise.reject(new RangeError('out of memory'))", "null"])
def test_where_the_page_cannot_hand_over_the_interpreter_its_worker_compiles_it(
    page: Page, site: Any, loses: str
) -> None:
    page.add_init_script(LOSES_CODE % loses)
    page.goto(site.url)
    assert started(page) == {"start": "image", "refused": []}


@pytest.mark.complains
def test_where_the_image_cannot_be_unpacked_the_plain_start_takes_over(page: Page, site: Any) -> None:
    page.route("**/unpacker-*.js", lambda route: route.fulfill(status=404))
    page.goto(site.url)
    assert ways(page) == ("stock", ["image"])


@pytest.mark.complains
def test_a_trap_in_a_restored_interpreter_is_answered_by_another(page: Page, site: Any) -> None:
    page.route("**/engine-*.py", lambda route: route.fulfill(body=ENGINE + TRAP))
    page.goto(site.url)
    how = started(page)
    assert how["start"] == "stock"
    assert how["refused"][0]["start"] == "image"
    assert how["refused"][0]["cause"]["kind"] == "crashed"


@pytest.mark.parametrize("lacking", ["caches", "DecompressionStream", "CompressionStream"])
def test_a_browser_without_storage_or_streams_starts_from_the_image_too(page: Page, site: Any, lacking: str) -> None:
    page.add_init_script(f"delete globalThis.{lacking}")
    in_worker(page, f"delete globalThis.{lacking}")
    page.goto(site.url)
    assert started(page) == {"start": "image", "refused": []}


@pytest.mark.complains
@pytest.mark.parametrize("lang", ["en", "ko", "ja"])
def test_the_status_says_that_a_slower_start_took_the_place_of_a_quicker(
    page: Page, site: Any, say: Say, lang: str
) -> None:
    only_plainly(page)
    page.goto(f"{site.url}#lang={lang}")
    assert ways(page) == ("stock", ["image"])
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
            """const { Instance } = WebAssembly;
            WebAssembly.Instance = function (...given) {
              const made = new Instance(...given);
              made.exports.__indirect_function_table?.grow(10_000);
              return made;
            }""",
            id="a browser with another table",
        ),
        pytest.param(
            """const { Instance } = WebAssembly;
            WebAssembly.Instance = function (...given) {
              const made = new Instance(...given);
              if (made.exports.memory) new Uint8Array(made.exports.memory.buffer)[4_000_000] = 1;
              return made;
            }""",
            id="an interpreter that begins otherwise",
        ),
    ],
)
def test_an_image_that_cannot_be_restored_gives_way_to_the_plain_start(page: Page, site: Any, fault: str) -> None:
    in_worker(page, f"if (import.meta.url.includes('start=image')) {{ {fault} }}")
    page.goto(site.url)
    assert ways(page) == ("stock", ["image"])


REFUSE = """
  WebAssembly.Instance = function () { throw new RangeError("out of memory"); };
  WebAssembly.instantiateStreaming = async () => new WebAssembly.Instance();
"""


@pytest.mark.complains
def test_where_the_browser_refuses_the_interpreter_the_next_start_takes_over(page: Page, site: Any) -> None:
    in_worker(page, f"if (!import.meta.url.includes('start=stock')) {{ {REFUSE} }}")
    page.goto(site.url)
    assert ways(page) == ("stock", ["image"])


@pytest.mark.complains
def test_where_the_browser_refuses_it_however_it_starts_the_page_says_why(page: Page, site: Any, say: Say) -> None:
    in_worker(page, REFUSE)
    page.goto(site.url)
    expect(page.get_by_role("button", name=say("engine.retry"))).to_be_visible(timeout=LIMIT)
    expect(page.get_by_role("alert")).to_contain_text("out of memory")
