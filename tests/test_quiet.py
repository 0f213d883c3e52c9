"""NumPy's errors ignored for a while: in this thread and context alone, and as before afterwards."""

import threading
from contextvars import copy_context

import numpy as np
import pytest

from pyautodiff.quiet import ignore_errors, restore_errors


def test_errors_are_ignored_until_they_are_restored() -> None:
    with np.errstate(all="raise"):
        before = ignore_errors()
        assert np.isinf(np.float64(1.0) / np.float64(0.0))
        restore_errors(before)
        with pytest.raises(FloatingPointError):
            np.exp(1000.0)


def test_it_may_be_nested() -> None:
    with np.errstate(all="raise"):
        outer = ignore_errors()
        inner = ignore_errors()
        restore_errors(inner)
        assert np.isinf(np.exp(1000.0))
        restore_errors(outer)
        with pytest.raises(FloatingPointError):
            np.exp(1000.0)


def test_other_threads_and_contexts_are_left_alone() -> None:
    context = copy_context()
    context.run(np.seterr, all="raise")
    raised = []

    def compute() -> None:
        with np.errstate(all="raise"):
            try:
                np.exp(1000.0)
            except FloatingPointError:
                raised.append(True)

    before = ignore_errors()
    try:
        thread = threading.Thread(target=compute)
        thread.start()
        thread.join()
        with pytest.raises(FloatingPointError):
            context.run(np.exp, 1000.0)
    finally:
        restore_errors(before)
    assert raised == [True]
