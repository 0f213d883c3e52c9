"""How fast the standalone file is from the disk, beside the served page in the same run: medians of first visits.

    python build.py build
    .venv/bin/python tests/bench/bench_standalone.py [--loads 5] [--json FILE]

Every load has a browser of its own with nothing kept; the two take turns. Times in milliseconds from the start of the
navigation.
"""

import argparse
import json
import statistics
import sys
import threading
import time
from pathlib import Path
from typing import Any

from playwright.sync_api import Playwright, sync_playwright

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.bench.bench_start import FIRST_PAINT, LATER, OBSERVE, SETTLE, first_result
from tests.browser.standalone import FILE, standalone_url
from web.make.browser import launch_options
from web.make.paths import DIST
from web.make.serve import server
from web.make.standalone import LIMIT

RATIO = 1.5
"""What the first live result may take, the served page's being 1."""


def main() -> None:
    """Measure and print."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--loads", type=int, default=5)
    options.add_argument("--json", type=Path, help="write the figures there too")
    chosen = options.parse_args()
    with server(DIST) as running, sync_playwright() as playwright:
        threading.Thread(target=running.serve_forever, daemon=True).start()
        pages = {"served": f"http://127.0.0.1:{running.server_port}/", "standalone": standalone_url()}
        figures = measure(playwright, pages, chosen.loads)
        running.shutdown()
    report(figures)
    if chosen.json:
        chosen.json.write_text(json.dumps(figures) + "\n", encoding="utf-8")


def measure(playwright: Playwright, pages: dict[str, str], loads: int) -> dict[str, Any]:
    """Load both in turn; medians over the loads, the ratio of those, and every single figure."""
    runs: dict[str, dict[str, list[float]]] = {name: {"paint": [], "live": [], "task": []} for name in pages}
    for load in range(loads):
        for name, address in pages.items():
            browser = playwright.chromium.launch(**launch_options())
            page = browser.new_page()
            page.add_init_script(OBSERVE)
            time.sleep(SETTLE)
            runs[name]["live"].append(first_result(page, address))
            page.wait_for_timeout(LATER)
            runs[name]["paint"].append(page.evaluate(FIRST_PAINT))
            runs[name]["task"].append(page.evaluate("longestTask"))
            browser.close()
        print(f"load {load + 1} of {loads}", file=sys.stderr)
    medians = {name: {what: statistics.median(times) for what, times in of.items()} for name, of in runs.items()}
    ratio = medians["standalone"]["live"] / medians["served"]["live"]
    return {"medians": medians, "ratio": ratio, "bytes": FILE.stat().st_size, "runs": runs}


def report(figures: dict[str, Any]) -> None:
    """A table beside what is asked."""
    for name, of in figures["medians"].items():
        print(f"{name:<12} first paint {of['paint']:6.0f} ms   first live result {of['live']:6.0f} ms   ", end="")
        print(f"longest task {of['task']:4.0f} ms")
    rows = (
        ("first live result, standalone / served", figures["ratio"], RATIO),
        ("size, MB", figures["bytes"] / 1e6, LIMIT / 1e6),
    )
    for what, found, limit in rows:
        print(f"{what:<40} {found:6.2f} (at most {limit:g}) {'ok' if found <= limit else 'MISSED'}")


if __name__ == "__main__":
    main()
