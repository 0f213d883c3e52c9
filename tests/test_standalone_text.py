"""What the standalone file is made of: bytes written as text and read again, and PyScript's places that give way."""

import json
import subprocess
from array import array

import pytest

from web.make import standalone
from web.make.environment import node
from web.make.image import PYSCRIPT
from web.make.patch import patched
from web.make.paths import WEB
from web.make.progress import BuildError
from web.make.runtime import pyscript_files

READ = """
import { decode } from "./standalone/decode.js";
const [text, size] = JSON.parse(await new Response(process.stdin).text());
process.stdout.write(decode(text, size));
"""

EVERY_UNIT = array("H", range(0x10000)).tobytes()


def read(text: str, size: int) -> subprocess.CompletedProcess[bytes]:
    """What the page's own script makes of a text."""
    given = json.dumps([text, size]).encode()
    command = [node(), "--input-type=module", "-e", READ]
    return subprocess.run(command, cwd=WEB, input=given, capture_output=True, check=False)


@pytest.mark.parametrize("size", [len(EVERY_UNIT), len(EVERY_UNIT) - 1, 1, 0])
def test_every_two_bytes_come_back_as_they_were(size: int) -> None:
    text = standalone.encoded(EVERY_UNIT[:size])
    assert read(text, size).stdout == EVERY_UNIT[:size]
    assert not set(text) & {"\0", "\r", "<", "\ufeff", "\ufffe", "\uffff"}
    assert text.encode("utf-16-le").decode("utf-16-le") == text


def test_a_text_that_is_cut_short_is_refused() -> None:
    assert b"RangeError" in read("ab", 6).stderr


def test_patches_match_pyscript() -> None:
    [core] = (file for file in pyscript_files(PYSCRIPT) if file.name.startswith("core-"))
    text = patched(core.read_text(encoding="utf-8"), standalone.PYSCRIPT_PATCHES, core.name)
    assert all(text.count(each.made) == each.times for each in standalone.PYSCRIPT_PATCHES)
    with pytest.raises(BuildError, match="was found 0 times, not 1"):
        patched(text, standalone.PYSCRIPT_PATCHES, core.name)


def test_a_page_that_would_ask_for_something_fails_the_build() -> None:
    entry = '<script async type="module" crossorigin src="./assets/index-1.js"></script>'
    assert "assets" not in standalone.alone(f"<body>{entry}</body>")
    with pytest.raises(BuildError, match=r"would ask for src=\"\./picture\.png\""):
        standalone.alone(f'<body>{entry}<img src="./picture.png"></body>')
    with pytest.raises(BuildError, match="0 scripts"):
        standalone.alone("<body></body>")


def test_a_file_inside_that_is_not_as_written_down_fails_the_build(tmp_path) -> None:
    (tmp_path / "file").write_bytes(b"1")
    description = {"files": {"file": {"sha256": standalone.sha256(b"2")}}}
    with pytest.raises(BuildError, match="not what it was"):
        standalone.verified(tmp_path, "file", description)
