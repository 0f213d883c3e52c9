"""A whole run as a screen reader has it: at each step every value that exists, and of every other that it does not."""

import re
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.browser.beside import address_of, answered
from tests.browser.explorer import Explorer
from tests.browser.typeset import compact, full
from tests.browser.words import Say

RUNS: dict[str, tuple[Any, dict[str, str]]] = {
    "chain": ("0.7", {"chain": "square reciprocal exp"}),
    "expression": ("0.5", {"expression": "(x**2 + 1) * sin(x)"}),
    "two inputs": ({"x0": "1.5", "x1": "-2"}, {"expression": "x0 * x1 + exp(x0)"}),
    "array": ("[0.5, -1.5]", {"chain": "square scale:3"}),
}


def spoken(array: dict[str, Any]) -> str:
    """A value as it is read out: every digit of a number."""
    return full(array["data"][0]) if not array["shape"] else compact(array, most=12)


def held_at(told: dict[str, Any], step: int) -> tuple[dict[str, str], dict[str, str]]:
    """The data and the gradients that exist once so many steps have run, as they are read out."""
    made = {v["id"]: spoken(v["data"]) for v in told["variables"]}
    data = {v["id"]: made[v["id"]] for v in told["variables"] if v["creator"] is None}
    grads: dict[str, str] = {}
    for done in told["steps"][:step]:
        match done["pass"]:
            case "forward":
                data |= {name: made[name] for name in done["writes"]}
            case "seed":
                grads[done["variable"]] = spoken(done["gradient"])
            case _:
                grads |= {write["variable"]: spoken(write["grad"]) for write in done["writes"]}
    return data, grads


@pytest.mark.parametrize("run", RUNS)
def test_every_value_of_every_step_is_in_the_accessibility_tree(explorer: Explorer, say: Say, run: str) -> None:
    x, of = RUNS[run]
    told = answered(explorer, x, **of)
    output = told["outputs"][0]
    body = explorer.page.locator("body")
    for step in range(len(told["steps"]) + 1):
        explorer.open(f"{address_of(x, **of)}&step={step}")
        expect(explorer.page.get_by_role("slider", name="Step")).to_have_value(str(step))
        expect(explorer.page.get_by_role("slider", name="Step")).to_have_attribute(
            "aria-valuetext", say("steps.count", {"step": step, "last": len(told["steps"])})
        )
        data, grads = held_at(told, step)
        tree = body.aria_snapshot()
        for v in told["variables"]:
            if v["role"] == "constant":
                continue
            label = say(
                "variableLabel",
                {
                    "name": v["name"],
                    "data": data.get(v["id"]),
                    "gradientName": f"∂{output}/∂{v['name']}",
                    "grad": grads.get(v["id"]),
                },
            )
            assert label in tree, (step, label)
        for f in told["functions"]:
            ran = any(s["pass"] == "forward" and s["function"] == f["id"] for s in told["steps"][:step])  # noqa: S105
            (line,) = re.findall(rf"Function {f['letter']}, {f['name']}:[^\"]*", tree)
            for local in f["local"]:
                assert (spoken(local) in line) is ran or not ran, (step, line)
            assert ("= " in line.partition("local derivative")[2]) is ran, (step, line)
        if run in ("chain", "expression"):
            for name, value in (("y", data.get(output, say("notYet"))), ("gradient", grads.get("x", "None"))):
                headline = rf'status "{re.escape(explorer.words[name])}": "?{re.escape(value)}"?\n'
                assert re.search(headline, tree), (step, headline)


def sentences(told: dict[str, Any], say: Say) -> list[str]:
    """What each step of a chain says."""
    f = {f["id"]: f for f in told["functions"]}

    def values(done: dict[str, Any]) -> dict[str, str]:
        at = f[done["function"]]
        return {"name": f"{at['letter']} ({at['name']})", "input": at["inputs"][0], "output": at["outputs"][0]}

    said = [say("steps.none", {"names": "x"})]
    for done in told["steps"]:
        match done["pass"]:
            case "forward":
                said.append(say("steps.forward1", values(done)))
            case "seed":
                said.append(say("steps.seed", {"output": "y"}))
            case _:
                said.append(say("steps.backward1", values(done)))
    return said


def test_each_step_is_said_in_a_live_region(explorer: Explorer, say: Say) -> None:
    x, of = RUNS["chain"]
    told = answered(explorer, x, **of)
    explorer.button("Before anything runs").click()
    live = explorer.page.locator("[aria-live=polite]")
    for sentence in sentences(told, say):
        expect(live.filter(has_text=sentence)).to_have_count(1)
        explorer.button("One step forward").click()


def test_live_region_is_there_before_what_it_says(explorer: Explorer, say: Say) -> None:
    explorer.page.evaluate("for (const it of document.querySelectorAll('[aria-live]')) it.before_ = true")
    explorer.button("Before anything runs").click()
    live = explorer.page.locator("[aria-live=polite]").filter(has_text=say("steps.none", {"names": "x"}))
    expect(live).to_have_count(1)
    assert live.evaluate("it => it.before_ === true"), "a region that comes with its text is not read out"


def test_gradient_is_told_apart_by_more_than_its_colour_while_more_is_to_come(explorer: Explorer) -> None:
    x, of = RUNS["expression"]
    told = answered(explorer, x, **of)
    (first,) = [
        done["step"]
        for done in told["steps"]
        if done["pass"] == "backward" and any(w["variable"] == "x" and not w["final"] for w in done["writes"])  # noqa: S105
    ]
    looks = []
    for step in (first, first + 1, len(told["steps"]), None):
        explorer.open(f"{address_of(x, **of)}{'' if step is None else f'&step={step}'}")
        if step is not None:
            expect(explorer.page.get_by_role("slider", name="Step")).to_have_value(str(step))
        else:
            expect(explorer.button("One step forward")).to_be_disabled()
        value = explorer.page.locator("#graph .node.variable", has=explorer.variable("x")).locator(".value.backward")
        looks.append(
            value.evaluate(
                """it => {
                  const { textDecorationLine, textDecorationStyle, fontWeight, fontStyle, opacity, strokeWidth } =
                    getComputedStyle(it);
                  return [textDecorationLine, textDecorationStyle, fontWeight, fontStyle, opacity, strokeWidth].join();
                }"""
            )
        )
    written, partial, last, final = looks
    assert partial != final
    assert written == last != final
