"""The standalone file as one opens it from a disk, in any browser. Must not know what a test makes of it."""

from web.make.paths import DIST
from web.make.standalone import NAME

FILE = DIST / NAME


def standalone_url() -> str:
    """Where it is: the address that a double-click on it opens."""
    assert FILE.exists(), "There is no standalone file: run `python build.py standalone` first."
    return FILE.as_uri()
