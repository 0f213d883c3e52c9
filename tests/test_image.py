"""What a page starts from: the same bytes by every build, and the library's tests hold in it."""

import gzip
import json
import re
import subprocess
import sysconfig
from pathlib import Path

from web.make import image
from web.make.environment import node
from web.make.patch import patched_module
from web.make.paths import ROOT
from web.make.wheels import library_wheel, numpy_wheel, sha256_of

SCRIPT = ROOT / "tests" / "interpreter" / "run-tests.mjs"
NEEDED_BESIDE = re.compile(r"^(?:from|import) (?:hypothesis|jsonschema|subprocess|web|build)\b", re.MULTILINE)
"""What has code of its own that is not compiled for the browser, starts processes or concerns the build."""

LEFT_OUT = (
    *("in_one_thread", "threads", "quiet"),  # no threads there, and no floating-point exceptions
    "integers_stay_integers",  # they have 32 bits there
    *("long_chain", "wide_graph", "recursion", "nested", "form_is_refused"),  # deeper than Node's own stack
)
"""Tests that hold in no Pyodide under Node, whatever it was started from."""


def library_tests() -> list[str]:
    """The tests of the library that Python alone can run: most, but not those with random examples."""
    files = sorted((ROOT / "tests").glob("test_*.py"))
    return [f"tests/{file.name}" for file in files if not NEEDED_BESIDE.search(file.read_text(encoding="utf-8"))]


def test_two_builds_give_the_same_image(tmp_path: Path) -> None:
    numpy, library = numpy_wheel(), library_wheel()
    kept = image.image(numpy, library)
    image.make(numpy, library, tmp_path)
    made = image.read(tmp_path)
    assert len(made.files) == len(kept.files) == 5
    for file in kept.files:
        assert (tmp_path / file.name).read_bytes() == file.read_bytes(), file.name


def test_nothing_of_this_machine_is_in_the_image() -> None:
    made = image.image(numpy_wheel(), library_wheel())
    content = (made.folder / "image").read_bytes()
    for told in (ROOT, Path.home()):
        assert len(told.parts) < 3 or str(told).encode() not in content


def test_the_first_half_is_half_of_it() -> None:
    made = image.image(numpy_wheel(), library_wheel())
    whole = (image.PYODIDE / image.INTERPRETER).read_bytes()
    packed = [len(gzip.compress(content, 6)) for content in (made.first.read_bytes(), made.second.read_bytes(), whole)]
    assert packed[0] < 0.65 * packed[2]
    assert packed[0] + packed[1] < 1.1 * packed[2]


def test_library_holds_in_the_interpreter_of_a_page(tmp_path: Path) -> None:
    numpy = numpy_wheel()
    made = image.image(numpy, library_wheel())
    (tmp_path / image.INTERPRETER).write_bytes(made.first.read_bytes())
    (tmp_path / "python_stdlib.zip").write_bytes(image.EMPTY_ARCHIVE)
    (tmp_path / "pyodide-lock.json").write_bytes((image.PYODIDE / "pyodide-lock.json").read_bytes())
    stdlib = image.PYODIDE / "python_stdlib.zip"
    given = {
        "from": {
            "pyodide": str(image.PYODIDE),
            "module": str(patched_module()),
            "folder": str(tmp_path),
            "data": str(made.folder / "data"),
            "pack": str(made.folder / "image"),
            "head": str(made.folder / "head"),
        },
        "seconds": {"interpreter": str(made.second), **{path: str(file) for path, file in made.libraries.items()}},
        "rest": {
            name: {"path": str(file), "sha256": sha256_of(file)}
            for name, file in {"library": stdlib, "numpy": numpy}.items()
        },
        "packages": sysconfig.get_path("purelib"),
        "repository": str(ROOT),
        "pytest": ["-q", "-p", "no:cacheprovider", "-k", f"not ({' or '.join(LEFT_OUT)})", *library_tests()],
    }
    command = [str(node()), str(SCRIPT), json.dumps(given)]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, (done.stdout + done.stderr)[-5000:]
    passed = re.search(r"(\d+) passed", done.stdout)
    assert passed
    assert int(passed[1]) > 500
