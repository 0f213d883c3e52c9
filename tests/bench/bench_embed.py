"""What embeds cost: ten on a page beside one, in the same run; medians of loads that have kept nothing.

    python build.py build
    .venv/bin/python tests/bench/bench_embed.py [--loads 5]

A page of another origin holds the elements; times are from the start of its navigation to the first result of the last
one. Memory is that of the page's process (PSS, where the system tells it). All ten are on the screen at once.
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

from tests.bench.bench_kinds import renderer_memory
from tests.bench.bench_start import LATER, LIMIT, SETTLE, TOLD
from web.make.browser import launch_options
from web.make.paths import DIST
from web.make.serve import server

HEIGHT = 560
PAGE = """<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,">
<script>
  let answered = 0;
  globalThis.longest = 0;
  addEventListener("result", () => {{
    answered += 1;
    if (answered === {count}) console.info("{told}", performance.now());
  }});
  new PerformanceObserver((list) => {{
    for (const {{ duration }} of list.getEntries()) longest = Math.max(longest, duration);
  }}).observe({{ type: "longtask", buffered: true }});
</script>
<script type="module" src="{site}embed.js"></script>
{elements}
"""


def load(playwright: Playwright, count: int, folder: Path, site: str, host: str) -> tuple[float, float, float]:
    """Milliseconds to the last one's first result, MB, and the longest task of the page's main thread."""
    style = f"display: block; min-block-size: {HEIGHT}px"
    elements = "".join(
        f'<auto-diff x="{place / 10}" chain="square exp square" style="{style}"></auto-diff>' for place in range(count)
    )
    (folder / "index.html").write_text(
        PAGE.format(count=count, told=TOLD.strip(), site=site, elements=elements), encoding="utf-8"
    )
    browser = playwright.chromium.launch(**launch_options())
    page = browser.new_page(viewport={"width": 1000, "height": HEIGHT * 10 + 400})
    time.sleep(SETTLE)
    with page.expect_console_message(lambda said: said.text.startswith(TOLD), timeout=LIMIT) as told:
        page.goto(f"{host}index.html")
    last = float(told.value.text.removeprefix(TOLD))
    memory = renderer_memory(page)
    page.wait_for_timeout(LATER)
    longest: float = page.evaluate("longest")
    browser.close()
    return last, memory, longest


def main() -> None:
    """Measure and print."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--loads", type=int, default=5)
    chosen = options.parse_args()
    runs: dict[int, list[tuple[float, float, float]]] = {1: [], 10: []}
    with (
        tempfile.TemporaryDirectory() as folder,
        server(DIST) as ours,
        server(Path(folder)) as theirs,
        sync_playwright() as playwright,
    ):
        for running in (ours, theirs):
            threading.Thread(target=running.serve_forever, daemon=True).start()
        site, host = (
            f"http://{name}:{running.server_port}/" for name, running in (("127.0.0.1", ours), ("localhost", theirs))
        )
        for _ in range(chosen.loads):
            for count, found in runs.items():
                found.append(load(playwright, count, Path(folder), site, host))
        for running in (ours, theirs):
            running.shutdown()
    one, ten = ([statistics.median(values) for values in zip(*runs[count], strict=True)] for count in (1, 10))
    print(f"one embed: {one[0]:.0f} ms, {one[1]:.0f} MB; ten: {ten[0]:.0f} ms, {ten[1]:.0f} MB")
    rows = [
        ("last of ten / one: first result", ten[0] / one[0], 1.2),
        ("ten / one: memory", ten[1] / one[1] if one[1] else 0, 1.5),
        ("longest task of the page, one embed, ms (0: none of 50)", one[2], 50),
        ("longest task of the page, ten embeds, ms", ten[2], 50),
    ]
    for what, value, limit in rows:
        print(f"{what:<60} {value:8.2f}  (at most {limit})  {'ok' if value <= limit else 'MISSED'}")


if __name__ == "__main__":
    main()
