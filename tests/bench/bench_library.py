"""How fast the library is, as ratios to other ways to compute the same, all measured in one run.

    python tests/bench/bench_library.py [--rounds 41]

- A chain of 1,000 sines of a number, forward and backward: beside the step-9 code of the book, NumPy by hand, and HIPS
  autograd and PyTorch where they are installed.
- A chain of 10 sines of an array of 100,000: beside NumPy by hand, once keeping every gradient as the library does,
  once only the last.
- Chains of 10,000, 100,000 and 1,000,000 sines of a number: time and memory for each function, each in a new process,
  and how they grow from one to the next.

Everybody takes turns within a round; a ratio is that of the medians over the rounds. Times are the processor's, and
leave out what it takes to free a graph.
"""

from __future__ import annotations

import argparse
import gc
import importlib
import importlib.util
import statistics
import subprocess
import sys
import time
import tracemalloc
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import pyautodiff
from pyautodiff import Variable

Run = Callable[[], Any]

LENGTHS = (10_000, 100_000, 1_000_000)


class Step9Variable:
    def __init__(self, data: Any) -> None:
        if data is not None and not isinstance(data, np.ndarray):
            raise TypeError(f"{type(data)} is not supported")
        self.data = data
        self.grad: Any = None
        self.creator: Any = None

    def set_creator(self, func: Any) -> None:
        self.creator = func

    def backward(self) -> None:
        if self.grad is None:
            self.grad = np.ones_like(self.data)
        funcs = [self.creator]
        while funcs:
            f = funcs.pop()
            x, y = f.input, f.output
            x.grad = f.backward(y.grad)
            if x.creator is not None:
                funcs.append(x.creator)


def step9_as_array(x: Any) -> Any:
    if np.isscalar(x):
        return np.array(x)
    return x


class Step9Function:
    def __call__(self, input: Any) -> Any:  # noqa: A002 - as in the book
        x = input.data
        y = self.forward(x)
        output = Step9Variable(step9_as_array(y))
        output.set_creator(self)
        self.input = input
        self.output = output
        return output

    def forward(self, x: Any) -> Any:
        raise NotImplementedError

    def backward(self, gy: Any) -> Any:
        raise NotImplementedError


class Step9Sin(Step9Function):
    def forward(self, x: Any) -> Any:
        return np.sin(x)

    def backward(self, gy: Any) -> Any:
        x = self.input.data
        return np.cos(x) * gy


def step9_sin(x: Any) -> Any:
    return Step9Sin()(x)


class LearnersSin(pyautodiff.Function):
    def forward(self, x: Any) -> Any:
        return np.sin(x)

    def backward(self, gy: Any) -> Any:
        x = self.input.data
        return np.cos(x) * gy


def learners_sin(x: Any) -> Any:
    return LearnersSin()(x)


def chain(variable: Callable[[Any], Any], sin: Callable[[Any], Any], data: Any, length: int) -> Any:
    """Run forward and backward; return what keeps the graph, to be freed outside of the time that is measured."""
    x = variable(data)
    y = x
    for _ in range(length):
        y = sin(y)
    y.backward()
    return x, y


def by_hand(data: Any, length: int, keep: bool) -> Any:
    xs = [data]
    for _ in range(length):
        xs.append(np.sin(xs[-1]))
    gradients = [np.ones_like(data)]
    for x in reversed(xs[:-1]):
        gradient = np.cos(x) * gradients[-1]
        if not keep:
            gradients.clear()
        gradients.append(gradient)
    return xs, gradients


def with_autograd(autograd: Any, data: Any, length: int) -> Any:
    def run(x: Any) -> Any:
        for _ in range(length):
            x = autograd.numpy.sin(x)
        return x

    return autograd.grad(run)(data)


def with_torch(torch: Any, data: Any, length: int) -> Any:
    x = y = torch.tensor(data, requires_grad=True)
    for _ in range(length):
        y = torch.sin(y)
    y.backward()
    return x, y


def of_a_number(length: int) -> dict[str, Run]:
    data = np.array(0.5)
    runs: dict[str, Run] = {
        "pyautodiff": lambda: chain(Variable, pyautodiff.sin, data, length),
        "pyautodiff, a learner's own sine": lambda: chain(Variable, learners_sin, data, length),
        "step-9 code": lambda: chain(Step9Variable, step9_sin, data, length),
        "NumPy by hand": lambda: by_hand(data, length, keep=True),
    }
    if importlib.util.find_spec("autograd"):
        importlib.import_module("autograd.numpy")
        autograd = importlib.import_module("autograd")
        runs["HIPS autograd"] = lambda: with_autograd(autograd, 0.5, length)
    if importlib.util.find_spec("torch"):
        torch = importlib.import_module("torch")
        runs["PyTorch"] = lambda: with_torch(torch, 0.5, length)
    return runs


def of_an_array(length: int, size: int) -> dict[str, Run]:
    data = np.random.default_rng(0).standard_normal(size)
    return {
        "pyautodiff": lambda: chain(Variable, pyautodiff.sin, data, length),
        "NumPy by hand, every gradient kept": lambda: by_hand(data, length, keep=True),
        "NumPy by hand, only the last kept": lambda: by_hand(data, length, keep=False),
    }


def medians(runs: dict[str, Run], rounds: int) -> dict[str, float]:
    times: dict[str, list[float]] = {name: [] for name in runs}
    for _ in range(rounds):
        for name, run in runs.items():
            gc.collect()
            start = time.process_time()
            kept = run()
            times[name].append(time.process_time() - start)
            del kept
    return {name: statistics.median(measured) for name, measured in times.items()}


def print_ratios(title: str, runs: dict[str, Run], rounds: int, functions: int) -> None:
    measured = medians(runs, rounds)
    print(f"\n{title}")
    for name, seconds in measured.items():
        print(f"  {name:36}{seconds / functions * 1e6:9.2f} µs per function", end="")
        print("" if name == "pyautodiff" else f"    pyautodiff / this = {measured['pyautodiff'] / seconds:.2f}")


def measure_alone(length: int, what: str) -> float:
    """Seconds, or peak bytes, for each function of one chain, in this process."""
    data = np.array(0.5)
    chain(Variable, pyautodiff.sin, data, 1_000)
    gc.collect()
    if what == "memory":
        tracemalloc.start()
    start = time.process_time()
    kept = chain(Variable, pyautodiff.sin, data, length)
    used = time.process_time() - start if what == "time" else tracemalloc.get_traced_memory()[1]
    del kept
    return used / length


def print_growth(what: str, unit: str, factor: float, rounds: int) -> None:
    command = [sys.executable, __file__, "--alone", what]
    measured = []
    for length in LENGTHS:
        runs = [subprocess.run([*command, str(length)], capture_output=True, check=True) for _ in range(rounds)]
        measured.append(statistics.median(float(run.stdout) for run in runs))
    print(f"\n{what} of one function in a chain of …")
    for i, length in enumerate(LENGTHS):
        growth = f"    × {measured[i] / measured[i - 1]:.2f}" if i else ""
        print(f"  {length:>9,}{measured[i] * factor:34.2f} {unit}{growth}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=41)
    parser.add_argument("--alone", nargs=2, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.alone:
        what, length = given.alone
        print(measure_alone(int(length), what))
        return
    print(f"Python {sys.version.split()[0]}, NumPy {np.__version__}, medians of {given.rounds} rounds")
    print_ratios("1,000 sines of a number, forward and backward", of_a_number(1_000), given.rounds, 1_000)
    print_ratios("10 sines of an array of 100,000", of_an_array(10, 100_000), given.rounds, 10)
    print_growth("time", "µs", 1e6, rounds=5)
    print_growth("memory", "bytes", 1.0, rounds=1)


if __name__ == "__main__":
    main()
