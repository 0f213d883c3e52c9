"""Sharing: the link holds what is seen, the pictures stand alone on a light ground, and paper gets a clean sheet."""

import re
import struct
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from playwright.sync_api import Page, expect

from tests.browser.beside import computed
from tests.browser.explorer import Explorer
from tests.browser.typeset import short
from tests.browser.words import Say

PICTURES = {
    "the book": "",
    "a step": "step=5",
    "an expression": "x=0.5&y=(x**2%2B1)*sin(x)",
    "the links": "links=1",
    "an array": "x=[[1,2],[3,4]]&f=square",
}
SVG = "{http://www.w3.org/2000/svg}"


def saved(explorer: Explorer, kind: str) -> bytes:
    """The picture that a visitor saves."""
    with explorer.page.expect_download() as caught:
        explorer.page.get_by_role("combobox", name="Picture").select_option(f"Save as {kind.upper()}")
    assert caught.value.suggested_filename == f"pyautodiff.{kind}"
    return Path(caught.value.path()).read_bytes()


def show(explorer: Explorer, address: str) -> None:
    """Open an address and wait until its graph is drawn."""
    explorer.open(address)
    if "y=" in address:
        expect(explorer.function("D")).to_be_visible()
    elif "[[" in address:
        expect(explorer.variable("y")).to_have_accessible_name(re.compile(r"\[\[1, 4"))
    elif "step" in address or "links" in address:
        expect(explorer.page.locator("#graph g.link" if "links" in address else ".is-none").first).to_be_attached()


def luminance(colour: str) -> float:
    """How light a colour is, 0 to 1."""
    red, green, blue = (int(part) for part in re.findall(r"\d+", colour)[:3])
    return (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255


def test_link_is_copied_and_shows_the_same_again(explorer: Explorer, say: Say) -> None:
    address = "x=0.3&f=sin,pow:3&range=-1,4&step=2&eps=1e-6&slope=1&links=1&digits=4&code=automatic"
    explorer.open(address)
    expect(explorer.page.get_by_role("slider", name="Step")).to_have_value("2")
    explorer.button("Copy the link").click()
    expect(explorer.page.get_by_role("status").filter(has_text=say("chain.linkCopied"))).to_be_visible()
    copied = explorer.page.evaluate("navigator.clipboard.readText()")
    assert copied == explorer.page.url
    explorer.open("")
    expect(explorer.x).to_have_value("0.5")
    explorer.open(copied.partition("#")[2])
    expect(explorer.x).to_have_value("0.3")
    expect(explorer.page.get_by_role("slider", name="Step")).to_have_value("2")
    expect(explorer.button("Automatic")).to_have_attribute("aria-pressed", "true")


@pytest.mark.parametrize("width", [1280, 360])
@pytest.mark.parametrize("state", PICTURES)
def test_svg_stands_alone_on_a_light_ground_with_the_numbers_in_it(explorer: Explorer, state: str, width: int) -> None:
    explorer.page.set_viewport_size({"width": width, "height": 800})
    show(explorer, PICTURES[state])
    root = ET.fromstring(saved(explorer, "svg").decode())  # noqa: S314
    assert root.tag == f"{SVG}svg"
    for it in root.iter():
        assert it.tag not in {f"{SVG}style", f"{SVG}script", f"{SVG}image", f"{SVG}foreignObject"}
        for name, value in it.attrib.items():
            assert not re.search(r"https?:|//|@import|var\(", value), (it.tag, name, value)
            assert not name.endswith("href") or value.startswith("#")
            assert re.fullmatch(r"[^u]*(?:u(?!rl\()[^u]*)*(?:url\((['\"]?)#[^)]+\1\)[^u]*)*", value) or "url(#" in value
    ids = {it.get("id") for it in root.iter()}
    assert {it.get("marker-end", "")[5:-1] for it in root.iter() if it.get("marker-end")} <= ids
    left, top, w, h = (float(part) for part in root.attrib["viewBox"].split())
    assert (float(root.attrib["width"]), float(root.attrib["height"])) == (w, h)
    paper = root.find(f"{SVG}rect")
    assert paper is not None
    assert [float(paper.attrib[name]) for name in ("x", "y", "width", "height")] == [left, top, w, h]
    assert luminance(paper.attrib["fill"]) > 0.95
    texts = ["".join(it.itertext()).strip() for it in root.iter(f"{SVG}text")]
    drawn = [text.strip() for shown in explorer.nodes().values() for text in shown]
    assert sorted(filter(None, drawn)) == sorted(text for text in texts if text and text in drawn)
    assert (root.findtext(f"{SVG}title") or "").startswith("Computational graph")


def test_svg_holds_the_numbers_of_cpython(explorer: Explorer) -> None:
    told = computed("0.5", chain="square exp square")
    root = ET.fromstring(saved(explorer, "svg").decode())  # noqa: S314
    texts = {"".join(it.itertext()).strip() for it in root.iter(f"{SVG}text")}
    for v in told["variables"]:
        assert {short(v[kind]["data"][0]) for kind in ("data", "grad")} <= texts


def test_picture_is_the_same_in_both_themes_and_the_page_keeps_its_own(explorer: Explorer) -> None:
    light = saved(explorer, "svg")
    explorer.button("Switch to the dark theme").click()
    expect(explorer.page.locator("html")).to_have_attribute("data-theme", "dark")
    explorer.page.mouse.move(0, 0)
    assert saved(explorer, "svg") == light
    expect(explorer.page.locator("html")).to_have_attribute("data-theme", "dark")


def test_picture_shows_nothing_of_what_is_pointed_at(explorer: Explorer) -> None:
    at_rest = saved(explorer, "svg")
    explorer.variable("a").hover()
    expect(explorer.page.locator("svg.graph")).to_have_class(re.compile("has-focus"))
    assert saved(explorer, "svg") == at_rest


PIXELS = """async (bytes) => {
  const bitmap = await createImageBitmap(new Blob([new Uint8Array(bytes)], { type: "image/png" }));
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
  const context = canvas.getContext("2d");
  context.drawImage(bitmap, 0, 0);
  const { data } = context.getImageData(0, 0, bitmap.width, bitmap.height);
  const count = { blue: 0, vermilion: 0, dark: 0, light: 0 };
  for (let at = 0; at < data.length; at += 4) {
    const [r, g, b, a] = data.subarray(at, at + 4);
    if (a < 255) return { transparent: true };
    if (r > 240 && g > 240 && b > 235) count.light += 1;
    else if (b > r + 60) count.blue += 1;
    else if (r > b + 60) count.vermilion += 1;
    else if (r < 90 && g < 90) count.dark += 1;
  }
  return count;
}"""


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("state", ["the book", "an expression"])
def test_png_is_twice_as_large_as_the_svg_and_not_blank(explorer: Explorer, state: str, theme: str) -> None:
    show(explorer, f"{PICTURES[state]}&theme={theme}")
    expect(explorer.page.locator("html")).to_have_attribute("data-theme", theme)
    root = ET.fromstring(saved(explorer, "svg").decode())  # noqa: S314
    png = saved(explorer, "png")
    assert png.startswith(b"\x89PNG")
    width, height = struct.unpack(">II", png[16:24])
    wanted = (2 * float(root.attrib["width"]), 2 * float(root.attrib["height"]))
    assert (width, height) == pytest.approx(wanted, abs=1)
    count = explorer.page.evaluate(PIXELS, list(png))
    assert count["light"] > 0.8 * width * height
    assert min(count["blue"], count["vermilion"], count["dark"]) > 500


def on_paper(page: Page) -> None:
    """A sheet of A4, upright, with the usual margins."""
    page.set_viewport_size({"width": 718, "height": 1047})
    page.emulate_media(media="print")


@pytest.fixture
def paper(explorer: Explorer) -> Any:
    """The page as it is printed."""
    on_paper(explorer.page)
    yield explorer
    explorer.page.emulate_media(media="screen")


CONTROLS = """() => [...document.querySelectorAll("button, input, select, dialog, progress, .toast")]
  .filter((it) => it.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
  .filter((it) => !it.matches("#x, #expression, .chip-main, .chip-constant")) // they show what is computed
  .map((it) => it.getAttribute("aria-label") || it.textContent.trim().slice(0, 40) || it.id)"""

CUT_OFF = """() => [...document.querySelectorAll("body *")]
  .filter((it) => it.checkVisibility() && !it.closest("svg, math, .visually-hidden")
    && /auto|scroll|hidden|clip/.test(getComputedStyle(it).overflowX + getComputedStyle(it).overflowY)
    && (it.scrollWidth > it.clientWidth + 1 || it.scrollHeight > it.clientHeight + 1))
  .map((it) => it.className || it.tagName)"""


@pytest.mark.parametrize("state", ["the book", "a step", "an expression"])
def test_sheet_has_the_graph_and_the_table_and_no_controls(paper: Explorer, state: str) -> None:
    show(paper, PICTURES[state])
    expect(paper.variable("x")).to_be_visible()
    expect(paper.page.get_by_role("region", name="The same numbers, function by function")).to_be_visible()
    expect(paper.y).to_be_visible()
    assert paper.page.evaluate(CONTROLS) == []


@pytest.mark.parametrize(
    "state",
    [
        "the book",
        "an array",
    ],
)
def test_nothing_is_cut_off_on_the_sheet(paper: Explorer, state: str) -> None:
    show(paper, PICTURES[state])
    paper.page.wait_for_timeout(300)
    assert paper.page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    assert paper.page.evaluate(CUT_OFF) == []


def test_sheet_is_light_in_the_dark_theme_too(paper: Explorer) -> None:
    paper.open("theme=dark")
    expect(paper.page.locator("html")).to_have_attribute("data-theme", "dark")
    for what in ("body", ".sheet"):
        colour = paper.page.locator(what).first.evaluate("it => getComputedStyle(it).backgroundColor")
        assert luminance(colour) > 0.95 or colour.endswith(", 0)"), (what, colour)
    ink = paper.page.locator("h2").first.evaluate("it => getComputedStyle(it).color")
    assert luminance(ink) < 0.4


def test_sheet_says_nothing_of_what_was_asked_about(explorer: Explorer) -> None:
    explorer.button("What is this?").click()
    expect(explorer.page.locator(".explanation[role=status]")).to_be_visible()
    explorer.page.emulate_media(media="print")
    expect(explorer.page.locator(".explanation[role=status]")).to_be_hidden(timeout=1000)
    explorer.page.emulate_media(media="screen")
    explorer.page.keyboard.press("Escape")


def test_page_prints_on_a_few_sheets(explorer: Explorer) -> None:
    pdf = explorer.page.pdf(format="A4", print_background=True)
    assert pdf.startswith(b"%PDF")
    sheets = len(re.findall(rb"/Type\s*/Page\b", pdf))
    assert 1 <= sheets <= 4


def test_print_is_offered(explorer: Explorer) -> None:
    explorer.page.evaluate("globalThis.print = () => { globalThis.printed = true; }")
    explorer.page.get_by_role("combobox", name="Picture").select_option("Print")
    explorer.page.wait_for_function("globalThis.printed")
