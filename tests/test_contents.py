"""What a Variable may hold, and the fix that is shown for everything else."""

from typing import Any

import numpy as np
import pytest

from pyautodiff import Variable, as_array, as_variable


@pytest.mark.parametrize("dtype", [np.int8, np.int64, np.uint8, np.float16, np.float32, np.float64, np.longdouble])
def test_arrays_of_integers_and_floats_are_held_as_they_are(dtype: Any) -> None:
    data = np.zeros((2, 0), dtype)
    assert Variable(data).data is data


def test_nothing_is_held_too() -> None:
    assert Variable(None).data is None


@pytest.mark.parametrize(
    ("data", "fix"),
    [
        (3, "Variable(np.array(3))"),
        (0.5, "Variable(np.array(0.5))"),
        (np.float64(0.5), "Variable(np.array(0.5))"),
        (True, "Variable(np.array(float(True)))"),
        (np.bool_(True), "float("),
        ("0.5", "Variable(np.array(float('0.5')))"),
        ([1, 2], "Variable(np.array([1, 2]))"),
        ((1, 2), "Variable(np.array((1, 2)))"),
        (list(range(1000)), "Variable(np.array(...))"),
        (1 + 2j, "Variable(np.array(1.0))"),
        (np.array(True), "x.astype(float)"),
        (np.array([None]), "x.astype(float)"),
        (np.array(["1"]), "x.astype(float)"),
        (np.array(1j), "x.real"),
        ({}, "Variable(np.array(1.0))"),
        (Variable(np.array(1.0)), ".data"),
    ],
)
def test_anything_else_is_refused_by_its_type_with_a_fix(data: Any, fix: str) -> None:
    with pytest.raises(TypeError) as refused:
        Variable(data)
    message = str(refused.value)
    assert f"{type(data)}" in message
    assert "is not supported" in message
    assert fix in message


def test_as_array_changes_scalars_only() -> None:
    array, nothing, items = np.array(1.0), None, [1.0]
    assert as_array(array) is array
    assert as_array(nothing) is None
    assert as_array(items) is items
    assert type(as_array(1.0)) is type(as_array(np.float32(1.0))) is np.ndarray
    assert as_array(np.float32(1.0)).dtype == np.float32


def test_as_variable_makes_one_where_there_is_none() -> None:
    x = Variable(np.array(1.0))
    assert as_variable(x) is x
    assert as_variable(2).data == 2
    with pytest.raises(TypeError, match="<class 'bool'>"):
        as_variable(True)
