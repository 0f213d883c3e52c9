"""The explorer as a visitor meets it: what is on the page by role and name, and what can be done there.

Knows nothing of how the page is made; a test that needs more than roles and names says so itself.
"""

import re
from typing import Any

from playwright.sync_api import Locator, Page, expect

from tests.browser.hosting import drawn

START = 60_000
"""Milliseconds that a start of Python may take on a busy machine."""

WATCH = """
globalThis.results = [];
addEventListener("result", ({ detail }) => results.push(detail));
globalThis.shifts = [];
new PerformanceObserver((list) => {
  for (const { value, sources } of list.getEntries())
    shifts.push({ value, moved: sources.map(({ node }) => node?.outerHTML?.slice(0, 80)) });
}).observe({ type: "layout-shift", buffered: true });
globalThis.progress = [];
new MutationObserver(() => {
  const bar = document.querySelector("progress");
  if (bar && progress.at(-1) !== bar.value) progress.push(bar.value);
}).observe(document, { subtree: true, childList: true, attributes: true });
"""
"""Writes down what the page tells and does from its first paint on."""

WORDS = {
    "en": {
        "y": "Value of y",
        "gradient": "Gradient of y with respect to x",
        "ready": r"Python [\d.]+ ready",
        "x": "Value of x",
    },
    "ko": {"y": "y의 값", "gradient": "x에 대한 y의 기울기", "ready": r"파이썬 [\d.]+ 준비 완료", "x": "x의 값"},
}
"""The names of what every test looks for; `ready` is a pattern."""


class Explorer:
    """A page that shows the explorer."""

    def __init__(self, page: Page, url: str, lang: str = "en") -> None:
        self.page = page
        self.url = url
        self.words = WORDS[lang]
        self.first_visit: dict[str, Any] = {}
        """What moved and how the progress grew until Python was there."""
        page.add_init_script(WATCH)

    def start(self, address: str = "") -> None:
        """Load the page and wait until Python is ready and has answered."""
        self.page.goto(self.url + (f"#{address}" if address else ""))
        self.wait_until_ready()
        self.page.wait_for_function("performance.getEntriesByName('first-live-result').length")
        self.page.wait_for_timeout(200)
        self.first_visit = self.page.evaluate("({ shifts: [...shifts], progress: [...progress] })")

    def wait_until_ready(self) -> None:
        """Wait until the page says that Python is there."""
        expect(self.page.get_by_role("status").filter(has_text=re.compile(self.words["ready"]))).to_be_visible(
            timeout=START
        )

    def start_afresh(self) -> None:
        """Show the worked example as on a first visit, starting Python only where it does not run."""
        page = self.page
        page.set_viewport_size({"width": 1280, "height": 800})
        page.emulate_media(media="screen", color_scheme="light", reduced_motion="reduce")
        self.words = WORDS["en"]
        if (
            not page.url.startswith(self.url)
            or page.get_by_role("button", name=re.compile("Try again|다시 시도")).count()
        ):
            page.goto("about:blank")
            self.start()
        page.evaluate(
            """() => {
              for (const dialog of document.querySelectorAll("dialog[open]")) dialog.close();
              document.activeElement.blur();
              scrollTo(0, 0);
            }"""
        )
        page.mouse.move(0, 0)
        self.open("")
        self.wait_until_ready()
        expect(self.y).to_have_text("1.648721270700128")
        expect(self.gradient).to_have_text("3.297442541400256")
        page.evaluate("results.length = 0")

    def open(self, address: str) -> None:
        """Put an address after the `#`, as a visitor who edits it or follows a link to it would."""
        self.page.evaluate(
            "to => { history.replaceState(null, '', '#'); location.hash = to; }", address or "nothing-the-page-knows"
        )

    def speak(self, lang: str) -> None:
        """Look for names in that language from here on."""
        self.words = WORDS[lang]

    def answer_to(self, address: str) -> dict[str, Any]:
        """Open an address that asks for other numbers; give the trace that answers it."""
        self.page.evaluate("results.length = 0")
        self.open(address)
        self.page.wait_for_function("results.length")
        drawn(self.page)
        return self.results()[-1]

    def wait_until_drawn(self) -> None:
        """Wait for what was done: the page gives its answer a moment, and draws both in the next frame."""
        self.page.evaluate("() => new Promise((done) => setTimeout(done, 60))")
        drawn(self.page)

    @property
    def y(self) -> Locator:
        """The value of y in large type."""
        return self.page.get_by_role("status", name=self.words["y"])

    @property
    def gradient(self) -> Locator:
        """The gradient dy/dx in large type."""
        return self.page.get_by_role("status", name=self.words["gradient"])

    @property
    def x(self) -> Locator:
        """The field for x."""
        return self.page.get_by_role("textbox", name=self.words["x"], exact=True)

    @property
    def slider(self) -> Locator:
        """The slider for x beside its field."""
        return self.page.locator("input[type=range]").and_(self.page.get_by_role("slider", name="Move x"))

    @property
    def chips(self) -> Locator:
        """The functions of the chain, each a button that swaps it."""
        return self.page.get_by_role("button", name=re.compile(r", function \d+ of \d+$"))

    def chip(self, place: int) -> Locator:
        """The function at a place, from 1."""
        return self.page.get_by_role("button", name=re.compile(rf", function {place} of \d+$"))

    @property
    def chain(self) -> list[str]:
        """The names of the chain's functions, with their constants."""
        names: list[str] = self.chips.evaluate_all(
            """chips => chips.map((chip) => {
              const copy = chip.cloneNode(true);
              for (const hidden of copy.querySelectorAll("[aria-hidden=true]")) hidden.remove();
              return copy.textContent.trim();
            })"""
        )
        return [name.split(",")[0] for name in names]

    def button(self, name: str) -> Locator:
        """A button by its exact name."""
        return self.page.get_by_role("button", name=name, exact=True)

    def variable(self, name: str) -> Locator:
        """A variable of the graph."""
        return self.page.get_by_role("button", name=re.compile(rf"^Variable {name}:"))

    def function(self, letter: str) -> Locator:
        """A function of the graph."""
        return self.page.get_by_role("button", name=re.compile(rf"^Function {letter},"))

    def nodes(self) -> dict[str, list[str]]:
        """What stands at each node of the graph, by "Variable x" or "Function A"."""
        nodes: list[tuple[str, list[str]]] = self.page.get_by_role(
            "group", name=re.compile("^Computational graph")
        ).evaluate(
            """graph => [...graph.querySelectorAll("[role=button]")].map(node =>
              [node.getAttribute("aria-label"),
               [...node.closest(".node").querySelectorAll("text")].map(text => text.textContent)])"""
        )
        return {re.split("[:,]", label)[0]: texts for label, texts in nodes}

    def rows(self) -> list[list[str]]:
        """The table of the same numbers: for each function the five numbers of its row, as they read."""
        table = self.page.get_by_role("region", name="The same numbers, function by function").get_by_role("table")
        texts: list[list[str]] = table.evaluate(
            """table => [...table.tBodies[0].rows].map(row =>
              [...row.querySelectorAll("td")].map(cell => cell.textContent))"""
        )
        return [[text.split(" = ")[-1].strip() for text in row] for row in texts]

    def address(self) -> str:
        """What stands after the `#`."""
        return self.page.url.partition("#")[2]

    def results(self) -> list[dict[str, Any]]:
        """The traces told by the `result` events since the page was started afresh."""
        traces: list[dict[str, Any]] = self.page.evaluate("results")
        return traces

    def focused(self) -> str:
        """The name of what has the keyboard focus, or BODY where nothing has it."""
        name: str = self.page.evaluate(
            """() => {
              const { activeElement: at } = document;
              if (at === document.body || !at) return "BODY";
              return at.getAttribute("aria-label") ?? (at.labels?.[0] ?? at).textContent.trim();
            }"""
        )
        return name
