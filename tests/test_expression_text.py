"""Expressions as typed: what is understood, what is refused and where, and that any text has an end soon."""

import time

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pyautodiff import Variable
from pyautodiff.expression_text import MAX_DEPTH, MAX_LENGTH, MAX_OPERATIONS, parse_expression
from pyautodiff.faults import Fault
from pyautodiff.functions import FUNCTIONS

UNDERSTOOD = {
    "(x**2+1)*sin(x)": "(x**2 + 1) * sin(x)",
    " ( ( x ) ) ": "x",
    "+x": "+x",
    "-x**2": "-x**2",
    "x^2 − 3·x ÷ 2": "x**2 - 3 * x / 2",
    "ｘ＊２": "x * 2",  # noqa: RUF001 - as typed in Korean or Japanese
    "SIN(X)": "sin(x)",
    "x\t*\n2": "x * 2",
    "x*π": "x * pi",
    "pow(x,3)": "pow(x, 3)",
    "x2*x0 + x1": "x2 * x0 + x1",
    "1_000*x": "1000 * x",
    "x*1e-3": "x * 0.001",
}

REFUSED = {
    "": ("empty", {}),
    " \n": ("empty", {}),
    "3 + pi": ("no-input", {}),
    "x +": ("syntax", {"text": "", "position": 3}),
    "x + ": ("syntax", {"text": "", "position": 4}),
    "(x": ("syntax", {"text": "(x", "position": 0}),
    "x)": ("syntax", {"text": ")", "position": 1}),
    "x * * 2": ("syntax", {"text": "* 2", "position": 4}),
    "x // 2": ("syntax", {"text": "/ 2", "position": 3}),
    "2x": ("syntax", {"text": "2x", "position": 0}),
    "x + 2j": ("syntax", {"text": "2j", "position": 4}),
    "()": ("syntax", {"text": "()", "position": 0}),
    "2(x)": ("unsupported", {"what": "(", "text": "(x)", "position": 1}),
    "x (x)": ("unsupported", {"what": "(", "text": "(x)", "position": 2}),
    "(x)(x)": ("unsupported", {"what": "(", "text": "(x)", "position": 3}),
    "x, x": ("unsupported", {"what": ",", "text": ", x", "position": 1}),
    "x[0]": ("unsupported", {"what": "[", "text": "[0]", "position": 1}),
    "x.real": ("unsupported", {"what": ".", "text": ".real", "position": 1}),
    "x == 2": ("unsupported", {"what": "=", "text": "== 2", "position": 2}),
    "x % 2": ("unsupported", {"what": "%", "text": "% 2", "position": 2}),
    "x; x": ("unsupported", {"what": ";", "text": "; x", "position": 1}),
    "'x'": ("unsupported", {"what": "'", "text": "'x'", "position": 0}),
    "x²": ("unsupported", {"what": "²", "text": "²", "position": 1}),
    "x + 제곱": ("unsupported", {"what": "제", "text": "제곱", "position": 4}),
    "x + y": ("name", {"name": "y", "suggestions": [], "text": "y", "position": 4}),
    "x * pie": ("name", {"name": "pie", "suggestions": ["pi"], "text": "pie", "position": 4}),
    "x * inf": ("name", {"name": "inf", "suggestions": ["sin"], "text": "inf", "position": 4}),
    "x + x1": ("name", {"name": "x", "suggestions": ["x0", "x1", "x2"], "text": "x + x1", "position": 0}),
    "lambda: x": ("name", {"name": "lambda", "suggestions": [], "text": "lambda: x", "position": 0}),
    "x0 + x3": ("inputs", {"name": "x3", "limit": 3, "text": "x3", "position": 5}),
    "sine(x)": ("call", {"name": "sine", "suggestions": ["sin"], "text": "sine(x)", "position": 0}),
    "ln(x)": ("call", {"name": "ln", "suggestions": ["log"], "text": "ln(x)", "position": 0}),
    "eval(x)": ("call", {"name": "eval", "suggestions": [], "text": "eval(x)", "position": 0}),
    "x + sin": ("arguments", {"name": "sin", "text": "sin", "position": 4}),
    "sin()": ("arguments", {"name": "sin", "text": "sin()", "position": 0}),
    "1 + sin(x, 2)": ("arguments", {"name": "sin", "text": "sin(x, 2)", "position": 4}),
    "pow(x, x)": ("arguments", {"name": "pow", "text": "pow(x, x)", "position": 0}),
    "pow(x, 2, 3)": ("arguments", {"name": "pow", "text": "pow(x, 2, 3)", "position": 0}),
    "x + 1/0": ("not-real", {"text": "1/0", "position": 4}),
    "x * 9**9**9": ("not-real", {"text": "9**9**9", "position": 4}),
    "x * (-8)**(1/3)": ("not-real", {"text": "(-8)**(1/3)", "position": 4}),
    "log(-1) * x": ("not-real", {"text": "log(-1) * x", "position": 0}),
    "x * 1e999": ("not-real", {"text": "1e999", "position": 4}),
    "−x·①": ("unsupported", {"what": "①", "text": "①", "position": 3}),
    "−x·y": ("name", {"name": "y", "suggestions": [], "text": "y", "position": 3}),
    "x" * (MAX_LENGTH + 1): ("too-long", {"limit": MAX_LENGTH, "unit": "characters"}),
    "x" + "+x" * (MAX_OPERATIONS + 1): ("too-long", {"limit": MAX_OPERATIONS, "unit": "operations"}),
    "-" * (MAX_OPERATIONS + 1) + "x": ("too-long", {"limit": MAX_OPERATIONS, "unit": "operations"}),
    "(" * (MAX_DEPTH + 1) + "x" + ")" * (MAX_DEPTH + 1): ("too-deep", {"limit": MAX_DEPTH}),
}


@pytest.mark.parametrize("text", UNDERSTOOD)
def test_canonical_text_is_short_and_its_own(text: str) -> None:
    assert str(parse_expression(text)) == UNDERSTOOD[text]
    assert str(parse_expression(UNDERSTOOD[text])) == UNDERSTOOD[text]


@pytest.mark.parametrize("text", REFUSED, ids=lambda text: text[:20])
def test_what_is_refused_is_told_with_its_place(text: str) -> None:
    with pytest.raises(Fault) as caught:
        parse_expression(text)
    kind, values = REFUSED[text]
    assert (caught.value.where, caught.value.kind, caught.value.values) == ("expression", f"expression-{kind}", values)


@pytest.mark.parametrize("name", FUNCTIONS)
def test_every_function_can_be_called(name: str) -> None:
    x = Variable(np.array(0.5))
    assert parse_expression(f"{name}(x)")(x).data == FUNCTIONS[name]()(x).data
    if FUNCTIONS[name].constant is not None:
        made = parse_expression(f"{name}(x, -1.5)")(x)
        assert made.creator.constant == -1.5


def test_inputs_are_in_order() -> None:
    assert parse_expression("x2 - x0").names == ("x0", "x2")
    assert parse_expression("x2 - x0")(Variable(np.array(1.0)), Variable(np.array(3.0))).data == 2.0


@pytest.mark.parametrize(
    "text",
    [
        "-" * MAX_OPERATIONS + "x",
        "x" + "**x" * MAX_OPERATIONS,
        "x" + "+x" * MAX_OPERATIONS,
        "sin(" * MAX_DEPTH + "x" + ")" * MAX_DEPTH,
        "(" * MAX_DEPTH + "x" + ")" * MAX_DEPTH,
        "x*" + "9" * (MAX_LENGTH - 2),
        "x*2**" + "9" * 300,
    ],
    ids=lambda text: text[:12],
)
def test_the_largest_expressions_are_read_soon(text: str) -> None:
    begin = time.perf_counter()
    try:
        expression = parse_expression(text)
        assert expression.tex
        expression(Variable(np.array(0.5)))
    except Fault as fault:
        assert fault.kind == "expression-not-real"  # noqa: PT017
    assert time.perf_counter() - begin < 1


@settings(derandomize=True, deadline=None, max_examples=500)
@given(
    st.text(st.sampled_from("x012 .+-*/()e,pi²[]")) | st.text() | st.lists(st.sampled_from(
        ["x", "x0", "x1", "sin(", "pow(", ")", "(", "+", "-", "*", "**", "/", ",", "2", "0.5", "pi", " ", "not ", "if "]
    )).map("".join)
)  # fmt: skip
def test_any_text_is_read_or_refused_in_place(text: str) -> None:
    try:
        expression = parse_expression(text)
    except Fault as fault:
        assert fault.where == "expression"  # noqa: PT017
        position = fault.values.get("position")
        if isinstance(position, int):
            assert fault.values["text"] == text[position : position + 20]  # noqa: PT017
        return
    assert str(parse_expression(str(expression))) == str(expression)
    assert set(expression.names) <= {"x", "x0", "x1", "x2"}
