"""The catalogue: every function of the registry, its TeX whole, its thumbnail what it computes."""

import numpy as np

from pyautodiff import Variable
from pyautodiff.catalogue import catalogue
from pyautodiff.functions import FUNCTIONS


def test_every_function_of_the_registry_is_in_it_in_order() -> None:
    assert [entry["name"] for entry in catalogue()["functions"]] == list(FUNCTIONS)


def test_tex_has_a_place_for_the_argument_and_none_left_for_a_constant() -> None:
    for entry in catalogue()["functions"]:
        assert "#1" in entry["formula"]
        for tex in (entry["formula"], entry["derivative"]):
            assert "#c" not in tex
            assert tex.count("{") == tex.count("}")


def test_thumbnail_is_what_the_function_computes_and_null_where_it_has_no_value() -> None:
    for entry in catalogue()["functions"]:
        x = np.linspace(*entry["thumbnail"]["range"], 33)
        for at, y in zip(x, entry["thumbnail"]["y"], strict=True):
            expected = FUNCTIONS[entry["name"]]()(Variable(np.array(at))).data
            assert (y is None) is not np.isfinite(expected).item()
            if y is not None:
                np.testing.assert_allclose(y, expected, rtol=1e-14)
