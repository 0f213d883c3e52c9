"""Pages of somebody else, on an origin of their own, that embed the site. Must not know what a test asks of them."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, Page

PAGE = """<!doctype html>
<html lang="{lang}">
<meta charset="utf-8">
<title>A tutorial</title>
<link rel="icon" href="data:,">
<style>{style}</style>
<script>
  globalThis.told = [];
  for (const kind of ["result", "error"])
    addEventListener(kind, (event) => event.detail && told.push([kind, event.target.id, event.detail]), true);
  addEventListener("message", ({{ data }}) => told.push(data));
  globalThis.shift = 0;
  new PerformanceObserver((list) => {{
    for (const {{ value }} of list.getEntries()) shift += value;
  }}).observe({{ type: "layout-shift", buffered: true }});
  globalThis.longest = 0;
  new PerformanceObserver((list) => {{
    for (const {{ duration }} of list.getEntries()) longest = Math.max(longest, duration);
  }}).observe({{ type: "longtask", buffered: true }});
</script>
<main>
<h1>A tutorial</h1>
<p>Text before.</p>
{body}
<p id="after">Text after.</p>
</main>
</html>
"""

START = 60_000
"""Milliseconds that a start of Python may take on a busy machine."""


class Quiet(SimpleHTTPRequestHandler):
    """Files of one folder."""

    def log_message(self, *_: Any) -> None:
        """Say nothing."""


class Somebody:
    """A site that is not ours: it writes pages and opens them in a browser of its own."""

    def __init__(self, folder: Path, url: str, ours: str, contexts: Callable[..., BrowserContext]) -> None:
        self.folder, self.url, self.ours, self.contexts = folder, url, ours, contexts
        self.requests: list[str] = []
        self.complaints: list[str] = []

    def open(self, body: str, *, script: bool = True, style: str = "", lang: str = "en", **options: Any) -> Page:
        """Open a page with that body; OURS in it is the address of our site."""
        tag = '<script type="module" src="OURS/embed.js"></script>' if script else ""
        text = PAGE.format(body=tag + body, style=style, lang=lang).replace("OURS/", self.ours)
        (self.folder / "index.html").write_text(text, encoding="utf-8")
        page = self.contexts(**options).new_page()
        page.on("request", lambda request: self.requests.append(request.url))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("console", lambda said: self.complaints.append(said.text) if said.type == "error" else None)
        page.goto(f"{self.url}index.html")
        return page

    def foreign(self) -> list[str]:
        """What was asked of anybody but these two sites."""
        return [url for url in self.requests if not url.startswith((self.url, self.ours, "data:", "blob:"))]


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """A folder's address, as long as it lasts: on another host name than ours, so that it is another site."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder))) as server:
        serving = threading.Thread(target=server.serve_forever, daemon=True)
        serving.start()
        yield f"http://localhost:{server.server_port}/"
        server.shutdown()
        serving.join()


@contextmanager
def somebody(folder: Path, ours: str, browser: Browser) -> Iterator[Somebody]:
    """Their site, as long as it lasts."""
    made: list[BrowserContext] = []

    def context(**options: Any) -> BrowserContext:
        made.append(browser.new_context(**{"locale": "en", "viewport": {"width": 1000, "height": 900}, **options}))
        return made[-1]

    with served(folder) as url:
        yield Somebody(folder, url, ours, context)
        for opened in made:
            opened.close()


def all_told(page: Page) -> None:
    """Wait until Python has answered every element of a page."""
    page.wait_for_function(
        "[...document.querySelectorAll('auto-diff')].every((element) => element.trace)", timeout=START
    )
    drawn(page)


def drawn(page: Page) -> None:
    """Wait until what was told is drawn: that is in the frame after."""
    page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")


def origin_of(url: str) -> str:
    """Scheme, host and port."""
    return "{0.scheme}://{0.netloc}".format(urlsplit(url))
