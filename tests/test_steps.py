"""The ten steps: a learner's code as typed, run after ``from pyautodiff import *``, and the figures it must give."""

import builtins
import sys
from typing import Any

import numpy as np
import pytest

START = "import numpy as np\nfrom pyautodiff import *\n"

FUNCTIONS = """
class Square(Function):
    def forward(self, x):
        y = x ** 2
        return y

    def backward(self, gy):
        x = self.input.data
        gx = 2 * x * gy
        return gx

class Exp(Function):
    def forward(self, x):
        y = np.exp(x)
        return y

    def backward(self, gy):
        x = self.input.data
        gx = np.exp(x) * gy
        return gx

def square(x):
    return Square()(x)

def exp(x):
    return Exp()(x)
"""


def run(code: str) -> dict[str, Any]:
    names: dict[str, Any] = {"__name__": "__main__"}
    exec(START + code, names)  # noqa: S102 - the code is above and below
    return names


@pytest.fixture(params=["", FUNCTIONS], ids=["with the library's functions", "with the learner's own"])
def functions(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def test_step_1_a_variable_is_a_box() -> None:
    names = run("""
data = np.array(1.0)
x = Variable(data)
first = x.data
x.data = np.array(2.0)
second = x.data
x.data = np.array([[1, 2, 3], [4, 5, 6]])
""")
    assert names["first"] == 1.0
    assert names["first"] is names["data"]
    assert names["second"] == 2.0
    assert names["x"].data.ndim == 2


def test_step_2_a_function_makes_a_variable_of_another(functions: str) -> None:
    names = run(
        functions
        + """
x = Variable(np.array(10))
f = Square()
y = f(x)
"""
    )
    y = names["y"]
    assert type(y) is names["Variable"]
    assert type(y.data) is np.ndarray
    assert y.data == 100
    assert str(y.data) == "100"


def test_step_2_the_base_function_has_no_forward() -> None:
    with pytest.raises(NotImplementedError):
        run("Function()(Variable(np.array(1.0)))")


def test_step_3_functions_compose(functions: str) -> None:
    names = run(
        functions
        + """
A = Square()
B = Exp()
C = Square()
x = Variable(np.array(0.5))
a = A(x)
b = B(a)
y = C(b)
"""
    )
    assert names["y"].data == 1.648721270700128


def test_step_4_numerical_differentiation(functions: str) -> None:
    names = run(
        functions
        + """
f = Square()
x = Variable(np.array(2.0))
dy = numerical_diff(f, x)

def composed(x):
    A = Square()
    B = Exp()
    C = Square()
    return C(B(A(x)))

x = Variable(np.array(0.5))
dy_composed = numerical_diff(composed, x)
"""
    )
    assert names["dy"] == 4.000000000004
    assert names["dy_composed"] == 3.2974426293330694


def test_step_6_backpropagation_by_hand(functions: str) -> None:
    names = run(
        functions
        + """
A = Square()
B = Exp()
C = Square()
x = Variable(np.array(0.5))
before = x.grad
a = A(x)
b = B(a)
y = C(b)
y.grad = np.array(1.0)
b.grad = C.backward(y.grad)
a.grad = B.backward(b.grad)
x.grad = A.backward(a.grad)
"""
    )
    assert names["before"] is None
    assert names["x"].grad == 3.297442541400256
    assert all(type(names[name].grad) is np.ndarray for name in "xaby")


def test_step_6_the_base_function_has_no_backward() -> None:
    with pytest.raises(NotImplementedError):
        run("Function().backward(np.array(1.0))")


def test_step_7_define_by_run_links_what_ran(functions: str) -> None:
    names = run(
        functions
        + """
A = Square()
B = Exp()
C = Square()
x = Variable(np.array(0.5))
a = A(x)
b = B(a)
y = C(b)
assert y.creator == C
assert y.creator.input == b
assert y.creator.input.creator == B
assert y.creator.input.creator.input == a
assert y.creator.input.creator.input.creator == A
assert y.creator.input.creator.input.creator.input == x
assert C.output == y and B.output == b and A.output == a
assert x.creator is None

y.grad = np.array(1.0)
C = y.creator
b = C.input
b.grad = C.backward(y.grad)
B = b.creator
a = B.input
a.grad = B.backward(b.grad)
A = a.creator
x = A.input
x.grad = A.backward(a.grad)
by_hand = x.grad

y = square(exp(square(x)))
y.grad = np.array(1.0)
y.backward()
"""
    )
    assert names["by_hand"] == names["x"].grad == 3.297442541400256


def test_step_8_a_loop_has_no_recursion_limit(functions: str) -> None:
    assert sys.getrecursionlimit() < 100_000
    names = run(
        functions
        + """
class Same(Function):
    def forward(self, x):
        return x

    def backward(self, gy):
        return gy

x = Variable(np.array(0.5))
y = x
for _ in range(100_000):
    y = Same()(y)
y.grad = np.array(3.0)
y.backward()
"""
    )
    assert names["x"].grad == 3.0


def test_step_9_functions_in_lower_case_and_a_seed_of_ones(functions: str) -> None:
    names = run(
        functions
        + """
x = Variable(np.array(0.5))
y = square(exp(square(x)))
y.backward()

v = Variable(np.array([1.0, 2.0]))
w = square(v)
w.backward()
"""
    )
    assert names["y"].data == 1.648721270700128
    assert names["x"].grad == 3.297442541400256
    assert names["y"].grad == 1.0
    assert names["y"].grad.shape == ()
    assert names["w"].grad.tolist() == [1.0, 1.0]
    assert names["v"].grad.tolist() == [2.0, 4.0]


def test_step_9_a_variable_holds_an_ndarray_or_nothing() -> None:
    names = run("x = Variable(np.array(1.0)); empty = Variable(None)")
    assert names["empty"].data is None
    with pytest.raises(TypeError, match=r"<class 'float'> is not supported"):
        run("Variable(1.0)")


def test_step_9_as_array_makes_an_array_of_a_scalar() -> None:
    names = run("""
x = np.array(2.0)
y = x ** 2
z = as_array(y)
same = as_array(x)
""")
    assert type(names["y"]) is np.float64
    assert type(names["z"]) is np.ndarray
    assert names["same"] is names["x"]


def test_step_9_data_is_always_an_ndarray(functions: str) -> None:
    names = run(functions + "y = square(Variable(np.array(3.0)))")
    assert type(names["y"].data) is np.ndarray


VARIABLE = """
class Variable:
    def __init__(self, data):
        if data is not None:
            if not isinstance(data, np.ndarray):
                raise TypeError('{} is not supported'.format(type(data)))
        self.data = data
        self.grad = None
        self.creator = None

    def set_creator(self, func):
        self.creator = func

    def backward(self):
        if self.grad is None:
            self.grad = np.ones_like(self.data)
        funcs = [self.creator]
        while funcs:
            f = funcs.pop()
            x, y = f.input, f.output
            x.grad = f.backward(y.grad)
            if x.creator is not None:
                funcs.append(x.creator)
"""

FUNCTION = """
def as_array(x):
    if np.isscalar(x):
        return np.array(x)
    return x

class Function:
    def __call__(self, input):
        x = input.data
        y = self.forward(x)
        output = Variable(as_array(y))
        output.set_creator(self)
        self.input = input
        self.output = output
        return output

    def forward(self, x):
        raise NotImplementedError()

    def backward(self, gy):
        raise NotImplementedError()
"""


@pytest.mark.parametrize(
    "retyped",
    [VARIABLE + FUNCTION + FUNCTIONS, VARIABLE, VARIABLE + FUNCTIONS, FUNCTION + FUNCTIONS],
    ids=["everything", "Variable alone", "Variable and two functions", "Function and two functions"],
)
def test_a_learner_may_write_the_classes_again(retyped: str) -> None:
    names = run(
        retyped
        + """
A, B, C = Square(), Exp(), Square()
x = Variable(np.array(0.5))
a = A(x)
b = B(a)
y = C(b)
assert y.creator == C and C.input == b and b.creator == B and B.output == b and A.input == x

y.grad = np.array(1.0)
b.grad = C.backward(y.grad)
a.grad = B.backward(b.grad)
by_hand = A.backward(a.grad)

x = Variable(np.array(0.5))
y = square(exp(square(x)))
y.backward()
numerical = numerical_diff(lambda v: square(exp(square(v))), x)
verdict = gradient_check(lambda v: square(exp(square(v))), x).verdict
"""
    )
    assert names["by_hand"] == names["x"].grad == 3.297442541400256
    assert names["numerical"] == 3.2974426293330694
    assert names["verdict"] == "agree"


def test_a_learners_bare_box_of_step_1_does_for_step_2() -> None:
    names = run("""
class Variable:
    def __init__(self, data):
        self.data = data

y = Square()(Variable(np.array(10)))
""")
    assert type(y := names["y"]) is names["Variable"]
    assert y.data == 100


def test_a_learners_functions_run_between_the_librarys() -> None:
    names = run(
        FUNCTION
        + """
class Cubed(Function):
    def forward(self, x):
        return x ** 3

    def backward(self, gy):
        return 3 * self.input.data ** 2 * gy

x = Variable(np.array(2.0))
y = square(Cubed()(square(x)))
y.backward()
"""
    )
    assert names["x"].grad == 12 * 2.0**11


def test_after_the_star_import_every_builtin_is_as_it_was() -> None:
    names = run("")
    shadowed = [name for name in vars(builtins) if name in names and not name.startswith("__")]
    assert shadowed == []
