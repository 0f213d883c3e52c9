"""`embed.html` in a frame that may run scripts and nothing else: no origin, no storage, and Python all the same."""

from playwright.sync_api import expect

from tests.browser.hosting import START, Somebody
from tests.browser.test_embed import expected
from tests.browser.test_embed_frames import inside, numbers, told

SANDBOXED = (
    '<iframe id="a" sandbox="allow-scripts" src="OURS/embed.html?{query}" title="An embed" '
    'width="100%" height="500"></iframe>'
)


def test_a_frame_with_allow_scripts_alone_runs_python(theirs: Somebody) -> None:
    page = theirs.open(SANDBOXED.format(query="x=2&f=square,pow:3&show=result"), script=False)
    (result,) = told(page, "result")
    assert (result["trace"]["x"], result["trace"]["chain"]) == ("2", "square pow:3")
    (frame,) = inside(page)
    assert frame.evaluate("window.origin") == "null"
    assert numbers(frame) == expected("2", "square pow:3")
    marks: list[str] = frame.evaluate("performance.getEntriesByType('mark').map(({ name }) => name)")
    assert {"engine-ready", "first-live-result"} <= set(marks)


def test_it_answers_what_the_page_round_it_asks(theirs: Somebody) -> None:
    page = theirs.open(SANDBOXED.format(query="x=2&f=square"), script=False)
    told(page, "result")
    page.evaluate("told.length = 0; a.contentWindow.postMessage({ type: 'pyautodiff:set', x: 3, chain: 'cube' }, '*')")
    told(page, "result")
    (frame,) = inside(page)
    expect(frame.locator("auto-diff").first).to_have_attribute("data-engine", "ready", timeout=START)
    assert numbers(frame) == expected("3", "cube")
