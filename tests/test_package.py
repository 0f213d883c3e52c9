"""The package as a whole: its names, what it needs, how long it takes to import."""

import os
import statistics
import subprocess
import sys
from importlib.resources import files
from pathlib import Path

import pyautodiff
from pyautodiff import FUNCTIONS

TIMED = "import time; start = time.process_time(); import {}; print(time.process_time() - start)"


def test_importing_takes_less_than_1_3_of_numpys_own_time(tmp_path: Path) -> None:
    # Compiled, as an installed package is.
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    environment["PYTHONPYCACHEPREFIX"] = str(tmp_path)

    def seconds_to_import(name: str) -> float:
        command = [sys.executable, "-c", TIMED.format(name)]
        return float(subprocess.run(command, env=environment, capture_output=True, check=True).stdout)

    seconds_to_import("pyautodiff")
    times = [(seconds_to_import("numpy"), seconds_to_import("pyautodiff")) for _ in range(7)]
    numpy, whole = (statistics.median(column) for column in zip(*times, strict=True))
    assert whole < 1.3 * numpy


def test_importing_needs_numpy_and_nothing_else_that_is_installed() -> None:
    code = (
        "import sys; before = set(sys.modules); import numpy; import pyautodiff, pyautodiff.trace;"
        "roots = {name.partition('.')[0] for name in set(sys.modules) - before};"
        "print(sorted(roots - set(sys.stdlib_module_names)))"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    roots = [name for name in eval(ran.stdout) if not name.startswith("_")]  # noqa: S307 - printed above
    assert roots == ["numpy", "pyautodiff"]


def test_every_exported_name_exists_once() -> None:
    assert len(set(pyautodiff.__all__)) == len(pyautodiff.__all__)
    assert all(hasattr(pyautodiff, name) for name in pyautodiff.__all__)


def test_the_books_names_are_exported() -> None:
    book = {"Variable", "Function", "Square", "Exp", "square", "exp", "numerical_diff", "as_array"}
    assert book <= set(pyautodiff.__all__)


def test_abs_pow_and_sum_are_there_by_their_full_names() -> None:
    x = pyautodiff.Variable(pyautodiff.as_array(-2.0))
    assert [y.data for y in (pyautodiff.abs(x), pyautodiff.pow(x, 3), pyautodiff.sum(x))] == [2.0, -8.0, -2.0]


def test_every_function_is_exported_by_class_and_by_name() -> None:
    for name, make in FUNCTIONS.items():
        assert getattr(pyautodiff, make.__name__) is make
        assert callable(getattr(pyautodiff, name))


def test_the_package_is_typed() -> None:
    assert files("pyautodiff").joinpath("py.typed").is_file()
