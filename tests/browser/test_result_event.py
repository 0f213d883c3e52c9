"""What the page promises to programs: marks, the `result` event and a trace as the schema says."""

import json
from pathlib import Path
from typing import Any

import jsonschema  # type: ignore[import-untyped]
import pytest
from playwright.sync_api import expect

import pyautodiff
from pyautodiff.trace import trace
from tests.browser.explorer import Explorer

CASES = [
    ("0.5", "square exp square"),
    ("-1", "log square"),
    ("4", "exp square exp"),
    ("[[1, 2], [3, 4.5]]", "reciprocal pow:3 shift:-1"),
    ("0", "abs relu"),
    ("0.5", " ".join(["sin"] * 50)),
]


@pytest.fixture(scope="module")
def schema() -> Any:
    """Checks that something is a trace."""
    text = (Path(pyautodiff.__file__).parent / "trace.schema.json").read_text(encoding="utf-8")
    whole = json.loads(text)
    return jsonschema.Draft202012Validator({**whole, "anyOf": [{"$ref": "#/$defs/trace"}]})


@pytest.mark.parametrize(("x", "chain"), CASES)
def test_result_event_carries_a_trace_as_the_schema_says(explorer: Explorer, schema: Any, x: str, chain: str) -> None:
    explorer.answer_to("x=9&f=neg")
    told = explorer.answer_to(f"x={x}&f={chain.replace(' ', ',')}")
    schema.validate(told)
    assert told["chain"] == chain
    assert told["python"].startswith("3.14")
    expected = trace(x, chain)
    assert [v["id"] for v in told["variables"]] == [v["id"] for v in expected["variables"]]
    assert told["steps"][-1]["step"] == len(expected["steps"])
    assert told["flags"] == expected["flags"]


def test_result_event_bubbles_to_the_document(explorer: Explorer) -> None:
    explorer.page.evaluate(
        """globalThis.heard = [];
        document.addEventListener("result", ({ target }) => heard.push(target.id), { once: true });"""
    )
    explorer.answer_to("x=0.1&f=sin")
    assert explorer.page.evaluate("heard") == ["app"]


def test_a_bad_value_is_no_result(explorer: Explorer) -> None:
    explorer.open("x=nonsense")
    expect(explorer.page.get_by_role("alert")).to_be_visible()
    assert explorer.results() == []


def test_marks_say_when_the_engine_was_ready_and_the_first_result_there(explorer: Explorer) -> None:
    marks = explorer.page.evaluate("performance.getEntriesByType('mark').map(({ name }) => name)")
    assert marks.count("first-live-result") == 1
    assert "engine-ready" in marks
