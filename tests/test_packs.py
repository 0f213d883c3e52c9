"""What a first visit starts from: the same bytes by every build, and the library's tests hold in it."""

import json
import re
import subprocess
import sysconfig
from pathlib import Path

from web.make import packs as packs_module
from web.make.environment import node
from web.make.paths import MODULES, ROOT
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


def test_two_builds_give_the_same_packs(tmp_path: Path) -> None:
    numpy, library = numpy_wheel(), library_wheel()
    kept = packs_module.packs(numpy, library)
    packs_module.make(numpy, library, tmp_path)
    for file in kept.files:
        assert (tmp_path / file.name).read_bytes() == file.read_bytes(), file.name


def test_library_holds_in_the_interpreter_of_a_first_visit(tmp_path: Path) -> None:
    numpy = numpy_wheel()
    packs = packs_module.packs(numpy, library_wheel())
    stdlib = MODULES / "pyodide" / "python_stdlib.zip"
    given = {
        "pyodide": str(MODULES / "pyodide"),
        "packs": [str(file) for file in packs.files],
        "rest": {
            name: {"path": str(file), "sha256": sha256_of(file)}
            for name, file in {"library": stdlib, "numpy": numpy}.items()
        },
        "names": packs.names,
        "scratch": str(tmp_path),
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
