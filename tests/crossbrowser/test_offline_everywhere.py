"""The page without its host in every browser that can keep it: live numbers in real Python all the same."""

import pytest

from tests.browser.conftest import hosted
from tests.crossbrowser.driving import START, Driven, wait_for
from tests.crossbrowser.test_home import X, shows
from web.make.paths import DIST

KEPT = "document.querySelector('.keeping')?.textContent.trim()"


def test_it_computes_with_its_host_gone(driven: Driven) -> None:
    with hosted(DIST) as own:
        driven.open(f"{own.url}#lang=en")
        wait_for(driven, "performance.getEntriesByName('first-live-result').length", START)
        if not driven.evaluate("'serviceWorker' in navigator"):
            pytest.skip("this browser, as it is driven here, has no service workers")
        wait_for(driven, KEPT, START)
    driven.open("about:blank")
    driven.open(f"{own.url}#lang=en&x=0.25&f=exp,square")
    wait_for(driven, "performance.getEntriesByName('first-live-result').length", START)
    shows(driven, "0.25", "exp square")
    driven.enter(X, "1.5")
    shows(driven, "1.5", "exp square")
    driven.open("about:blank")
