"""The embed in every browser, in a page of another site: as an element, as frames, and one Python for all of a kind."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser.conftest import Site
from tests.browser.hosting import served
from tests.crossbrowser.driving import START, Driven, button, wait_for
from tests.crossbrowser.test_home import expected, numbers_of

CASES = [("0.5", "square exp square"), ("-1.5", "sin tanh"), ("2", "log")]
PAGE = """<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>A tutorial</title>
<link rel="icon" href="data:,">
<script>
  globalThis.told = {{}};
  addEventListener("message", ({{ source, data }}) => {{
    for (const frame of document.querySelectorAll("iframe")) {{
      if (frame.contentWindow !== source) continue;
      (told[frame.id] ??= {{}})[data.type] = data;
      if (data.type === "pyautodiff:height") frame.height = data.height;
    }}
  }});
</script>
<h1>A tutorial</h1>
{body}
</html>
"""


@pytest.fixture
def theirs(tmp_path: Path, driven: Driven) -> Iterator[tuple[Path, str]]:
    """The folder and the address of somebody else's site; the page is left before the site ends."""
    with served(tmp_path) as url:
        yield tmp_path, url
        driven.open("about:blank")


def opened(driven: Driven, theirs: tuple[Path, str], body: str) -> None:
    """Open their page with that body."""
    folder, url = theirs
    (folder / "index.html").write_text(PAGE.format(body=body), encoding="utf-8")
    driven.open(f"{url}index.html")


def element(place: int) -> str:
    """What an element shows within itself."""
    return f"document.querySelectorAll('auto-diff')[{place}].shadowRoot"


def test_elements_show_their_own_numbers_and_share_one_python(
    driven: Driven, site: Site, theirs: tuple[Path, str]
) -> None:
    tags = [f'<auto-diff x="{x}" chain="{chain}"></auto-diff>' for x, chain in CASES]
    opened(driven, theirs, f'<script type="module" src="{site.url}embed.js"></script>{"".join(tags)}')
    for place in range(len(CASES)):
        driven.evaluate(f"document.querySelectorAll('auto-diff')[{place}].scrollIntoView()")
        wait_for(driven, f"document.querySelectorAll('auto-diff')[{place}].trace", START)
    for place, (x, chain) in enumerate(CASES):
        numbers = f"[...{element(place)}.querySelectorAll('.number')].map((number) => number.textContent)"
        wait_for(driven, f"{numbers}.length")
        assert driven.evaluate(numbers) == expected(x, chain)
    assert driven.evaluate("performance.getEntriesByName('engine-ready').length") == 1
    driven.click(button("Before anything runs", element(1)))
    wait_for(driven, "document.querySelectorAll('auto-diff')[1].step === 0")
    assert driven.evaluate("document.querySelectorAll('auto-diff')[0].step") is None


def test_frames_answer_and_tell_their_height(driven: Driven, site: Site, theirs: tuple[Path, str]) -> None:
    sources = [f"{site.url}embed.html?x={x}&amp;f={chain.replace(' ', ',')}" for x, chain in CASES]
    frames = [f'<iframe id="f{n}" src="{src}" width="700" height="300"></iframe>' for n, src in enumerate(sources)]
    opened(driven, theirs, "".join(frames))
    for place, (x, chain) in enumerate(CASES):
        driven.evaluate(f"document.querySelector('#f{place}').scrollIntoView()")
        wait_for(driven, f"told.f{place}?.['pyautodiff:result']", START)
        told = driven.evaluate(f"told.f{place}['pyautodiff:result'].trace")
        assert numbers_of(told) == expected(x, chain)
        wait_for(driven, f"Number(document.querySelector('#f{place}').height) > 310")
