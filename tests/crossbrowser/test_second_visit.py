"""The second visit in every browser: Python comes back from the image that this browser made, where it kept that."""

import pytest

from tests.browser.conftest import Site
from tests.crossbrowser.driving import START, Driven, wait_for
from tests.crossbrowser.test_home import shows

MADE = "['image-made', 'image-failed'].find((name) => performance.getEntriesByName(name).length)"
STARTED = "performance.getEntriesByName('engine-ready').at(-1).detail"


def test_python_comes_back_from_an_image(home: Driven, site: Site, request: pytest.FixtureRequest) -> None:
    if home.evaluate(STARTED)["start"] != "image":  # else an earlier visit of this browser had one made
        wait_for(home, MADE, START)
        assert home.evaluate(MADE) == "image-made"
    home.open("about:blank")
    home.open(f"{site.url}#lang=en&x=0.25&f=exp,sin")
    wait_for(home, "performance.getEntriesByName('first-live-result').length", START)
    how = home.evaluate(STARTED)
    assert how["refused"] == []
    if request.node.callspec.params["driven"] != "webkit":  # a driven WebKitGTK was seen to keep nothing between pages
        assert how["start"] == "image"
    shows(home, "0.25", "exp sin")
