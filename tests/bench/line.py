"""A host as GitHub Pages is one (compression, ten minutes in the cache), behind a line of a given speed if wanted."""

import gzip
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import lru_cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from web.make.serve import MIME

LATENCY = 0.04
"""Seconds before each answer on an emulated line."""
CHUNK = 16 * 1024
COMPRESSED = {".html", ".css", ".js", ".mjs", ".json", ".svg", ".wasm", ".py", ".txt"}


class Line:
    """What all connections share: `mbit` a second, or as fast as it goes."""

    def __init__(self) -> None:
        self.mbit: float | None = None
        self.free_at = 0.0
        self.lock = threading.Lock()

    def wait(self, size: int) -> None:
        """Take the time that so many bytes take, after those that came before."""
        if self.mbit is None:
            return
        with self.lock:
            self.free_at = max(self.free_at, time.monotonic()) + 8 * size / (self.mbit * 1e6)
            until = self.free_at
        time.sleep(max(0.0, until - time.monotonic()))


class Host(ThreadingHTTPServer):
    """A running host: its address, its line, and how many bytes it has sent."""

    daemon_threads = True
    line: Line
    sent: int = 0

    @property
    def url(self) -> str:
        """Its address, with a slash."""
        return f"http://127.0.0.1:{self.server_port}/"

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that goes away is no fault."""


@lru_cache(maxsize=256)
def content(file: Path) -> tuple[bytes, bool]:
    """A file as it is sent, and whether it is compressed."""
    raw = file.read_bytes()
    return (gzip.compress(raw, 6, mtime=0), True) if file.suffix in COMPRESSED else (raw, False)


class Handler(SimpleHTTPRequestHandler):
    """Answers from one folder."""

    protocol_version = "HTTP/1.1"
    server: Host

    def do_GET(self) -> None:
        """Send a file at the line's speed."""
        file = Path(self.translate_path(urlsplit(self.path).path))
        if self.server.line.mbit is not None:
            time.sleep(LATENCY)
        if not file.is_file():
            self.send_error(404)
            return
        body, compressed = content(file)
        self.send_response(200)
        self.send_header("Content-Type", MIME.get(file.suffix) or self.guess_type(str(file)))
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "max-age=600")
        if compressed:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        with suppress(ConnectionError):
            for start in range(0, len(body), CHUNK):
                part = body[start : start + CHUNK]
                self.server.line.wait(len(part))
                self.wfile.write(part)
                self.server.sent += len(part)

    def log_message(self, *_: Any) -> None:
        """Say nothing."""


@contextmanager
def host(folder: Path) -> Iterator[Host]:
    """A host of the folder on the loopback interface."""
    with Host(("127.0.0.1", 0), partial(Handler, directory=str(folder))) as running:
        running.line = Line()
        yield running
