"""ndarray ⇄ plain data: exact through JSON, non-finite numbers as strings, large arrays as a summary."""

import json
import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from pyautodiff.arrays import MAX_LISTED, from_plain, number, to_plain


@settings(derandomize=True)
@given(hnp.arrays(st.sampled_from([np.float64, np.float32]), hnp.array_shapes(min_dims=0, max_dims=3, max_side=4)))
def test_array_comes_back_bit_for_bit_through_json(array: np.ndarray) -> None:
    text = json.dumps(to_plain(array), allow_nan=False)
    back = from_plain(json.loads(text))
    assert (back.shape, back.dtype) == (array.shape, array.dtype)
    np.testing.assert_array_equal(back, array)


def test_zero_dimensional_array_has_empty_shape_and_one_number() -> None:
    assert to_plain(np.array(0.5)) == {"shape": [], "dtype": "float64", "data": [0.5]}


def test_data_is_flat_in_c_order_whatever_the_memory_order() -> None:
    array = np.arange(6.0).reshape(2, 3).T
    assert to_plain(array)["data"] == [0.0, 3.0, 1.0, 4.0, 2.0, 5.0]


def test_non_finite_numbers_are_strings() -> None:
    assert to_plain(np.array([np.nan, np.inf, -np.inf, 1.0]))["data"] == ["NaN", "Infinity", "-Infinity", 1.0]
    assert [number(value) for value in (math.nan, math.inf, -math.inf, -0.0)] == ["NaN", "Infinity", "-Infinity", -0.0]


def test_large_array_is_summarised_over_its_finite_elements() -> None:
    array = np.arange(MAX_LISTED + 1.0)
    array[0] = np.nan
    plain = to_plain(array)
    assert "data" not in plain
    assert plain["summary"] == {
        "size": MAX_LISTED + 1,
        "finite": MAX_LISTED,
        "min": 1.0,
        "max": 1000.0,
        "mean": 500.5,
        "head": ["NaN", 1.0, 2.0],
        "tail": [998.0, 999.0, 1000.0],
    }
    with pytest.raises(KeyError):
        from_plain(plain)


def test_summary_without_a_finite_element_has_no_mean() -> None:
    summary = to_plain(np.full(MAX_LISTED + 1, np.inf))["summary"]
    assert isinstance(summary, dict)
    assert (summary["finite"], summary["min"], summary["max"], summary["mean"]) == (0, None, None, None)


def test_largest_array_is_listed_in_full() -> None:
    data = to_plain(np.zeros(MAX_LISTED))["data"]
    assert isinstance(data, list)
    assert len(data) == MAX_LISTED
