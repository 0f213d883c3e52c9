"""What the inputs of a chain or an expression are given: arrays, for each a text that says it.

Must not know what is computed of them.
"""

from collections.abc import Mapping, Sequence
from typing import TypeAlias

import numpy as np

from pyautodiff.arrays import MAX_LISTED
from pyautodiff.core import Array, as_array
from pyautodiff.expression_text import ALONE
from pyautodiff.faults import Fault, Plain
from pyautodiff.literals import canonical, parse_array

Given: TypeAlias = str | float | Array
"""Text as ``parse_array`` reads it, or real numbers of any shape."""


def read_inputs(x: Given | Mapping[str, Given], names: Sequence[str]) -> dict[str, Array]:
    """The array of each of ``names``: of ``x`` by itself, that of the input ``x``; of a mapping, those in it.

    Raises:
        Fault: as ``parse_array`` does, for an input of a mapping with its name as ``input``; ``input-missing`` with the
            ``name`` that nothing is given for; ``x-shapes`` with the ``shapes`` by name, if they cannot be broadcast.
    """
    given = x if isinstance(x, Mapping) else {ALONE: x}
    arrays: dict[str, Array] = {}
    for name in names:
        if name not in given:
            raise Fault("x", "input-missing", name=name)
        try:
            arrays[name] = _array(given[name])
        except Fault as fault:
            if isinstance(x, Mapping):
                fault.values["input"] = name
            raise
    try:
        np.broadcast_shapes(*(array.shape for array in arrays.values()))
    except ValueError:
        shapes: dict[str, Plain] = {name: list(array.shape) for name, array in arrays.items()}
        raise Fault("x", "x-shapes", shapes=shapes) from None
    return arrays


def canonical_inputs(x: Given | Mapping[str, Given], names: Sequence[str]) -> str | dict[str, str | None] | None:
    """Text that says the input ``x``, or one for each of several; ``None`` for an array that is not listed."""
    given = x if isinstance(x, Mapping) else {ALONE: x}
    texts = {name: _text(given[name]) for name in names}
    return texts[ALONE] if list(texts) == [ALONE] else texts


def _array(given: Given) -> Array:
    return parse_array(given) if isinstance(given, str) else as_array(given)


def _text(given: Given) -> str | None:
    if isinstance(given, str):
        return canonical(given)
    data = as_array(given)
    return repr(data.tolist()) if data.size <= MAX_LISTED else None
