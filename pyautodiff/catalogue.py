"""The functions a chain can be made of, told as plain data for whoever offers them.

Reads the registry; must not know what a palette looks like.
"""

from typing import Any

import numpy as np

from pyautodiff.arrays import numbers
from pyautodiff.core import Variable
from pyautodiff.functions import FUNCTIONS, Elementwise
from pyautodiff.request import VERSION

THUMBNAIL_RANGE = (-2.0, 2.0)
THUMBNAIL_POINTS = 33


def catalogue() -> dict[str, Any]:
    """Name, class, TeX, default constant, domain and a small curve of every function in ``FUNCTIONS``."""
    return {"version": VERSION, "functions": [_entry(make) for make in FUNCTIONS.values()]}


def _entry(make: type[Elementwise]) -> dict[str, Any]:
    f = make()
    y = f(Variable(np.linspace(*THUMBNAIL_RANGE, THUMBNAIL_POINTS)))
    return {
        "name": f.name,
        "class": make.__name__,
        "formula": f.formula_tex(),
        "template": f.formula,
        "derivative": f.derivative_tex(),
        "wrap": f.wrap,
        "constant": None if f.constant is None else {"default": f.constant},
        "domain": {"kind": f.domain},
        "thumbnail": {
            "range": list(THUMBNAIL_RANGE),
            "y": [None if isinstance(value, str) else value for value in numbers(y.data)],
        },
    }
