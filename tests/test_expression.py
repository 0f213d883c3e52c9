"""Expressions computed: as NumPy computes the same text, with gradients that differences confirm, told as any graph."""

# ruff: noqa: S105 - a pass is no password

import json
import re
from typing import Any

import numpy as np
import pytest
from hypothesis import Phase, assume, given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from pyautodiff import Variable, numerical_diff
from pyautodiff.arrays import from_plain
from pyautodiff.expression_text import parse_expression
from pyautodiff.faults import Fault
from pyautodiff.functions import FUNCTIONS
from pyautodiff.trace import answer, trace
from tests.test_schema import validate
from tests.test_script import run_script

NO_SHRINKING = [phase for phase in Phase if phase is not Phase.shrink]
PARTS = ["curve", "check", "code", "second"]
NUMBERS = ["2", "3", "0.5", "1.25", "pi", "e"]
SMOOTH = ["sin", "cos", "tanh", "sigmoid", "exp", "softplus", "square", "neg"]


def expressions(inputs: list[str], calls: list[str]) -> st.SearchStrategy[str]:
    return st.recursive(
        st.sampled_from([*inputs, *inputs, *NUMBERS]),
        lambda part: st.one_of(
            st.tuples(part, st.sampled_from(["+", "-", "*", "/", "**"]), part).map(lambda t: f"({t[0]} {t[1]} {t[2]})"),
            part.map(lambda text: f"(-{text})"),
            st.tuples(st.sampled_from(calls), part).map(lambda t: f"{t[0]}({t[1]})"),
        ),
        max_leaves=8,
    )


ALONE = expressions(["x"], list(FUNCTIONS))
SEVERAL = expressions(["x0", "x1", "x2"], list(FUNCTIONS))
VALUES = st.floats(-3, 3) | st.sampled_from([0.0, 1.0, -1.0, 1e10, -1e-10])


def with_numpy(text: str, inputs: dict[str, Any]) -> np.ndarray:
    """The value of ``text`` that Python computes with NumPy's numbers and functions, and ``forward`` of our own."""
    functions = {name: lambda x, make=make: make().forward(np.asarray(x)) for name, make in FUNCTIONS.items()}
    numpys = {"exp": np.exp, "log": np.log, "sqrt": np.sqrt, "abs": np.abs, "sin": np.sin, "cos": np.cos, "tan": np.tan}
    names = {**functions, **numpys, "tanh": np.tanh, "F": np.float64, "pi": np.float64(np.pi), "e": np.float64(np.e)}
    with np.errstate(all="ignore"):
        return np.asarray(eval(re.sub(r"(?<![\w.])[0-9][0-9.]*", r"F(\g<0>)", text), {**names, **inputs}))  # noqa: S307


def read(text: str) -> Any:
    try:
        return parse_expression(text)
    except Fault as fault:
        assume(fault.kind not in ("expression-no-input", "expression-not-real"))
        raise


def asked(expression: str, x: Any, parts: list[str] = PARTS, **more: Any) -> dict[str, Any]:
    request = {"version": 1, "expression": expression, "x": x, "parts": parts, **more}
    validate(request, "request")
    told = json.loads(answer(json.dumps(request)))
    validate(told, "error" if "error" in told else "trace")
    return told


def by_id(told: dict[str, Any], kind: str) -> dict[str, Any]:
    return {item["id"]: item for item in told[kind]}


def value(array: dict[str, Any]) -> float:
    return from_plain(array).item()


@settings(derandomize=True, deadline=None, max_examples=300)
@given(ALONE, VALUES | arrays(np.float64, (3,), elements=VALUES))
def test_value_is_what_numpy_computes(text: str, x: Any) -> None:
    expression = read(text)
    np.testing.assert_allclose(
        expression(Variable(np.asarray(x))).data, with_numpy(text, {"x": np.asarray(x)}), rtol=1e-13, atol=1e-300
    )


@settings(derandomize=True, deadline=None, max_examples=200)
@given(SEVERAL, st.tuples(VALUES, VALUES, arrays(np.float64, (2,), elements=VALUES)))
def test_value_of_several_inputs_is_what_numpy_computes(text: str, values: tuple[Any, ...]) -> None:
    expression = read(text)
    inputs = {f"x{n}": np.asarray(x) for n, x in enumerate(values)}
    computed = expression(*(Variable(inputs[name]) for name in expression.names)).data
    np.testing.assert_allclose(computed, with_numpy(text, inputs), rtol=1e-13, atol=1e-300)


@settings(derandomize=True, deadline=None, max_examples=200)
@given(expressions(["x0", "x1"], SMOOTH), st.floats(0.2, 1.2), arrays(np.float64, (2,), elements=st.floats(0.3, 1.5)))
def test_gradients_are_those_of_differences(text: str, x0: float, x1: np.ndarray) -> None:
    expression = read(text)
    inputs = {"x0": np.asarray(x0), "x1": x1}
    variables = {name: Variable(inputs[name]) for name in expression.names}
    y = expression(*variables.values())
    y.backward()
    assume(np.isfinite(y.data).all())
    assume((np.abs(y.data) < 1e3).all())
    for name, variable in variables.items():
        slope = numerical_diff(lambda v, name=name: expression(*({**variables, name: v}.values())), variable, 1e-5)
        np.testing.assert_allclose(variable.grad, slope, rtol=1e-4, atol=1e-5)


@settings(derandomize=True, deadline=None, max_examples=60, phases=NO_SHRINKING)
@given(SEVERAL, st.tuples(VALUES, VALUES, VALUES))
def test_answer_is_a_trace_whose_check_never_blames_the_gradient(text: str, values: tuple[float, ...]) -> None:
    read(text)
    told = asked(text, {f"x{n}": repr(x) for n, x in enumerate(values)}, along="x1")
    assert "error" not in told
    inputs = [v for v in told["variables"] if v["role"] == "input"]
    if told["check"] and not any("gradient-nan" in v["flags"] or "gradient-infinite" in v["flags"] for v in inputs):
        assert told["check"]["verdict"] != "disagree"
    checked = [item["variable"] for item in told["check"]["variables"]] if told["check"] else []
    assert not {v["id"] for v in told["variables"] if v["role"] == "constant"} & set(checked)


@settings(derandomize=True, deadline=None, max_examples=150)
@given(SEVERAL, st.tuples(VALUES, VALUES, arrays(np.float64, (2, 2), elements=VALUES)))
def test_scripts_print_the_figures(text: str, values: tuple[Any, ...]) -> None:
    names = read(text).names
    told = trace(dict(zip(("x0", "x1", "x2"), values, strict=True)), read(text), parts={"code"})
    variables = by_id(told, "variables")
    arrays = [variables[told["outputs"][0]]["data"], *(variables[name]["grad"] for name in names)]
    for style in ("by-hand", "automatic"):
        printed, _ = run_script(told["code"][style]["lines"])
        assert len(printed) == len(arrays)
        for line, array in zip(printed, arrays, strict=True):
            numbers = np.array(eval(line, {"nan": np.nan, "inf": np.inf}))  # noqa: S307
            np.testing.assert_array_equal(numbers, from_plain(array), strict=True)
        assert list(told["code"][style]["steps"]) == [str(step["step"]) for step in told["steps"]]
        assert all(told["code"][style]["steps"].values())


def test_the_trace_tells_branches_joins_and_gradients_that_add_up() -> None:
    told = asked("(x**2 + 1) * sin(x)", {"x": "0.5"})
    assert (told["x"], told["chain"], told["expression"]) == ("0.5", None, "(x**2 + 1) * sin(x)")
    assert told["formula"] == r"\left(x^{2}+1\right)\,\sin\left(x\right)"
    assert [(f["name"], f["inputs"], f["outputs"], f["generation"]) for f in told["functions"]] == [
        ("pow", ["x"], ["a"], 0),
        ("shift", ["a"], ["b"], 1),
        ("sin", ["x"], ["c"], 0),
        ("mul", ["b", "c"], ["y"], 2),
    ]
    assert told["functions"][3]["derivatives"] == ["#2", "#1"]
    assert told["functions"][3]["derivative"] == "#2"
    writes = [
        (w["variable"], w["final"]) for step in told["steps"] if step["pass"] == "backward" for w in step["writes"]
    ]
    assert writes == [("b", True), ("c", True), ("a", True), ("x", False), ("x", True)]
    last = told["steps"][-1]["writes"][0]
    before = told["steps"][-2]["writes"][0]
    assert value(last["grad"]) == value(before["contribution"]) + value(last["contribution"])
    slope = 2 * 0.5 * np.sin(0.5) + (0.5**2 + 1) * np.cos(0.5)
    assert value(by_id(told, "variables")["x"]["grad"]) == pytest.approx(slope, rel=1e-15)
    assert value(told["second"]["first"]) == pytest.approx(slope, rel=1e-15)
    assert value(told["second"]["second"]) == pytest.approx(2 * np.sin(0.5) + 2 * np.cos(0.5) - 1.25 * np.sin(0.5))


def test_numbers_are_constants_of_functions_or_leaves() -> None:
    told = asked("2**x + 1/x - x/4", "2")
    variables = by_id(told, "variables")
    constants = {name: value(v["data"]) for name, v in variables.items() if v["role"] == "constant"}
    assert constants == {"c1": 2.0, "c2": 1.0}
    assert [f["constant"] for f in told["functions"] if f["name"] == "div"] == [None, 4]
    assert told["inputs"] == ["x"]
    assert told["check"]["variables"][0]["variable"] == "x"
    assert not {"c1", "c2"} & {v["variable"] for v in told["check"]["variables"]}


def test_curve_runs_along_one_input_and_holds_the_others() -> None:
    told = asked("x0 * x1 + x1", {"x0": "3", "x1": "2"}, ["curve"], along="x1", range=[0, 1])
    assert told["curve"]["along"] == "x1"
    x1, a, y = told["curve"]["variables"]
    assert (x1["variable"], a["variable"], y["variable"]) == ("x1", "a", "y")
    np.testing.assert_allclose(y["data"], 4 * np.array(told["curve"]["x"]))
    np.testing.assert_allclose(y["derivative"], 4.0)
    held = asked("x0 * x1 + x1", {"x0": "5", "x1": "2"}, ["curve"], along="x1", range=[0, 1])
    np.testing.assert_allclose(held["curve"]["variables"][-1]["derivative"], 6.0)
    assert asked("x0 * x1", {"x0": "3", "x1": "2"}, ["curve"])["curve"]["along"] == "x0"
    assert asked("x0 * x1", {"x0": "3", "x1": "2"}, ["curve"], along="x2")["curve"]["along"] == "x0"
    assert asked("x0 * x1", {"x0": "3", "x1": "[2, 3]"}, ["curve"])["curve"] is None


def test_python_callers_give_arrays_by_name() -> None:
    told = trace({"x0": np.array([1.0, 2.0]), "x1": 3.0}, parse_expression("x0 * x1"), parts={"curve"})
    assert told["x"] == {"x0": "[1.0, 2.0]", "x1": "3.0"}
    assert told["curve"]["along"] == "x0"


def test_gradients_of_broadcast_inputs_are_checked_in_their_shape() -> None:
    told = asked("x0 * sin(x1) + x1 / x0", {"x0": "0.7", "x1": "[[1, 2, 3], [0.1, 0.2, 0.3]]"}, ["check"])
    shapes = {v["variable"]: v["numerical"]["shape"] for v in told["check"]["variables"]}
    assert (shapes["x0"], shapes["x1"]) == ([], [2, 3])
    assert told["check"]["verdict"] == "agree"
    for v in told["check"]["variables"]:
        np.testing.assert_allclose(from_plain(v["numerical"]), from_plain(v["backprop"]), rtol=1e-6)


@pytest.mark.parametrize(
    ("asking", "where", "kind", "values"),
    [
        ({"expression": "x0 + x1", "x": {"x0": "1"}}, "x", "input-missing", {"name": "x1"}),
        ({"expression": "x0", "x": "1"}, "x", "input-missing", {"name": "x0"}),
        (
            {"expression": "x0 + x1", "x": {"x0": "1", "x1": "q"}},
            "x",
            "x-name",
            {"name": "q", "text": "q", "position": 0, "input": "x1"},
        ),
        ({"expression": "x0 + x1", "x": {"x0": "1", "x1": " "}}, "x", "x-empty", {"input": "x1"}),
        (
            {"expression": "x0 + x1", "x": {"x0": "[1, 2]", "x1": "[1, 2, 3]"}},
            "x",
            "x-shapes",
            {"shapes": {"x0": [2], "x1": [3]}},
        ),
        ({"expression": "x y", "x": "1"}, "expression", "expression-name", None),
        ({"expression": 3, "x": "1"}, "request", "request-bad", {"key": "expression"}),
        ({"expression": "x", "x": {"x": 1}}, "request", "request-bad", {"key": "x"}),
        ({"expression": "x", "x": "1", "along": 1}, "request", "request-bad", {"key": "along"}),
    ],
)
def test_faults_are_told_by_kind(asking: dict[str, Any], where: str, kind: str, values: dict[str, Any] | None) -> None:
    error = json.loads(answer(json.dumps(asking)))["error"]
    assert (error["where"], error["kind"]) == (where, kind)
    assert values is None or error["values"] == values
    validate({"version": 1, "error": error}, "error")


def test_too_much_to_compute_is_refused_with_what_would_do() -> None:
    column = json.dumps([[0]] * 400)
    error = asked("sin(x0) + x1", {"x0": column, "x1": json.dumps([0] * 400)})["error"]
    assert (error["kind"], error["values"]) == ("x-too-large", {"limit": 50_000})


def test_a_single_input_is_an_expression() -> None:
    told = asked("x", "3")
    assert (told["outputs"], told["functions"], told["chain"]) == (["x"], [], None)
    assert value(told["second"]["second"]) == 0
