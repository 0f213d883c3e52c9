"""The box and the loop: what a Variable holds, and which gradients ``backward()`` leaves where."""

import gc
import weakref
from typing import Any

import numpy as np
import pytest

from pyautodiff import Function, Variable, exp, no_grad, square


def variable(data: Any) -> Variable:
    return Variable(np.array(data))


class Doubled(Function):
    """A learner's function: NumPy only."""

    def forward(self, x: Any) -> Any:
        return 2 * x

    def backward(self, gy: Any) -> Any:
        return 2 * gy


class Pair(Function):
    """A learner's function of two outputs."""

    def forward(self, x: Any) -> Any:
        return 2 * x, x * x

    def backward(self, g_double: Any, g_square: Any) -> Any:
        return 2 * g_double + 2 * self.input.data * g_square


def test_data_and_grad_are_ndarrays_in_every_variable_of_a_chain() -> None:
    x = variable(0.5)
    a = square(x)
    b = exp(a)
    y = square(b)
    y.backward()
    assert all(type(v.data) is np.ndarray and type(v.grad) is np.ndarray for v in (x, a, b, y))
    assert all(v.data.shape == v.grad.shape == () for v in (x, a, b, y))


def test_data_looked_at_twice_is_the_same_array() -> None:
    y = square(variable(3.0))
    y.backward()
    assert y.data is y.data
    assert y.grad is y.grad


def test_leaf_backward_leaves_ones() -> None:
    x = variable([[1.0, 2.0]])
    x.backward()
    assert x.grad.tolist() == [[1.0, 1.0]]


def test_backward_starts_from_a_grad_that_is_set() -> None:
    x = variable(3.0)
    y = square(x)
    y.grad = np.array(10.0)
    y.backward()
    assert x.grad == 60.0


@pytest.mark.parametrize("seed", [10, 10.0, np.float64(10), np.array(10)])
def test_a_number_will_do_as_seed(seed: Any) -> None:
    x = variable(3.0)
    y = square(x)
    y.grad = seed
    y.backward()
    assert type(y.grad) is np.ndarray
    assert y.grad.dtype == x.grad.dtype == np.float64
    assert x.grad == 60.0


def test_a_second_backward_does_not_add_up() -> None:
    x = variable(3.0)
    y = square(x)
    y.backward()
    y.backward()
    assert x.grad == 6.0


def test_backward_of_another_result_replaces_the_gradient() -> None:
    x = variable(3.0)
    square(x).backward()
    y = Doubled()(x)
    y.backward()
    assert x.grad == 2.0


def test_gradients_of_a_variable_used_twice_add_up() -> None:
    x = variable(3.0)
    y = x + x * x + x
    y.backward()
    assert x.grad == 8.0


def test_cleargrad_leaves_no_gradient() -> None:
    x = variable(3.0)
    square(x).backward()
    x.cleargrad()
    assert x.grad is None


def test_a_gradient_that_was_not_reached_is_none() -> None:
    x, other = variable(3.0), variable(1.0)
    square(other)
    square(x).backward()
    assert other.grad is None


def test_functions_are_visited_latest_generation_first() -> None:
    x = variable(2.0)
    a = square(x)
    y = square(a) + square(a)
    y.backward()
    assert y.data == 32.0
    assert x.grad == 64.0
    assert [v.generation for v in (x, a, y)] == [0, 1, 3]


def test_a_long_and_a_short_way_to_one_variable_are_both_taken() -> None:
    x = variable(2.0)
    long = x
    for _ in range(5):
        long = long * 1.5
    (long * x).backward()
    assert x.grad == 2 * 1.5**5 * 2


def test_gradient_of_one_of_several_outputs() -> None:
    x = variable(3.0)
    double, squared = Pair()(x)
    squared.backward()
    assert x.grad == 6.0
    double.backward()
    assert x.grad == 2.0


def test_gradient_of_several_outputs_together() -> None:
    x = variable(3.0)
    double, squared = Pair()(x)
    (double * squared).backward()
    assert x.grad == 6 * 3.0**2


def test_an_output_that_nobody_kept_counts_as_not_reached() -> None:
    x = variable(3.0)
    squared = Pair()(x)[1]
    squared.backward()
    assert x.grad == 6.0


def test_integers_stay_integers_and_their_gradients_are_floats() -> None:
    x = variable(3)
    y = square(x)
    y.backward()
    assert y.data.dtype == np.int64
    assert x.grad.dtype == np.float64
    assert x.grad == 6.0


@pytest.mark.parametrize("dtype", [np.float16, np.float32, np.longdouble])
def test_the_type_of_floats_is_kept(dtype: Any) -> None:
    for data in (np.array(0.5, dtype), np.array([0.5, 2.0], dtype)):
        x = Variable(data)
        y = 1 - (3 * square(exp(x) + 1) / 2 - 0.5) ** 2 / x
        y.backward()
        assert y.data.dtype == x.grad.dtype == dtype


def test_no_gradient_shares_its_array_with_another() -> None:
    x = variable([[1.0, 2.0], [3.0, 4.0]])
    one, two = variable([[1.0, 1.0], [1.0, 1.0]]), variable(1.0)
    made = [x, x + 1]
    made += [made[-1] + one, made[-1] - two, made[-1].reshape(4), made[-1].T]
    total = made[2].reshape(4).T + made[3].T.reshape(4) + made[4]
    made += [one, two, total, total.sum()]
    made[-1].backward()
    gradients = [v.grad for v in made if v.grad is not None]
    for i, first in enumerate(gradients):
        assert first.flags.writeable
        assert not any(np.shares_memory(first, second) for second in gradients[:i])


def test_set_creator_records_the_function_and_its_generation() -> None:
    f = Doubled()
    y = square(variable(1.0))
    f(y)
    made = variable(2.0)
    made.set_creator(f)
    assert made.creator is f
    assert made.generation == 2


def test_variables_are_equal_when_they_are_the_same_object() -> None:
    x, same = variable(1.0), variable(1.0)
    assert x == x  # noqa: PLR0124
    assert x != same
    assert len({x, same}) == 2


def test_shape_ndim_size_dtype_and_len_are_those_of_data() -> None:
    x = variable([[1.0, 2.0, 3.0]])
    assert (x.shape, x.ndim, x.size, len(x)) == ((1, 3), 2, 3, 1)
    assert x.dtype == np.float64


def test_iterating_over_a_variable_gives_its_rows() -> None:
    assert [row.data.tolist() for row in variable([[1.0, 2.0], [3.0, 4.0]])] == [[1.0, 2.0], [3.0, 4.0]]


def test_a_0_d_variable_cannot_be_iterated_over() -> None:
    with pytest.raises(TypeError):
        iter(variable(1.0))


def test_truth_is_that_of_data() -> None:
    assert variable(1.0)
    assert not variable(0.0)
    with pytest.raises(ValueError, match="ambiguous"):
        bool(variable([1.0, 2.0]))


def test_repr_shows_data() -> None:
    assert repr(variable(0.5)) == "Variable(0.5)"
    assert repr(Variable(None)) == "Variable(None)"


def test_an_empty_variable_has_no_gradient() -> None:
    with pytest.raises(TypeError, match="empty"):
        Variable(None).backward()


def test_a_seed_of_another_shape_is_refused_with_both_shapes() -> None:
    y = square(variable([1.0, 2.0]))
    y.grad = np.array([1.0, 1.0, 1.0])
    with pytest.raises(ValueError, match=r"\(3,\).*\(2,\)"):
        y.backward()


@pytest.mark.parametrize("seed", ["1", [1.0], 1j, True])
def test_a_seed_that_is_no_gradient_is_refused(seed: Any) -> None:
    y = square(variable(1.0))
    y.grad = seed
    with pytest.raises(TypeError, match="gradient"):
        y.backward()


def test_numbers_set_as_data_become_arrays() -> None:
    x = variable(1.0)
    x.data = x.data - 0.5 * np.array(1.0)
    assert type(x.data) is np.ndarray
    x.data = 3.0
    assert type(x.data) is np.ndarray
    with pytest.raises(TypeError, match="not supported"):
        x.data = [1.0]  # type: ignore[assignment]


def test_data_set_after_the_forward_pass_does_not_change_the_gradient() -> None:
    x = variable(3.0)
    y = square(x)
    x.data = np.array(100.0)
    y.backward()
    assert x.grad == 6.0


def test_an_array_changed_in_place_after_the_forward_pass_changes_the_gradient() -> None:
    x = variable([3.0])
    y = square(x)
    x.data += 1
    y.backward()
    assert x.grad.tolist() == [8.0]


def test_a_graph_is_freed_as_soon_as_its_result_is() -> None:
    gc.disable()
    try:
        x = variable(0.5)
        y = square(exp(x) * x + Doubled()(x))
        y.backward()
        z = Pair()(y)[0]
        z.backward()
        made = [weakref.ref(v) for v in (y, z, y.creator, z.creator, y.creator.inputs[0])]  # type: ignore[union-attr]
        del y, z
        assert [v() for v in made] == [None] * len(made)
    finally:
        gc.enable()


def test_a_graph_of_gradients_is_freed_once_the_gradients_are() -> None:
    gc.disable()
    try:
        x = variable(0.5)
        y = square(exp(x) * x)
        y.backward(create_graph=True)
        made = [weakref.ref(v) for v in (y, y.creator, x.grad.creator)]
        del y
        x.cleargrad()
        assert [v() for v in made] == [None] * len(made)
    finally:
        gc.enable()


def test_a_chain_of_100_000_functions_runs_and_is_freed_without_recursion() -> None:
    x = variable(0.5)
    y = x
    for _ in range(100_000):
        y = y + 0.0
    y.backward()
    assert x.grad == 1.0
    del y


def test_a_wide_graph_takes_time_in_proportion() -> None:
    x = variable(1.0)
    total = square(x)
    for _ in range(20_000):
        total = total + square(x)
    total.backward()
    assert x.grad == 2 * 20_001


def test_under_no_grad_a_result_has_no_creator() -> None:
    x = variable(3.0)
    with no_grad():
        y = square(x)
    assert y.data == 9.0
    assert y.creator is None
    assert y.generation == 0
    assert square(x).creator is not None


def test_no_grad_ends_with_an_error_too() -> None:
    with pytest.raises(KeyError), no_grad():
        raise KeyError
    assert square(variable(1.0)).creator is not None


def test_no_grad_may_be_nested() -> None:
    with no_grad():
        with no_grad():
            pass
        assert square(variable(1.0)).creator is None


def test_backward_passes_over_what_a_backward_left_out() -> None:
    class First(Function):
        def forward(self, a: Any, b: Any) -> Any:
            return a * b

        def backward(self, gy: Any) -> Any:
            return gy * self.inputs[1].data, None

    a, b = variable(2.0), variable(5.0)
    First()(a, square(b)).backward()
    assert a.grad == 25.0
    assert b.grad is None
