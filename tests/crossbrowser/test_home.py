"""The home page in every browser: CPython's numbers, the steps, what a visitor changes, and the languages."""

from typing import Any

import pytest

from pyautodiff.trace import trace
from tests.browser.conftest import Site
from tests.browser.typeset import full
from tests.browser.words import Say
from tests.crossbrowser.driving import Driven, button, wait_for

NUMBERS = "[...document.querySelectorAll('output.number')].map((number) => number.textContent)"
X = "document.querySelector('#x')"
STEP = "document.querySelector('.step-count').textContent"


def expected(x: str, chain: str) -> list[str]:
    """y and dy/dx as CPython has them, set as the page sets them."""
    return numbers_of(trace(x, chain))


def numbers_of(told: dict[str, Any]) -> list[str]:
    """y and dy/dx of a trace, set as the page sets them."""
    variables = {variable["id"]: variable for variable in told["variables"]}
    y, dx = variables[told["outputs"][0]]["data"], variables[told["inputs"][0]]["grad"]
    return [full(y["data"][0]), full(dx["data"][0])]


def shows(page: Driven, x: str, chain: str) -> None:
    """The page comes to show the numbers of that x and chain."""
    wait_for(page, f"{NUMBERS}.join() === {','.join(expected(x, chain))!r}")


@pytest.mark.parametrize(
    ("x", "chain"), [("0.5", "square exp square"), ("-1.3", "sin pow:3 tanh"), ("2", "log sigmoid")]
)
def test_numbers_are_those_of_cpython(home: Driven, x: str, chain: str) -> None:
    home.evaluate(f"location.hash = 'lang=en&x={x}&f={chain.replace(' ', ',')}'")
    shows(home, x, chain)


def test_nothing_is_asked_of_anybody_else(home: Driven, site: Site) -> None:
    asked = home.evaluate("performance.getEntriesByType('resource').map(({ name }) => name)")
    assert asked
    assert [url for url in asked if not url.startswith((site.url, "data:", "blob:"))] == []


def test_the_steps_go_forward_and_back(home: Driven) -> None:
    home.click(button("Before anything runs"))
    wait_for(home, f"{STEP} === '0/7'")
    wait_for(home, f"{NUMBERS}.join() === 'not yet,None'")
    for step in (1, 2, 3):
        home.click(button("One step forward"))
        wait_for(home, f"{STEP} === '{step}/7'")
    wait_for(home, f"{NUMBERS}.join() === '1.648721270700128,None'")
    home.click(button("One step back"))
    wait_for(home, f"{STEP} === '2/7'")
    home.press("document.querySelector('.sheet input[type=range][max=\"7\"]')", "ArrowRight")
    wait_for(home, f"{STEP} === '3/7'")
    home.click(button("Everything has run"))
    shows(home, "0.5", "square exp square")


def test_x_is_typed_and_explained_where_it_cannot_be(home: Driven) -> None:
    home.enter(X, "1.25")
    shows(home, "1.25", "square exp square")
    home.enter(X, "one")
    wait_for(home, f"{X}.getAttribute('aria-invalid') === 'true'")
    assert home.evaluate(NUMBERS) == expected("1.25", "square exp square"), "the last good numbers stay"


def test_the_slider_moves_x(home: Driven) -> None:
    home.press("document.querySelector('input.range')", "ArrowRight")
    wait_for(home, f"{X}.value === '0.51'")
    shows(home, "0.51", "square exp square")


def test_the_chain_is_changed_and_the_change_undone(home: Driven) -> None:
    home.click(button("Remove exp"))
    shows(home, "0.5", "square square")
    home.click(button("Add a function"))
    wait_for(home, "document.querySelector('dialog[open] input[type=search]') === document.activeElement")
    home.enter("document.activeElement", "tanh")
    home.press("document.activeElement", "Enter")
    shows(home, "0.5", "square square tanh")
    home.click(button("Undo"))
    shows(home, "0.5", "square square")


@pytest.mark.parametrize("lang", ["ko", "ja"])
def test_the_language_is_switched(home: Driven, say: Say, lang: str) -> None:
    home.evaluate(
        f"""(() => {{
          const select = document.querySelector('#language');
          select.value = '{lang}';
          select.dispatchEvent(new Event('change', {{ bubbles: true }}));
        }})()"""
    )
    wait_for(home, f"document.documentElement.lang === '{lang}'")
    wait_for(home, button(say("chain.add", lang=lang)))
    assert home.evaluate(NUMBERS) == expected("0.5", "square exp square")


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_nothing_runs_out_of_the_page(home: Driven, theme: str, width: int) -> None:
    home.resize(width, 800)
    home.evaluate(f"location.hash = 'lang=ko&theme={theme}'")
    wait_for(home, f"document.documentElement.dataset.theme === '{theme}'")
    wait_for(home, "document.documentElement.scrollWidth <= innerWidth")
    assert home.evaluate("document.querySelectorAll('.sheet svg .node').length") == 7


def test_the_curve_and_the_check_are_drawn(home: Driven) -> None:
    wait_for(home, "document.querySelector('.curve path')?.getTotalLength() > 100")
    wait_for(home, "document.querySelectorAll('.check-table tr').length > 3")


def test_maths_is_set_as_maths(home: Driven) -> None:
    told = home.evaluate(
        """(() => {
          const [base, above] = document.querySelector(".chip-formula msup").children;
          const [over, under] = document.querySelector(".answer.backward mfrac").children;
          const box = (node) => node.getBoundingClientRect();
          const size = (node) => Number.parseFloat(getComputedStyle(node).fontSize);
          return { raised: box(base).bottom - box(above).bottom, smaller: size(above) / size(base),
            below: box(under).top - box(over).top };
        })()"""
    )
    assert told["raised"] > 2
    assert told["smaller"] < 0.95
    assert told["below"] > 8
