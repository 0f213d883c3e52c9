"""TeX put into TeX: parentheses where they are needed, and nowhere else."""

import pytest

from pyautodiff.arithmetic import TwoInputs
from pyautodiff.functions import FUNCTIONS
from pyautodiff.notation import Binding, binding, product, put_in, tex_name

SUM, PRODUCT, POWER, ATOM = "x+1", r"2\,x", "x^{2}", "x_{0}"


@pytest.mark.parametrize(
    ("tex", "expected"),
    [
        ("x", Binding.ATOM),
        ("12.5", Binding.ATOM),
        (r"\pi", Binding.ATOM),
        ("x_{12}", Binding.ATOM),
        ("x^{2+1}", Binding.POWER),
        (r"\sin\left(x+1\right)", Binding.POWER),
        (r"\left|x-1\right|", Binding.POWER),
        (r"\sqrt{x+1}", Binding.POWER),
        (r"\frac{x+1}{2}", Binding.PRODUCT),
        (r"x \cdot x", Binding.PRODUCT),
        (r"1.5 \times 10^{-7}", Binding.PRODUCT),
        (r"2\,\left(x+1\right)", Binding.PRODUCT),
        ("-x", Binding.SUM),
        ("-2", Binding.SUM),
        (r"\sin\left(x\right)+1", Binding.SUM),
        (r"\left(x+1\right)-\left(x+1\right)", Binding.SUM),
    ],
)
def test_binding_is_that_of_what_stands_outermost(tex: str, expected: Binding) -> None:
    assert binding(tex) is expected


@pytest.mark.parametrize(
    ("template", "arguments", "expected"),
    [
        ("#1^{2}", [ATOM], "x_{0}^{2}"),
        ("#1^{2}", [POWER], r"\left(x^{2}\right)^{2}"),
        ("#1^{2}", [r"\frac{1}{x}"], r"\left(\frac{1}{x}\right)^{2}"),
        ("#1^{#2}", ["-2", SUM], r"\left(-2\right)^{x+1}"),
        ("e^{#1}", [SUM], "e^{x+1}"),
        (r"\frac{#1}{#2}", [SUM, "-2"], r"\frac{x+1}{-2}"),
        (r"\sin\left(#1\right)", [SUM], r"\sin\left(x+1\right)"),
        (r"\max\left(0, #1\right)", [SUM], r"\max\left(0, x+1\right)"),
        (r"\left|#1\right|", [SUM], r"\left|x+1\right|"),
        (r"\ln\left(1+e^{#1}\right)", [SUM], r"\ln\left(1+e^{x+1}\right)"),
        ("#1+#2", [SUM, SUM], "x+1+x+1"),
        ("#1+#2", ["-x", "-x"], r"-x+\left(-x\right)"),
        ("#1-#2", [SUM, SUM], r"x+1-\left(x+1\right)"),
        ("#1-#2", [PRODUCT, PRODUCT], r"2\,x-2\,x"),
        ("#1+3", [SUM], "x+1+3"),
        ("-#1", [SUM], r"-\left(x+1\right)"),
        ("-#1", [POWER], "-x^{2}"),
        (r"3\,#1", [SUM], r"3\,\left(x+1\right)"),
        (r"3\,#1", [PRODUCT], r"3 \cdot 2\,x"),
        (r"#1\,#2", [SUM, POWER], r"\left(x+1\right)\,x^{2}"),
    ],
)
def test_parentheses_stand_where_they_are_needed(template: str, arguments: list[str], expected: str) -> None:
    assert put_in(template, arguments) == expected


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("2", "x", r"2\,x"),
        ("x", "x", r"x \cdot x"),
        ("x", "2", r"x \cdot 2"),
        ("2", "3", r"2 \cdot 3"),
        ("x", SUM, r"x\,\left(x+1\right)"),
        (SUM, SUM, r"\left(x+1\right)\,\left(x+1\right)"),
        ("x", r"\sin\left(x\right)", r"x\,\sin\left(x\right)"),
    ],
)
def test_products_are_written_as_people_do(left: str, right: str, expected: str) -> None:
    assert put_in(product(left, right), [left, right]) == expected


@pytest.mark.parametrize("make", [*FUNCTIONS.values(), *TwoInputs.__subclasses__()], ids=lambda make: make.__name__)
def test_every_formula_takes_atoms_without_parentheses(make: type) -> None:
    plain = make().formula_tex()
    assert put_in(plain, ["x", "z"]) == plain.replace("#1", "x").replace("#2", "z")


def test_numbers_of_names_stand_below() -> None:
    assert [tex_name(name) for name in ("x", "x0", "h12")] == ["x", "x_{0}", "h_{12}"]
