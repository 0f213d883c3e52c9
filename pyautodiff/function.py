"""``Function``: the book's maker of variables. It records its call, and says how gradients go back through it.

Must not know any particular function, nor in which order gradients are computed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from copy import copy
from typing import Any, ClassVar, TypeVar, cast
from weakref import ref

import numpy as np

from pyautodiff.contents import Array, as_array, check_gradient, gradient_dtype, is_real_array, kind
from pyautodiff.quiet import ignore_errors, restore_errors
from pyautodiff.variable import EMPTY, Operand, Variable, as_variable

_Backward = TypeVar("_Backward", bound=Callable[..., Any])

_new = object.__new__
_recording: ContextVar[bool] = ContextVar("recording", default=True)


class Function:
    """Makes a variable of variables; ``forward`` and ``backward`` of a subclass say how.

    A function remembers its last call. Called again, it leaves a copy of itself behind as the creator of what it made
    before, so that every result keeps its own way back. A function of the library computes gradients from the arrays
    that its ``forward`` was given and gave: other ``data`` set in a variable since then makes no difference, an array
    changed in place does. A learner's ``backward`` that reads ``self.input.data`` sees what is there when it runs.

    Attributes:
        inputs: the variables of the last call; ``input`` where it was one.
        outputs: the variables it made, ``output`` where it was one; ``None`` for one that nobody keeps any more.
            Outputs hold their function, but not the other way round: a graph is freed as soon as its results are.
        inputs_data, outputs_data: what they held then, as ndarrays.
        generation: the greatest of the inputs' generations.

    Under ``no_grad()`` nothing is remembered.
    """

    differentiable: ClassVar[bool] = False
    """Whether ``backward`` is marked ``@differentiable``."""

    generation = 0
    input_data: Any = None
    """What ``forward`` was given: an array or NumPy scalar; a tuple of them for several inputs."""
    output_data: Any = None
    """What ``forward`` gave: an array or number; a tuple of them for several outputs."""
    reached: Variable | None = None
    """While ``Variable.backward()`` has this function waiting, the output through which it came to it."""
    _input: Variable | None = None
    _inputs: tuple[Variable, ...] = ()
    _output: ref[Variable] | None = None
    _outputs: tuple[ref[Variable], ...] = ()

    def __init_subclass__(cls) -> None:
        cls.differentiable = hasattr(cls.backward, "differentiable")

    def forward(self, *xs: Any) -> Any:
        """The output's data for the inputs' data: ndarray or number, or a tuple of them for several outputs."""
        raise NotImplementedError

    def backward(self, *gys: Any) -> Any:
        """The gradient in the input for that in the output; for several inputs a tuple, with ``None`` for no gradient.

        Called by hand, it is unchecked and under NumPy's own error state.
        """
        raise NotImplementedError

    def __call__(self, *inputs: Operand) -> Variable:
        """Make a variable of what ``forward`` gives for the inputs' data; several outputs come as a tuple of variables.

        Overflow gives inf, and leaving the domain nan, without exception or warning.

        Raises:
            TypeError: if an input is empty, or no variable and no real number or array; if ``forward`` gives none.
        """
        if self._output is not None or self._outputs:
            self._leave_copy()
        y = self.once(*inputs)
        if type(y) is Variable and y._creator is self:
            self._output = ref(y)
        return y

    def once(self, *inputs: Operand) -> Variable:
        """Call a function object that is made for this call. Nobody else has it, so that nobody else can call it again,
        or ask it for its output; calling it is a little faster for that.
        """
        if len(inputs) != 1 or type(inputs[0]) is not Variable:
            return self._called(inputs)
        # The same as _called, for the kind of call that is made most.
        x = inputs[0]
        differentiable = self.differentiable
        x_data = x._data if differentiable else x.data
        if x_data is None:
            raise TypeError(EMPTY)
        before = ignore_errors()
        try:
            y_data = self.forward(x_data)
        finally:
            restore_errors(before)
        if type(y_data) is tuple:
            return self._made((x,), (x_data,), y_data)
        if differentiable:
            y = _new(Variable)
            y._data = y_data
            y._grad = y._sweep = y._creator = None
            y.generation = 0
        else:
            y = self._boxed(y_data)
        if _recording.get():
            self._input = x
            self.input_data = x_data
            self.output_data = y_data
            self.generation = generation = x.generation
            y._creator = self
            y.generation = generation + 1
        return y

    def _called(self, operands: tuple[Operand, ...]) -> Variable:
        if len(operands) == 1 and not isinstance(operands[0], Variable):
            from pyautodiff import retyped  # noqa: PLC0415 - it needs Function

            if retyped.is_retyped_variable(operands[0]):
                return cast(Variable, retyped.call_retyped(self, operands[0]))
        inputs = tuple(as_variable(x) for x in operands)
        xs = tuple(x._data if self.differentiable else x.data for x in inputs)
        if any(x is None for x in xs):
            raise TypeError(EMPTY)
        return self._made(inputs, xs, self.quietly(*xs))

    def quietly(self, *xs: Any) -> Any:
        """What ``forward`` gives, whatever NumPy's error state is."""
        before = ignore_errors()
        try:
            return self.forward(*xs)
        finally:
            restore_errors(before)

    def _made(self, inputs: tuple[Variable, ...], xs: tuple[Any, ...], ys: Any) -> Variable:
        several = isinstance(ys, tuple)
        outputs = tuple(self._boxed(y) for y in (ys if several else (ys,)))
        if _recording.get():
            self._input, self._inputs = (inputs[0], ()) if len(inputs) == 1 else (None, inputs)
            self._output, self._outputs = None, tuple(ref(y) for y in outputs) if several else ()
            self.input_data = xs[0] if len(xs) == 1 else xs
            self.output_data = ys
            self.generation = max((x.generation for x in inputs), default=0)
            for y in outputs:
                y.set_creator(self)
        # For several outputs this is a tuple; the type says what nearly every caller gets.
        return cast(Variable, outputs if several else outputs[0])

    def _boxed(self, y: Any) -> Variable:
        data = as_array(y)
        if not is_real_array(data):
            name = type(self).__name__
            raise TypeError(f"{name}.forward returned {kind(y)}: it must return an ndarray of real numbers, or one")
        return Variable(data)

    def _leave_copy(self) -> None:
        former = [y for y in self.outputs if y is not None and y._creator is self]
        if former and _recording.get():
            left = copy(self)
            for y in former:
                y._creator = left

    def known_by(self, y: Variable) -> Function:
        """This function, for somebody who comes to it through its output ``y``: from now on it knows it."""
        if self._output is None and not self._outputs:
            self._output = ref(y)
        return self

    @property
    def input(self) -> Variable:
        return cast(Variable, self._only("input", self.inputs))

    @property
    def output(self) -> Variable | None:
        return self._only("output", self.outputs)

    @property
    def inputs(self) -> tuple[Variable, ...]:
        return (self._input,) if self._input is not None else self._inputs

    @property
    def outputs(self) -> tuple[Variable | None, ...]:
        return (self._output(),) if self._output is not None else tuple(y() for y in self._outputs)

    @property
    def inputs_data(self) -> tuple[Array, ...]:
        return tuple(as_array(x) for x in _each(self.input_data))

    @property
    def outputs_data(self) -> tuple[Array, ...]:
        return tuple(as_array(y) for y in _each(self.output_data))

    def _only(self, word: str, variables: tuple[Variable | None, ...]) -> Variable | None:
        if len(variables) == 1:
            return variables[0]
        name = type(self).__name__
        if not variables:
            raise AttributeError(f"this {name} has no {word} yet: it was not called, or only under no_grad()")
        raise AttributeError(f"this {name} has {len(variables)} {word}s: see its {word}s")

    def gradients(self, reached: Variable, create_graph: bool) -> Any:
        """What ``backward`` gives for the gradients in the outputs, of which ``reached`` is one."""
        # Held by this function alone, an output was not reached: a variable in its place says so.
        outputs = tuple(
            Variable(data) if y is None else y
            for y, data in zip(self.outputs if self._outputs else (reached,), self.outputs_data, strict=True)
        )
        gys: list[Any] = []
        for y in outputs:
            if y._sweep is reached._sweep:
                gys.append(y.grad)
            else:
                nothing = np.zeros(y.shape, gradient_dtype(y.dtype))
                gys.append(Variable(nothing) if create_graph else nothing)
        return self._recorded(outputs, gys) if create_graph else self.checked(self.backward(*gys))

    def _recorded(self, outputs: tuple[Variable, ...], gys: list[Any]) -> tuple[Variable | None, ...]:
        name = type(self).__name__
        if not self.differentiable:
            raise TypeError(
                f"{name}.backward computes with NumPy arrays, so backward(create_graph=True) cannot differentiate it: "
                f"compute with self.input_data instead of self.input.data, and mark it @differentiable"
            )
        # Variables stand in for the arrays that backward reads.
        recorded = copy(self)
        recorded.input_data = self._input if self._input is not None else self._inputs
        recorded.output_data = outputs if self._outputs else outputs[0]
        return tuple(None if gx is None else as_variable(gx) for gx in _each(recorded.backward(*gys)))

    def checked(self, gxs: Any) -> Any:
        """``gxs``, which a learner's ``backward`` returned, if they are gradients in the inputs."""
        name = type(self).__name__
        if self._input is not None and not isinstance(gxs, tuple):
            if gxs is None:
                raise TypeError(f"{name}.backward returned None: it must return the gradient in the input")
            return check_gradient(gxs, self._input._data, name)
        gxs, inputs = _each(gxs), self.inputs
        if len(gxs) != len(inputs):
            raise ValueError(f"{name}.backward returned {len(gxs)} gradients for {len(inputs)} inputs")
        return tuple(
            None if gx is None else check_gradient(gx, x._data, name) for gx, x in zip(gxs, inputs, strict=True)
        )

    def __lt__(self, other: Function) -> bool:
        """Whether backpropagation comes to this function before ``other``."""
        return self.generation > other.generation


def _each(one_or_several: Any) -> tuple[Any, ...]:
    return one_or_several if isinstance(one_or_several, tuple) else (one_or_several,)


def differentiable(backward: _Backward) -> _Backward:
    """Mark the ``backward`` of a ``Function`` as one that computes with variables as well as with arrays.

    It takes what ``forward`` was given and gave from ``self.input_data`` and ``self.output_data``: variables, as the
    gradient is, under ``backward(create_graph=True)``. At other times, and in ``forward``, these are ndarrays, or
    NumPy's scalars in place of 0-d arrays: NumPy computes several times faster with them.
    """
    backward.differentiable = True  # type: ignore[attr-defined]
    return backward


def apply(function: Function, *xs: Any) -> Any:
    """``function`` of ``xs``, for a ``@differentiable`` backward: a variable if one of ``xs`` is, else an array."""
    return function.once(*xs) if any(isinstance(x, Variable) for x in xs) else function.forward(*xs)


def plain(x: Any) -> Any:
    """The array of ``x``, variable or array, for a ``@differentiable`` backward: a constant, to what is made of it.

    That is right for what is constant wherever it has a derivative, such as a sign.
    """
    return x.data if isinstance(x, Variable) else x


@contextmanager
def no_grad() -> Iterator[None]:
    """Within this, functions compute their results and record no graph; in this thread and context alone."""
    before = _recording.set(False)
    try:
        yield
    finally:
        _recording.reset(before)
