"""The schema: sound in itself, and true of every trace, error and catalogue."""

import json
from functools import cache
from importlib.resources import files
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from pyautodiff import Function, Variable
from pyautodiff.functions import FUNCTIONS
from pyautodiff.trace import answer, catalogue, trace, trace_of

SCHEMA = json.loads(files("pyautodiff").joinpath("trace.schema.json").read_text("utf-8"))
CHAINS = st.lists(st.sampled_from(list(FUNCTIONS)), min_size=1, max_size=8).map(" ".join)
POINTS = ["0.5", "0", "-1", "-0.0", "inf", "-inf", "nan", "1e308", "1e-310", "800", "-800"]


@cache
def validator(name: str) -> Draft202012Validator:
    return Draft202012Validator({**SCHEMA, "anyOf": [{"$ref": f"#/$defs/{name}"}]})


def validate(told: Any, name: str) -> None:
    validator(name).validate(told)


def asked(x: str, chain: str, **more: Any) -> dict[str, Any]:
    request = {"version": 1, "x": x, "chain": chain, "parts": ["curve", "check"], **more}
    validate(request, "request")
    return json.loads(answer(json.dumps(request)))


def test_schema_is_sound() -> None:
    Draft202012Validator.check_schema(SCHEMA)


def test_catalogue_is_as_described() -> None:
    validate(catalogue(), "catalogue")


@pytest.mark.parametrize("x", POINTS)
@pytest.mark.parametrize("name", FUNCTIONS)
def test_trace_of_every_function_at_every_kind_of_point_is_as_described(name: str, x: str) -> None:
    validate(asked(x, name), "trace")


@pytest.mark.parametrize("x", ["[0, 0.5, 1]", "[[1, -2], [nan, inf]]", "[2]", f"[{'0.5,' * 1001}]"])
def test_trace_of_an_array_is_as_described(x: str) -> None:
    validate(asked(x, "square exp log"), "trace")


@pytest.mark.parametrize("length", [1, 3, 50])
def test_trace_of_a_long_chain_is_as_described(length: int) -> None:
    validate(asked("0.5", "sin " * length), "trace")


@settings(derandomize=True, deadline=None, max_examples=60)
@given(CHAINS, st.floats(width=16))
def test_trace_of_any_chain_is_as_described(chain: str, x: float) -> None:
    validate(asked(repr(x), chain, parts=["check"]), "trace")


def test_trace_of_any_graph_is_as_described() -> None:
    class Halves(Function):
        def forward(self, x: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
            return x / 2, x - x / 2

        def backward(self, *gys: np.ndarray) -> np.ndarray:
            return gys[0] / 2 + gys[1] / 2

    x0, x1 = Variable(np.array([1.0, 2.0])), Variable(np.array(3.0))
    half, _ = Halves()(x0 * x1)
    validate(trace_of(half * half + 1.0, {"w": x0, "x": x1}, eps=1e-4), "trace")
    validate(trace_of(x0), "trace")


@pytest.mark.parametrize(
    "request_text",
    [
        "",
        "{}",
        '{"x": "", "chain": "sin"}',
        '{"x": "0,5", "chain": "sin"}',
        '{"x": "a", "chain": "sin"}',
        '{"x": "[1,[2]]", "chain": "sin"}',
        '{"x": "1/0", "chain": "sin"}',
        f'{{"x": "{"(" * 99}", "chain": "sin"}}',
        f'{{"x": "{"1" * 10_001}", "chain": "sin"}}',
        f'{{"x": "[{"0," * 4000}1]", "chain": "{"sin " * 50}"}}',
        '{"x": "1", "chain": ""}',
        '{"x": "1", "chain": "sine"}',
        '{"x": "1", "chain": "sin:1"}',
        '{"x": "1", "chain": "pow:x"}',
        f'{{"x": "1", "chain": "{"sin " * 1001}"}}',
        '{"x": "1", "chain": "sin", "range": [1, 0]}',
        '{"x": "1", "chain": "sin", "eps": 0}',
    ],
)
def test_error_is_as_described(request_text: str) -> None:
    validate(json.loads(answer(request_text)), "error")


def test_trace_for_python_is_the_answer() -> None:
    assert trace("0.5", "square exp", parts=["curve", "check"]) == asked("0.5", "square exp")
