"""The second visit in every browser: from the image, as the first was."""

from tests.browser.conftest import Site
from tests.crossbrowser.driving import START, Driven, wait_for
from tests.crossbrowser.test_home import shows

STARTED = "performance.getEntriesByName('engine-ready').at(-1).detail"


def test_python_comes_back_from_the_image(home: Driven, site: Site) -> None:
    assert home.evaluate(STARTED) == {"start": "image", "refused": []}
    home.open("about:blank")
    home.open(f"{site.url}#lang=en&x=0.25&f=exp,sin")
    wait_for(home, "performance.getEntriesByName('first-live-result').length", START)
    assert home.evaluate(STARTED) == {"start": "image", "refused": []}
    shows(home, "0.25", "exp sin")
