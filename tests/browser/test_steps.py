"""The steps: what does not exist yet never looks like a number, and each step says what happens with its numbers."""

import re
from itertools import pairwise
from typing import Any

import pytest
from playwright.sync_api import expect

from pyautodiff.trace import trace
from tests.browser.explorer import Explorer
from tests.browser.typeset import full, short
from tests.browser.words import Say

NUMBER = re.compile(r"\d")


def known_at(told: dict[str, Any], step: int) -> tuple[set[str], dict[str, float]]:
    """Which data and which gradients exist once so many steps have run."""
    data = {v["id"] for v in told["variables"] if v["creator"] is None}
    grads: dict[str, float] = {}
    for done in told["steps"][:step]:
        if done["pass"] == "forward":  # noqa: S105
            data |= set(done["writes"])
        elif done["pass"] == "seed":  # noqa: S105
            grads[done["variable"]] = done["gradient"]["data"][0]
        else:
            grads |= {write["variable"]: write["grad"]["data"][0] for write in done["writes"]}
    return data, grads


@pytest.mark.parametrize(("x", "chain"), [("0.5", "square exp square"), ("0", "relu sin"), ("2", "neg")])
def test_what_does_not_exist_yet_never_looks_like_a_number(explorer: Explorer, x: str, chain: str) -> None:
    told = trace(x, chain)
    for step in range(len(told["steps"]) + 1):
        explorer.open(f"x={x}&f={chain.replace(' ', ',')}&step={step}")
        slider = explorer.page.get_by_role("slider", name="Step")
        expect(slider).to_have_attribute("max", str(len(told["steps"])))
        expect(slider).to_have_value(str(step))
        data, grads = known_at(told, step)
        nodes = explorer.nodes()
        for v in told["variables"]:
            texts = nodes[f"Variable {v['name']}"]
            value = short(v["data"]["data"][0]) if v["id"] in data else "not yet"
            gradient = short(grads[v["id"]]) if v["id"] in grads else "None"
            assert value in texts, (step, v["id"])
            assert gradient in texts, (step, v["id"])
            assert sum(bool(NUMBER.search(text)) for text in texts) == (v["id"] in data) + (v["id"] in grads)
        y, start = told["variables"][-1], told["variables"][0]
        expect(explorer.y).to_have_text(full(y["data"]["data"][0]) if y["id"] in data else "not yet")
        expect(explorer.gradient).to_have_text(full(grads["x"]) if start["id"] in grads else "None")


def test_table_says_what_does_not_exist_yet(explorer: Explorer) -> None:
    explorer.open("step=2")
    expect(explorer.page.get_by_role("slider", name="Step")).to_have_value("2")
    assert explorer.rows() == [
        ["0.5", "0.25", "1", "None", "None"],
        ["0.25", "1.28403", "1.28403", "None", "None"],
        ["1.28403", "not yet", "not yet", "None", "None"],
    ]


def test_each_step_of_the_book_says_its_sentence(explorer: Explorer, say: Say) -> None:
    forward = [("A (square)", "x", "a"), ("B (exp)", "a", "b"), ("C (square)", "b", "y")]
    sentences = [
        say("steps.none", {"names": "x"}),
        *(say("steps.forward1", {"name": f, "input": x, "output": y}) for f, x, y in forward),
        say("steps.seed", {"output": "y"}),
        *(say("steps.backward1", {"name": f, "input": x, "output": y}) for f, x, y in reversed(forward)),
    ]
    explorer.button("Before anything runs").click()
    for step, sentence in enumerate(sentences):
        expect(explorer.page.get_by_text(sentence)).to_be_visible()
        if step < len(sentences) - 1:
            explorer.button("One step forward").click()
    expect(explorer.page.get_by_text(say("steps.final", {"input": "x"}))).to_be_visible()
    explorer.button("One step back").click()
    expect(explorer.page.get_by_text(sentences[-2])).to_be_visible()


def test_each_step_puts_its_numbers_into_the_formula(explorer: Explorer) -> None:
    for step, numbers in [
        (1, ["0.5", "0.25"]),
        (2, ["0.25", "1.28403"]),
        (3, ["1.28403", "1.64872"]),
        (4, ["1"]),
        (5, ["1", "2.56805", "2.56805"]),
        (6, ["2.56805", "1.28403", "3.29744"]),
        (7, ["3.29744", "1", "3.29744"]),
    ]:
        explorer.open(f"step={step}")
        expect(explorer.page.get_by_role("slider", name="Step")).to_have_value(str(step))
        shown = explorer.page.locator(".equation mn").all_text_contents()
        at = 0
        for number in numbers:
            assert number in shown[at:], (step, shown)
            at = shown.index(number, at) + 1


@pytest.mark.parametrize("chain", ["square,exp,square", "sin"])
def test_scrubbing_walks_through_all_steps(explorer: Explorer, chain: str) -> None:
    explorer.open(f"f={chain}")
    slider = explorer.page.get_by_role("slider", name="Step")
    last = 2 * len(chain.split(",")) + 1
    expect(slider).to_have_attribute("max", str(last))
    slider.press("Home")
    seen = []
    for step in range(last + 1):
        expect(slider).to_have_attribute("aria-valuetext", f"Step {step} of {last}")
        seen.append(explorer.page.locator("[aria-live]").first.inner_text())
        slider.press("ArrowRight")
    assert all(before != after for before, after in pairwise(seen))


def test_playing_runs_by_itself_can_be_paused_and_ends(explorer: Explorer) -> None:
    page = explorer.page
    slider = page.get_by_role("slider", name="Step")
    explorer.open("step=5")
    expect(slider).to_have_value("5")
    explorer.button("Play the steps").click()
    expect(explorer.button("Pause")).to_be_visible()
    expect(slider).to_have_value("6", timeout=4000)
    explorer.button("Pause").click()
    stopped = slider.input_value()
    page.wait_for_timeout(1600)
    assert slider.input_value() == stopped
    explorer.button("Play the steps").click()
    expect(explorer.button("Play the steps")).to_be_visible(timeout=8000)
    expect(explorer.gradient).to_have_text("3.297442541400256")


def test_step_stays_while_x_moves_and_its_numbers_follow(explorer: Explorer) -> None:
    explorer.open("step=6")
    explorer.x.fill("1")
    told = trace("1", "square exp square")
    expect(explorer.page.get_by_role("slider", name="Step")).to_have_value("6")
    expect(explorer.variable("a")).to_have_accessible_name(
        re.compile(re.escape(full(told["variables"][1]["grad"]["data"][0])))
    )
    expect(explorer.gradient).to_have_text("None")


def test_another_chain_shows_the_whole_run_again(explorer: Explorer) -> None:
    explorer.open("step=2")
    explorer.button("Remove exp").click()
    expect(explorer.page.get_by_role("slider", name="Step")).to_have_value("5")
    expect(explorer.gradient).to_have_text("0.5")


def test_running_line_of_the_code_is_marked(explorer: Explorer) -> None:
    explorer.open("step=6")
    code = explorer.page.get_by_role("region", name="The code")
    expect(code.locator("[aria-current=step]")).to_have_text("a.grad = B.backward(b.grad)")
    assert "x = Variable(np.array(0.5))" in code.inner_text()
