"""The site kept on a visitor's machine: what works without a network, how a new version arrives, what is never kept."""

import json
import re
import shutil
import struct
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, ConsoleMessage, Page, expect

from tests.browser.conftest import hosted
from tests.browser.explorer import START, Explorer
from tests.browser.hosting import somebody
from tests.browser.words import Say
from web.make.offline import WORKER, entries
from web.make.standalone import NAME as STANDALONE

NewPage = Callable[..., Page]
PATIENCE = 90_000
"""Milliseconds until everything is kept, on a busy machine."""
REGISTERED = 8000
"""Milliseconds after which a page that has the site kept has begun with it."""
REST = """
def with_the_rest(request):
    import colorsys
    print("REST", colorsys.rgb_to_hsv(0, 0, 1))
    return answer(request)
xworker.sync.run = with_the_rest
"""
"""Imports, for each answer, what no start has: it comes from all of Python's library."""
KEPT = """async () => {
  const names = (await caches.keys()).filter((name) => name.startsWith("pyautodiff files"));
  const kept = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
  return kept.flat().map(({ url }) => url);
}"""


@pytest.fixture
def folder(dist: Path, tmp_path: Path) -> Path:
    """A site that a test may change, with all that the build made."""
    return Path(shutil.copytree(dist, tmp_path / "site"))


@pytest.fixture
def site(folder: Path) -> Iterator[Any]:
    """The host of that site."""
    with hosted(folder) as site:
        yield site


def listed(folder: Path) -> None:
    """Tell the service worker what is in the folder now, as a build does."""
    worker = folder / WORKER
    text, found = re.subn(r'\[\{"url": .*?\}\]', lambda _: json.dumps(entries(folder)), worker.read_text("utf-8"))
    assert found == 1
    worker.write_text(text, encoding="utf-8")


def another_version(folder: Path) -> str:
    """Make another version of the site, in which a page says so and one script has another name; give the old name."""
    script = next((folder / "assets").glob("dialog-*.js"))
    new = script.name.replace(script.stem[-8:], "AnOtHeR1")
    script.rename(script.with_name(new))
    pages = [file for file in folder.glob("*.html") if file.name != STANDALONE]
    for file in [*folder.glob("assets/*.js"), *pages]:
        text = file.read_text(encoding="utf-8")
        file.write_text(text.replace(script.name, new), encoding="utf-8")
    home = folder / "index.html"
    home.write_text(home.read_text(encoding="utf-8").replace("<html ", '<html data-version="2" ', 1), encoding="utf-8")
    listed(folder)
    return script.name


def visit(page: Page, site: Any) -> Explorer:
    """Open the page and wait until it says that it works offline."""
    explorer = Explorer(page, site.url)
    explorer.start()
    expect(page.get_by_text("Works offline from now on.")).to_be_visible(timeout=PATIENCE)
    return explorer


def version(page: Page) -> str | None:
    """Which version a page is of."""
    found: str | None = page.evaluate("document.documentElement.dataset.version ?? null")
    return found


def gone(context: BrowserContext, site: Any) -> None:
    """Nothing answers any more."""
    site.broken["/"] = 503
    context.set_offline(True)


def test_after_one_visit_everything_works_with_the_network_gone(new_page: NewPage, folder: Path, site: Any) -> None:
    program = next((folder / "assets").glob("engine-*.py"))
    program.write_text(program.read_text(encoding="utf-8") + REST, encoding="utf-8")
    listed(folder)
    page = new_page(service_workers="allow")
    explorer = visit(page, site)
    kept = page.evaluate(KEPT)
    assert {url.partition("/pyautodiff/")[2].partition("?")[0] for url in kept} >= {
        entry["url"] for entry in entries(folder) if entry["url"] != "./"
    }
    gone(page.context, site)
    asked = len(site.requests)

    told: list[str] = []

    def listen(said: ConsoleMessage) -> None:
        told.append(said.text)

    page.on("console", listen)
    page.reload()
    explorer.wait_until_ready()
    explorer.x.fill("1")
    expect(explorer.y).to_have_text("7.3890560989306495")
    assert any(text.startswith("REST (0.66") for text in told)
    explorer.button("Embed").click()
    expect(page.get_by_role("dialog", name="Put it into your page")).to_be_visible()
    page.goto(f"{site.url}embed.html?x=2&f=square")
    page.wait_for_function("document.querySelector('auto-diff').trace", timeout=START)
    page.goto(f"{site.url}embedding.html")
    expect(page.get_by_role("heading", name="Attributes")).to_be_visible()
    page.goto(f"{site.url}index.html#x=2&f=exp")
    expect(explorer.y).to_have_text("7.38905609893065", timeout=START)
    assert set(site.requests[asked:]) <= {f"/{WORKER}"}, "all but the question for a new version"


def test_what_a_visit_has_fetched_is_not_fetched_again(new_page: NewPage, site: Any) -> None:
    page = new_page(service_workers="allow")
    visit(page, site)
    # A browser that keeps nothing on disk, as here, has no room for the largest file.
    asked = [path for path in site.requests if not path.endswith(".wasm")]
    fetched = [path for path in asked if site.sent.get(path, 0) > 1]
    assert fetched == []


def test_a_page_tells_that_it_is_offline_and_when_it_is_not(new_page: NewPage, site: Any, say: Say) -> None:
    page = new_page(service_workers="allow")
    visit(page, site)
    page.evaluate("shifts.length = 0")
    page.context.set_offline(True)
    expect(page.get_by_text(say("keeping.offlineKept"))).to_be_visible()
    page.context.set_offline(False)
    expect(page.get_by_text(say("keeping.fromNowOn"))).to_be_visible()
    assert page.evaluate("shifts") == []
    page.goto(f"{site.url}#lang=ko")
    page.reload()
    expect(page.get_by_text(say("keeping.kept", lang="ko"))).to_be_visible(timeout=START)


def test_a_new_version_waits_until_it_is_wanted(new_page: NewPage, folder: Path, site: Any, say: Say) -> None:
    page = new_page(service_workers="allow")
    explorer = visit(page, site)
    old = another_version(folder)
    page.evaluate("navigator.serviceWorker.getRegistration().then((registration) => registration.update())")
    expect(page.get_by_text(say("keeping.renewed"))).to_be_visible(timeout=PATIENCE)
    assert version(page) is None
    explorer.x.fill("1")
    expect(explorer.y).to_have_text("7.3890560989306495")

    other = page.context.new_page()
    other.goto(site.url)
    expect(other.get_by_text(say("keeping.renewed"))).to_be_visible(timeout=PATIENCE)
    assert version(other) is None
    other.get_by_role("button", name=say("keeping.reload"), exact=True).click()
    other.wait_for_function("document.documentElement.dataset.version === '2'")
    expect(other.get_by_text(say("keeping.kept"))).to_be_visible(timeout=PATIENCE)
    other.wait_for_timeout(REGISTERED)

    assert version(page) is None
    assert any(url.endswith(old) for url in page.evaluate(KEPT))
    explorer.button("Embed").click()
    expect(page.get_by_role("dialog", name="Put it into your page")).to_be_visible()
    page.keyboard.press("Escape")
    page.get_by_role("button", name=say("keeping.reload"), exact=True).click()
    page.wait_for_function("document.documentElement.dataset.version === '2'")
    page.wait_for_function(
        f"(async () => !(await ({KEPT})()).some((url) => url.endsWith('{old}')))()", timeout=PATIENCE
    )


@pytest.mark.complains
@pytest.mark.parametrize("fault", ["damaged", "missing"])
def test_what_comes_damaged_or_not_at_all_is_not_kept(new_page: NewPage, site: Any, say: Say, fault: str) -> None:
    page = new_page(service_workers="allow")
    if fault == "damaged":
        site.damaged.add("licences.txt")
    else:
        site.broken["licences.txt"] = 503
    Explorer(page, site.url).start()
    page.wait_for_timeout(REGISTERED)
    tries = lambda: sum(path == "/licences.txt" for path in site.requests)  # noqa: E731
    for _ in range(60):
        if tries() >= 2:
            break
        page.wait_for_timeout(500)
    assert tries() >= 2
    assert not [url for url in page.evaluate(KEPT) if "licences" in url]
    expect(page.get_by_text(say("keeping.fromNowOn"))).to_have_count(0)
    site.damaged.clear()
    site.broken.clear()
    expect(page.get_by_text(say("keeping.fromNowOn"))).to_be_visible(timeout=PATIENCE)
    assert [url for url in page.evaluate(KEPT) if "licences" in url]


@pytest.mark.parametrize(
    "script",
    [
        "Object.defineProperty(Navigator.prototype, 'serviceWorker', { get() { throw new DOMException('no'); } })",
        "ServiceWorkerContainer.prototype.register = () => Promise.reject(new DOMException('no', 'SecurityError'))",
        "delete Navigator.prototype.serviceWorker",
    ],
    ids=["denied", "refused", "absent"],
)
def test_where_nothing_may_be_kept_nothing_breaks(new_page: NewPage, site: Any, script: str) -> None:
    page = new_page(service_workers="allow")
    page.add_init_script(script)
    explorer = Explorer(page, site.url)
    explorer.start()
    page.wait_for_timeout(REGISTERED)
    assert f"/{WORKER}" not in site.requests
    explorer.x.fill("1")
    expect(explorer.y).to_have_text("7.3890560989306495")


def test_pages_of_other_sites_have_nothing_kept(browser: Any, site: Any, tmp_path: Path) -> None:
    with somebody(tmp_path, site.url, browser) as other:
        frames = f'<iframe id="home" src="{site.url}"></iframe><iframe id="embed" src="{site.url}embed.html"></iframe>'
        page = other.open(frames)
        for name in ("home", "embed"):
            frame = page.frame_locator(f"#{name}")
            expect(frame.get_by_text(re.compile(r"Python [\d.]+ ready")).first).to_be_attached(timeout=PATIENCE)
        page.wait_for_timeout(REGISTERED)
        assert f"/{WORKER}" not in site.requests
        assert page.context.service_workers == []
        assert other.complaints == []


def test_the_page_can_be_installed(page: Page, site: Any) -> None:
    page.goto(site.url)
    browser = page.context.new_cdp_session(page)
    told = browser.send("Page.getAppManifest")
    assert told["errors"] == []
    assert told["url"] == f"{site.url}manifest.webmanifest"
    manifest = json.loads(told["data"])
    assert {"any", "maskable"} == {icon["purpose"] for icon in manifest["icons"]}
    for icon in manifest["icons"]:
        picture = page.request.get(site.url + icon["src"]).body()
        width, height = struct.unpack(">II", picture[16:24])
        assert icon["sizes"] == f"{width}x{height}"
    errors = {error["errorId"] for error in browser.send("Page.getInstallabilityErrors")["installabilityErrors"]}
    assert errors <= {"in-incognito"}, "a browser that keeps nothing on disk, as here, installs nothing"
