"""The code of a run: it runs as it is, prints the run's figures to the last digit, and has a line for every step."""

# ruff: noqa: S105 - a pass is no password

import ast
import contextlib
import io
import subprocess
import sys
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import array_shapes, arrays

from pyautodiff import Function, Variable
from pyautodiff.chain import parse_chain
from pyautodiff.functions import FUNCTIONS
from pyautodiff.loop import backward_source
from pyautodiff.run import Run
from pyautodiff.script import array_text, code
from pyautodiff.trace import trace

STYLES = ("by-hand", "automatic")
WORDS = [name for name in FUNCTIONS if FUNCTIONS[name].constant is None] + [
    f"{name}:{constant}"
    for name in FUNCTIONS
    if FUNCTIONS[name].constant is not None
    for constant in ("3", "-1", "0.5", "-0.1", "2", "1e-3", "1e300", "0")
]
CHAINS = st.lists(st.sampled_from(WORDS), min_size=1, max_size=8).map(" ".join)
ARRAYS = array_shapes(min_dims=0, max_dims=3, max_side=4).flatmap(lambda shape: arrays(np.float64, shape))


def run_script(lines: list[str]) -> tuple[list[str], dict[str, Any]]:
    """What the script prints, and what it leaves: run in a namespace of its own, NumPy's warnings aside."""
    namespace: dict[str, Any] = {"__name__": "__main__"}
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed), np.errstate(all="ignore"):
        exec(compile("\n".join(lines), "script.py", "exec"), namespace)  # noqa: S102
    return printed.getvalue().splitlines(), namespace


def as_printed(array: np.ndarray) -> str:
    return str(array) if array.ndim == 0 else str(array.tolist())


def assert_prints_the_run(run: Run) -> None:
    told = code(run)
    assert told is not None
    graph = run.graph
    expected = [graph.output.data, *(v.grad for v in graph.inputs)]
    for style in STYLES:
        printed, namespace = run_script(told[style]["lines"])
        assert printed == [as_printed(array) for array in expected]
        for v in graph.variables:
            made = namespace.get(graph.name(v))
            if made is not None:
                np.testing.assert_array_equal(made.data, v.data, strict=True)
                np.testing.assert_array_equal(made.grad, v.grad, strict=True)


def statements_of(lines: list[str], step_lines: list[int]) -> str:
    return "\n".join(lines[number - 1] for number in step_lines)


@settings(derandomize=True, deadline=None, max_examples=200)
@given(ARRAYS, CHAINS)
def test_scripts_of_any_chain_print_its_figures(x: np.ndarray, chain: str) -> None:
    assert_prints_the_run(Run(parse_chain(chain)(Variable(x))))


@pytest.mark.parametrize("dtype", [np.float16, np.float32, np.int32, np.int64, np.uint8])
@pytest.mark.parametrize("name", FUNCTIONS)
def test_scripts_keep_the_dtype(name: str, dtype: type) -> None:
    for x in (np.array(3, dtype), np.array([1, 2], dtype)):
        assert_prints_the_run(Run(parse_chain(name)(Variable(x))))


@pytest.mark.parametrize("functions", [1, 2, 26, 27, 1000])
def test_scripts_of_long_chains_print_their_figures(functions: int) -> None:
    assert_prints_the_run(Run(parse_chain("sin " * functions)(Variable(np.array(0.5)))))


def test_script_of_every_function_at_once_folds_its_imports() -> None:
    run = Run(parse_chain(" ".join(FUNCTIONS))(Variable(np.array(0.5))))
    assert_prints_the_run(run)
    told = code(run)
    assert max(len(line) for style in STYLES for line in told[style]["lines"]) <= 100


def test_the_books_example_is_written_as_in_the_book() -> None:
    told = trace("0.5", "square exp square", parts={"code"})["code"]
    assert "\n".join(told["by-hand"]["lines"]) == (
        "import numpy as np\n"
        "from pyautodiff import Exp, Square, Variable\n"
        "\n"
        "A = Square()\n"
        "B = Exp()\n"
        "C = Square()\n"
        "\n"
        "x = Variable(np.array(0.5))\n"
        "a = A(x)\n"
        "b = B(a)\n"
        "y = C(b)\n"
        "\n"
        "y.grad = np.array(1.0)\n"
        "b.grad = C.backward(y.grad)\n"
        "a.grad = B.backward(b.grad)\n"
        "x.grad = A.backward(a.grad)\n"
        "\n"
        "print(y.data)\n"
        "print(x.grad)"
    )
    assert "\n".join(told["automatic"]["lines"]) == (
        "import numpy as np\n"
        "from pyautodiff import Variable, exp, square\n"
        "\n"
        "x = Variable(np.array(0.5))\n"
        "a = square(x)\n"
        "b = exp(a)\n"
        "y = square(b)\n"
        "\n"
        "y.backward()\n"
        "\n"
        "print(y.data)\n"
        "print(x.grad)"
    )


@pytest.mark.parametrize("style", STYLES)
def test_scripts_run_in_a_fresh_python(style: str) -> None:
    lines = trace("0.5", "square exp square", parts={"code"})["code"][style]["lines"]
    done = subprocess.run([sys.executable, "-"], input="\n".join(lines), text=True, capture_output=True, check=True)
    assert (done.stdout, done.stderr) == ("1.648721270700128\n3.297442541400256\n", "")


@settings(derandomize=True, deadline=None, max_examples=50)
@given(CHAINS)
def test_steps_of_the_trace_are_where_their_names_are(chain: str) -> None:
    told = trace("0.5", chain, parts={"code"})
    letters = {f["id"]: f["letter"] for f in told["functions"]}
    by_hand, automatic = told["code"]["by-hand"], told["code"]["automatic"]
    for step in told["steps"]:
        key = str(step["step"])
        line, short = (statements_of(script["lines"], script["steps"][key]) for script in (by_hand, automatic))
        if step["pass"] == "forward":
            assert line == f"{step['writes'][0]} = {letters[step['function']]}({step['reads'][0]})"
            assert short.startswith(f"{step['writes'][0]} = ")
            assert step["reads"][0] in short
            continue
        assert short == "y.backward()"
        if step["pass"] == "seed":
            assert line == "y.grad = np.array(1.0)"
        else:
            (written,) = step["writes"]
            assert line.startswith(f"{written['variable']}.grad = {letters[step['function']]}.backward(")


@settings(derandomize=True, deadline=None, max_examples=50)
@given(CHAINS)
def test_every_step_has_its_lines(chain: str) -> None:
    told = trace("0.5", chain, parts={"code"})
    steps = [str(step["step"]) for step in told["steps"]]
    for style, script in told["code"].items():
        assert list(script["steps"]) == steps
        for step in told["steps"]:
            lines = script["steps"][str(step["step"])]
            assert lines == sorted(set(lines))
            assert set(lines) <= set(range(1, len(script["lines"]) + 1))
            assert lines or (style, step["pass"]) == ("library", "forward")


def test_a_gradient_that_another_adds_to_is_seen_in_the_code() -> None:
    x = Variable(np.array(3.0))
    a = x * x
    run = Run(a * x + 1 / a - x, {"x": x})
    assert_prints_the_run(run)
    told = code(run)
    assert "\n".join(told["automatic"]["lines"][3:9]) == (
        "x = Variable(np.array(3.0))\na = x * x\nb = a * x\nc = 1 / a\nd = b + c\ny = d - x"
    )
    assert "a.grad, g1 = " in "\n".join(told["by-hand"]["lines"])
    assert "x.grad = x.grad + g1" in told["by-hand"]["lines"]


def test_one_input_twice_and_functions_that_add_to_a_gradient() -> None:
    x = Variable(np.array([0.5, -1.0]))
    a = x - 0.25
    assert_prints_the_run(Run((-2) ** (a * a) + a / 3 + abs(x) ** -2 + -a, {"x": x}))


def test_functions_that_are_operators_are_written_as_such() -> None:
    told = trace("0.5", "pow:3 scale:-2 shift:-1 neg shift:0.5 abs pow:-2", parts={"code"})["code"]
    assert told["automatic"]["lines"][4:11] == [
        "a = x**3",
        "b = -2 * a",
        "c = b - 1",
        "d = -c",
        "g = d + 0.5",
        "h = abs(g)",
        "y = h**-2",
    ]
    assert told["by-hand"]["lines"][3:10] == [
        "A = Pow(3)",
        "B = Scale(-2)",
        "C = Shift(-1)",
        "D = Neg()",
        "E = Shift(0.5)",
        "F = Abs()",
        "G = Pow(-2)",
    ]


def test_numbers_and_letters_only_no_words() -> None:
    for style in STYLES:
        for line in trace("[0.5, 1]", " ".join(FUNCTIONS), parts={"code"})["code"][style]["lines"]:
            assert "#" not in line
            assert '"' not in line


@settings(derandomize=True, max_examples=200)
@given(arrays(st.sampled_from([np.float64, np.float32, np.int64]), array_shapes(min_dims=0)))
def test_an_array_comes_back_from_its_text(array: np.ndarray) -> None:
    back = eval(array_text(array), {"np": np})  # noqa: S307
    np.testing.assert_array_equal(back, array, strict=True)
    assert np.array_equal(np.signbit(back), np.signbit(array)) or array.dtype.kind == "i" or np.isnan(array).any()


def test_a_seed_by_hand_is_in_the_script() -> None:
    y = parse_chain("square exp")(Variable(np.array([0.5, 1.0])))
    y.grad = np.array([1.0, -3.0])
    run = Run(y)
    before = run.graph.inputs[0].grad.copy()
    assert "y.grad = np.array([1.0, -3.0])" in code(run)["by-hand"]["lines"]
    np.testing.assert_array_equal(run.graph.inputs[0].grad, before)


def test_no_code_for_functions_that_a_script_cannot_import() -> None:
    class Square(Function):
        name = "square"

        def forward(self, x: np.ndarray) -> np.ndarray:
            return x * x

        def backward(self, gy: np.ndarray) -> np.ndarray:
            return 2 * self.input.data * gy

    assert code(Run(Square()(Variable(np.array(2.0))))) is None


def test_library_is_the_body_of_the_real_loop() -> None:
    library = trace("0.5", "square exp square", parts={"code"})["code"]["library"]
    file = sys.modules[Variable.__module__].__file__
    with open(file, encoding="utf-8") as source:  # noqa: PTH123
        lines = source.read().splitlines()[library["first"] - 1 :]
    assert file.replace("\\", "/").endswith(library["file"])
    for shown, real in zip(library["lines"], lines, strict=False):
        assert shown == real.strip() or real.endswith(shown)
    loop = library["lines"][backward_source().loop]
    assert loop.strip().startswith("while ")
    ast.parse("\n".join(library["lines"]))


def test_library_lines_are_those_that_ran() -> None:
    x = Variable(np.array(3.0))
    library = code(Run(x * x, {"x": x}))["library"]
    adding = next(n for n, line in enumerate(library["lines"], 1) if "+ gx" in line)
    pushing = max(n for n, line in enumerate(library["lines"], 1) if "heappush(" in line)
    assert [adding in lines for lines in library["steps"].values()] == [False, False, True]
    assert [pushing in lines for lines in library["steps"].values()] == [False, False, False]
    chain = trace("0.5", "sin sin", parts={"code"})["code"]["library"]
    assert [pushing in lines for lines in chain["steps"].values()] == [False, False, False, True, False]
    assert [adding in lines for lines in chain["steps"].values()] == [False] * 5


def test_a_tracer_that_was_there_is_there_again() -> None:
    def tracer(*_: object) -> None:
        return None

    before = sys.gettrace()
    sys.settrace(tracer)
    try:
        trace("0.5", "sin", parts={"code"})
        assert sys.gettrace() is tracer
    finally:
        sys.settrace(before)
