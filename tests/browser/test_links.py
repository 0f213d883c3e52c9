"""The linked list made visible: creator, input and output as arrows, and the list that backward() works off."""

import re
from typing import Any

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.beside import address_of, computed
from tests.browser.explorer import Explorer
from tests.browser.words import Say

COMPUTATIONS: list[tuple[Any, dict[str, str]]] = [
    ("0.5", {"chain": "square exp square"}),
    ("0.5", {"expression": "(x**2 + 1) * sin(x)"}),
    ({"x0": "1", "x1": "2"}, {"expression": "x0 * x1 + sin(x0)"}),
]

LINKS = """graph => {
  const box = (it) => it.getBoundingClientRect();
  const nodes = [...graph.querySelectorAll("[data-id]")].map((it) => {
    const { left, right, top, bottom } = box(it);
    return { id: it.dataset.id, left, right, top, bottom };
  });
  const away = (node, { x, y }) =>
    Math.hypot(Math.max(node.left - x, 0, x - node.right), Math.max(node.top - y, 0, y - node.bottom));
  const nearest = (point) => nodes.reduce((best, node) => (away(node, point) < away(best, point) ? node : best)).id;
  return [...graph.querySelectorAll("g.link")].map((link) => {
    const path = link.querySelector("path");
    const at = (length) => path.getPointAtLength(length).matrixTransform(path.getScreenCTM());
    return [link.textContent.trim(), nearest(at(0)), nearest(at(path.getTotalLength()))];
  });
}"""
"""The name of each arrow, the node that it leaves and the node that it comes to."""


def graph(explorer: Explorer) -> Locator:
    """The drawn graph."""
    return explorer.page.get_by_role("group", name=re.compile("^Computational graph"))


def links_of(told: dict[str, Any]) -> list[list[str]]:
    """The arrows that a graph should have."""
    constants = {v["id"] for v in told["variables"] if v["role"] == "constant"}
    arrows = []
    for f in told["functions"]:
        arrows += [["input", f["id"], x] for x in f["inputs"] if x not in constants]
        for y in f["outputs"]:
            arrows += [["output", f["id"], y], ["creator", y, f["id"]]]
    return sorted(arrows)


@pytest.mark.parametrize("width", [1280, 360])
@pytest.mark.parametrize(("x", "of"), COMPUTATIONS)
def test_links_are_drawn_on_the_graph_from_who_knows_to_whom_it_knows(
    explorer: Explorer, x: Any, of: dict[str, str], width: int
) -> None:
    explorer.page.set_viewport_size({"width": width, "height": 800})
    explorer.open(address_of(x, **of))
    told = computed(x, **of)
    expect(explorer.function(told["functions"][-1]["letter"])).to_be_visible()
    toggle = explorer.button("Links")
    expect(toggle).to_have_attribute("aria-pressed", "false")
    toggle.click()
    expect(toggle).to_have_attribute("aria-pressed", "true")
    expect(explorer.page).to_have_url(re.compile("links=1"))
    expect(graph(explorer).locator("g.link").first).to_be_visible()
    explorer.page.mouse.move(0, 0)
    assert sorted(graph(explorer).evaluate(LINKS)) == links_of(told)
    toggle.click()
    expect(graph(explorer).locator("g.link")).to_have_count(0)


@pytest.mark.parametrize(("x", "of"), COMPUTATIONS)
def test_work_list_is_shown_as_it_is_filled_and_popped(
    explorer: Explorer, say: Say, x: Any, of: dict[str, str]
) -> None:
    told = computed(x, **of)
    letters = {f["id"]: f["letter"] for f in told["functions"]}
    generations = {f["id"]: f["generation"] for f in told["functions"]}
    branches = "expression" in of
    for step in range(len(told["steps"]) + 1):
        explorer.open(f"{address_of(x, **of)}&links=1&step={step}")
        expect(explorer.page.get_by_role("slider", name="Step")).to_have_value(str(step))
        done = told["steps"][step - 1] if step else {"pass": "none", "worklist": []}
        names = [letters[f] for f in done["worklist"]]
        block = explorer.page.locator("p").filter(has_text=say("links.workList"))
        listed = [f"{letters[f]}{generations[f] if branches else ''}" for f in done["worklist"]]
        expect(block.locator("code")).to_have_text(f"[{', '.join(listed)}]")
        match done["pass"]:
            case "seed":
                expect(block).to_contain_text(say("links.filled", ", ".join(names)))
            case "backward" if branches:
                taken = done["function"]
                expect(block).to_contain_text(say("links.ordered", letters[taken], generations[taken]))
            case "backward":
                expect(block).to_contain_text(say("links.popped", letters[done["function"]]))
            case _:
                expect(block).to_contain_text(say("links.idle"))


def test_work_list_is_there_only_with_the_links(explorer: Explorer, say: Say) -> None:
    explorer.open("step=5")
    expect(explorer.page.get_by_role("slider", name="Step")).to_have_value("5")
    expect(explorer.page.get_by_text(say("links.workList"))).to_have_count(0)
