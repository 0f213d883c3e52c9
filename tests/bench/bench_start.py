"""How fast the built site is, beside a stock page from the same files in the same run: medians of cold loads.

    python build.py build
    .venv/bin/python tests/bench/bench_start.py [--loads 5] [--json FILE]

The stock page is the one that Pyodide's own manual shows: load it, load NumPy, compute. Every load has a browser of its
own with nothing kept; the two pages take turns. Times in milliseconds from the start of the navigation.
"""

import argparse
import json
import shutil
import statistics
import sys
import tempfile
import threading
import time
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, Playwright, sync_playwright

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from web.make.browser import launch_options
from web.make.paths import DIST, MODULES
from web.make.serve import server
from web.make.wheels import numpy_wheel

STOCK = """<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><p id="out"></p>
<script type="module">
  import { loadPyodide } from "./pyodide.mjs";
  const python = await loadPyodide();
  await python.loadPackage("numpy");
  document.querySelector("#out").textContent = python.runPython(`
    import numpy as np
    float(np.exp(np.square(0.5)) ** 2)
  `);
  performance.mark("first-live-result");
</script>
"""
STOCK_FILES = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip", "pyodide-lock.json")

OBSERVE = """
  window.longestTask = 0;
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longestTask = Math.max(longestTask, duration);
  }).observe({ type: "longtask", buffered: true });
  new PerformanceObserver((list) => {
    for (const { name, startTime } of list.getEntriesByName("first-live-result")) console.info(name, startTime);
  }).observe({ type: "mark", buffered: true });
"""
TOLD = "first-live-result "
FIRST_RESULT = "performance.getEntriesByName('first-live-result')[0]?.startTime"
# The worked example is in the HTML itself: the first paint with content is the first with the example.
FIRST_PAINT = "performance.getEntriesByName('first-contentful-paint')[0]?.startTime"

LIMIT = 300_000
LATER = 300
"""Milliseconds after which observers have been told of the last task."""

SLIDE = """async (moves) => {
  const slider = document.querySelector("input[type=range]");
  const [low, high] = [Number(slider.min), Number(slider.max)];
  const onScreen = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  const times = [];
  for (let move = 0; move < moves; move++) {
    await onScreen();
    const begun = performance.now();
    const result = new Promise((resolve) => document.addEventListener("result", resolve, { once: true }));
    slider.value = String(low + ((high - low) * (move + 0.5)) / moves);
    slider.dispatchEvent(new Event("input", { bubbles: true }));
    await result;
    await onScreen();
    times.push(performance.now() - begun);
  }
  return times;
}"""
MOVES = 120
SETTLE = 2
"""Seconds after which a browser that was opened, and its tab, have come to rest: a visitor's are open already."""


def main() -> None:
    """Measure and print."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--loads", type=int, default=5)
    options.add_argument("--json", type=Path, help="write the figures there too")
    chosen = options.parse_args()
    with (
        tempfile.TemporaryDirectory() as folder,
        server(lay_out(Path(folder))) as running,
        sync_playwright() as playwright,
    ):
        threading.Thread(target=running.serve_forever, daemon=True).start()
        figures = measure(playwright, f"http://127.0.0.1:{running.server_port}/", chosen.loads)
        running.shutdown()
    report(figures)
    text = json.dumps(figures)
    print(text)
    if chosen.json:
        chosen.json.write_text(text + "\n", encoding="utf-8")


def lay_out(folder: Path) -> Path:
    """The site, and the stock page with its files as they are published."""
    shutil.copytree(DIST, folder / "site")
    (folder / "stock").mkdir()
    for name in STOCK_FILES:
        shutil.copy(MODULES / "pyodide" / name, folder / "stock")
    shutil.copy(numpy_wheel(), folder / "stock")
    (folder / "stock" / "index.html").write_text(STOCK, encoding="utf-8")
    return folder


def measure(playwright: Playwright, address: str, loads: int) -> dict[str, Any]:
    """Load both pages in turn; medians over the loads, and every single figure."""
    runs: dict[str, list[float]] = {name: [] for name in ("paint", "live", "stock", "task", "stock_task", "slider")}
    for load in range(loads):
        for name in ("stock", "site"):
            browser = playwright.chromium.launch(**launch_options())
            page = browser.new_page()
            page.add_init_script(OBSERVE)
            time.sleep(SETTLE)
            live = first_result(page, f"{address}{name}/index.html")
            page.wait_for_timeout(LATER)
            if name == "stock":
                runs["stock"].append(live)
                runs["stock_task"].append(page.evaluate("longestTask"))
            else:
                runs["live"].append(live)
                runs["paint"].append(page.evaluate(FIRST_PAINT))
                runs["task"].append(page.evaluate("longestTask"))
                runs["slider"] += page.evaluate(SLIDE, MOVES)
            browser.close()
        print(f"load {load + 1} of {loads}", file=sys.stderr)
    medians = {name: statistics.median(values) for name, values in runs.items()}
    return {
        "first_paint": medians["paint"],
        "first_live_result": medians["live"],
        "stock_first_result": medians["stock"],
        "ratio": medians["live"] / medians["stock"],
        "longest_task": medians["task"],
        "stock_longest_task": medians["stock_task"],
        "slider_median": medians["slider"],
        "slider_p95": statistics.quantiles(runs["slider"], n=20)[-1],
        "runs": {name: [round(value, 1) for value in values] for name, values in runs.items() if name != "slider"},
    }


def first_result(page: Page, address: str) -> float:
    """Open a page; give when it had its first number from Python. It says so itself: to be asked is work."""
    with page.expect_console_message(lambda said: said.text.startswith(TOLD), timeout=LIMIT) as told:
        page.goto(address)
    return float(told.value.text.removeprefix(TOLD))


def report(figures: dict[str, Any]) -> None:
    """A table beside what is asked of each figure."""
    rows = [
        ("first paint with the worked example", "first_paint", 300, "ms"),
        ("first live result / stock page's first result", "ratio", 1.0, ""),
        ("longest main-thread task while starting (0: none of 50 ms)", "longest_task", 100, "ms"),
        ("slider move to new numbers on screen, p95", "slider_p95", 33, "ms"),
    ]
    print(f"first live result {figures['first_live_result']:.0f} ms, stock {figures['stock_first_result']:.0f} ms")
    for what, name, limit, unit in rows:
        verdict = "ok" if figures[name] <= limit else "MISSED"
        print(f"{what:<60} {figures[name]:8.2f} {unit:<2} (at most {limit} {unit}) {verdict}")


if __name__ == "__main__":
    main()
