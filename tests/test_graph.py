"""The graph that made a variable: order, names and ends, of chains and of branches that join."""

import numpy as np
import pytest

from pyautodiff import Function, Variable, exp, sin, square
from pyautodiff.chain import parse_chain
from pyautodiff.graph import LETTERS, Graph


class Halves(Function):
    """Two outputs of one input."""

    def forward(self, x: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        return x / 2, x - x / 2

    def backward(self, *gys: np.ndarray) -> np.ndarray:
        return gys[0] / 2 + gys[1] / 2


def names_of(graph: Graph) -> list[str]:
    return [graph.name(v) for v in graph.variables]


def chain_of(functions: int) -> Graph:
    return Graph(parse_chain("sin " * functions)(Variable(np.array(0.5))))


def test_chain_of_the_book_is_named_as_in_the_book() -> None:
    graph = Graph(square(exp(square(Variable(np.array(0.5))))))
    assert names_of(graph) == ["x", "a", "b", "y"]
    assert [type(f).__name__ for f in graph.functions] == ["Square", "Exp", "Square"]
    assert [graph.id(f) for f in graph.functions] == ["f1", "f2", "f3"]
    assert graph.inputs == [graph.variables[0]]


def test_one_function_has_no_intermediate_variable() -> None:
    assert names_of(chain_of(1)) == ["x", "y"]


def test_letters_are_used_while_they_suffice() -> None:
    assert names_of(chain_of(len(LETTERS) + 1)) == ["x", *LETTERS, "y"]
    assert names_of(chain_of(len(LETTERS) + 2))[:3] == ["x", "h1", "h2"]


@pytest.mark.parametrize("functions", [1, 3, 18, 19, 50, 1000])
def test_names_are_unique(functions: int) -> None:
    names = names_of(chain_of(functions))
    assert len(set(names)) == len(names) == functions + 1


def test_long_chain_needs_no_recursion() -> None:
    x = Variable(np.array(0.5))
    for _ in range(5000):
        x = sin(x)
    assert len(Graph(x).functions) == 5000


def test_leaf_alone_is_input_and_output() -> None:
    x = Variable(np.array(0.5))
    graph = Graph(x)
    assert (graph.functions, graph.variables, graph.inputs, graph.output) == ([], [x], [x], x)
    assert names_of(graph) == ["x"]


def test_functions_are_in_order_of_evaluation() -> None:
    x0, x1 = Variable(np.array(2.0)), Variable(np.array(3.0))
    graph = Graph(square(x0) * exp(sin(x1)) + x0)
    assert [type(f).__name__ for f in graph.functions] == ["Square", "Sin", "Exp", "Mul", "Add"]
    assert names_of(graph) == ["x0", "a", "x1", "b", "c", "d", "y"]
    assert graph.inputs == [x0, x1]


def test_variable_used_twice_is_there_once() -> None:
    a = square(Variable(np.array(2.0)))
    graph = Graph(exp(a) + sin(a))
    assert names_of(graph) == ["x", "a", "b", "c", "y"]
    assert [type(f).__name__ for f in graph.functions] == ["Square", "Exp", "Sin", "Add"]


def test_given_names_are_kept_and_not_given_twice() -> None:
    x, one = Variable(np.array(2.0)), Variable(np.array(1.0))
    weight = square(x)
    graph = Graph(exp(weight + one), {"a": weight, "in": x})
    assert names_of(graph) == ["in", "a", "c1", "b", "y"]
    assert graph.inputs == [x]


def test_every_output_of_a_function_is_there_though_nobody_kept_it() -> None:
    y = Halves()(Variable(np.array(5.0)))[1]
    graph = Graph(y)
    assert names_of(graph) == ["x", "a", "y"]
    half, output = graph.outputs(graph.functions[0])
    assert output is y
    assert (half.data, half.creator) == (2.5, y.creator)
