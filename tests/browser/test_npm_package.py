"""The npm package: it holds what it needs, its README and manifest tell every attribute, and it runs as it is."""

import json
import re
import tarfile
import threading
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.hosting import Quiet, all_told
from tests.browser.test_embed import expected
from web.make.npm_package import npm_package


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What npm would unpack."""
    folder = tmp_path_factory.mktemp("npm")
    with tarfile.open(npm_package(target=folder / "made")) as archive:
        archive.extractall(folder, filter="data")
    return folder / "package"


def test_readme_and_manifest_tell_every_attribute(package: Path) -> None:
    manifest = json.loads((package / "custom-elements.json").read_text(encoding="utf-8"))
    element = manifest["modules"][0]["declarations"][0]
    names = {attribute["name"] for attribute in element["attributes"]}
    rows = re.findall(r"^\| (`.*?) \|", (package / "README.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert {name for row in rows for name in re.findall(r"`(\w+)`", row)} == names
    assert {"x", "chain", "show", "theme"} <= names


def test_every_file_that_it_names_is_in_it(package: Path) -> None:
    about = json.loads((package / "package.json").read_text(encoding="utf-8"))
    for path in (about["types"], about["customElements"], about["exports"]["."]["default"], "licences.txt"):
        assert (package / path).is_file()


def test_it_runs_from_where_it_was_unpacked(package: Path, browser: Browser) -> None:
    page_of_theirs = '<!doctype html><script type="module" src="./embed.js"></script><auto-diff x="2"></auto-diff>'
    (package / "index.html").write_text(page_of_theirs, encoding="utf-8")
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(package))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        page = browser.new_page()
        page.goto(f"http://127.0.0.1:{server.server_port}/index.html")
        all_told(page)
        assert page.locator(".number").all_text_contents() == expected("2", "square exp square")
        page.close()
        server.shutdown()
