"""How quickly Python starts, beside a stock page from the same files in the same run: ratios of medians.

    python build.py build
    .venv/bin/python tests/bench/bench_kinds.py [--loads 5] [--lines 5 10 20 50] [--json FILE]

The host compresses what GitHub Pages compresses. A line is emulated by the host: so many Mbit/s for all connections
together, and 40 ms before each answer. A repeat visit comes after the rest of a first one; "bytes" are what the host
sent until the first result of a first visit. Memory is that of the page's process (PSS, where the system tells it).
"""

import argparse
import json
import statistics
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import BrowserContext, Page, Playwright, sync_playwright

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.bench.bench_start import FIRST_RESULT, LATER, LIMIT, OBSERVE, SETTLE, first_result, lay_out
from tests.bench.line import Host, host
from web.make.browser import launch_options
from web.make.paths import ROOT

REST = 3_000
"""Milliseconds after which all of Python is there too."""
ENGINE = (ROOT / "web" / "engine" / "engine.py").read_text(encoding="utf-8")
WORK = """
import time as _time
def _work():
    begun = _time.perf_counter()
    for _ in range(60):
        answer('{"version": 1, "x": "0.5", "chain": "square exp square sin cos", "parts": ["curve", "check"]}')
    sum(k * k for k in range(400_000))
    np.linalg.inv(np.random.default_rng(1).normal(size=(200, 200)))
    return _time.perf_counter() - begun
print("SPEED", min(_work() for _ in range(8)))
"""


@contextmanager
def browser_of(playwright: Playwright) -> Iterator[BrowserContext]:
    """A browser that has kept nothing."""
    browser = playwright.chromium.launch(**launch_options())
    yield browser.new_context()
    browser.close()


def visit(page: Page, served: Host, path: str, shown: str | None) -> dict[str, float]:
    """Open a page; give when its first number came, which it says or `shown` tells, and what that took."""
    served.sent = 0
    if shown is None:
        live = first_result(page, f"{served.url}{path}")
    else:
        page.goto(f"{served.url}{path}")
        live = page.wait_for_function(shown, timeout=LIMIT).json_value()
    sent = served.sent
    memory = renderer_memory(page)
    page.wait_for_timeout(LATER)
    return {"live": live, "sent": sent, "memory": memory, "task": page.evaluate("window.longestTask ?? 0")}


def renderer_memory(page: Page) -> float:
    """MB that the page's process takes, 0 where the system does not tell."""
    session = page.context.browser.new_browser_cdp_session()  # type: ignore[union-attr]
    processes = session.send("SystemInfo.getProcessInfo")["processInfo"]
    found = [0.0]
    for process in processes:
        rollup = Path(f"/proc/{process['id']}/smaps_rollup")
        if process["type"] == "renderer" and rollup.exists():
            found += [
                int(line.split()[1]) / 1024 for line in rollup.read_text().splitlines() if line.startswith("Pss:")
            ]
    return max(found)


def visits(
    playwright: Playwright, served: Host, path: str, shown: str | None = None, *, again: bool = True
) -> dict[str, dict[str, float]]:
    """A first visit, and with `again` a repeat one, in a tab of its own."""
    found = {}
    with browser_of(playwright) as context:
        context.add_init_script(OBSERVE)
        for when in ("first", "repeat") if again else ("first",):
            page = context.new_page()
            time.sleep(SETTLE)
            found[when] = visit(page, served, path, shown)
            page.wait_for_timeout(REST)
            page.close()
    return found


def speeds(playwright: Playwright, served: Host) -> dict[str, float]:
    """Seconds for the same work after each kind of start."""
    told: list[float] = []
    found = {}
    with browser_of(playwright) as context:
        for kind in ("stock", "image"):
            page = context.new_page()
            page.on("console", lambda said: told.append(float(said.text.split()[1])) if "SPEED" in said.text else None)
            page.route("**/engine-*.py", lambda route: route.fulfill(body=ENGINE + WORK))
            if kind == "stock":
                page.route("**/image.zst", lambda route: route.fulfill(status=404))
            told.clear()
            visit(page, served, "site/index.html", FIRST_RESULT)
            started = page.evaluate("performance.getEntriesByName('engine-ready')[0].detail.start")
            if started != kind:
                raise RuntimeError(f"it started as {started}, not as {kind}")
            found[kind] = told[0]
            page.close()
    return found


def measure(playwright: Playwright, served: Host, loads: int, lines: list[int]) -> dict[str, Any]:
    """All figures, as lists over the loads."""
    runs: dict[str, list[float]] = {}
    for load in range(loads):
        for name in ("stock", "site"):
            for when, figures in visits(playwright, served, f"{name}/index.html").items():
                for what, value in figures.items():
                    runs.setdefault(f"{name} {when} {what}", []).append(value)
        for kind, seconds in speeds(playwright, served).items():
            runs.setdefault(f"{kind} work", []).append(seconds)
        for mbit in lines:
            served.line.mbit = mbit
            for name in ("stock", "site"):
                live = visits(playwright, served, f"{name}/index.html", again=False)["first"]["live"]
                runs.setdefault(f"{name} {mbit} live", []).append(live)
            served.line.mbit = None
        print(f"load {load + 1} of {loads}", file=sys.stderr)
    return runs


def report(runs: dict[str, list[float]], lines: list[int]) -> None:
    """Each ratio beside what is asked of it."""
    median = {name: statistics.median(values) for name, values in runs.items()}

    def ratio(above: str, below: str) -> float:
        return median[above] / median[below] if median[below] else 0

    asked = {5: 0.80, 10: 0.72, 20: 0.65, 50: 0.50}
    rows = [
        ("first visit", ratio("site first live", "stock first live"), 0.40),
        ("repeat visit", ratio("site repeat live", "stock repeat live"), 0.32),
        ("bytes until the first live result", ratio("site first sent", "stock first sent"), 0.80),
        *((f"first visit, {m} Mbit/s", ratio(f"site {m} live", f"stock {m} live"), asked.get(m, 1)) for m in lines),
        ("memory, first visit", ratio("site first memory", "stock first memory"), 1.1),
        ("memory, repeat visit", ratio("site repeat memory", "stock repeat memory"), 1.1),
        ("work after an image", ratio("image work", "stock work"), 1.05),
    ]
    print(f"{'':<40} ratio   at most")
    for what, value, limit in rows:
        print(f"{what:<40} {value:5.2f}   {limit:.2f}  {'ok' if value <= limit else 'MISSED'}")
    task = max(median["site first task"], median["site repeat task"])
    print(f"{'longest main-thread task (0: none of 50)':<40} {task:5.0f} ms  50    {'ok' if task < 50 else 'MISSED'}")
    for name, value in median.items():
        print(f"  {name:<24} {value:12.1f}")


def main() -> None:
    """Measure and print."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--loads", type=int, default=5)
    options.add_argument("--lines", type=int, nargs="*", default=[5, 10, 20, 50])
    options.add_argument("--json", type=Path, help="write every figure there")
    chosen = options.parse_args()
    with (
        tempfile.TemporaryDirectory() as folder,
        host(lay_out(Path(folder))) as served,
        sync_playwright() as playwright,
    ):
        threading.Thread(target=served.serve_forever, daemon=True).start()
        runs = measure(playwright, served, chosen.loads, chosen.lines)
        served.shutdown()
    report(runs, chosen.lines)
    if chosen.json:
        chosen.json.write_text(json.dumps(runs) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
