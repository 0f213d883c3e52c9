"""Numbers in TeX.

Must not know what they are numbers of.
"""

import math


def tex_number(number: float) -> str:
    """``number`` to its last digit, as people write it: ``3`` for 3.0, ``1.5 \\times 10^{-7}`` for 1.5e-07."""
    if math.isnan(number):
        return r"\mathrm{nan}"
    if math.isinf(number):
        return r"\infty" if number > 0 else r"-\infty"
    digits, _, exponent = repr(number).removesuffix(".0").partition("e")
    return rf"{digits} \times 10^{{{int(exponent)}}}" if exponent else digits
