"""Everything has room: no sideways scrolling and no text over another, from a phone to a projector, for any chain."""

import re
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.browser.explorer import Explorer

MIXED = (
    "softplus,sigmoid,tanh,pow:-2.5,scale:-3,shift:1.25,sqrt,abs,reciprocal,log,cube,exp,neg,sin,cos,tan,relu,square"
)
"""Formulas of every length, and numbers with all their digits, signs and powers of ten."""

CHAINS = {
    "one": "x=-0.123456789&f=scale:-1e-7",
    "book": "x=0.5&f=square,exp,square",
    "long formulas": "x=0.7&f=softplus,sigmoid,pow:-2.5,tan",
    "array": "x=[[-1.25,0.333333],[2e-7,3e8]]&f=square,scale:-3,tanh",
    "ten": f"x=0.7&f={','.join(MIXED.split(',')[:10])}",
    "ten sigmoids": f"x=0.5&f={','.join(['sigmoid'] * 10)}",
    "fifty": f"x=0.7&f={','.join((MIXED.split(',') * 3)[:50])}",
}
WIDTHS = (320, 768, 1280)

TEXTS = """graph => {
  const boxes = [];
  for (const text of graph.querySelectorAll("text")) {
    const { left, right, top, bottom } = text.getBoundingClientRect();
    const slack = (bottom - top) * 0.22; // a line's box is higher than its letters
    if (text.textContent.trim() && right > left)
      boxes.push({ text: text.textContent, left, right, top: top + slack, bottom: bottom - slack });
  }
  return boxes;
}"""

SHAPES = """graph => [...graph.querySelectorAll(".shape")].map(shape => {
  const { left, right, top, bottom } = shape.getBoundingClientRect();
  return { text: "shape of " + shape.closest("[data-id]")?.dataset.id, left, right, top, bottom };
})"""

WORDS = """() => {
  const boxes = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const { parentElement: parent, textContent } = walker.currentNode;
    if (!textContent.trim() || parent.closest("svg, math, script, style, template, option")) continue;
    if (!parent.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
    const around = [];
    for (let it = parent; it; it = it.parentElement) around.push([it, getComputedStyle(it)]);
    if (around.some(([, { clipPath }]) => clipPath !== "none")) continue;
    const scrolling = around.filter(([, { overflowX, overflowY }]) => `${overflowX}${overflowY}` !== "visiblevisible");
    const range = document.createRange();
    range.selectNodeContents(walker.currentNode);
    for (const line of range.getClientRects()) {
      const slack = line.height * 0.2;
      const box = { left: line.left, right: line.right, top: line.top + slack, bottom: line.bottom - slack };
      for (const [it] of scrolling) {
        const window = it.getBoundingClientRect();
        for (const side of ["left", "top"]) box[side] = Math.max(box[side], window[side]);
        for (const side of ["right", "bottom"]) box[side] = Math.min(box[side], window[side]);
      }
      if (box.right - box.left > 2 && box.bottom > box.top) boxes.push({ text: textContent.trim(), ...box });
    }
  }
  return boxes;
}"""

TOO_WIDE = """() => {
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth <= clientWidth) return [];
  return [...document.body.querySelectorAll("*")]
    .filter((it) => it.getBoundingClientRect().right > clientWidth + 0.5)
    .map((it) => it.outerHTML.replace(/<!--.*?-->/g, "").slice(0, 90));
}"""

Box = dict[str, Any]


def overlaps(boxes: list[Box], others: list[Box] | None = None) -> list[tuple[str, str]]:
    """Pairs of boxes that lie over each other by more than a pixel."""
    pairs = (
        ((a, b) for i, a in enumerate(boxes) for b in boxes[i + 1 :])
        if others is None
        else ((a, b) for a in boxes for b in others)
    )
    return [
        (a["text"], b["text"])
        for a, b in pairs
        if min(a["right"], b["right"]) - max(a["left"], b["left"]) > 1
        and min(a["bottom"], b["bottom"]) - max(a["top"], b["top"]) > 1
    ]


def show(explorer: Explorer, address: str, width: int) -> None:
    """Open an address at a width and wait until it is drawn."""
    explorer.page.set_viewport_size({"width": width, "height": 900})
    explorer.open(address)
    x = re.sub("[+]", " ", address.partition("&")[0].removeprefix("x="))
    expect(explorer.x).to_have_value(x)
    explorer.page.wait_for_timeout(350)


def too_wide(explorer: Explorer) -> list[str]:
    """What makes the page scroll sideways."""
    found: list[str] = explorer.page.evaluate(TOO_WIDE)
    return found[:6]


@pytest.mark.parametrize("name", CHAINS)
def test_no_text_of_the_graph_lies_over_another(explorer: Explorer, name: str) -> None:
    found = {}
    for width in WIDTHS:
        show(explorer, CHAINS[name], width)
        for step in (None, 0):
            if step == 0:
                explorer.open(f"{CHAINS[name]}&step=0")
                explorer.page.wait_for_timeout(150)
            graph = explorer.page.get_by_role("group", name=re.compile("^Computational graph"))
            texts, shapes = graph.evaluate(TEXTS), graph.evaluate(SHAPES)
            own = [pair for pair in overlaps(texts, shapes) if not inside(pair, texts, shapes)]
            found[width, step] = overlaps(texts) + own
    assert not any(found.values()), {key: value[:6] for key, value in found.items() if value}


def inside(pair: tuple[str, str], texts: list[Box], shapes: list[Box]) -> bool:
    """Whether a text lies wholly within a shape, as a name in its circle does."""
    shape = next(box for box in shapes if box["text"] == pair[1])
    return any(
        text["left"] >= shape["left"] - 0.5
        and text["right"] <= shape["right"] + 0.5
        and text["top"] >= shape["top"]
        and text["bottom"] <= shape["bottom"]
        for text in texts
        if text["text"] == pair[0]
    )


@pytest.mark.parametrize(
    "address", ["x=two", "f=sigmod", "f=square,sigmod", "f=", "x=-1&f=log,abs", "step=5", "step=soon&lang=xx"]
)
def test_messages_have_room_on_a_phone(explorer: Explorer, address: str) -> None:
    for lang in ("en", "ko"):
        explorer.page.set_viewport_size({"width": 320, "height": 900})
        explorer.open(f"{address}&lang={lang}" if "lang" not in address else address)
        explorer.page.wait_for_timeout(250)
        assert too_wide(explorer) == []
        assert overlaps(explorer.page.evaluate(WORDS)) == []


def test_dialogs_have_room_on_a_phone(explorer: Explorer) -> None:
    explorer.page.set_viewport_size({"width": 320, "height": 600})
    explorer.open("x=[[1.23456789012345,2],[3,4]]&f=reciprocal")
    explorer.button("Add a function").click()
    dialog = explorer.page.get_by_role("dialog")
    for _ in range(2):
        box = dialog.bounding_box()
        assert box
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 320
        assert box["y"] >= 0
        assert box["y"] + box["height"] <= 600
        assert dialog.evaluate("dialog => dialog.scrollWidth <= dialog.clientWidth")
        explorer.page.keyboard.press("Escape")
        explorer.variable("x").press("Enter")
        expect(dialog).to_be_visible()


def test_first_look_at_1280_by_720_has_all_that_matters(explorer: Explorer) -> None:
    explorer.page.set_viewport_size({"width": 1280, "height": 720})
    explorer.page.wait_for_timeout(200)
    for what in (
        explorer.x,
        explorer.chip(3),
        explorer.y,
        explorer.gradient,
        explorer.variable("y"),
        explorer.button("Play the steps"),
    ):
        expect(what).to_be_in_viewport(ratio=1)
