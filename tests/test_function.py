"""What a Function remembers of its call, how it is reused, and what is checked of a learner's own."""

import threading
import warnings
from typing import Any

import numpy as np
import pytest

from pyautodiff import FUNCTIONS, Function, Variable, add, differentiable, exp, no_grad, reshape, sin, square
from pyautodiff.functions import Exp, Square


def variable(data: Any) -> Variable:
    return Variable(np.array(data))


class Cubed(Function):
    """A learner's function, with an ``__init__`` of its own that knows nothing of the base's."""

    def __init__(self, note: str = "") -> None:
        self.note = note

    def forward(self, x: Any) -> Any:
        return x**3

    def backward(self, gy: Any) -> Any:
        return 3 * self.input.data**2 * gy


class Returning(Function):
    """A learner's function that returns what it was made with."""

    def __init__(self, y: Any = None, gx: Any = None) -> None:
        self.y = y
        self.gx = gx

    def forward(self, *xs: Any) -> Any:
        return xs[0] if self.y is None else self.y

    def backward(self, *gys: Any) -> Any:
        return self.gx


class Nothing(Function):
    def forward(self, x: Any) -> Any:
        pass


def test_a_function_remembers_its_call() -> None:
    x = variable(2.0)
    f = Square()
    y = f(x)
    assert f.input is x
    assert f.inputs == (x,)
    assert f.output is y
    assert f.outputs == (y,)
    assert f.inputs_data == (np.array(2.0),)
    assert f.outputs_data == (np.array(4.0),)
    assert all(type(data) is np.ndarray for data in (*f.inputs_data, *f.outputs_data))
    assert f.generation == 0


def test_a_function_does_not_keep_its_output() -> None:
    f = Square()
    f(variable(2.0))
    assert f.output is None
    assert f.outputs == (None,)


def test_a_function_found_through_its_output_knows_it() -> None:
    x = variable(2.0)
    y = square(x) + 1
    f = y.creator
    assert f is not None
    assert f.output is y
    assert f.input.creator is not None
    assert f.input.creator.outputs == (f.input,)


def test_a_failing_backward_leaves_the_graph_as_it_was() -> None:
    class Failing(Function):
        fails = True

        def forward(self, x: Any) -> Any:
            return x + 1

        def backward(self, gy: Any) -> Any:
            if self.fails:
                raise ArithmeticError
            return gy

    x = variable(3.0)
    f = Failing()
    y = square(x) + exp(f(x)) + square(x)
    with pytest.raises(ArithmeticError):
        y.backward()
    y.cleargrad()
    f.fails = False
    y.backward()
    assert np.isclose(x.grad, 12.0 + np.exp(4.0))


def test_a_function_of_several_inputs_has_no_single_one() -> None:
    a, b = variable(1.0), variable(2.0)
    f = add(a, b).creator
    assert f is not None
    assert f.inputs == (a, b)
    with pytest.raises(AttributeError, match="2 inputs"):
        _ = f.input


def test_a_function_that_was_not_called_says_so() -> None:
    with pytest.raises(AttributeError, match="not called"):
        _ = Square().input
    f = Square()
    with no_grad():
        f(variable(1.0))
    with pytest.raises(AttributeError, match="no_grad"):
        _ = f.output


def test_an_own_init_need_not_call_the_base() -> None:
    x = variable(2.0)
    y = Cubed("mine")(x)
    y.backward()
    assert y.data == 8.0
    assert x.grad == 12.0


def test_a_function_called_again_keeps_both_ways_back() -> None:
    f = Cubed()
    first, second = variable(2.0), variable(3.0)
    a, b = f(first), f(second)
    assert b.creator is f
    assert f.input is second
    a.backward()
    b.backward()
    assert (first.grad, second.grad) == (12.0, 27.0)


@pytest.mark.parametrize("make", [Square, Cubed])
def test_a_function_may_be_called_on_its_own_output(make: type[Function]) -> None:
    f = make()
    x = variable(1.5)
    y = f(f(x))
    y.backward()
    twice, expected = make(), variable(1.5)
    twice(make()(expected)).backward()
    assert x.grad == expected.grad


def test_a_number_or_array_becomes_a_variable() -> None:
    for given in (3, 3.0, np.float64(3), np.int64(3), np.array(3.0)):
        y = Cubed()(given)
        assert type(y) is Variable
        assert y.data == 27.0
        assert square(given).data == 9.0


@pytest.mark.parametrize("given", [True, "3", [3.0], 3j, {}])
@pytest.mark.parametrize("make", [Square, Cubed])
def test_anything_else_is_refused(make: type[Function], given: Any) -> None:
    with pytest.raises(TypeError, match=r"<class '\w+'> is not supported"):
        make()(given)


@pytest.mark.parametrize("make", [Square, Cubed])
def test_an_empty_variable_is_refused(make: type[Function]) -> None:
    with pytest.raises(TypeError, match="empty"):
        make()(Variable(None))


def test_a_forward_that_returns_nothing_is_told() -> None:
    with pytest.raises(TypeError, match=r"Nothing\.forward returned <class 'NoneType'>"):
        Nothing()(variable(1.0))


@pytest.mark.parametrize("y", [[1.0], "1", Variable(np.array(1.0))])
def test_a_forward_that_returns_no_array_is_told(y: Any) -> None:
    with pytest.raises(TypeError, match=r"Returning\.forward returned"):
        Returning(y)(variable(1.0))


def test_a_backward_that_returns_nothing_is_told() -> None:
    with pytest.raises(TypeError, match=r"Returning\.backward returned None"):
        Returning()(variable(1.0)).backward()


@pytest.mark.parametrize("gx", ["1", [1.0], True, 1j, Variable(np.array(1.0))])
def test_a_backward_that_returns_no_gradient_is_told(gx: Any) -> None:
    with pytest.raises(TypeError, match=r"returned by Returning\.backward is <class"):
        Returning(gx=gx)(variable(1.0)).backward()


def test_a_gradient_of_another_shape_is_told_with_both_shapes() -> None:
    with pytest.raises(ValueError, match=r"Returning\.backward has shape \(3,\).*shape \(2,\)"):
        Returning(gx=np.ones(3))(variable([1.0, 2.0])).backward()


def test_gradients_of_another_number_are_told() -> None:
    with pytest.raises(ValueError, match="2 gradients for 1 inputs"):
        Returning(gx=(1.0, 1.0))(variable(1.0)).backward()


def test_a_learners_0_d_gradient_becomes_an_ndarray_of_floats() -> None:
    x = variable(1.0)
    Returning(gx=2)(x).backward()
    assert type(x.grad) is np.ndarray
    assert x.grad.dtype == np.float64


def test_a_learners_forward_and_backward_are_given_ndarrays() -> None:
    seen = []

    class Watching(Function):
        def forward(self, x: Any) -> Any:
            seen.append(x)
            return x + 1

        def backward(self, gy: Any) -> Any:
            seen.append(gy)
            return gy

    square(Watching()(square(variable(2.0)))).backward()
    assert [type(value) for value in seen] == [np.ndarray, np.ndarray]


def test_a_hand_driven_backward_takes_and_gives_gradients() -> None:
    x = variable(2.0)
    b, c = Exp(), Cubed()
    y = c(b(x))
    y.grad = np.array(1.0)
    gb = c.backward(y.grad)
    assert b.backward(gb) == 3 * np.exp(2.0) ** 2 * np.exp(2.0)


@pytest.mark.parametrize(
    ("make", "x"), [("exp", 1000.0), ("log", -1.0), ("log", 0.0), ("sqrt", -1.0), ("reciprocal", 0.0), ("sin", np.inf)]
)
def test_overflow_and_domain_errors_are_silent(make: str, x: float) -> None:
    with np.errstate(all="raise"):
        v = variable(x)
        y = FUNCTIONS[make]()(v)
        y.backward()
    assert not np.isfinite(y.data) or not np.isfinite(v.grad)


def test_a_learners_forward_and_backward_are_silent_too() -> None:
    class Overflowing(Function):
        def forward(self, x: Any) -> Any:
            return np.exp(x)

        def backward(self, gy: Any) -> Any:
            return np.exp(self.input.data) * gy

    with warnings.catch_warnings():
        warnings.simplefilter("error")
        x = variable(1000.0)
        y = Overflowing()(x)
        y.backward()
    assert np.isinf(y.data)
    assert np.isinf(x.grad)


def test_numpys_error_state_is_as_before_a_call() -> None:
    with np.errstate(divide="raise", over="print"):
        before = np.geterr()
        exp(variable(1000.0))
        assert np.geterr() == before
        with pytest.raises(NotImplementedError):
            Function()(variable(1.0))
        assert np.geterr() == before


def test_no_grad_in_one_thread_leaves_others_recording() -> None:
    inside, done = threading.Event(), threading.Event()

    def compute() -> None:
        with no_grad():
            inside.set()
            done.wait(10)

    thread = threading.Thread(target=compute)
    thread.start()
    inside.wait(10)
    try:
        assert square(variable(1.0)).creator is not None
    finally:
        done.set()
        thread.join()


def test_second_derivative() -> None:
    x = variable(2.0)
    y = x**4 - 2 * x**2
    y.backward(create_graph=True)
    gx: Any = x.grad
    assert type(gx) is Variable
    assert gx.data == 24.0
    gx.backward()
    assert type(x.grad) is np.ndarray
    assert x.grad == 44.0


def test_derivatives_of_any_order() -> None:
    x = variable(0.7)
    y = sin(x)
    y.backward(create_graph=True)
    for expected in (np.cos(0.7), -np.sin(0.7), -np.cos(0.7), np.sin(0.7), np.cos(0.7)):
        assert abs(x.grad.data - expected) < 1e-15
        gx = x.grad
        gx.backward(create_graph=True)


def test_a_graph_of_gradients_goes_through_broadcasting_and_reshaping() -> None:
    x, w = variable([1.0, 2.0, 3.0]), variable([[2.0], [3.0]])
    y = (reshape(x, 1, 3) * w).sum()
    y.backward(create_graph=True)
    (x.grad * x.grad).sum().backward()
    # d/dw of 3 (w0 + w1)^2
    assert w.grad.tolist() == [[30.0], [30.0]]


def test_a_numpy_only_backward_under_create_graph_is_refused_with_a_way_out() -> None:
    y = Cubed()(variable(2.0))
    with pytest.raises(TypeError, match=r"Cubed\.backward.*NumPy.*@differentiable"):
        y.backward(create_graph=True)


def test_an_overriding_backward_is_not_differentiable_by_heritage() -> None:
    class Mine(Square):
        def backward(self, gy: Any) -> Any:
            return 2 * self.input.data * gy

    y = Mine()(variable(2.0))
    with pytest.raises(TypeError, match=r"Mine\.backward"):
        y.backward(create_graph=True)


def test_a_learners_backward_may_be_differentiable() -> None:
    class Mine(Function):
        def forward(self, x: Any) -> Any:
            return x**3

        @differentiable
        def backward(self, gy: Any) -> Any:
            return 3 * self.input_data**2 * gy

    x = variable(2.0)
    y = Mine()(x)
    y.backward(create_graph=True)
    gx = x.grad
    gx.backward()
    assert gx.data == 12.0
    assert x.grad == 12.0


def test_a_differentiable_function_may_have_several_outputs() -> None:
    class SinCos(Function):
        def forward(self, x: Any) -> Any:
            return np.sin(x), np.cos(x)

        @differentiable
        def backward(self, gs: Any, gc: Any) -> Any:
            s, c = self.output_data
            return c * gs - s * gc

    x = variable(0.3)
    s, c = SinCos()(x)
    assert s.creator is c.creator
    (s * c).backward(create_graph=True)
    assert np.isclose(x.grad.data, np.cos(0.6))
    gx = x.grad
    gx.backward()
    assert np.isclose(x.grad, -2 * np.sin(0.6))
    sine = SinCos()(x)[0]
    sine.backward(create_graph=True)
    assert np.isclose(x.grad.data, np.cos(0.3))
