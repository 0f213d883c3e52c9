"""What a ``Variable`` may hold: ndarrays of integers and floats. Everything else is refused, and the fix is shown.

Must not know the graph.
"""

from typing import Any, NoReturn, TypeAlias, TypeGuard

import numpy as np
from numpy.typing import NDArray

Array: TypeAlias = NDArray[Any]

_REAL_KINDS = "fiu"
_LONGEST_SHOWN = 40


def as_array(x: Any) -> Any:
    """``x`` as an ndarray where it is a number: what NumPy computes from 0-d arrays is not an ndarray but a scalar.

    Anything else is given back as it is, an ndarray as well as what ``Variable`` will refuse.
    """
    return np.array(x) if np.isscalar(x) else x


def check_contents(data: object) -> None:
    """Raise ``TypeError`` unless ``data`` is an ndarray of integers or floats, or ``None``."""
    if data is not None and not is_real_array(data):
        _refuse(data)


def is_real_array(x: object) -> TypeGuard[Array]:
    """Whether ``x`` is an ndarray of integers or floats."""
    return isinstance(x, np.ndarray) and x.dtype.kind in _REAL_KINDS


def kind(x: object) -> str:
    """The type of ``x``, for messages."""
    return f"{type(x)} of dtype {x.dtype}" if isinstance(x, np.ndarray) else f"{type(x)}"


def gradient_dtype(dtype: np.dtype[Any]) -> np.dtype[Any]:
    """The dtype of gradients in data of ``dtype``: the same for floats, float64 for integers."""
    return dtype if dtype.kind == "f" else np.dtype(np.float64)


def check_gradient(gradient: Any, data: Any, function: str | None = None) -> Any:
    """``gradient`` as floats: an ndarray, or the NumPy scalar it was.

    Args:
        gradient: in ``data``, ndarray or NumPy scalar; set by hand, or returned by the ``backward`` of ``function``.

    Raises:
        TypeError: unless it is a real number or array.
        ValueError: unless it has the shape of ``data``.
    """
    is_usual = type(gradient) is np.float64 or (type(gradient) is np.ndarray and gradient.dtype.kind == "f")
    if is_usual and gradient.shape == data.shape:
        return gradient
    whose = "the gradient set by hand" if function is None else f"the gradient returned by {function}.backward"
    array = as_array(gradient)
    if not is_real_array(array):
        raise TypeError(f"{whose} is {kind(gradient)}: a gradient is an ndarray of floats, or a number")
    if array.shape != data.shape:
        raise ValueError(f"{whose} has shape {array.shape}, but the data it belongs to has shape {data.shape}")
    return array.astype(gradient_dtype(array.dtype), copy=False)


def _refuse(data: object) -> NoReturn:
    if isinstance(data, np.ndarray):
        fix = "take x.real or abs(x)" if data.dtype.kind == "c" else "write x.astype(float)"
    elif isinstance(data, bool | str | np.bool_):
        fix = f"write Variable(np.array(float({_shown(data)})))"
    elif isinstance(data, complex):
        fix = f"write Variable(np.array({data.real!r}))"
    elif isinstance(data, int | float | np.generic | list | tuple):
        fix = f"write Variable(np.array({_shown(data.item() if isinstance(data, np.generic) else data)}))"
    elif type(data).__name__ == "Variable":
        fix = "it is a Variable already, of pyautodiff or of a class of yours; pass its .data"
    else:
        fix = "give an ndarray, as in Variable(np.array(1.0))"
    raise TypeError(f"{kind(data)} is not supported: {fix}")


def _shown(data: object) -> str:
    text = repr(data)
    return text if len(text) <= _LONGEST_SHOWN else "..."
