"""How soon the first number of NumPy is there, beside JupyterLite and marimo: medians of the page's own clock.

    python build.py build
    .venv/bin/python tests/bench/bench_peers.py [--loads 5]

The peers come from PyPI (`peers.txt`), are built into `.cache/peers` with the Pyodide and the NumPy that the site has,
and work out one number by themselves: JupyterLite in its REPL, marimo in a notebook exported as a page that runs it.
What they would fetch from other hosts lies beside them; the three take turns at the same host.
"""

import argparse
import shutil
import statistics
import sys
import threading
import venv
from pathlib import Path

from playwright.sync_api import sync_playwright

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.bench import peer_jupyterlite, peer_marimo
from tests.bench.bench_kinds import visits
from tests.bench.bench_start import FIRST_RESULT
from tests.bench.line import host
from web.make.environment import PIP
from web.make.paths import CACHE, DIST, venv_program
from web.make.progress import run

PEERS = CACHE / "peers"
TOOLS = PEERS / "venv"
SITE = PEERS / "site"
PAGES = {
    "site": ("site/index.html", FIRST_RESULT),
    "JupyterLite": (f"lite/{peer_jupyterlite.PAGE}", peer_jupyterlite.SHOWN),
    "marimo": (f"marimo/{peer_marimo.PAGE}", peer_marimo.SHOWN),
}


def build() -> None:
    """Make `.cache/peers/site`: the peers, and the site beside them."""
    shutil.rmtree(PEERS, ignore_errors=True)
    venv.create(TOOLS, with_pip=True)
    lock = Path(__file__).with_name("peers.txt")
    install = [venv_program("python", TOOLS), *PIP[1:], "install", "--require-hashes", "-r", lock]
    run(install, "JupyterLite and marimo could not be installed.", [])
    peer_jupyterlite.build(TOOLS, PEERS / "jupyterlite", SITE / "lite")
    peer_marimo.build(TOOLS, PEERS / "marimo", SITE / "marimo")
    shutil.copytree(DIST, SITE / "site")


def report(runs: dict[str, list[dict[str, dict[str, float]]]]) -> None:
    """Medians of each page, and how the site's compares with each peer's."""
    for when in ("first", "repeat"):
        live = {name: statistics.median(each[when]["live"] for each in found) for name, found in runs.items()}
        sent = {name: statistics.median(each[when]["sent"] for each in found) for name, found in runs.items()}
        for name in runs:
            ratio = "" if name == "site" else f"  site/{name} {live['site'] / live[name]:.3f}"
            print(f"{when:7} {name:12} {live[name]:7.0f} ms  {sent[name] / 1e6:6.2f} MB{ratio}")


def main() -> None:
    """Build, measure and print."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--loads", type=int, default=5)
    loads: int = options.parse_args().loads
    build()
    runs: dict[str, list[dict[str, dict[str, float]]]] = {name: [] for name in PAGES}
    with host(SITE) as served, sync_playwright() as playwright:
        threading.Thread(target=served.serve_forever, daemon=True).start()
        for load in range(loads):
            for name, (path, shown) in PAGES.items():
                runs[name].append(visits(playwright, served, path, shown))
            print(f"load {load + 1} of {loads}", file=sys.stderr)
        served.shutdown()
    report(runs)


if __name__ == "__main__":
    main()
