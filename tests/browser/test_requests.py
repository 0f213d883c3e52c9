"""Requests never pile up: however fast x changes, few are answered, and the last one is right."""

from playwright.sync_api import expect

from pyautodiff.trace import trace
from tests.browser.explorer import Explorer
from tests.browser.typeset import full

STORM = """async (slider, { count, pause }) => {
  for (let k = 1; k <= count; k += 1) {
    slider.value = String(-2 + (4 * k) / count - 0.01);
    slider.dispatchEvent(new Event("input", { bubbles: true }));
    if (pause) await new Promise(requestAnimationFrame);
  }
  slider.dispatchEvent(new Event("change", { bubbles: true }));
}"""


def last_is_right(explorer: Explorer) -> None:
    """The numbers belong to the x that stands in the field."""
    explorer.wait_until_drawn()
    told = trace(explorer.x.input_value(), "square exp square")
    expect(explorer.y).to_have_text(full(told["variables"][-1]["data"]["data"][0]))
    expect(explorer.gradient).to_have_text(full(told["variables"][0]["grad"]["data"][0]))


def test_two_hundred_changes_at_once_get_few_answers_and_the_last_is_right(explorer: Explorer) -> None:
    explorer.slider.evaluate(STORM, {"count": 200, "pause": False})
    last_is_right(explorer)
    explorer.page.wait_for_timeout(500)
    assert 1 <= len(explorer.results()) <= 5
    last_is_right(explorer)


def test_a_change_in_every_frame_is_followed_without_a_backlog(explorer: Explorer) -> None:
    explorer.slider.evaluate(STORM, {"count": 100, "pause": True})
    last_is_right(explorer)
    answered = len(explorer.results())
    assert answered <= 101
    explorer.page.wait_for_timeout(500)
    assert len(explorer.results()) <= answered + 1


def test_typing_fast_is_answered_for_what_stands_there_at_the_end(explorer: Explorer) -> None:
    explorer.x.press_sequentially("12345", delay=5)
    explorer.x.fill("")
    explorer.x.press_sequentially("-0.75", delay=5)
    last_is_right(explorer)


def test_a_bad_value_between_two_good_ones_leaves_no_message(explorer: Explorer) -> None:
    for text in ("0.2", "0.2.2", "0.3"):
        explorer.x.fill(text)
    last_is_right(explorer)
    expect(explorer.page.get_by_role("alert")).to_have_count(0)
    explorer.page.wait_for_timeout(300)
    last_is_right(explorer)
    expect(explorer.page.get_by_role("alert")).to_have_count(0)
