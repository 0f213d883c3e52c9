"""y as an expression: it is drawn as a graph that branches and joins, told in place when wrong, and never evaluated."""

import re
from collections.abc import Mapping
from typing import Any

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.beside import address_of, answered, computed, data_of, grad_of
from tests.browser.explorer import Explorer
from tests.browser.typeset import compact, full, short
from tests.browser.words import Say

TWICE = "(x**2 + 1) * sin(x)"

CASES: list[tuple[str | dict[str, str], str]] = [
    ("0.5", TWICE),
    ("-1.3", "x * x * x - 2 / x"),
    ({"x0": "1", "x1": "2"}, "x0 * x1 + sin(x0)"),
    ({"x0": "0.3", "x1": "-2", "x2": "pi"}, "exp(x0 * x1) - x2**2 / (1 + x0**2)"),
]


def field(explorer: Explorer) -> Locator:
    """Where the expression is typed."""
    return explorer.page.get_by_role("textbox", name="Expression for y")


def gradient_in(explorer: Explorer, say: Say, name: str, count: int) -> Locator:
    """The gradient in large type, of one input among so many."""
    if count == 1:
        return explorer.gradient
    return explorer.page.get_by_role("status", name=say("result.gradientIn", name))


def rows_of(told: dict[str, Any]) -> list[list[str]]:
    """The five numbers of each row: a row for every input of every function; last what it hands to that input."""
    variables = {v["id"]: v for v in told["variables"]}
    handed = {step["function"]: step["writes"] for step in told["steps"] if step["pass"] == "backward"}  # noqa: S105
    rows = []
    for f in told["functions"]:
        y = variables[f["outputs"][0]]
        for index, x in enumerate(f["inputs"]):
            arrays = (
                variables[x]["data"],
                y["data"],
                f["local"][index],
                y["grad"],
                handed[f["id"]][index]["contribution"],
            )
            rows.append([compact(array) for array in arrays])
    return rows


@pytest.mark.parametrize(("x", "expression"), CASES)
def test_expression_shows_the_numbers_of_cpython(
    explorer: Explorer, say: Say, x: str | Mapping[str, str], expression: str
) -> None:
    told = answered(explorer, x, expression=expression)
    names = ["x"] if isinstance(x, str) else list(x)
    expect(explorer.y).to_have_text(full(data_of(told, "y")[0]))
    for name in names:
        expect(gradient_in(explorer, say, name, len(names))).to_have_text(full(grad_of(told, name)[0]))
    assert explorer.rows() == rows_of(told)
    expect(explorer.variable("y")).to_be_visible()  # the layout of branches is loaded when first needed
    at = explorer.nodes()
    for v in told["variables"]:
        if v["role"] != "constant":
            assert {short(v["data"]["data"][0]), short(v["grad"]["data"][0])} <= set(at[f"Variable {v['name']}"])
    assert {name for name in at if name.startswith("Function")} == {
        f"Function {f['letter']}" for f in told["functions"]
    }


def test_expression_is_typed_in_the_place_of_the_chain_and_answered_at_once(explorer: Explorer) -> None:
    explorer.button("Write an expression").click()
    expect(explorer.chips).to_have_count(0)
    expect(explorer.y).to_have_text("1.648721270700128")
    field(explorer).fill("x**2 + x")
    expect(explorer.y).to_have_text("0.75")
    expect(explorer.gradient).to_have_text("2.0")
    explorer.x.fill("3")
    expect(explorer.y).to_have_text("12.0")
    expect(explorer.gradient).to_have_text("7.0")


def test_expression_can_be_typed_at_once(explorer: Explorer) -> None:
    explorer.button("Write an expression").click()
    expect(field(explorer)).to_be_focused(timeout=2000)


def test_each_input_of_an_expression_has_its_own_field(explorer: Explorer, say: Say) -> None:
    explorer.button("Write an expression").click()
    field(explorer).fill("x0 * x1 - x2")
    for name, text in (("x1", "4"), ("x2", "0.5"), ("x0", "3")):
        explorer.page.get_by_role("textbox", name=say("expression.input", name), exact=True).fill(text)
    expect(explorer.y).to_have_text("11.5")
    for name, gradient in (("x0", "4.0"), ("x1", "3.0"), ("x2", "\u22121.0")):
        expect(gradient_in(explorer, say, name, 3)).to_have_text(gradient)


def test_field_of_the_first_input_is_named_after_it(explorer: Explorer, say: Say) -> None:
    explorer.open(address_of({"x0": "3", "x1": "4"}, expression="x0 * x1"))
    expect(explorer.y).to_have_text("12.0")
    expect(explorer.page.get_by_role("textbox", name=say("expression.input", "x0"), exact=True)).to_have_value(
        "3", timeout=2000
    )


@pytest.mark.parametrize(
    ("x", "expression"),
    [
        ("0.5", TWICE),
        ("3", "x**2 + x + x"),
        ("2", "x * x"),
    ],
)
def test_gradients_of_a_variable_used_twice_are_seen_to_add_up(
    explorer: Explorer, say: Say, x: str, expression: str
) -> None:
    told = answered(explorer, x, expression=expression)
    sums = 0
    held: dict[str, float] = {}
    for step in told["steps"]:
        if step["pass"] != "backward":  # noqa: S105
            continue
        for write in step["writes"]:
            earlier, contribution = held.get(write["variable"]), write["contribution"]["data"][0]
            held[write["variable"]] = contribution + (earlier or 0)
            if earlier is None:
                continue
            sums += 1
            explorer.open(f"{address_of(x, expression=expression)}&step={step['step']}")
            expect(explorer.page.get_by_role("slider", name="Step")).to_have_value(str(step["step"]))
            said = explorer.page.locator("[aria-live]").filter(
                has_text=say("steps.addsUp", {"input": write["variable"]})
            )
            expect(said).to_be_visible(timeout=3000)
            shown = said.locator("mn").all_text_contents()
            numbers = [short(number) for number in (earlier, contribution, write["grad"]["data"][0])]
            at = 0
            for number in numbers:
                assert number.lstrip("\u2212") in shown[at:], (numbers, shown)
                at = shown.index(number.lstrip("\u2212"), at) + 1
            expect(explorer.variable(write["variable"])).to_have_accessible_name(
                re.compile(re.escape(f"∂y/∂{write['variable']} {full(write['grad']['data'][0])}"))
            )
    assert sums


def test_generation_of_each_function_is_told(explorer: Explorer) -> None:
    told = answered(explorer, "0.5", expression=TWICE)
    for f in told["functions"]:
        explorer.function(f["letter"]).press("Enter")
        dialog = explorer.page.get_by_role("dialog")
        expect(dialog).to_be_visible()
        expect(dialog).to_contain_text(re.compile(rf"[Gg]eneration\W*{f['generation']}"), timeout=2000)
        explorer.page.keyboard.press("Escape")


WRONG = [
    ("", "expression-empty"),
    ("x +", "expression-syntax"),
    ("sinn(x)", "expression-name"),
    ("x if x else 1", "expression-unsupported"),
    ("sin(x, x, x)", "expression-"),
    ("x0 + x1 + x2 + x3", "expression-"),
    ("2 + 3", "expression-no-input"),
    ("(" * 80 + "x" + ")" * 80, "expression-"),
]


@pytest.mark.parametrize(("typed", "kind"), WRONG)
def test_wrong_expression_is_told_in_its_place_and_the_last_good_result_stays(
    explorer: Explorer, typed: str, kind: str
) -> None:
    explorer.open(address_of("0.5", expression="x**2 + x"))
    expect(explorer.y).to_have_text("0.75")
    field(explorer).fill(typed)
    alert = explorer.page.get_by_role("alert")
    expect(alert).to_have_count(1)
    expect(alert).to_be_visible()
    assert f"({kind}" not in alert.inner_text(), "there is no sentence for it"
    expect(field(explorer)).to_have_attribute("aria-invalid", "true")
    expect(field(explorer)).to_have_accessible_description(alert.inner_text())
    box, place = alert.bounding_box(), field(explorer).bounding_box()
    assert box
    assert place
    assert 0 <= box["y"] - place["y"] - place["height"] < 60
    expect(field(explorer)).to_have_value(typed)
    expect(explorer.y).to_have_text("0.75")
    expect(explorer.gradient).to_have_text("2.0")
    field(explorer).fill("x**2")
    expect(alert).to_have_count(0)
    expect(explorer.y).to_have_text("0.25")


@pytest.mark.parametrize(
    "typed",
    [
        "x + sigmod",
        "sigmod(x)",
    ],
)
def test_name_that_is_nearly_right_is_told_with_what_may_be_meant(explorer: Explorer, typed: str) -> None:
    explorer.open(address_of("0.5", expression=typed))
    expect(explorer.page.get_by_role("alert")).to_contain_text("sigmod")
    expect(explorer.page.get_by_role("alert")).to_contain_text(re.compile(r"\bsigmoid\b"), timeout=2000)


@pytest.mark.parametrize(
    ("expression", "chain"),
    [("exp(x**2)**2", "pow:2 exp pow:2"), ("sin(exp(x))", "exp sin"), ("3 * x + 1", "scale:3 shift:1")],
)
def test_expression_that_is_a_chain_becomes_one(explorer: Explorer, expression: str, chain: str) -> None:
    told = answered(explorer, "0.3", expression=expression)
    explorer.button("Back to a chain").click()
    expect(explorer.chips).to_have_count(len(chain.split()))
    assert explorer.chain == [word.replace(":", " ") for word in chain.split()]
    expect(explorer.y).to_have_text(full(data_of(told, "y")[0]))
    expect(explorer.gradient).to_have_text(full(grad_of(told, "x")[0]))


def test_chain_becomes_an_expression_and_comes_back(explorer: Explorer) -> None:
    told = answered(explorer, "0.3", chain="sin pow:3 scale:-2 shift:1")
    numbers = full(data_of(told, "y")[0]), full(grad_of(told, "x")[0])
    expect(explorer.y).to_have_text(numbers[0])
    explorer.button("Write an expression").click()
    typed = field(explorer).input_value()
    expect(explorer.y).to_have_text(full(data_of(computed("0.3", expression=typed), "y")[0]))
    assert (explorer.y.inner_text(), explorer.gradient.inner_text()) == numbers
    explorer.button("Back to a chain").click()
    expect(explorer.chips).to_have_count(4)
    assert explorer.chain == ["sin", "pow 3", "scale -2", "shift 1"]


def test_chain_becomes_an_expression_even_where_x_is_wrong(explorer: Explorer) -> None:
    explorer.open("x=two&f=sin,exp")
    expect(explorer.page.get_by_role("alert")).to_be_visible()
    explorer.button("Write an expression").click()
    expect(field(explorer)).to_have_value("exp(sin(x))", timeout=2000)


def test_expression_that_no_chain_can_say_gives_way_to_the_chain_there_was(explorer: Explorer) -> None:
    explorer.open("x=0.5&f=sin,exp")
    expect(explorer.chips).to_have_count(2)
    explorer.button("Write an expression").click()
    field(explorer).fill(TWICE)
    expect(explorer.y).to_have_text(full(data_of(computed("0.5", expression=TWICE), "y")[0]))
    explorer.button("Back to a chain").click()
    expect(explorer.chips).to_have_count(2)
    assert explorer.chain == ["sin", "exp"]


def test_expression_and_its_inputs_are_in_the_address(explorer: Explorer) -> None:
    explorer.button("Write an expression").click()
    field(explorer).fill("x0 * x1 + 1")
    field(explorer).press("Enter")
    other = explorer.page.get_by_role("textbox", name="Value of x1")
    other.fill("4")
    other.press("Enter")
    expect(explorer.y).to_have_text("3.0")
    expect(explorer.page).to_have_url(re.compile("x1=4"))
    address = explorer.address()
    explorer.open("")
    expect(explorer.chips).to_have_count(3)
    explorer.open(address)
    expect(field(explorer)).to_have_value("x0*x1+1")
    expect(explorer.page.get_by_role("textbox", name="Value of x1")).to_have_value("4")
    expect(explorer.y).to_have_text("3.0")


@pytest.mark.parametrize(
    "evil",
    [
        "__import__('os').system('true')",
        "().__class__.__bases__",
        "(lambda: x)()",
        "[x for x in (1,)][0]",
        "open('/etc/passwd')",
        "globalThis.hurt = 1",
        "<img src=q onerror=globalThis.hurt=1>",
        "x := 3",
    ],
)
def test_expression_is_never_evaluated(explorer: Explorer, evil: str) -> None:
    explorer.open(address_of("0.5", expression=evil))
    expect(explorer.page.get_by_role("alert")).to_be_visible()
    expect(explorer.y).to_have_text("1.648721270700128")
    assert explorer.page.evaluate("globalThis.hurt") is None
    assert explorer.page.locator("img, script[src=q]").count() == 0
