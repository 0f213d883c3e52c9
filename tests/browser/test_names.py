"""Who does not see the graph hears it: names and descriptions carry every value, and changes are announced."""

import re

from playwright.sync_api import expect

from pyautodiff.trace import trace
from tests.browser.explorer import Explorer
from tests.browser.typeset import compact, full
from tests.browser.words import Say


def test_what_does_not_exist_yet_is_named_so(explorer: Explorer) -> None:
    explorer.open("step=1")
    expect(explorer.variable("b")).to_have_accessible_name(re.compile("not computed yet.*None"))
    expect(explorer.variable("a")).to_have_accessible_name(re.compile("data 0.25, gradient ∂y/∂a None"))


def test_graph_says_how_many_functions_it_has(explorer: Explorer, say: Say) -> None:
    for count in (1, 3):
        explorer.open(f"f={','.join(['sin'] * count)}")
        expect(explorer.page.get_by_role("group", name=say("graphName", count))).to_be_visible()


def test_array_is_named_with_its_elements(explorer: Explorer) -> None:
    told = explorer.answer_to("x=[1,2,3,4,5]&f=square")
    y = told["variables"][-1]["data"]
    expect(explorer.variable("y")).to_have_accessible_name(re.compile(re.escape(compact(y, most=12))))


def test_table_has_a_header_for_every_cell_and_every_value(explorer: Explorer) -> None:
    told = trace("0.3", "sin exp")
    explorer.open("x=0.3&f=sin,exp")
    expect(explorer.y).to_have_text(full(told["variables"][-1]["data"]["data"][0]))
    table = explorer.page.get_by_role("region", name="The same numbers, function by function").get_by_role("table")
    headers = ["Function", "Input", "Output", "Local derivative", "Gradient in", "Gradient out"]
    for header in headers:
        expect(table.get_by_role("columnheader", name=header, exact=True)).to_be_visible()
    expect(table.get_by_role("rowheader")).to_have_count(2)
    text = table.inner_text()
    for v in told["variables"]:
        assert compact(v["data"]) in text
        assert compact(v["grad"]) in text


def test_what_a_step_says_is_announced(explorer: Explorer, say: Say) -> None:
    explorer.open("step=2")
    sentence = say("steps.forward1", {"name": "B (exp)", "input": "a", "output": "b"})
    live = explorer.page.locator("[aria-live=polite], [role=status], [role=alert]").filter(has_text=sentence)
    expect(live.first).to_be_attached()


def test_result_is_announced_once_the_visitor_pauses(explorer: Explorer) -> None:
    explorer.x.fill("2")
    live = explorer.page.locator("[aria-live=polite], [role=status]").filter(has_text=re.compile(r"2980\.9579"))
    expect(live.first).to_be_attached()


def test_controls_have_names_in_the_visitors_language(explorer: Explorer) -> None:
    for lang in ("en", "ko"):
        explorer.open(f"lang={lang}")
        expect(explorer.page.locator("html")).to_have_attribute("lang", lang)
        for role in ("button", "textbox", "slider", "combobox", "checkbox", "link"):
            for control in explorer.page.get_by_role(role).all():
                expect(control).to_have_accessible_name(re.compile(r"\S"))


def test_page_has_one_first_heading_and_landmarks(explorer: Explorer) -> None:
    page = explorer.page
    expect(page.get_by_role("heading", level=1)).to_have_count(1)
    for landmark in ("banner", "main", "contentinfo"):
        expect(page.get_by_role(landmark)).to_have_count(1)
