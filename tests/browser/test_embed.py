"""`<auto-diff>` in a page of somebody else, from another origin: what it shows, takes, tells and costs."""

import gzip
import itertools
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from pyautodiff.trace import trace
from tests.browser.hosting import START, Somebody, all_told, drawn
from tests.browser.tasks import tasks_of
from tests.browser.test_axe import AXE, RUN
from tests.browser.typeset import full
from tests.browser.words import Say

EXAMPLE = '<auto-diff id="e" x="0.5" chain="square exp square"></auto-diff>'
FAR = '<div style="height: 6000px"></div>'


def numbers(page: Page, place: int = 0) -> list[str]:
    """The two numbers in large type of an element."""
    return page.locator("auto-diff").nth(place).locator(".number").all_text_contents()


def expected(x: str, chain: str) -> list[str]:
    """The same from CPython."""
    told = trace(x, chain)
    variables = {variable["id"]: variable for variable in told["variables"]}
    y, dx = variables[told["outputs"][0]]["data"], variables[told["inputs"][0]]["grad"]
    return [full(y["data"][0]), full(dx["data"][0])]


def workers(page: Page) -> int:
    """How many workers live."""
    return len([worker for worker in page.workers if worker.url.startswith(("blob:", "data:"))])


def test_ten_elements_show_their_own_numbers_and_share_one_python(theirs: Somebody) -> None:
    cases = [
        (str(k / 10), chain)
        for k, chain in zip(range(1, 11), itertools.cycle(["square scale:3", "cube", "shift:1 square"]))
    ]
    page = theirs.open("".join(f'<auto-diff x="{x}" chain="{chain}" show="result"></auto-diff>' for x, chain in cases))
    all_told(page)
    for place, (x, chain) in enumerate(cases):
        assert numbers(page, place) == expected(x, chain)
    assert workers(page) == 1
    assert page.evaluate("performance.getEntriesByName('engine-ready').length") == 1


def test_nothing_heavy_is_loaded_before_the_first_comes_near(theirs: Somebody, site: Any, dist: Path) -> None:
    page = theirs.open(f"{FAR}{EXAMPLE}")
    page.wait_for_timeout(1000)
    asked = [urlsplit(url).path.removeprefix("/pyautodiff/") for url in theirs.requests if url.startswith(site.url)]
    assert asked
    assert all(path.endswith(".js") for path in asked)
    assert sum(len(gzip.compress((dist / path).read_bytes())) for path in asked) < 30_000
    assert page.evaluate("document.querySelector('auto-diff').dataset.engine") == "idle"
    page.evaluate("document.querySelector('auto-diff').scrollIntoView()")
    all_told(page)
    assert numbers(page) == expected("0.5", "square exp square")


def test_attributes_and_properties_change_it_and_events_tell(theirs: Somebody) -> None:
    page = theirs.open(EXAMPLE)
    all_told(page)
    page.evaluate("told.length = 0; e.setAttribute('x', '2'); e.chain = ['sin', 'pow:3']")
    page.wait_for_function("told.length")
    drawn(page)
    assert page.evaluate("[e.x, e.chain, e.step, e.y]") == ["2", "sin pow:3", None, ""]
    assert numbers(page) == expected("2", "sin pow:3")
    kind, name, detail = page.evaluate("told.at(-1)")
    assert (kind, name, detail["x"], detail["chain"]) == ("result", "e", "2", "sin pow:3")
    assert page.evaluate("told.length") == 1, "two changes at once are one question"
    page.evaluate("told.length = 0; e.x = [0, 0.5]; e.chain = 'square'")
    page.wait_for_function("told.length")
    assert page.evaluate("told[0][2].variables.at(-1).data.data") == [0, 0.25]
    page.evaluate("e.step = 1")
    expect(page.locator("auto-diff .sentence")).to_be_visible()
    page.evaluate("e.step = null")
    expect(page.locator("auto-diff .sentence")).to_have_count(0)


def test_bad_values_are_told_and_said_and_lose_nothing(theirs: Somebody, say: Say) -> None:
    page = theirs.open('<auto-diff id="e" show="graph" x="0.5" chain="square"></auto-diff>')
    all_told(page)
    page.evaluate("told.length = 0; e.x = 'seven'")
    page.wait_for_function("told.length")
    kind, _, detail = page.evaluate("told[0]")
    assert kind == "error"
    assert detail["where"] == "x"
    expect(page.locator("auto-diff").get_by_role("alert")).to_contain_text(detail["message"])
    assert page.evaluate("e.trace.x") == "0.5"
    page.evaluate("told.length = 0; e.x = '1'; e.setAttribute('range', '3,1')")
    page.wait_for_function("told.length > 1")
    assert {kind for kind, _, _ in page.evaluate("told")} == {"result", "error"}
    assert page.evaluate("told.find(([kind]) => kind === 'error')[2].kind") == "range-bad"


def test_taken_out_and_put_back_it_goes_on_with_the_same_python(theirs: Somebody) -> None:
    page = theirs.open(EXAMPLE)
    all_told(page)
    page.locator("auto-diff").get_by_role("textbox", name="Value of x", exact=True).fill("2")
    page.wait_for_function("e.trace.x === '2'")
    for _ in range(3):
        page.evaluate("globalThis.kept = e; kept.remove()")
        page.wait_for_timeout(50)
        page.evaluate("document.body.append(kept)")
        page.wait_for_function("kept.trace?.x === '2'")
    drawn(page)
    assert numbers(page) == expected("2", "square exp square")
    page.evaluate("after.before(kept)")
    assert page.evaluate("kept.trace.x") == "2", "moving it is not taking it out"
    assert page.evaluate("performance.getEntriesByName('engine-ready').length") == 1
    assert workers(page) == 1


def test_what_is_taken_out_for_good_is_let_go(theirs: Somebody) -> None:
    page = theirs.open(EXAMPLE)
    all_told(page)
    page.evaluate("globalThis.gone = new WeakRef(e.shadowRoot.querySelector('.auto-diff')); e.remove()")
    page.wait_for_timeout(1500)
    session = page.context.new_cdp_session(page)
    for _ in range(5):
        session.send("HeapProfiler.collectGarbage")
        page.wait_for_timeout(200)
        if page.evaluate("gone.deref() === undefined"):
            break
    assert page.evaluate("gone.deref() === undefined")


@pytest.mark.parametrize("width", [340, 600, 760, 1100])
def test_nothing_round_it_moves_when_it_is_drawn(theirs: Somebody, width: int) -> None:
    shows = ["x chain result graph steps", "graph steps", "result", "x result", "curve"]
    chains = ["sin", "square exp square", "sin exp cos tanh sigmoid"]
    body = "".join(f'<auto-diff chain="{chain}" show="{show}"></auto-diff>' for show in shows for chain in chains)
    options = {"width": width + 40, "height": 1200}
    page = theirs.open(body, style=f"body {{ inline-size: {width}px; margin: 0 20px }}", viewport=options)
    reserved = page.evaluate("[...document.querySelectorAll('auto-diff')].map((element) => element.offsetHeight)")
    page.set_viewport_size({"width": width + 40, "height": 14_000})
    all_told(page)
    page.wait_for_timeout(300)
    drawn = page.evaluate(
        "[...document.querySelectorAll('auto-diff')].map((e) => e.shadowRoot.querySelector('.auto-diff').offsetHeight)"
    )
    apart = [kept - taken for kept, taken in zip(reserved, drawn, strict=True)]
    assert max(apart) <= 16, "no gap below it"
    assert min(apart) >= -2, "nothing is pushed down"


def test_the_page_round_it_does_not_notice(theirs: Somebody, browser: Browser) -> None:
    kept = '<auto-diff style="display: block; min-block-size: 554px"></auto-diff>'
    with tasks_of(browser) as tasks:
        page = theirs.open(kept)
        all_told(page)
        page.wait_for_timeout(500)
    assert page.evaluate("shift") == 0
    assert 0 < tasks.longest < 50


def test_the_graph_follows_its_width_whatever_chain_it_began_with(theirs: Somebody) -> None:
    page = theirs.open('<auto-diff id="e" chain="sin exp" show="graph"></auto-diff>')
    all_told(page)
    expect(page.locator("auto-diff .graph.is-wide")).to_be_visible()
    page.set_viewport_size({"width": 420, "height": 900})
    expect(page.locator("auto-diff .graph.is-vertical")).to_be_visible()
    page.set_viewport_size({"width": 1000, "height": 900})
    expect(page.locator("auto-diff .graph.is-wide")).to_be_visible()


STYLED = """
* { letter-spacing: 3px; border-radius: 9px; box-sizing: content-box }
html { font-size: 31px; --ink: red; --sheet: red }
body { font: italic 20px serif; color: rgb(1, 2, 3); text-transform: uppercase; line-height: 3; text-align: right;
       word-spacing: 9px; direction: ltr; cursor: wait }
button, input, table, svg, p, h2 { all: unset; background: red !important; transform: rotate(3deg) }
.sheet, .graph, .chain, .number { display: none !important }
"""
LOOK = """(selector) => [...document.querySelector('auto-diff').shadowRoot.querySelectorAll(selector)].map((node) => {
  const { color, backgroundColor, fontFamily, fontSize, fontStyle, letterSpacing, wordSpacing, textTransform,
    textAlign, lineHeight, display, cursor, borderRadius, boxSizing } = getComputedStyle(node);
  return [node.tagName, Math.round(node.getBoundingClientRect().height), color, backgroundColor, fontFamily, fontSize,
    fontStyle, letterSpacing, wordSpacing, textTransform, textAlign, lineHeight, display, cursor, borderRadius,
    boxSizing];
})"""
EVERY = ".auto-diff, .auto-diff *:not(math *)"
THEIRS = """<h2>Heading</h2><button>Button</button> <input value="text"> <code>code</code>
<table><tr><td>Cell</td></tr></table><select><option>One</option></select>"""
HOST = """() => [document.documentElement, document.body,
    ...document.body.querySelectorAll('h1, h2, button, input, code, table, td, select, p')]
  .map((node) => {
    const style = getComputedStyle(node);
    const names = [...style].filter((name) => !/^--|height|block-size|perspective-origin|transform-origin/.test(name));
    return names.map((name) => `${name}: ${style[name]}`);
  })"""


def test_no_style_leaks_in(theirs: Somebody) -> None:
    plain = theirs.open(EXAMPLE, style="auto-diff { inline-size: 800px }")
    all_told(plain)
    styled = theirs.open(EXAMPLE, style=f"auto-diff {{ inline-size: 800px }} {STYLED}")
    all_told(styled)
    ours, there = plain.evaluate(LOOK, EVERY), styled.evaluate(LOOK, EVERY)
    assert len(ours) == len(there) > 100
    for ours_node, their_node in zip(ours, there, strict=True):
        assert their_node == ours_node


def test_no_style_leaks_out(theirs: Somebody) -> None:
    without = theirs.open(THEIRS, script=False)
    expected_styles = without.evaluate(HOST)
    page = theirs.open(THEIRS + EXAMPLE)
    all_told(page)
    assert page.evaluate(HOST) == expected_styles


def test_it_speaks_the_pages_language_and_wears_its_colours(theirs: Somebody, say: Say) -> None:
    page = theirs.open(
        f'{EXAMPLE}<auto-diff lang="ja" theme="light"></auto-diff>', style=":root { color-scheme: dark }", lang="ko"
    )
    all_told(page)
    roots = page.locator("auto-diff .auto-diff")
    assert roots.evaluate_all("roots => roots.map(({ lang, dataset }) => [lang, dataset.theme])") == [
        ["ko", "dark"],
        ["ja", "light"],
    ]
    expect(roots.nth(0)).to_contain_text(say("embed.open", lang="ko"))
    expect(roots.nth(1)).to_contain_text(say("embed.open", lang="ja"))
    page.evaluate("document.documentElement.style.colorScheme = 'light'; document.documentElement.lang = 'en'")
    expect(roots.nth(0)).to_contain_text(say("embed.open"))
    expect(roots.nth(0)).to_have_attribute("data-theme", "light")


def test_a_page_gives_colours_and_styles_parts(theirs: Somebody) -> None:
    style = "auto-diff { --auto-diff-forward: rgb(9, 8, 7) } auto-diff::part(sheet) { padding: 13px }"
    page = theirs.open(EXAMPLE, style=style)
    all_told(page)
    assert page.locator("auto-diff .answer.forward").evaluate("node => getComputedStyle(node).color") == "rgb(9, 8, 7)"
    assert page.locator("auto-diff .sheet").evaluate("node => getComputedStyle(node).padding") == "13px"


@pytest.mark.complains
def test_what_stands_inside_the_tag_stays_where_it_cannot_run(theirs: Somebody, site: Any) -> None:
    site.broken["mount-"] = 503
    page = theirs.open('<auto-diff id="e">y = 1.65</auto-diff>')
    page.wait_for_function("told.length")
    expect(page.get_by_text("y = 1.65")).to_be_visible()
    assert page.evaluate("told[0][2].where") == "engine"


@pytest.mark.complains
def test_it_says_why_python_is_not_there_and_tries_again(theirs: Somebody, site: Any, say: Say) -> None:
    site.broken["python/"] = 503
    page = theirs.open(EXAMPLE)
    expect(page.locator("auto-diff").get_by_role("alert")).to_contain_text(say("engine.failed"), timeout=START)
    assert page.evaluate("[e.dataset.engine, told.at(-1)[2].where]") == ["failed", "engine"]
    assert numbers(page) == expected("0.5", "square exp square"), "the worked example stays"
    site.broken.clear()
    page.locator("auto-diff").get_by_role("button", name=say("engine.retry")).click()
    all_told(page)


def test_keyboard_alone_suffices(theirs: Somebody) -> None:
    page = theirs.open(EXAMPLE)
    all_told(page)
    page.locator("auto-diff").get_by_role("button", name="Before anything runs").focus()
    page.keyboard.press("Enter")
    page.wait_for_function("e.step === 0")
    page.keyboard.press("ArrowRight")
    page.wait_for_function("e.step === 1")
    page.locator("auto-diff .chip-main").first.focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_function("e.shadowRoot.activeElement.closest('.chip').dataset.index === '1'")
    page.keyboard.press("Delete")
    page.wait_for_function("e.chain === 'square square'")
    page.wait_for_function("e.shadowRoot.activeElement.matches('.chip-main')")
    page.keyboard.press("Control+z")
    page.wait_for_function("e.chain === 'square exp square'")
    page.keyboard.press("Enter")
    expect(page.locator("auto-diff dialog[open]")).to_be_visible()


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1000])
def test_axe_finds_nothing(theirs: Somebody, theme: str, width: int) -> None:
    show = "x chain result graph steps code curve check table"
    body = f'<auto-diff theme="{theme}" show="{show}"></auto-diff>'
    page = theirs.open(body, viewport={"width": width, "height": 900})
    all_told(page)
    page.locator("auto-diff .curve").wait_for()
    page.evaluate(AXE.read_text(encoding="utf-8"))
    assert page.evaluate(RUN, None) == []
