"""The standalone file in every browser, opened from the disk: live numbers in real Python, nothing asked of anyone."""

from tests.browser.standalone import standalone_url
from tests.crossbrowser.driving import START, Driven, button, wait_for
from tests.crossbrowser.test_home import X, shows


def test_it_computes_from_the_disk(driven: Driven) -> None:
    driven.resize(1280, 900)
    driven.open(f"{standalone_url()}#lang=en&theme=light")
    wait_for(driven, "performance.getEntriesByName('first-live-result').length", START)
    shows(driven, "0.5", "square exp square")
    driven.enter(X, "1.25")
    shows(driven, "1.25", "square exp square")
    driven.click(button("Remove exp"))
    shows(driven, "1.25", "square square")
    asked = driven.evaluate("performance.getEntriesByType('resource').map(({ name }) => name)")
    assert [url for url in asked if url.startswith("http")] == []
