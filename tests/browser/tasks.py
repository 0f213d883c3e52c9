"""How long the longest task of a page's main thread is, in processor time.

The browser's own long tasks are told in time on the clock, which here is also that of the tests that run beside.
"""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from playwright.sync_api import Browser

CATEGORIES = ["toplevel", "blink.user_timing"]
TASK = "ThreadControllerImpl::RunTask"
MAIN = "CrRendererMain"
OPENED = "navigationStart"


@dataclass
class Tasks:
    """The tasks of all pages of a browser while it was watched."""

    milliseconds: list[float] = field(default_factory=list)
    """Of processor time, in the order in which they ended."""

    @property
    def longest(self) -> float:
        """The longest."""
        return max(self.milliseconds)


@contextmanager
def tasks_of(browser: Browser) -> Iterator[Tasks]:
    """What the main threads of its pages do meanwhile, told at the end. The browser's own pages do not count."""
    tasks = Tasks()
    browser.start_tracing(categories=CATEGORIES)
    try:
        yield tasks
    finally:
        events = json.loads(browser.stop_tracing())["traceEvents"]
    pages = {
        event["pid"]
        for event in events
        if event["name"] == OPENED and event["args"]["data"]["documentLoaderURL"].startswith("http")
    }
    threads = {
        (event["pid"], event["tid"])
        for event in events
        if event["name"] == "thread_name" and event["args"]["name"] == MAIN and event["pid"] in pages
    }
    tasks.milliseconds += [
        event["tdur"] / 1000
        for event in events
        if event["name"] == TASK and (event["pid"], event["tid"]) in threads and "tdur" in event
    ]
