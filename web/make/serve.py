"""A plain static server for `dist/`, on this machine alone, with no header that a static host would not send."""

import contextlib
import errno
import sys
import webbrowser
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from web.make.progress import BuildError

MIME = {
    ".js": "text/javascript",
    ".mjs": "text/javascript",
    ".json": "application/json",
    ".py": "text/x-python",
    ".svg": "image/svg+xml",
    ".wasm": "application/wasm",
    ".webmanifest": "application/manifest+json",
    ".whl": "application/zip",
    ".woff2": "font/woff2",
}
"""Said here because the system's own table may lack or contradict them."""


class StaticHandler(SimpleHTTPRequestHandler):
    """Files of one folder, asked anew each time so that a rebuilt page shows at once."""

    protocol_version = "HTTP/1.1"
    extensions_map = {**SimpleHTTPRequestHandler.extensions_map, **MIME}  # noqa: RUF012

    def end_headers(self) -> None:
        """Let the browser keep files but ask whether they changed; let other pages use them, as GitHub Pages does."""
        self.send_header("Cache-Control", "no-cache")
        self.send_header("Access-Control-Allow-Origin", "*")
        super().end_headers()

    def log_message(self, *_: Any) -> None:
        """Say nothing: the terminal shows the address, not the traffic."""


class StaticServer(ThreadingHTTPServer):
    """A server that is not upset by a browser that goes away in the middle of an answer."""

    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Show what is a fault of ours, and only that."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


def server(folder: Path, port: int = 0) -> StaticServer:
    """A server of `folder` on the loopback interface; port 0 takes a free one."""
    try:
        return StaticServer(("127.0.0.1", port), partial(StaticHandler, directory=str(folder)))
    except (OSError, OverflowError) as error:
        taken = isinstance(error, OSError) and error.errno == errno.EADDRINUSE
        raise BuildError(
            f"Port {port} is taken by another program." if taken else f"Port {port} cannot be used.",
            [str(error)],
            ["Leave --port out, and a free one is chosen.", "Or name another: python build.py serve --port 8123"],
        ) from error


def serve(folder: Path, port: int, *, browse: bool) -> None:
    """Serve until interrupted."""
    with server(folder, port) as running:
        address = f"http://127.0.0.1:{running.server_port}/"
        sys.stdout.write(f"\npyautodiff is at {address}  (Ctrl-C ends it)\n")
        sys.stdout.flush()
        if browse:
            with contextlib.suppress(webbrowser.Error):
                webbrowser.open(address)
        with contextlib.suppress(KeyboardInterrupt):
            running.serve_forever()
    sys.stdout.write("\n")
