"""Whether the page holds 60 frames a second on a chain of 20: while the steps play, and while the point is dragged.

    python build.py build
    .venv/bin/python tests/bench/bench_frames.py [--seconds 6]

Milliseconds from frame to frame, as the page itself sees them, at full speed and with the processor slowed fourfold by
the browser's own tools. The screen of a headless browser shows 60 frames a second, so no figure is below 16.7. An empty
page in the same browser says what the machine itself loses.
"""

import argparse
import contextlib
import statistics
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from web.make.browser import launch_options
from web.make.paths import DIST
from web.make.serve import server

CHAIN = ",".join(["sin", "exp", "tanh", "square", "sigmoid"] * 4)
GOAL = 17.0
WATCH = """() => {
  globalThis.frames = [];
  let before = performance.now();
  const next = (now) => {
    frames.push(now - before);
    before = now;
    globalThis.watching = requestAnimationFrame(next);
  };
  globalThis.watching = requestAnimationFrame((now) => {
    before = now;
    globalThis.watching = requestAnimationFrame(next);
  });
}"""
STOP = "() => { cancelAnimationFrame(watching); return frames; }"


def main() -> None:
    """Measure and print."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--seconds", type=float, default=6, help="of each measurement")
    seconds = options.parse_args().seconds
    with server(DIST) as running, sync_playwright() as playwright:
        threading.Thread(target=running.serve_forever, daemon=True).start()
        url = f"http://127.0.0.1:{running.server_port}/#x=0.5&f={CHAIN}&speed=2.8"
        browser = playwright.chromium.launch(**launch_options())
        print(f"{'':<34}{'median':>9}{'p95':>9}{'p99':>9}{'longest':>9}  ms from frame to frame")
        for slowed in (1, 4):
            for what, frames in (
                ("an empty page", empty(browser, slowed, seconds)),
                ("the steps play", playing(browser, url, slowed, seconds)),
                ("the point is dragged", dragging(browser, url, slowed, seconds)),
            ):
                tell(what, slowed, frames)
        browser.close()
        running.shutdown()


@contextlib.contextmanager
def open_page(browser: Browser, url: str, slowed: int) -> Iterator[Page]:
    """The page with Python ready, then slowed."""
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto(url)
    if url != "about:blank":
        page.wait_for_function("performance.getEntriesByName('first-live-result').length", timeout=120_000)
        page.wait_for_timeout(3000)
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": slowed})
    yield page
    page.context.close()


def empty(browser: Browser, slowed: int, seconds: float) -> list[float]:
    """What the machine gives a page that does nothing."""
    with open_page(browser, "about:blank", slowed) as page:
        page.evaluate(WATCH)
        page.wait_for_timeout(1000 * seconds)
        return page.evaluate(STOP)


def playing(browser: Browser, url: str, slowed: int, seconds: float) -> list[float]:
    """From the first step on, at the greatest speed."""
    with open_page(browser, url, slowed) as page:
        page.get_by_role("button", name="Before anything runs").click()
        page.get_by_role("button", name="Play the steps").click()
        page.evaluate(WATCH)
        page.wait_for_timeout(1000 * seconds)
        return page.evaluate(STOP)


def dragging(browser: Browser, url: str, slowed: int, seconds: float) -> list[float]:
    """The point of the curve to and fro, a move a frame, each answered by Python."""
    with open_page(browser, url, slowed) as page:
        handle = page.get_by_role("slider", name="Move x along the curve")
        handle.scroll_into_view_if_needed()
        box = handle.bounding_box()
        assert box
        x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
        page.mouse.move(x, y)
        page.mouse.down()
        page.evaluate(WATCH)
        for move in range(int(60 * seconds)):
            page.mouse.move(x + 80 * ((move % 60) / 60 - 0.5), y)
            page.wait_for_timeout(1000 / 60)
        frames: list[float] = page.evaluate(STOP)
        page.mouse.up()
        return frames


def tell(what: str, slowed: int, frames: list[float]) -> None:
    """One line; the goal is for the unslowed page."""
    parts = statistics.quantiles(frames, n=100)
    verdict = "" if slowed > 1 or what == "an empty page" else (" ok" if parts[94] < GOAL else f" MISSED ({GOAL})")
    name = f"{what}{f', {slowed} x slower' if slowed > 1 else ''}"
    print(f"{name:<34}{parts[49]:9.1f}{parts[94]:9.1f}{parts[98]:9.1f}{max(frames):9.1f}{verdict}")


if __name__ == "__main__":
    main()
