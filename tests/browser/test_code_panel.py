"""The code is CPython's, the line of the step is marked, and what is taken along prints the same numbers."""

import json
import random
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, expect

from pyautodiff.functions import FUNCTIONS
from tests.browser.beside import ULPS, Told, address_of, answered, computed, data_of, grad_of
from tests.browser.explorer import Explorer
from tests.browser.test_numbers import random_word
from tests.browser.words import Say
from web.make.paths import ROOT

NAMES = {"by-hand": "By hand", "automatic": "Automatic", "library": "backward()"}
TWICE = "(x**2 + 1) * sin(x)"


def panel(explorer: Explorer) -> Locator:
    """The part of the page that shows the code."""
    return explorer.page.get_by_role("region", name="The code")


def lines(explorer: Explorer) -> Locator:
    """The lines of the code."""
    return panel(explorer).get_by_role("listitem")


def choose(explorer: Explorer, style: str) -> None:
    """Ask for a way to write it."""
    choice = panel(explorer).get_by_role("button", name=NAMES[style], exact=True)
    choice.click()
    expect(choice).to_have_attribute("aria-pressed", "true")


def texts(script: Told) -> list[str]:
    """The lines as the page has them: an empty one holds a space."""
    return [line or " " for line in script["lines"]]


def downloaded(explorer: Explorer, kind: str) -> str:
    """What the visitor gets as a file."""
    with explorer.page.expect_download() as caught:
        panel(explorer).get_by_role("button", name=f".{kind}", exact=True).click()
    assert caught.value.suggested_filename == f"pyautodiff.{kind}"
    return Path(caught.value.path()).read_text(encoding="utf-8")


def printed(script: str) -> list[Any]:
    """What a script prints when CPython runs it."""
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", script],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, f"{script}\n{done.stderr}"
    return [json.loads(line.replace("nan", "NaN").replace("inf", "Infinity")) for line in done.stdout.splitlines()]


def nested(array: dict[str, Any]) -> Any:
    """The elements of an array as lists in lists."""
    values = [float(value) for value in array["data"]]
    for length in reversed(array["shape"][1:]):
        values = [values[at : at + length] for at in range(0, len(values), length)]  # type: ignore[misc]
    return values if array["shape"] else values[0]


def numbers_of(told: Told) -> list[Any]:
    """What its script should print: y, then the gradient of each input."""
    by = {v["id"]: v for v in told["variables"]}
    return [nested(by[told["outputs"][0]]["data"]), *(nested(by[name]["grad"]) for name in told["inputs"])]


@pytest.mark.parametrize("style", NAMES)
@pytest.mark.parametrize("of", [{"chain": "square exp square"}, {"expression": TWICE}])
def test_code_is_that_of_cpython_and_the_lines_of_each_step_are_marked(
    explorer: Explorer, style: str, of: dict[str, str]
) -> None:
    told = computed("0.5", parts={"code"}, **of)
    script = told["code"][style]
    choose(explorer, style)
    for step in (None, *range(len(told["steps"]) + 1)):
        explorer.open(f"{address_of('0.5', **of)}&code={style}{'' if step is None else f'&step={step}'}")
        expect(lines(explorer)).to_have_text(texts(script), use_inner_text=False)
        expected = [] if step is None else script["steps"].get(str(step), [])
        marked = panel(explorer).locator("[aria-current=step]")
        expect(marked).to_have_text([script["lines"][line - 1] for line in expected])


def test_code_of_the_library_is_the_very_file(explorer: Explorer, say: Say) -> None:
    choose(explorer, "library")
    script = computed("0.5", chain="square exp square", parts={"code"})["code"]["library"]
    expect(panel(explorer).get_by_text(say("code.from", script["file"]))).to_be_visible()
    source = (ROOT / script["file"]).read_text(encoding="utf-8").splitlines()
    first = script["first"] - 1
    shown = [text.strip(" ") for text in lines(explorer).all_text_contents()]
    assert shown == [line.strip(" ") for line in source[first : first + len(shown)]]


@pytest.mark.parametrize("style", ["by-hand", "automatic"])
def test_code_is_copied_as_it_stands(explorer: Explorer, style: str) -> None:
    choose(explorer, style)
    script = computed("0.5", chain="square exp square", parts={"code"})["code"][style]
    panel(explorer).get_by_role("button", name="Copy").click()
    expect(explorer.page.get_by_role("status").filter(has_text="Copied")).to_be_visible()
    assert explorer.page.evaluate("navigator.clipboard.readText()") == "\n".join(script["lines"]) + "\n"


@pytest.mark.parametrize("style", ["by-hand", "automatic"])
def test_downloaded_script_prints_the_numbers_on_screen(explorer: Explorer, style: str) -> None:
    rng = random.Random(7)  # noqa: S311
    cases: list[tuple[str | dict[str, str], dict[str, str]]] = [
        (f"{rng.uniform(0.1, 3):.3f}", {"chain": " ".join(random_word(rng, list(FUNCTIONS)) for _ in range(count))})
        for count in (1, 2, 3, 5, 8)
    ]
    cases += [
        ("[0.25, -1, 3]", {"chain": "square exp"}),
        ("[[1, 2], [3, 4.5]]", {"chain": "reciprocal scale:-2"}),
        ("0.5", {"expression": TWICE}),
        ({"x0": "1", "x1": "-2.5", "x2": "0.1"}, {"expression": "x0 * x1 - exp(x2) / x0"}),
    ]
    scripts, expected = [], []
    for x, of in cases:
        told = answered(explorer, x, more=f"&code={style}", **of)
        script = computed(x, parts={"code"}, **of)["code"][style]
        expect(lines(explorer)).to_have_text(texts(script), use_inner_text=False)
        scripts.append(downloaded(explorer, "py"))
        expected.append(numbers_of(told))
    with ThreadPoolExecutor(2) as pool:
        for script, numbers, shown in zip(scripts, pool.map(printed, scripts), expected, strict=True):
            assert len(numbers) == len(shown), script
            for got, wanted in zip(numbers, shown, strict=True):
                assert flat(got) == pytest.approx(flat(wanted), rel=ULPS, nan_ok=True), script


def flat(value: Any) -> list[float]:
    """All numbers in lists in lists."""
    return [number for part in value for number in flat(part)] if isinstance(value, list) else [float(value)]


def test_downloaded_notebook_prints_the_numbers_on_screen(explorer: Explorer) -> None:
    told = answered(explorer, "0.7", chain="square reciprocal scale:3")
    script = computed("0.7", chain="square reciprocal scale:3", parts={"code"})["code"]["by-hand"]
    expect(lines(explorer)).to_have_text(texts(script), use_inner_text=False)
    notebook = json.loads(downloaded(explorer, "ipynb"))
    assert (notebook["nbformat"], notebook["metadata"]["kernelspec"]["language"]) == (4, "python")
    cells = ["".join(cell["source"]) for cell in notebook["cells"] if cell["cell_type"] == "code"]
    assert all(isinstance(line, str) for cell in notebook["cells"] for line in cell["source"])
    assert printed("\n".join(cells)) == [data_of(told, "y")[0], grad_of(told, "x")[0]]
