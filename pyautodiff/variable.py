"""``Variable``: the book's box for an array, with the loop that runs backpropagation from it.

Must not know any particular function.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from heapq import heappop, heappush
from typing import TYPE_CHECKING, Any, ClassVar, TypeAlias, cast

import numpy as np

from pyautodiff.contents import Array, as_array, check_contents, check_gradient, gradient_dtype

if TYPE_CHECKING:
    from pyautodiff.function import Function

Operand: TypeAlias = "Variable | Array | np.generic | float"
"""What functions and operators take: a variable, or a number or array that they make one of."""

_Unary: TypeAlias = "Callable[[Variable], Variable]"
_Binary: TypeAlias = "Callable[[Variable, Operand], Variable]"

_FLOAT64 = np.dtype(np.float64)


class Variable:
    """A box that holds an array, the gradient of some result in it, and the function that made it.

    Attributes:
        data: ndarray of integers or floats, of any shape; ``None`` in a box that holds nothing yet. May be set anew.
        grad: ``None`` as long as no gradient is computed, then an ndarray of the shape of ``data``; a ``Variable``
            after ``backward(create_graph=True)``. May be set by hand.
        creator: the ``Function`` that made this variable; ``None`` if none did.
        generation: 0 without a creator, otherwise one more than the creator's.

    Args:
        data: ndarray of integers or floats, or ``None``. Integers stay integers; the gradient in them is float64.

    Raises:
        TypeError: for anything else: a number, a list, a boolean, text, a complex array…

    Two variables are equal if they are the same object, as in the book's ``y.creator.input == b``.
    """

    # NumPy computes several times faster with its scalars than with 0-d arrays. So 0-d results stay scalars in _data
    # and _grad until somebody looks at them.
    __slots__ = ("__weakref__", "_creator", "_data", "_grad", "_sweep", "generation")

    # Makes an ndarray leave ``array + variable`` to the variable, and NumPy's functions refuse a variable.
    __array_ufunc__ = None
    __array_priority__ = 200

    # Put in place by operators.py, which needs the functions that need this class.
    __add__: ClassVar[_Binary]
    __radd__: ClassVar[_Binary]
    __sub__: ClassVar[_Binary]
    __rsub__: ClassVar[_Binary]
    __mul__: ClassVar[_Binary]
    __rmul__: ClassVar[_Binary]
    __truediv__: ClassVar[_Binary]
    __rtruediv__: ClassVar[_Binary]
    __pow__: ClassVar[_Binary]
    __rpow__: ClassVar[_Binary]
    __matmul__: ClassVar[_Binary]
    __rmatmul__: ClassVar[_Binary]
    __neg__: ClassVar[_Unary]
    __pos__: ClassVar[_Unary]
    __abs__: ClassVar[_Unary]
    __getitem__: ClassVar[Callable[[Variable, Any], Variable]]
    sum: ClassVar[Callable[..., Variable]]
    mean: ClassVar[Callable[..., Variable]]
    reshape: ClassVar[Callable[..., Variable]]
    transpose: ClassVar[Callable[..., Variable]]

    def __init__(self, data: Array | None) -> None:
        if type(data) is not np.ndarray or data.dtype is not _FLOAT64:
            check_contents(data)
        self._data: Any = data
        self._grad: Any = None
        self._sweep: object = None
        self._creator: Function | None = None
        self.generation = 0

    @property
    def data(self) -> Array:
        if isinstance(self._data, np.generic):
            self._data = np.array(self._data)
        return cast(Array, self._data)

    @data.setter
    def data(self, data: Array | np.generic | float | None) -> None:
        data = as_array(data)
        check_contents(data)
        self._data = data

    @property
    def grad(self) -> Any:
        if isinstance(self._grad, np.generic):
            self._grad = np.array(self._grad)
        return self._grad

    @grad.setter
    def grad(self, grad: Any) -> None:
        self._grad = grad

    @property
    def creator(self) -> Function | None:
        return None if self._creator is None else self._creator.known_by(self)

    @creator.setter
    def creator(self, func: Function | None) -> None:
        self._creator = func

    def set_creator(self, func: Function) -> None:
        """Record ``func`` as the function that made this variable; it may be of a base class that a learner wrote."""
        if not hasattr(func, "reached"):
            from pyautodiff.retyped import RetypedFunction  # noqa: PLC0415 - it needs Variable

            func = RetypedFunction(func)
        self._creator = func
        self.generation = func.generation + 1

    def cleargrad(self) -> None:
        """Set ``grad`` back to ``None``, not computed."""
        self._grad = None

    def backward(self, create_graph: bool = False) -> None:
        """Set ``grad`` of every variable that this one was computed from to the derivative of this one in it.

        The seed, d self / d self, is ``self.grad`` if that is set, otherwise ones: for a result that is not a scalar,
        the gradients are those of its sum. A variable without a creator gets the seed and nothing else happens.
        Gradients that reach a variable on several ways add up within one call; another call, of this or of another
        result, replaces them.

        Args:
            create_graph: record the backward pass too, so that gradients are variables and can be differentiated in
                turn. Every function on the way needs a backward that is marked ``@differentiable``.

        Raises:
            TypeError: if this variable is empty, a function's ``backward`` returns what is no gradient, or one cannot
                be differentiated though ``create_graph`` asks for it.
            ValueError: if a gradient has not the shape of the data it belongs to; both shapes are named.
        """
        self._grad = self._seed(create_graph)
        self._sweep = sweep = object()  # marks what this call has reached
        waiting: list[Function] = []  # a heap: the function of the latest generation is the first to pop
        if self._creator is not None:
            self._creator.reached = self
            heappush(waiting, self._creator)
        try:
            with np.errstate(all="ignore"):
                while waiting:
                    f = heappop(waiting)
                    y: Any = f.reached
                    f.reached = None
                    if create_graph or f._outputs:
                        gxs = f.gradients(y, create_graph)
                    elif f.differentiable:
                        gxs = f.backward(y._grad)
                    else:
                        gxs = f.checked(f.backward(y.grad))
                    pairs: Any = zip(f.inputs, gxs, strict=True) if type(gxs) is tuple else ((f._input, gxs),)
                    for x, gx in pairs:
                        if gx is None:
                            continue
                        if x._sweep is sweep:
                            x._grad = x._grad + gx
                            continue
                        x._sweep = sweep
                        x._grad = gx
                        creator = x._creator
                        if creator is not None and creator.reached is None:
                            creator.reached = x
                            heappush(waiting, creator)
        finally:
            for f in waiting:
                f.reached = None

    def _seed(self, create_graph: bool) -> Any:
        seed = self._grad
        if self._data is None:
            raise TypeError(EMPTY)
        if isinstance(seed, Variable):
            if create_graph:
                return seed
            seed = seed.data
        if seed is None:
            seed = np.ones(self._data.shape, gradient_dtype(self._data.dtype))
        else:
            seed = check_gradient(seed, self._data)
        return Variable(seed) if create_graph else seed

    @property
    def shape(self) -> tuple[int, ...]:
        return self.data.shape

    @property
    def ndim(self) -> int:
        return self.data.ndim

    @property
    def size(self) -> int:
        return self.data.size

    @property
    def dtype(self) -> np.dtype[Any]:
        return self.data.dtype

    @property
    def T(self) -> Variable:  # noqa: N802 - as NumPy calls it
        """The variable with its axes reversed."""
        return self.transpose()

    def __len__(self) -> int:
        return len(self.data)

    def __iter__(self) -> Iterator[Variable]:
        return (self[index] for index in range(len(self)))

    def __bool__(self) -> bool:
        return bool(self.data)

    def __repr__(self) -> str:
        return f"Variable({self.data})"


EMPTY = "this Variable is empty: set its data first, as in x.data = np.array(1.0)"


def as_variable(x: Operand) -> Variable:
    """``x`` as a variable: a real number or ndarray becomes one; ``TypeError`` for anything else."""
    if isinstance(x, Variable):
        return x
    is_number = isinstance(x, int | float | np.generic) and not isinstance(x, bool)
    return Variable(as_array(x) if is_number else cast("Array", x))
