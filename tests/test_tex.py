"""Numbers as people write them."""

import math

import pytest

from pyautodiff.tex import tex_number


@pytest.mark.parametrize(
    ("number", "tex"),
    [
        (3, "3"),
        (3.0, "3"),
        (-0.5, "-0.5"),
        (1e-7, r"1 \times 10^{-7}"),
        (-1.5e300, r"-1.5 \times 10^{300}"),
        (math.inf, r"\infty"),
        (-math.inf, r"-\infty"),
        (math.nan, r"\mathrm{nan}"),
        (0.1 + 0.2, "0.30000000000000004"),
    ],
)
def test_a_number_is_written_to_its_last_digit(number: float, tex: str) -> None:
    assert tex_number(number) == tex
