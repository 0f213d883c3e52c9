"""As many digits as the visitor chooses in the picture, the table and the sentence; all of them on copying."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.beside import answered, data_of
from tests.browser.explorer import Explorer
from tests.browser.typeset import full, short

CHAIN = "square reciprocal exp"


def told_as(value: float, digits: int) -> str:
    """A number with so many digits; 17 are all there are, and fewer that say it exactly are enough."""
    return full(value).removesuffix(".0") if digits == 17 else short(value, digits)


@pytest.mark.parametrize("digits", [3, 4, 6, 8, 12, 17])
def test_numbers_have_as_many_significant_digits_as_are_chosen(explorer: Explorer, digits: int) -> None:
    told = answered(explorer, "0.7", chain=CHAIN)
    explorer.page.get_by_role("combobox", name="Digits").select_option(str(digits))
    if digits != 6:
        expect(explorer.page).to_have_url(re.compile(f"digits={digits}"))
    variables = {v["id"]: v for v in told["variables"]}
    last = told_as(data_of(told, "y")[0], digits)
    table = explorer.page.get_by_role("region", name="The same numbers")
    expect(table.locator("td").filter(has_text=last).first).to_be_visible()
    at = explorer.nodes()
    for v in told["variables"]:
        assert {told_as(v[kind]["data"][0], digits) for kind in ("data", "grad")} <= set(at[f"Variable {v['name']}"])
    for f, row in zip(told["functions"], explorer.rows(), strict=True):
        x, y = variables[f["inputs"][0]], variables[f["outputs"][0]]
        assert row == [
            told_as(a["data"][0], digits) for a in (x["data"], y["data"], f["local"][0], y["grad"], x["grad"])
        ]
    expect(explorer.y).to_have_text(full(data_of(told, "y")[0]))


@pytest.mark.parametrize("digits", [3, 12])
def test_sentence_of_a_step_has_them_too(explorer: Explorer, digits: int) -> None:
    told = answered(explorer, "0.7", chain=CHAIN, more=f"&step=6&digits={digits}")
    (step,) = [step for step in told["steps"] if step["step"] == 6]
    numbers = [step["upstream"][0], step["local"][0], step["writes"][0]["grad"]]
    shown = explorer.page.locator(".notes mn")
    for array in numbers:
        text = short(array["data"][0], digits).lstrip("\u2212")
        expect(shown.filter(has_text=re.compile(f"^{re.escape(text)}$")).first).to_be_visible()


@pytest.mark.parametrize("digits", [3, 17])
def test_copying_gives_every_digit_whatever_is_shown(explorer: Explorer, digits: int) -> None:
    told = answered(explorer, "0.7", chain=CHAIN, more=f"&digits={digits}")
    v = told["variables"][1]
    explorer.page.get_by_role("button", name="Copy: Value of y").click()
    expect(explorer.page.get_by_role("status").filter(has_text="Copied")).to_be_visible()
    assert explorer.page.evaluate("navigator.clipboard.readText()") == repr(data_of(told, "y")[0])
    explorer.variable(v["name"]).press("Enter")
    dialog = explorer.page.get_by_role("dialog")
    for place, kind in enumerate(("data", "grad")):
        explorer.page.evaluate("navigator.clipboard.writeText('')")
        dialog.get_by_role("button", name="Copy").nth(place).click()
        explorer.page.wait_for_function("navigator.clipboard.readText()")
        assert explorer.page.evaluate("navigator.clipboard.readText()") == repr(v[kind]["data"][0])
    explorer.page.keyboard.press("Escape")


def test_number_of_digits_the_page_does_not_offer_is_told(explorer: Explorer) -> None:
    explorer.open("digits=5")
    expect(explorer.page.get_by_role("alert")).to_contain_text("digits=5")
    assert "1.64872" in explorer.nodes()["Variable y"]
