"""A request's text → checked fields: defaults, what is ignored, and what is refused."""

import json

import pytest

from pyautodiff.faults import Fault
from pyautodiff.request import ENDS, EPS, Request, read_request

LEAST = {"x": "0.5", "chain": "sin"}

REFUSED = {
    "": ("request", "request-bad", {"key": None}),
    "nonsense": ("request", "request-bad", {"key": None}),
    "[]": ("request", "request-bad", {"key": None}),
    "[" * 100_000: ("request", "request-bad", {"key": None}),
    '{"x": "1"}': ("request", "request-bad", {"key": "chain"}),
    '{"chain": "sin"}': ("request", "request-bad", {"key": "x"}),
    '{"x": 0.5, "chain": "sin"}': ("request", "request-bad", {"key": "x"}),
    '{"x": "1", "chain": ["sin"]}': ("request", "request-bad", {"key": "chain"}),
    '{"x": "1", "chain": "sin", "parts": "curve"}': ("request", "request-bad", {"key": "parts"}),
    '{"x": "1", "chain": "sin", "version": 2}': ("request", "request-bad", {"key": "version"}),
}
BAD_RANGES = ["[2, -2]", "[1, 1]", "[1]", "[1, 2, 3]", '"1 2"', '["1", 2]', "[NaN, 1]", "[0, 1e999]", "[false, true]"]
BAD_RANGES += ["[-1e308, 1e308]", f"[0, {10**400}]", "{}", "3"]
BAD_EPS = ["0", "-1e-4", "1e999", "NaN", '"1e-4"', "true", "[1e-4]"]


def test_defaults_stand_for_what_is_missing_or_null() -> None:
    assert read_request(json.dumps(LEAST)) == Request("0.5", "sin", frozenset(), ENDS, EPS)
    nothing = dict.fromkeys(["version", "parts", "range", "eps"])
    assert read_request(json.dumps({**LEAST, **nothing})) == read_request(json.dumps(LEAST))


def test_everything_given_is_taken() -> None:
    given = {"version": 1, **LEAST, "parts": ["curve", "check"], "range": [-1, 2.5], "eps": 1}
    request = read_request(json.dumps(given))
    assert request == Request("0.5", "sin", frozenset({"curve", "check"}), (-1.0, 2.5), 1.0)


def test_keys_and_parts_that_are_not_known_are_ignored() -> None:
    given = {**LEAST, "colour": "blue", "parts": ["curve", "future", 3, None, []]}
    assert read_request(json.dumps(given)).parts == {"curve", "future"}


@pytest.mark.parametrize(("text", "fault"), REFUSED.items(), ids=lambda case: str(case)[:30])
def test_form_is_refused_with_the_key_at_fault(text: str, fault: tuple[str, str, object]) -> None:
    with pytest.raises(Fault) as raised:
        read_request(text)
    assert (raised.value.where, raised.value.kind, raised.value.values) == fault


@pytest.mark.parametrize("ends", BAD_RANGES)
def test_range_is_two_finite_numbers_the_lower_first(ends: str) -> None:
    with pytest.raises(Fault, match="range-bad"):
        read_request(f'{{"x": "1", "chain": "sin", "range": {ends}}}')


@pytest.mark.parametrize("eps", BAD_EPS)
def test_eps_is_a_finite_number_above_zero(eps: str) -> None:
    with pytest.raises(Fault, match="eps-bad"):
        read_request(f'{{"x": "1", "chain": "sin", "eps": {eps}}}')
