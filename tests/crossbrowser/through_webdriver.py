"""WebKitGTK, driven by the W3C WebDriver protocol on a virtual screen. Must not know what a test asks of it."""

import base64
import contextlib
import json
import os
import socket
import subprocess
import time
import urllib.error
import urllib.request
from pathlib import Path
from typing import Any

from web.make.other_browsers import webkit

ELEMENT = "element-6066-11e4-a52e-4f735466cecf"
"""The name under which the protocol carries an element."""
KEYS = {"Control": "\ue009", "Enter": "\ue007", "Home": "\ue011", "ArrowLeft": "\ue012", "ArrowRight": "\ue014"}


class ThroughWebDriver:
    """The one page of a WebKitGTK browser."""

    def __init__(self) -> None:
        parts = webkit()
        self.screen, display = virtual_screen(parts.screen)
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        surroundings = {**os.environ, "DISPLAY": display, "LIBGL_ALWAYS_SOFTWARE": "1", "NO_AT_BRIDGE": "1"}
        self.driver = subprocess.Popen([parts.driver, f"--port={port}"], env=surroundings, stderr=subprocess.DEVNULL)
        self.root = f"http://127.0.0.1:{port}"
        self.session = ""
        try:
            self._wait_until_it_listens(port)
            options = {"binary": str(parts.browser), "args": ["--automation"]}
            made = self._ask(
                "POST", "/session", {"capabilities": {"alwaysMatch": {"webkitgtk:browserOptions": options}}}
            )
            self.session = f"/session/{made['sessionId']}"
            self.resize(1280, 800)
        except BaseException:
            self.close()
            raise

    def open(self, url: str) -> None:
        self._ask("POST", "/url", {"url": url})

    def another_tab(self) -> None:
        made = self._ask("POST", "/window/new", {"type": "tab"})
        self._ask("DELETE", "/window")
        self._ask("POST", "/window", {"handle": made["handle"]})

    def resize(self, width: int, height: int) -> None:
        self._ask("POST", "/window/rect", {"width": width, "height": height})

    def evaluate(self, expression: str) -> Any:
        return self._ask("POST", "/execute/sync", {"script": f"return {expression}", "args": []})

    def click(self, element: str) -> None:
        self._ask("POST", f"/element/{self._found(element)}/click", {})

    def enter(self, element: str, text: str) -> None:
        self.click(element)
        self._keys(element, f"{KEYS['Control']}a{KEYS['Control']}{text}")

    def press(self, element: str, key: str) -> None:
        self._keys(element, KEYS.get(key, key))

    def screenshot(self) -> bytes:
        return base64.b64decode(self._ask("GET", "/screenshot"))

    def close(self) -> None:
        with contextlib.suppress(OSError):
            if self.session:
                self._ask("DELETE", "")
        for process in (self.driver, self.screen):
            process.terminate()
            process.wait()

    def _found(self, expression: str) -> str:
        found = self.evaluate(expression)
        assert found, f"no element: {expression}"
        name: str = found[ELEMENT]
        return name

    def _keys(self, element: str, text: str) -> None:
        self._ask("POST", f"/element/{self._found(element)}/value", {"text": text})

    def _ask(self, method: str, path: str, body: dict[str, Any] | None = None) -> Any:
        request = urllib.request.Request(
            self.root + self.session + path,
            method=method,
            data=None if body is None else json.dumps(body).encode(),
            headers={"Content-Type": "application/json"},
        )
        try:
            with urllib.request.urlopen(request, timeout=120) as answer:
                return json.load(answer)["value"]
        except urllib.error.HTTPError as error:
            with error:
                told = error.read().decode()
            raise AssertionError(f"{method} {path}: {told}") from None

    def _wait_until_it_listens(self, port: int) -> None:
        for _ in range(100):
            with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
                return
            time.sleep(0.1)
        raise AssertionError("WebKitWebDriver does not listen")


def virtual_screen(program: Path) -> tuple["subprocess.Popen[bytes]", str]:
    """A screen that nobody sees, on the first number that is free, and its name."""
    told, tells = os.pipe()
    command = [program, "-displayfd", str(tells), "-screen", "0", "1600x1200x24", "-nolisten", "tcp"]
    screen = subprocess.Popen(command, pass_fds=[tells], stderr=subprocess.DEVNULL)
    os.close(tells)
    with os.fdopen(told) as answer:
        number = answer.readline().strip()
    assert number, "Xvfb does not start"
    return screen, f":{number}"
