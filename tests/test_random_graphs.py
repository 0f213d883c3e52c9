"""Random chains and random acyclic graphs: gradients beside central differences, and beside those of HIPS autograd."""

from collections.abc import Callable
from typing import Any, NamedTuple

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from pyautodiff import FUNCTIONS, Variable, gradient_check

thorough = settings(max_examples=150, deadline=None, derandomize=True, database=None)

# Any of them can be broadcast to any other.
shapes = st.sampled_from([(), (1,), (3,), (2, 1), (1, 3), (2, 3), (2, 1, 3), (2, 2, 1)])
seeds = st.integers(0, 2**32 - 1)
names = st.lists(st.sampled_from(sorted(FUNCTIONS)), min_size=1, max_size=6)


def array(shape: tuple[int, ...], seed: int, low: float = -2.0, high: float = 2.0) -> Any:
    return np.asarray(np.random.default_rng(seed).uniform(low, high, shape))


def chain(names: list[str]) -> Callable[[Any], Any]:
    def run(x: Any) -> Any:
        for name in names:
            x = FUNCTIONS[name]()(x)
        return x

    return run


@thorough
@given(names, shapes, seeds)
def test_no_chain_of_the_registry_is_blamed(names: list[str], shape: tuple[int, ...], seed: int) -> None:
    check = gradient_check(chain(names), array(shape, seed))
    assert check.verdict != "disagree", check


@thorough
@given(names, shapes, seeds)
def test_a_chain_agrees_where_it_is_smooth(names: list[str], shape: tuple[int, ...], seed: int) -> None:
    x = Variable(array(shape, seed, 0.5, 1.5))
    y = chain(names)(x)
    y.backward()
    assume(np.isfinite(y.data).all() and (np.abs(y.data) < 1e3).all() and (np.abs(x.grad) < 1e3).all())
    check = gradient_check(chain(names), x)
    assert check.verdict in {"agree", "eps-too-large", "undefined"}, check
    assert np.allclose(check.backprop, check.numerical, rtol=1e-3, atol=1e-3) or check.verdict != "agree"


@thorough
@given(names, seeds)
def test_a_chain_on_an_array_is_the_chain_on_each_element(names: list[str], seed: int) -> None:
    data = array((2, 3), seed)
    x = Variable(data)
    y = chain(names)(x)
    y.backward()
    for index in np.ndindex(data.shape):
        one = Variable(np.array(data[index]))
        result = chain(names)(one)
        result.backward()
        assert np.allclose(result.data, y.data[index], rtol=1e-9, equal_nan=True)
        assert np.allclose(one.grad, x.grad[index], rtol=1e-6, equal_nan=True)


class Step(NamedTuple):
    """An operation of a random graph, on the results at two places, counted from the last."""

    operation: Callable[[Any, Any], Any]
    left: int
    right: int


OPERATIONS: list[Callable[[Any, Any], Any]] = [
    lambda a, b: a + b,
    lambda a, b: a - b,
    lambda a, b: a * b,
    lambda a, b: a / (b * b + 1),
    lambda a, b: (a * a + 0.5) ** (b / (b * b + 1)),
    lambda a, _: -a,
    lambda a, _: 2 - 0.5 * a,
    lambda a, _: 1 / (a * a + 1) ** 0.5,
    lambda a, _: a.sum(),
    lambda a, b: a.mean() + b,
    lambda a, b: a.reshape(-1)[0] * b,
    lambda a, b: (a * b).sum(axis=None, keepdims=True),
    lambda a, b: a.T.reshape(-1) @ a.reshape(-1) / 9 + b,
]
places = st.integers(1, 4)
graphs = st.lists(st.builds(Step, st.sampled_from(OPERATIONS), places, places), max_size=8)
leaves = st.lists(st.tuples(shapes, seeds), min_size=1, max_size=3)


def result(inputs: list[Any], graph: list[Step]) -> Any:
    made = list(inputs)
    for operation, left, right in graph:
        a, b = (made[-min(place, len(made))] for place in (left, right))
        made.append(operation(a, b))
    total = 0.0
    for v in made:
        total = total + (v * v).mean()
    return total


@thorough
@given(leaves, graphs)
def test_gradients_of_a_graph_are_those_of_differences(leaves: list[tuple[Any, int]], graph: list[Step]) -> None:
    inputs = [Variable(array(shape, seed)) for shape, seed in leaves]
    result(inputs, graph).backward()
    gradients = [v.grad for v in inputs]
    for i, x in enumerate(inputs):

        def of_one(v: Variable, i: int = i) -> Any:
            return result([*inputs[:i], v, *inputs[i + 1 :]], graph)

        check = gradient_check(of_one, x)
        assert check.verdict != "disagree", check
        assert np.array_equal(check.backprop, gradients[i])
        assert gradients[i].shape == x.shape


@settings(thorough, max_examples=40)
@given(leaves, graphs)
def test_gradients_of_gradients_of_a_graph_are_those_of_differences(
    leaves: list[tuple[Any, int]], graph: list[Step]
) -> None:
    (shape, seed), *others = leaves[:2]
    constants = [array(*other) for other in others]

    def slope(v: Variable) -> Variable:
        result([v, *(Variable(data) for data in constants)], graph).backward(create_graph=True)
        total: Variable = (v.grad * v.grad).sum()
        return total

    check = gradient_check(slope, array(shape, seed))
    assert check.verdict != "disagree", check


@thorough
@given(leaves, graphs)
def test_gradients_of_a_graph_are_those_of_autograd(leaves: list[tuple[Any, int]], graph: list[Step]) -> None:
    autograd = pytest.importorskip("autograd")
    inputs = [array(shape, seed) for shape, seed in leaves]
    variables = [Variable(data) for data in inputs]
    y = result(variables, graph)
    y.backward()
    value, expected = autograd.value_and_grad(lambda given: result(given, graph))(inputs)
    assert np.allclose(y.data, value, rtol=1e-12)
    for x, gradient in zip(variables, expected, strict=True):
        assert np.allclose(x.grad, gradient, rtol=1e-9, atol=1e-12)


@thorough
@given(names, shapes, seeds)
def test_gradients_of_a_chain_are_those_of_autograd(names: list[str], shape: tuple[int, ...], seed: int) -> None:
    autograd = pytest.importorskip("autograd")
    anp = pytest.importorskip("autograd.numpy")
    theirs: dict[str, Callable[[Any], Any]] = {
        "square": lambda x: x**2,
        "cube": lambda x: x**3,
        "reciprocal": lambda x: 1 / x,
        "neg": lambda x: -x,
        "sigmoid": lambda x: 1 / (1 + anp.exp(-x)),
        "relu": lambda x: anp.maximum(x, 0),
        "softplus": lambda x: anp.logaddexp(x, 0),
        "pow": lambda x: x**3,
        "scale": lambda x: 2 * x,
        "shift": lambda x: x + 1,
    }
    known = [name for name in names if name in theirs or hasattr(anp, name)]
    assume(known)

    def run(x: Any) -> Any:
        for name in known:
            x = theirs[name](x) if name in theirs else getattr(anp, name)(x)
        return anp.sum(x)

    x = Variable(array(shape, seed))
    y = chain(known)(x)
    y.backward()
    with np.errstate(all="ignore"):
        expected = autograd.grad(run)(x.data)
    both = np.isfinite(x.grad) & np.isfinite(expected)
    assert np.allclose(x.grad[both], expected[both], rtol=1e-5, atol=1e-9)
