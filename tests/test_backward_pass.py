"""A backward pass watched from outside: what happened is told as it happened, and nothing is left changed."""

import numpy as np
import pytest

from pyautodiff import Function, Variable, exp, sin, square
from pyautodiff.backward_pass import BackwardPass
from pyautodiff.graph import Graph


class Doubling(Function):
    """A learner's function; it writes into the gradient it is given."""

    def forward(self, x: np.ndarray) -> np.ndarray:
        return 2 * x

    def backward(self, gy: np.ndarray) -> np.ndarray:
        gx = np.asarray(gy)
        gx *= 2
        return gx


class Broken(Function):
    """A function whose backward fails."""

    def forward(self, x: np.ndarray) -> np.ndarray:
        return x

    def backward(self, gy: np.ndarray) -> np.ndarray:
        raise ZeroDivisionError


def told(run: BackwardPass) -> list[tuple[str, list, list, list, list[str]]]:
    return [
        (type(v.function).__name__, v.upstream, v.contributions, v.grads, [type(f).__name__ for f in v.waiting])
        for v in run.visits
    ]


def test_visits_of_the_books_chain_have_the_books_figures() -> None:
    x = Variable(np.array(0.5))
    run = BackwardPass(Graph(square(exp(square(x)))))
    assert run.seed == 1.0
    assert told(run) == [
        ("Square", [1.0], [2.568050833375483], [2.568050833375483], ["Exp"]),
        ("Exp", [2.568050833375483], [3.297442541400256], [3.297442541400256], ["Square"]),
        ("Square", [3.297442541400256], [3.297442541400256], [3.297442541400256], []),
    ]
    assert x.grad == 3.297442541400256


def test_gradients_of_a_variable_used_twice_add_up_in_the_order_they_come() -> None:
    x = Variable(np.array(2.0))
    a = square(x)
    run = BackwardPass(Graph(square(a) + square(a)))
    assert [name for name, *_ in told(run)] == ["Add", "Square", "Square", "Square"]
    (_, _, first, grad_1, waiting_1), (_, _, second, grad_2, waiting_2) = told(run)[1:3]
    assert (first, grad_1, waiting_1) == ([8.0], [8.0], ["Square", "Square"])
    assert (second, grad_2, waiting_2) == ([8.0], [16.0], ["Square"])
    assert x.grad == 64.0


def test_next_in_the_list_is_visited_next() -> None:
    x = Variable(np.array(0.3))
    a, b = exp(x), sin(square(x))
    run = BackwardPass(Graph(square(a) * b + a))
    for visit, following in zip(run.visits, run.visits[1:], strict=False):
        assert visit.waiting[-1] is following.function
    assert run.visits[-1].waiting == []


def test_seed_is_the_gradient_that_the_output_has() -> None:
    x = Variable(np.array(3.0))
    y = square(x)
    y.grad = np.array(10.0)
    run = BackwardPass(Graph(y))
    assert (run.seed, run.visits[0].upstream, x.grad) == (10.0, [10.0], 60.0)


def test_leaf_has_a_seed_and_no_visit() -> None:
    run = BackwardPass(Graph(Variable(np.array([1.0, 2.0]))))
    np.testing.assert_array_equal(run.seed, [1.0, 1.0])
    assert run.visits == []


def test_what_was_seen_stays_though_a_backward_writes_into_its_gradient() -> None:
    run = BackwardPass(Graph(Doubling()(Doubling()(Variable(np.array([1.0]))))))
    assert run.seed == [1.0]
    assert told(run) == [("Doubling", [1.0], [2.0], [2.0], ["Doubling"]), ("Doubling", [2.0], [4.0], [4.0], [])]


@pytest.mark.parametrize("own", [False, True])
def test_functions_are_as_before_afterwards(own: bool) -> None:
    y = square(Variable(np.array(3.0)))
    f = y.creator
    if own:
        f.backward = replacement = lambda gy: 7.0 * gy
    run = BackwardPass(Graph(y))
    assert vars(f).get("backward") is (replacement if own else None)
    assert run.visits[0].contributions == [7.0 if own else 6.0]


def test_functions_are_as_before_after_a_backward_that_fails() -> None:
    y = square(Broken()(square(Variable(np.array(3.0)))))
    graph = Graph(y)
    with pytest.raises(ZeroDivisionError):
        BackwardPass(graph)
    assert not any("backward" in vars(f) for f in graph.functions)
