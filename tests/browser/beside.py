"""CPython beside the page: the same computation in both, which must be the same numbers.

Must not know how a number is shown.
"""

from collections.abc import Mapping
from typing import Any
from urllib.parse import quote, urlencode

import pytest
from playwright.sync_api import expect

from pyautodiff.computation import read_computation
from pyautodiff.trace import trace
from tests.browser.explorer import Explorer

ULPS = 1e-13
"""What a few roundings of different mathematical libraries may amount to, relative."""

Told = dict[str, Any]


def computed(x: str | Mapping[str, str], *, chain: str | None = None, expression: str | None = None, **of: Any) -> Told:
    """The trace that CPython makes of a chain (as typed) or of an expression."""
    return trace(x, read_computation(chain, expression), **of)


def address_of(x: str | Mapping[str, str], *, chain: str | None = None, expression: str | None = None) -> str:
    """The part of the address that shows the same."""
    if chain is not None:
        assert isinstance(x, str)
        return urlencode({"x": x, "f": ",".join(chain.split())}, quote_via=quote)
    xs = {"x": x} if isinstance(x, str) else {{"x0": "x"}.get(name, name): text for name, text in x.items()}
    return urlencode({**xs, "y": expression}, quote_via=quote)


def answered(
    explorer: Explorer,
    x: str | Mapping[str, str],
    *,
    chain: str | None = None,
    expression: str | None = None,
    more: str = "",
) -> Told:
    """Show it on the page; give the page's trace, whose every number is that of CPython."""
    explorer.open("x=9.25&f=neg")
    expect(explorer.y).to_have_text("\u22129.25")  # so that what is asked for is another result
    told = explorer.answer_to(address_of(x, chain=chain, expression=expression) + more)
    same(told, computed(x, chain=chain, expression=expression))
    return told


def same(here: Told, there: Told) -> None:
    """Both traces tell the same functions in the same order, and the same numbers but for the last bit or two."""
    assert [f["name"] for f in here["functions"]] == [f["name"] for f in there["functions"]]
    assert [v["name"] for v in here["variables"]] == [v["name"] for v in there["variables"]]
    for a, b in zip(here["variables"], there["variables"], strict=True):
        for kind in ("data", "grad"):
            if a[kind] is None or b[kind] is None:
                assert a[kind] is b[kind], (a["name"], kind)
                continue
            assert a[kind]["shape"] == b[kind]["shape"]
            for got, expected in zip(a[kind].get("data", []), b[kind].get("data", []), strict=True):
                assert float(got) == pytest.approx(float(expected), rel=ULPS, abs=1e-300, nan_ok=True)


def data_of(told: Told, name: str) -> list[Any]:
    """The elements of a variable."""
    return next(v for v in told["variables"] if v["name"] == name)["data"]["data"]  # type: ignore[no-any-return]


def grad_of(told: Told, name: str) -> list[Any]:
    """The elements of a variable's gradient."""
    return next(v for v in told["variables"] if v["name"] == name)["grad"]["data"]  # type: ignore[no-any-return]


def output_of(told: Told) -> str:
    """The name of the output."""
    (output,) = told["outputs"]
    return next(v["name"] for v in told["variables"] if v["id"] == output)
