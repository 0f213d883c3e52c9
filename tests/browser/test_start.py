"""Python starting: what is told meanwhile, what a visitor does meanwhile, and what is said when it does not come."""

import gzip
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from pyautodiff.trace import trace
from tests.browser.explorer import START, Explorer
from tests.browser.tasks import tasks_of
from tests.browser.typeset import full
from tests.browser.words import Say

NewPage = Callable[..., Page]


class Gate:
    """Holds back what is asked for until it is opened."""

    def __init__(self) -> None:
        self.held: list[Route] = []

    def __call__(self, route: Route) -> None:
        self.held.append(route)

    def open(self) -> None:
        """Let everything through."""
        for route in self.held:
            route.continue_()


def y_of(x: str, chain: str) -> str:
    """The headline that belongs to a state."""
    return full(trace(x, chain)["variables"][-1]["data"]["data"][0])


def test_no_task_of_a_start_is_long(browser: Browser, new_page: NewPage, site: Any) -> None:
    with tasks_of(browser) as tasks:
        page = new_page()
        page.goto(site.url)
        page.wait_for_function("performance.getEntriesByName('first-live-result').length > 0", timeout=START)
    assert 0 < tasks.longest < 50


@pytest.mark.complains
@pytest.mark.parametrize("lang", ["en", "ko"])
def test_lost_connection_is_told_with_a_way_to_try_again(new_page: NewPage, site: Any, say: Say, lang: str) -> None:
    page = new_page(locale=lang)
    page.route("**/*.wasm", lambda route: route.abort("internetdisconnected"))
    page.goto(site.url)
    alert = page.get_by_role("alert")
    expect(alert).to_contain_text(say("engine.failed", lang=lang), timeout=START)
    expect(alert).to_contain_text(say("engine.causes.download", {"url": "pyodide.asm.wasm"}, lang=lang))
    expect(alert.get_by_role("button", name=say("engine.retry", lang=lang))).to_be_visible()


@pytest.mark.complains
def test_start_that_hangs_is_told(new_page: NewPage, site: Any, say: Say) -> None:
    page = new_page()
    page.clock.install()
    page.route("**/python/**", Gate())
    page.goto(site.url)
    expect(page.get_by_role("status").filter(has_text="Python is starting…")).to_be_visible()
    page.clock.fast_forward(80_000)
    expect(page.get_by_role("alert")).to_have_count(0)
    page.clock.fast_forward(20_000)
    expect(page.get_by_role("alert")).to_contain_text(say("engine.causes.timeout", {"seconds": 90}))
    expect(page.get_by_role("button", name="Try again")).to_be_visible()


def test_what_is_changed_before_python_is_there_is_kept_and_answered(new_page: NewPage, site: Any, say: Say) -> None:
    explorer = Explorer(new_page(), site.url)
    page, gate = explorer.page, Gate()
    page.route("**/*.wasm", gate)
    page.goto(site.url)
    expect(page.get_by_role("status").filter(has_text="Python is starting…")).to_be_visible()
    for x in ("7", "8", "1.5"):
        explorer.x.fill(x)
    explorer.button("Remove exp").click()
    kept = page.get_by_text(say("engine.waiting"))
    expect(kept.first).to_be_visible()
    expect(explorer.y).to_have_text("1.648721270700128")
    expect(explorer.x).to_have_value("1.5")
    gate.open()
    explorer.wait_until_ready()
    expect(explorer.y).to_have_text(y_of("1.5", "square square"))
    expect(kept.filter(visible=True)).to_have_count(0)
    assert len(explorer.results()) == 1, "only the newest request is answered"


def test_what_the_address_asks_for_is_answered_once_python_is_there(explorer: Explorer) -> None:
    page = explorer.page
    page.goto("about:blank")
    explorer.start("x=0.25&f=sin,exp")
    expect(explorer.y).to_have_text(y_of("0.25", "sin exp"))
    assert len(explorer.results()) == 1


@pytest.mark.complains
def test_input_is_kept_when_python_dies_and_answered_when_it_is_back(explorer: Explorer, say: Say) -> None:
    explorer.x.fill("0.75")
    expect(explorer.y).to_have_text(y_of("0.75", "square exp square"))
    explorer.page.workers[0].evaluate("setTimeout(() => { throw new Error('out of luck') })")
    alert = explorer.page.get_by_role("alert")
    expect(alert).to_contain_text("out of luck")
    explorer.x.fill("1.25")
    expect(explorer.y).to_have_text(y_of("0.75", "square exp square"))
    explorer.button("Try again").click()
    explorer.wait_until_ready()
    expect(explorer.y).to_have_text(y_of("1.25", "square exp square"))
    expect(explorer.page.get_by_role("alert")).to_have_count(0)


def test_the_scripts_of_a_first_load_are_light(dist: Path) -> None:
    page = (dist / "index.html").read_text(encoding="utf-8")
    scripts = {path for path in re.findall(r'(?:src|href)="\./([^"]+\.js)"', page) if not path.startswith("python/")}
    assert scripts
    assert sum(len(gzip.compress((dist / path).read_bytes())) for path in scripts) <= 150_000
