"""The presenter's mode: full screen where it is allowed, large type in any case, a clicker's keys, and Escape."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from tests.browser.explorer import Explorer

DENIED = {
    "denied": "() => { Element.prototype.requestFullscreen = () => Promise.reject(new TypeError('denied')); }",
    "not there": "() => { Element.prototype.requestFullscreen = undefined; }",
}
KEEP = "() => { globalThis.asked ??= Element.prototype.requestFullscreen; }"
GIVE_BACK = "() => { Element.prototype.requestFullscreen = globalThis.asked; }"


@pytest.fixture
def presenting(explorer: Explorer) -> Iterator[Explorer]:
    """The page in the presenter's mode, without full screen, which a test cannot leave by a key."""
    page = explorer.page
    page.evaluate(KEEP)
    page.evaluate(DENIED["denied"])
    explorer.button("Presentation mode").click()
    expect(page.locator("html")).to_have_attribute("data-presenting", "")
    yield explorer
    if page.locator("html[data-presenting]").count():
        explorer.button("Presentation mode").click()
    page.evaluate(GIVE_BACK)


def step(explorer: Explorer, value: int) -> None:
    """The scrubber stands there."""
    expect(explorer.page.get_by_role("slider", name="Step")).to_have_value(str(value))


def test_mode_takes_the_whole_screen_and_ends_with_it(explorer: Explorer) -> None:
    page = explorer.page
    explorer.button("Presentation mode").click()
    page.wait_for_function("document.fullscreenElement !== null")
    expect(page.locator("html")).to_have_attribute("data-presenting", "")
    expect(explorer.button("Presentation mode")).to_have_attribute("aria-pressed", "true")
    page.evaluate("document.exitFullscreen()")  # what Escape does in a browser with a window
    expect(page.locator("html[data-presenting]")).to_have_count(0)
    expect(explorer.button("Presentation mode")).to_have_attribute("aria-pressed", "false")


def test_button_leaves_the_mode_and_the_whole_screen(explorer: Explorer) -> None:
    page = explorer.page
    explorer.button("Presentation mode").click()
    page.wait_for_function("document.fullscreenElement !== null")
    explorer.button("Presentation mode").click()
    expect(page.locator("html[data-presenting]")).to_have_count(0)
    page.wait_for_function("document.fullscreenElement === null")


@pytest.mark.parametrize("how", DENIED)
def test_where_full_screen_is_denied_large_type_alone_serves(explorer: Explorer, how: str) -> None:
    page = explorer.page
    before = explorer.y.bounding_box()
    page.evaluate(KEEP)
    page.evaluate(DENIED[how])
    explorer.button("Presentation mode").click()
    expect(page.locator("html")).to_have_attribute("data-presenting", "")
    after = explorer.y.bounding_box()
    assert before
    assert after
    assert after["height"] > 1.2 * before["height"]
    page.keyboard.press("Escape")
    expect(page.locator("html[data-presenting]")).to_have_count(0)
    page.evaluate(GIVE_BACK)


@pytest.mark.parametrize(("onward", "back"), [("PageDown", "PageUp"), ("ArrowRight", "ArrowLeft")])
def test_keys_of_a_clicker_step(presenting: Explorer, onward: str, back: str) -> None:
    keyboard = presenting.page.keyboard
    presenting.button("Before anything runs").click()
    step(presenting, 0)
    for value in range(1, 8):
        keyboard.press(onward)
        step(presenting, value)
    keyboard.press(back)
    step(presenting, 6)
    keyboard.press(back)
    step(presenting, 5)


def test_first_press_of_the_clicker_begins_the_run(presenting: Explorer) -> None:
    presenting.page.keyboard.press("PageDown")
    expect(presenting.y).to_have_text("not yet", timeout=2000)


def test_clicker_steps_after_the_scrubber_was_used(presenting: Explorer) -> None:
    scrubber = presenting.page.get_by_role("slider", name="Step")
    box = scrubber.bounding_box()
    assert box
    presenting.page.mouse.click(box["x"] + box["width"] * 3 / 7, box["y"] + box["height"] / 2)
    at = int(scrubber.input_value())
    presenting.page.keyboard.press("PageDown")
    expect(scrubber).to_have_value(str(at + 1), timeout=2000)


def test_escape_leaves_the_mode(presenting: Explorer) -> None:
    presenting.page.keyboard.press("Escape")
    expect(presenting.page.locator("html[data-presenting]")).to_have_count(0)
    expect(presenting.page.get_by_role("region", name="The code")).to_be_visible()


def test_typing_is_not_taken_for_a_clicker(presenting: Explorer) -> None:
    presenting.open("step=3")
    step(presenting, 3)
    presenting.x.click()
    presenting.page.keyboard.press("End")
    presenting.page.keyboard.press("ArrowLeft")
    presenting.page.keyboard.type("7")
    expect(presenting.x).to_have_value("0.75")
    step(presenting, 3)


@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080)])
def test_all_that_is_spoken_of_is_on_the_screen(presenting: Explorer, size: tuple[int, int]) -> None:
    page = presenting.page
    page.set_viewport_size({"width": size[0], "height": size[1]})
    presenting.open("step=6")
    step(presenting, 6)
    for what in (presenting.y, presenting.variable("x"), presenting.variable("y"), page.locator(".notes")):
        expect(what).to_be_in_viewport(ratio=1)
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
