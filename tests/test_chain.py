"""A chain's text ⇄ a callable: every function of the registry, its constants, and what is refused with which values."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pyautodiff import Variable
from pyautodiff.chain import MAX_FUNCTIONS, MAX_LENGTH, parse_chain
from pyautodiff.faults import Fault
from pyautodiff.functions import FUNCTIONS

REFUSED = {
    "": ("chain-empty", {}),
    " , ,": ("chain-empty", {}),
    "square sqare": (
        "chain-unknown-function",
        {"name": "sqare", "suggestions": ["square", "sqrt", "scale"], "position": 1},
    ),
    "qqq": ("chain-unknown-function", {"name": "qqq", "suggestions": [], "position": 0}),
    "제곱": ("chain-unknown-function", {"name": "제곱", "suggestions": [], "position": 0}),
    ":3": ("chain-unknown-function", {"name": "", "suggestions": [], "position": 0}),
    "__class__": ("chain-unknown-function", {"name": "__class__", "suggestions": [], "position": 0}),
    "exp sin:2": ("chain-constant-unwanted", {"name": "sin", "position": 1}),
    "sin:": ("chain-constant-unwanted", {"name": "sin", "position": 0}),
    "pow:abc": ("chain-constant-bad", {"name": "pow", "text": "abc", "position": 0}),
    "pow:": ("chain-constant-bad", {"name": "pow", "text": "", "position": 0}),
    "scale:inf": ("chain-constant-bad", {"name": "scale", "text": "inf", "position": 0}),
    "pow:[2]": ("chain-constant-bad", {"name": "pow", "text": "[2]", "position": 0}),
    "pow:2:3": ("chain-constant-bad", {"name": "pow", "text": "2:3", "position": 0}),
    "sin " * (MAX_FUNCTIONS + 1): ("chain-too-long", {"limit": MAX_FUNCTIONS}),
    "sin " * MAX_LENGTH: ("chain-text-too-long", {"limit": MAX_LENGTH}),
}


@pytest.mark.parametrize("name", FUNCTIONS)
def test_every_function_is_a_chain_of_one(name: str) -> None:
    x = np.array(0.5)
    assert parse_chain(name)(Variable(x)).data == FUNCTIONS[name]()(Variable(x)).data


@pytest.mark.parametrize("name", [name for name, make in FUNCTIONS.items() if make.constant is not None])
def test_constant_is_put_in_and_its_default_is_written_out(name: str) -> None:
    default = FUNCTIONS[name].constant
    assert str(parse_chain(name)) == str(parse_chain(f"{name}:{default:g}"))
    (function,) = (link.function() for link in parse_chain(f"{name}:pi/4").links)
    assert function.constant == np.pi / 4


def test_functions_apply_from_left_to_right_as_in_the_book() -> None:
    chain = parse_chain("square exp square")
    assert len(chain) == 3
    assert chain(Variable(np.array(0.5))).data == 1.648721270700128


@pytest.mark.parametrize(
    "text",
    ["square,exp,pow:3", " Square\texp , POW:3 ", "square\uff0cexp\u3001pow:3", "\uff53quare exp pow\uff1a\uff13"],
)
def test_separators_case_and_spelling_do_not_matter(text: str) -> None:
    assert str(parse_chain(text)) == "square exp pow:3"


def test_each_call_makes_new_function_objects() -> None:
    chain, x = parse_chain("square"), Variable(np.array(3.0))
    first, second = chain(x), chain(x)
    assert first.creator is not second.creator


@pytest.mark.parametrize(("text", "fault"), REFUSED.items(), ids=lambda case: str(case)[:20])
def test_anything_else_is_refused_with_kind_and_values(text: str, fault: tuple[str, object]) -> None:
    with pytest.raises(Fault) as raised:
        parse_chain(text)
    assert (raised.value.where, raised.value.kind, raised.value.values) == ("chain", *fault)


@settings(derandomize=True, deadline=None)
@given(st.text() | st.text("sinexpowcale:0123456789.,- ", max_size=30))
def test_any_text_is_a_chain_with_a_canonical_text_or_a_fault(text: str) -> None:
    try:
        canonical = str(parse_chain(text))
    except Fault as fault:
        assert fault.where == "chain"  # noqa: PT017 - most texts are not chains
    else:
        assert str(parse_chain(canonical)) == canonical
