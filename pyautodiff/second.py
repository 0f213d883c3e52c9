"""The gradient of a gradient: dy/dx as a computation of its own, with its own backward pass.

Must not know which functions there are; any whose ``backward`` can be recorded will do.
"""

from collections.abc import Callable
from typing import Any

import numpy as np

from pyautodiff.arrays import to_plain
from pyautodiff.core import Array, Variable
from pyautodiff.faults import Fault
from pyautodiff.graph import Graph
from pyautodiff.run import Run

MAX_FUNCTIONS = 60


def second(f: Callable[[Variable], Variable], data: Array, name: str = "x") -> dict[str, Any]:
    """dy/dx and d2y/dx2 of ``f`` at ``data``, and the trace of the graph that computes the former.

    Of a ``y`` with several elements, the sum is differentiated; of its gradient likewise. In the trace, variables of
    the computation of y keep their names, and the gradient in a variable ``a`` is called ``ga``.

    Args:
        f: from ``Variable`` to ``Variable``, made of functions with a ``@differentiable`` backward.
        data: x, of any shape.
        name: of x.

    Returns:
        ``second`` as in ``trace.schema.json``.

    Raises:
        Fault: ``second-too-large`` where the graph of dy/dx has more than ``MAX_FUNCTIONS`` functions.
    """
    x = Variable(data)
    y = f(x)
    forward = Graph(y, {name: x})
    y.backward(create_graph=True)
    gx: Variable = x.grad
    size = len(Graph(gx).functions)
    if size > MAX_FUNCTIONS:
        raise Fault("second", "second-too-large", limit=MAX_FUNCTIONS, functions=size)
    run = Run(gx, _names(forward), inputs=[x])
    # Where dy/dx does not depend on x, no gradient comes to x.
    is_reached = id(x) in run.backward.reached
    return {
        "variable": name,
        "first": to_plain(gx.data),
        "second": to_plain(x.grad if is_reached else np.zeros_like(gx.data)),
        "trace": run.told(),
    }


def _names(forward: Graph) -> dict[str, Variable]:
    names = {forward.name(v): v for v in forward.variables}
    gradients: dict[int, tuple[str, Variable]] = {}
    # Functions such as x + 1 pass a gradient on as it is. Then it has one name: that of x's, of y's, or of the first.
    for v in (*forward.inputs, forward.output, *forward.variables):
        if isinstance(v.grad, Variable):
            gradients.setdefault(id(v.grad), (f"g{forward.name(v)}", v.grad))
    return names | dict(gradients.values())
