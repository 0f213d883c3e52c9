"""How quickly Python starts in Firefox and WebKitGTK, beside a stock page in the same run: ratios of medians.

    python build.py build
    .venv/bin/python tests/bench/bench_browsers.py [--loads 5]

Each load is a browser that has kept nothing: a first visit, and a second one. `bench_kinds.py` does it for Chromium.
"""

import argparse
import statistics
import sys
import tempfile
import threading
import time
from pathlib import Path

from playwright.sync_api import Playwright, sync_playwright

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.bench.bench_start import FIRST_RESULT, lay_out
from tests.bench.line import host
from tests.crossbrowser.conftest import PAGES
from tests.crossbrowser.driving import START, wait_for
from web.make.progress import BuildError

REST = 3
"""Seconds after which all of Python is there too."""


def visits(playwright: Playwright, browser: str, address: str) -> tuple[float, float]:
    """Milliseconds to the first result of a first and of a second visit."""
    page = PAGES[browser](playwright)
    found = []
    for number in range(2):
        if number:
            page.another_tab()
        page.open(address)
        wait_for(page, FIRST_RESULT, START)
        found.append(float(page.evaluate(FIRST_RESULT)))
        time.sleep(REST)
    page.close()
    return found[0], found[1]


def main() -> None:
    """Measure and print."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--loads", type=int, default=5)
    loads: int = options.parse_args().loads
    with (
        tempfile.TemporaryDirectory() as folder,
        host(lay_out(Path(folder))) as served,
        sync_playwright() as playwright,
    ):
        threading.Thread(target=served.serve_forever, daemon=True).start()
        for browser in PAGES:
            runs: dict[str, list[tuple[float, float]]] = {"stock": [], "site": []}
            try:
                for _ in range(loads):
                    for name, found in runs.items():
                        found.append(visits(playwright, browser, f"{served.url}{name}/index.html"))
            except BuildError as absent:
                print(f"{browser}: {absent.what}")
                continue
            for visit, what in enumerate(("first", "second")):
                stock, site = (statistics.median(run[visit] for run in runs[name]) for name in ("stock", "site"))
                print(f"{browser:<8} {what:<7} {site / stock:5.2f}   site {site:6.0f} ms   stock {stock:6.0f} ms")
        served.shutdown()


if __name__ == "__main__":
    main()
