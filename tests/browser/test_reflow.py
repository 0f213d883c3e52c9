"""A phone, a page enlarged to 200 %, a finger, and eyes that bear no motion: nothing is lost and nothing moves."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.explorer import Explorer

STATES = {
    "whole": "",
    "a step": "step=5&links=1",
    "an expression": "x=1&x1=2&x2=3&y=x0*x1%2Bsin(x0)*x2",
    "an array": "x=[[1.23456,2],[3,4]]&f=square,exp&step=3",
    "the second derivative": "second=1&slope=1&code=library",
    "something wrong": "x=two&f=square,sigmod",
    "fifty": f"x=0.7&f={','.join(['softplus', 'tanh', 'pow:-2.5', 'scale:-3', 'sin'] * 10)}",
}
SIZES = {"a phone": (320, 800), "200 %": (640, 400), "a tablet": (768, 1024)}

TOO_WIDE = """() => {
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth <= clientWidth) return [];
  return [...document.body.querySelectorAll("*")]
    .filter((it) => it.getBoundingClientRect().right > clientWidth + 0.5 && it.checkVisibility())
    .map((it) => it.outerHTML.replace(/<!--.*?-->/g, "").slice(0, 90));
}"""

CONTROLS = """() => [...document.querySelectorAll("a[href], button, input, select, [role=button], [role=slider]")]
  .filter((it) => it.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && !it.closest("dialog"))
  .map((it) => it.getAttribute("aria-label") || (it.labels?.[0]?.firstElementChild ?? it).textContent.trim())"""

SMALL = """() => {
  const targets = "a[href], button, input, select, summary, [role=button], [role=slider]";
  const shown = (it) => it.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  const within = document.querySelector("dialog[open]") ?? document;
  return [...within.querySelectorAll(`:is(${targets})`)]
    .filter((it) => shown(it) && !it.closest(".skip"))
    .flatMap((it) => {
      const target = it.matches("[type=checkbox]") ? (it.closest("label") ?? it) : it;
      const { width, height } = target.getBoundingClientRect();
      const inText = it.matches("p a");
      return inText || (width >= 23.9 && height >= 23.9) ? []
        : [`${it.getAttribute("aria-label") || it.outerHTML.slice(0, 80)}: ${width.toFixed(1)} × ${height.toFixed(1)}`];
    });
}"""
"""What a finger may miss; a link within a text is as large as its text."""


def show(explorer: Explorer, state: str, size: tuple[int, int], lang: str = "en") -> Page:
    """A state at a size, drawn."""
    explorer.page.set_viewport_size({"width": size[0], "height": size[1]})
    explorer.open(f"{STATES[state]}&lang={lang}")
    expect(explorer.page.locator("html")).to_have_attribute("lang", lang)
    explorer.page.wait_for_timeout(300)  # the parts that follow a trace
    return explorer.page


@pytest.mark.parametrize("state", STATES)
def test_page_does_not_scroll_sideways(explorer: Explorer, state: str) -> None:
    page, found = explorer.page, {}
    for lang in ("en", "ko", "ja"):
        show(explorer, state, SIZES["a phone"], lang)
        for name, (width, height) in SIZES.items():
            page.set_viewport_size({"width": width, "height": height})
            page.wait_for_timeout(100)
            found[lang, name] = page.evaluate(TOO_WIDE)[:5]
    assert not any(found.values()), found


@pytest.mark.parametrize("state", ["whole", "an expression"])
def test_every_control_of_the_desk_is_on_the_phone_too(explorer: Explorer, state: str) -> None:
    wide = set(show(explorer, state, (1280, 800)).evaluate(CONTROLS))
    for size in SIZES.values():
        narrow = set(show(explorer, state, size).evaluate(CONTROLS))
        assert wide - narrow == set(), size


@pytest.mark.parametrize("state", STATES)
def test_targets_are_large_enough_for_a_finger(explorer: Explorer, state: str) -> None:
    page = show(explorer, state, (1280, 800))
    wide = page.evaluate(SMALL)[:6]
    page.set_viewport_size({"width": 320, "height": 800})
    page.wait_for_timeout(150)
    assert wide + page.evaluate(SMALL)[:6] == []


@pytest.mark.parametrize("which", ["palette", "details"])
def test_targets_in_dialogs_are_large_enough_for_a_finger(explorer: Explorer, which: str) -> None:
    page = show(explorer, "an array", (320, 800))
    page.locator(".chip-main" if which == "palette" else "#graph [data-id=y]").first.press("Enter")
    expect(page.get_by_role("dialog")).to_be_visible()
    assert page.evaluate(SMALL) == []
    assert page.get_by_role("dialog").evaluate("it => it.scrollWidth - it.clientWidth") <= 0


def test_graph_larger_than_the_phone_can_be_scrolled_to_its_end(explorer: Explorer) -> None:
    show(explorer, "an expression", (320, 800))
    explorer.variable("y").evaluate("it => it.scrollIntoView({ block: 'center', inline: 'center' })")
    expect(explorer.variable("y")).to_be_in_viewport()


RUNNING = """() => document.getAnimations()
  .filter((it) => it.playState === "running")
  .map((it) => it.animationName ?? it.transitionProperty)"""


def test_nothing_moves_where_motion_is_not_wanted(explorer: Explorer) -> None:
    page = explorer.page
    seen = []
    explorer.button("Before anything runs").click()
    for _ in range(7):
        explorer.button("One step forward").click()
        for _ in range(3):
            seen += page.evaluate(RUNNING)
    explorer.chip(2).click()
    expect(page.get_by_role("dialog")).to_be_visible()
    seen += page.evaluate(RUNNING)
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    explorer.button("Play the steps").hover()
    seen += page.evaluate(RUNNING)
    assert seen == []


def test_motion_explains_a_step_where_it_is_wanted(explorer: Explorer) -> None:
    page = explorer.page
    page.emulate_media(reduced_motion="no-preference")
    explorer.button("Before anything runs").click()
    seen = []
    for _ in range(7):
        explorer.button("One step forward").click()
        seen += page.evaluate(
            "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => "
            "done(document.getAnimations().map((it) => it.effect.getComputedTiming().activeDuration)))))"
        )
    assert seen
    assert max(seen) <= 300, "a motion of more than a moment"
