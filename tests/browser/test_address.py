"""The address: it says the whole state, is followed back and forward, and is never trusted."""

import re
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from pyautodiff.trace import trace
from tests.browser.explorer import Explorer
from tests.browser.typeset import full
from tests.browser.words import Say

KEEPS = ["x=0.3&f=sin,pow:3", "x=[0.5,+1]&f=exp", "x=pi/4&f=cos,scale:-2", "x=\u22120.5&f=cube", "x=1e-3&f=log"]


def y_of(x: str, chain: str) -> str:
    """The headline that belongs to a state."""
    return full(trace(x, chain)["variables"][-1]["data"]["data"][0])


def retype(page: Page, text: str) -> None:
    """Put another text into the field for x and settle it."""
    field = page.get_by_role("textbox", name="Value of x")
    field.fill(text)
    field.press("Enter")


def test_first_visit_has_an_empty_address_and_a_change_is_written(explorer: Explorer) -> None:
    retype(explorer.page, "0.75")
    expect(explorer.page).to_have_url(f"{explorer.url}#x=0.75&f=square,exp,square")
    explorer.button("Remove exp").click()
    expect(explorer.page).to_have_url(f"{explorer.url}#x=0.75&f=square,square")


def test_address_brings_back_every_property(explorer: Explorer) -> None:
    page = explorer.page
    explorer.open("x=0.4&f=sin,pow:3&range=-10,4.5&step=2&eps=1e-6&of=a&slope=1&code=automatic&lang=ko&theme=dark")
    expect(page.locator("html")).to_have_attribute("lang", "ko")
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    expect(page.get_by_role("textbox", name="x의 값")).to_have_value("0.4")
    expect(page.get_by_role("textbox", name="pow의 상수")).to_have_value("3")
    expect(page.get_by_role("slider", name="x 움직이기").first).to_have_attribute("min", "-10")
    expect(page.get_by_role("slider", name="x 움직이기").first).to_have_attribute("max", "4.5")
    expect(page.get_by_role("slider", name="단계", exact=True)).to_have_value("2")
    expect(page.get_by_role("combobox", name="수치 미분의 eps")).to_have_value("0.000001")
    expect(page.get_by_role("combobox", name="곡선으로 그릴 변수")).to_have_value("a")
    expect(page.get_by_role("region", name="곡선").get_by_role("checkbox")).to_be_checked()
    expect(page.get_by_role("button", name="자동으로")).to_have_attribute("aria-pressed", "true")


@pytest.mark.parametrize("written", KEEPS)
def test_state_survives_a_round_trip_through_the_address(explorer: Explorer, written: str) -> None:
    explorer.open(written)
    expect(explorer.x).not_to_have_value("0.5")
    x, chain = explorer.x.input_value(), explorer.chain
    explorer.x.focus()
    explorer.button("Switch to the dark theme").click()  # writes the whole state
    expect(explorer.page).to_have_url(re.compile("theme=dark"))
    address = explorer.address()
    explorer.open("")
    expect(explorer.x).to_have_value("0.5")
    explorer.open(address)
    expect(explorer.x).to_have_value(x)
    assert explorer.chain == chain


def test_back_and_forward_follow_the_changes(explorer: Explorer) -> None:
    for x in ("0.1", "0.2", "0.3"):
        retype(explorer.page, x)
        expect(explorer.y).to_have_text(y_of(x, "square exp square"))
    explorer.page.go_back()
    expect(explorer.y).to_have_text(y_of("0.2", "square exp square"))
    expect(explorer.x).to_have_value("0.2")
    explorer.page.go_back()
    expect(explorer.y).to_have_text(y_of("0.1", "square exp square"))
    explorer.page.go_forward()
    expect(explorer.y).to_have_text(y_of("0.2", "square exp square"))


def test_typing_leaves_no_trail_in_the_browsers_history(explorer: Explorer) -> None:
    # The history's length stops growing at some number of entries, so what is added is counted.
    explorer.page.evaluate(
        """() => {
          const { pushState } = history;
          globalThis.pushed = 0;
          history.pushState = function (...entry) { pushed += 1; return pushState.apply(this, entry); };
        }"""
    )
    explorer.x.press_sequentially("25")
    explorer.x.press("Enter")
    expect(explorer.page).to_have_url(re.compile(r"x=0?\.?\d*25"))
    assert explorer.page.evaluate("pushed") == 1
    explorer.page.evaluate("() => { delete history.pushState; }")


@pytest.mark.parametrize(
    ("bad", "kind", "values"),
    [
        ("step=soon", "address-step", {"text": "soon"}),
        ("lang=xx", "address-choice", {"key": "lang", "text": "xx", "choices": "en, ko, ja"}),
        ("theme=sepia", "address-choice", {"key": "theme", "text": "sepia", "choices": "light, dark"}),
        ("eps=0", "eps-bad", {}),
        ("eps=tiny", "eps-bad", {}),
        ("range=3,1", "range-bad", {}),
        ("range=1", "range-bad", {}),
        (f"f={','.join(['sin'] * 51)}", "chain-too-long", {"limit": 50}),
        ("x=two", "x-name", {"name": "two"}),
        ("f=sigmod", "chain-unknown-function", {"name": "sigmod", "suggestions": ["sigmoid"]}),
        ("x=", "x-empty", {}),
    ],
)
def test_bad_value_is_told_and_the_rest_holds(
    explorer: Explorer, say: Say, bad: str, kind: str, values: dict[str, Any]
) -> None:
    explorer.open(f"{bad}&slope=1")
    expect(explorer.page.get_by_role("alert")).to_contain_text(say(f"errors.{kind}", values))
    expect(explorer.page.get_by_role("region", name="The curve").get_by_role("checkbox")).to_be_checked()
    expect(explorer.y).to_have_text("1.648721270700128")


def test_bad_values_are_all_told(explorer: Explorer) -> None:
    explorer.open("step=soon&lang=xx")
    alerts = explorer.page.get_by_role("alert")
    expect(alerts.filter(has_text="step=soon")).to_be_visible()
    expect(alerts.filter(has_text="lang=xx")).to_be_visible()


def test_step_past_the_last_is_the_last(explorer: Explorer) -> None:
    explorer.open("step=99")
    expect(explorer.page.get_by_role("slider", name="Step")).to_have_value("7")
    expect(explorer.gradient).to_have_text("3.297442541400256")


def test_what_a_computed_step_says_is_in_the_address(explorer: Explorer) -> None:
    explorer.button("Before anything runs").click()
    explorer.button("One step forward").click()
    expect(explorer.page).to_have_url(re.compile(r"&step=1$"))
    explorer.button("Everything has run").click()
    expect(explorer.page).not_to_have_url(re.compile("step="))


@pytest.mark.parametrize(
    "evil",
    [
        "x=<img src=q onerror=globalThis.hurt=1>",
        "f=<img+src=q+onerror=globalThis.hurt=1>,square",
        "f=pow:<svg/onload=globalThis.hurt=1>",
        "of=<script>globalThis.hurt=1</script>",
        "lang=<img src=q onerror=globalThis.hurt=1>",
        'theme="><img src=q onerror=globalThis.hurt=1>',
        "range=<b>1</b>,2",
        "x=__import__('os').system('true')",
        "f=square:\\href{javascript:globalThis.hurt=1}{x}",
        "f=scale:\\href{javascript:globalThis.hurt=1}{x}",
        "f=%3Cimg%20src%3Dq%20onerror%3DglobalThis.hurt%3D1%3E",
    ],
)
def test_address_is_never_interpreted(explorer: Explorer, evil: str) -> None:
    explorer.open(evil)
    if not evil.startswith("of="):
        expect(explorer.page.get_by_role("alert")).to_be_visible()
    explorer.page.wait_for_timeout(100)
    assert explorer.page.evaluate("globalThis.hurt") is None
    assert explorer.page.locator("img, script[src=q], a[href^=javascript], #app b").count() == 1  # the name's own b


def test_percent_signs_that_encode_nothing_do_no_harm(explorer: Explorer) -> None:
    explorer.open("x=%E0%A4%A&f=%")
    expect(explorer.page.get_by_role("alert").first).to_be_visible()
