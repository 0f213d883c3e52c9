"""`embed.html` in frames of somebody else's page: the query, the messages, one Python for all, and its handing over."""

from typing import Any

from playwright.sync_api import Frame, Page, expect

from tests.browser.hosting import START, Somebody, origin_of
from tests.browser.test_embed import expected, workers
from tests.browser.words import Say

FRAME = '<iframe id="{name}" src="OURS/embed.html?{query}" title="An embed" width="100%" height="500"></iframe>'


def frames(*queries: str) -> str:
    """So many frames, named a, b, …"""
    return "".join(FRAME.format(name="abcdefghij"[place], query=query) for place, query in enumerate(queries))


def told(page: Page, kind: str, count: int = 1) -> list[dict[str, Any]]:
    """Wait until so many messages of a kind were told; give them."""
    found = f"told.filter((message) => message.type === 'pyautodiff:{kind}')"
    page.wait_for_function(f"{found}.length >= {count}", timeout=START)
    messages: list[dict[str, Any]] = page.evaluate(found)
    page.wait_for_timeout(100)  # it is drawn in the frame after
    return messages


def inside(page: Page) -> list[Frame]:
    """The frames that are there."""
    return [frame for frame in page.frames if "embed.html" in frame.url]


def numbers(frame: Frame) -> list[str]:
    """The two numbers in large type."""
    return frame.locator("auto-diff .number").all_text_contents()


def test_a_frame_shows_what_its_query_says_and_tells_its_result(theirs: Somebody, say: Say) -> None:
    page = theirs.open(frames("x=2&f=square,pow:3&show=result&lang=ko&theme=dark"), script=False)
    (result,) = told(page, "result")
    assert (result["trace"]["x"], result["trace"]["chain"]) == ("2", "square pow:3")
    (frame,) = inside(page)
    assert numbers(frame) == expected("2", "square pow:3")
    root = frame.locator("auto-diff .auto-diff")
    expect(root).to_have_attribute("data-theme", "dark")
    expect(root).to_contain_text(say("embed.open", lang="ko"))


def test_the_page_round_it_sets_values_and_hears_of_errors(theirs: Somebody) -> None:
    page = theirs.open(frames("x=2&f=square"), script=False)
    told(page, "result")
    page.evaluate("told.length = 0; a.contentWindow.postMessage({ type: 'pyautodiff:set', x: 3, chain: 'cube' }, '*')")
    assert told(page, "result")[0]["trace"]["chain"] == "cube"
    assert numbers(inside(page)[0]) == expected("3", "cube")
    page.evaluate("told.length = 0; a.contentWindow.postMessage({ type: 'pyautodiff:set', x: 'seven' }, '*')")
    (error,) = told(page, "error")
    assert error["where"] == "x"
    assert error["message"]
    page.evaluate("a.contentWindow.postMessage({ type: 'another', x: 9 }, '*')")
    page.evaluate("a.contentWindow.postMessage({ type: 'pyautodiff:set', onclick: 'alert(1)', innerHTML: 'x' }, '*')")
    page.wait_for_timeout(300)
    element = inside(page)[0].locator("auto-diff")
    assert element.get_attribute("onclick") is None
    assert element.get_attribute("x") == "seven"


def test_a_frame_that_names_its_host_speaks_with_no_other(theirs: Somebody) -> None:
    page = theirs.open(
        frames(f"x=2&f=square&host={origin_of(theirs.url)}", "x=3&f=square&host=https://elsewhere.example"),
        script=False,
    )
    assert [message["trace"]["x"] for message in told(page, "result")] == ["2"]
    inside(page)[1].wait_for_function("document.querySelector('auto-diff').trace", timeout=START)
    for name in ("a", "b"):
        page.evaluate(f"{name}.contentWindow.postMessage({{ type: 'pyautodiff:set', x: '5' }}, '*')")
    told(page, "result", 2)
    page.wait_for_timeout(300)
    assert [frame.evaluate("document.querySelector('auto-diff').x") for frame in inside(page)] == ["5", "3"]
    assert {message["trace"]["x"] for message in told(page, "result")} == {"2", "5"}


def test_the_height_follows_by_the_snippet_that_is_given(theirs: Somebody) -> None:
    follow = f"""<script>
addEventListener("message", ({{ source, origin, data }}) => {{
  if (origin !== "{origin_of(theirs.ours)}" || data.type !== "pyautodiff:height") return;
  for (const frame of document.querySelectorAll("iframe"))
    if (frame.contentWindow === source) frame.height = data.height;
}});
</script>"""
    page = theirs.open(follow + frames("show=result", "show=graph,steps,table"), script=False)
    told(page, "result", 2)
    page.wait_for_timeout(300)
    for frame in inside(page):
        assert frame.evaluate("document.documentElement.scrollHeight - innerHeight") == 0
    heights = page.evaluate("[a.height, b.height].map(Number)")
    assert heights[0] < 200 < heights[1]


def test_frames_of_a_page_share_one_python_and_hand_it_over(theirs: Somebody) -> None:
    page = theirs.open(frames("x=1&f=square", "x=2&f=square", "x=3&f=square"), script=False, viewport=TALL)
    told(page, "result", 3)
    assert workers(page) == 1
    assert [numbers(frame)[0] for frame in inside(page)] == ["1.0", "4.0", "9.0"]
    page.evaluate("a.remove(); told.length = 0")
    page.evaluate("b.contentWindow.postMessage({ type: 'pyautodiff:set', x: 5 }, '*')")
    page.evaluate("c.contentWindow.postMessage({ type: 'pyautodiff:set', x: 6 }, '*')")
    told(page, "result", 2)
    assert sorted(message["trace"]["x"] for message in told(page, "result")) == ["5", "6"]
    assert workers(page) == 1
    page.evaluate("b.remove(); told.length = 0; c.contentWindow.postMessage({ type: 'pyautodiff:set', x: 7 }, '*')")
    assert told(page, "result")[0]["trace"]["x"] == "7"


TALL = {"width": 1000, "height": 1700}


def test_two_pages_do_not_share_one(theirs: Somebody) -> None:
    first = theirs.open(frames("x=1&f=square"), script=False)
    told(first, "result")
    second = first.context.new_page()
    second.goto(first.url)
    told(second, "result")
    assert workers(first) == workers(second) == 1


def test_script_off_the_worked_example_is_told(theirs: Somebody, say: Say) -> None:
    page = theirs.open("", script=False, java_script_enabled=False)
    page.goto(f"{theirs.ours}embed.html")
    expect(page.get_by_text("3.297442541400256")).to_be_visible()
    for lang in ("en", "ko", "ja"):
        expect(page.get_by_text(say("engine.scriptOff", lang=lang))).to_be_visible()
