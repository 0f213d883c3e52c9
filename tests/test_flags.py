"""What went wrong and where, told from numbers: each flag at its place, none where all is well."""

import numpy as np
import pytest

from pyautodiff import Function, Variable
from pyautodiff.chain import parse_chain
from pyautodiff.flags import function_flags, gradient_flags, is_vanishing, variable_flags
from pyautodiff.functions import FUNCTIONS
from pyautodiff.run import Run

AT = {
    ("exp", 800.0): ["overflow"],
    ("exp", -800.0): ["underflow"],
    ("exp", -720.0): ["underflow"],
    ("square", 1e200): ["overflow"],
    ("square", 1e-200): ["underflow"],
    ("cube", 1e-110): ["underflow"],
    ("scale:1e-200", 1e-200): ["underflow"],
    ("reciprocal", 1e-320): ["overflow"],
    ("softplus", -800.0): ["underflow"],
    ("log", 0.0): ["domain"],
    ("log", -1.0): ["domain"],
    ("sqrt", -1.0): ["domain"],
    ("reciprocal", 0.0): ["domain"],
    ("pow:-1", 0.0): ["domain"],
    ("pow:0.5", -1.0): ["domain"],
    ("sin", np.inf): ["domain"],
    ("sqrt", 0.0): ["kink"],
    ("pow:0.5", 0.0): ["kink"],
    ("abs", 0.0): ["kink"],
    ("relu", 0.0): ["kink"],
    # Zeros, infinities and nan that are as they should be.
    ("relu", -3.0): [],
    ("relu", 1e-310): [],
    ("shift:-3", 3.0): [],
    ("scale:0", 5.0): [],
    ("log", 1.0): [],
    ("square", 0.0): [],
    ("pow:1.5", 0.0): [],
    ("sigmoid", 800.0): [],
    ("tanh", 1e-320): [],
    ("exp", np.inf): [],
    ("exp", -np.inf): [],
    ("exp", np.nan): [],
}


def last_flags(chain: str, x: object) -> list[str]:
    run = Run(parse_chain(chain)(Variable(np.asarray(x, dtype=float))))
    f = run.graph.functions[-1]
    return function_flags(f, run.locals[id(f)])


@pytest.mark.parametrize(("case", "flags"), AT.items(), ids=str)
def test_flags_of_a_function_at_a_point(case: tuple[str, float], flags: list[str]) -> None:
    assert last_flags(*case) == flags


@pytest.mark.parametrize("name", FUNCTIONS)
def test_nothing_is_flagged_where_every_function_is_ordinary(name: str) -> None:
    assert last_flags(name, 0.7) == []
    assert last_flags(name, [0.7, 1.3]) == []


def test_one_element_is_enough_and_each_flag_is_told_once() -> None:
    assert last_flags("log", [1.0, -1.0, 0.0, -2.0]) == ["domain"]
    assert last_flags("exp", [1.0, 800.0, -800.0]) == ["overflow", "underflow"]


def test_flag_is_where_it_happened_and_not_further_on() -> None:
    run = Run(parse_chain("square exp exp log square")(Variable(np.array(30.0))))
    flags = [function_flags(f, run.locals[id(f)]) for f in run.graph.functions]
    assert flags == [[], ["overflow"], [], [], []]


def test_float32_overflows_and_underflows_at_its_own_limits() -> None:
    for x, flag in ((100.0, "overflow"), (-100.0, "underflow")):
        run = Run(parse_chain("exp")(Variable(np.array(x, dtype=np.float32))))
        f = run.graph.functions[0]
        assert function_flags(f, run.locals[id(f)]) == [flag]


def test_function_that_mixes_elements_is_judged_by_all_of_its_inputs() -> None:
    class Total(Function):
        def forward(self, x: np.ndarray) -> np.ndarray:
            return np.sum(x)

        def backward(self, gy: np.ndarray) -> np.ndarray:
            return gy * np.ones_like(self.inputs_data[0])

    for x, flags in (([np.nan, 1.0], []), ([np.inf, -np.inf], ["domain"]), ([1.7e308, 1.7e308], ["overflow"])):
        run = Run(Total()(Variable(np.array(x))))
        f = run.graph.functions[0]
        assert function_flags(f, run.locals[id(f)]) == flags


@pytest.mark.parametrize(
    ("a", "b", "flags"),
    [([1.0, 2.0], [2.0, 0.0], ["domain"]), ([1e300, 0.0], [1e-300, 1.0], ["overflow"]), ([0.0, 1.0], [3.0, 4.0], [])],
)
def test_two_inputs_are_judged_element_by_element(a: list[float], b: list[float], flags: list[str]) -> None:
    run = Run(Variable(np.array(a)) / Variable(np.array(b)))
    f = run.graph.functions[0]
    assert function_flags(f, run.locals[id(f)]) == flags


def test_product_of_a_gradient_and_a_slope_is_flagged_where_it_is_lost() -> None:
    run = Run(parse_chain("scale:1e-200 scale:1e-200")(Variable(np.array(1.0))))
    flags = [gradient_flags(visit, run.locals[id(visit.function)]) for visit in run.backward.visits]
    assert flags == [[set()], [{"underflow"}]]
    run = Run(parse_chain("scale:1e200 scale:1e200")(Variable(np.array(1e-300))))
    flags = [gradient_flags(visit, run.locals[id(visit.function)]) for visit in run.backward.visits]
    assert flags == [[set()], [{"overflow"}]]


def test_variable_flags_tell_what_it_holds() -> None:
    data, grad = np.array([np.nan, 1.0]), np.array([np.inf, 1.0])
    assert variable_flags(data, grad, underflowed=False) == ["nan", "gradient-infinite"]
    assert variable_flags(np.zeros(1001), None, underflowed=False) == ["summarised"]
    assert variable_flags(np.array(1.0), np.array(0.0), underflowed=True) == ["gradient-underflow"]


@pytest.mark.parametrize(
    ("chain", "x", "vanishing"),
    [
        ("sigmoid " * 10, 0.5, True),
        ("tanh " * 10, 5.0, True),
        ("scale:1e-200 " * 4, 1.0, True),
        ("sigmoid sigmoid", 0.5, False),
        ("square", 1e-6, False),
        ("sin relu sin relu sin scale:-1 relu", 0.5, False),
        ("square exp square", 0.5, False),
    ],
)
def test_gradient_vanishes_by_many_small_slopes_and_not_by_one_or_a_zero(chain: str, x: float, vanishing: bool) -> None:
    run = Run(parse_chain(chain)(Variable(np.array(x))))
    assert is_vanishing(run.graph.inputs[0].grad, list(run.locals.values())) is vanishing
