"""Makes a restored interpreter one of its own: nothing that should differ between two pages comes from the image.

The seed of hashes does: it is in every table of the memory. Given: ``language``, the first that the visitor reads.
"""

import os
import random
import time

os.environ.pop("PYTHONHASHSEED")
os.environ["LANG"] = f"{language.replace('-', '_')}.UTF-8"  # noqa: F821 — as Emscripten has it
os.environ["_"] = "./this.program"
random.seed()


def set_zone():
    """What the module ``time`` says of the time zone, as CPython finds it out (``init_timezone`` in timemodule.c)."""
    year = (365 * 24 + 6) * 3600
    january = time.localtime(time.time() // year * year)
    july = time.localtime(time.time() // year * year + year / 2)
    standard, summer = sorted((january, july), key=lambda there: there.tm_gmtoff)
    time.timezone, time.altzone = -standard.tm_gmtoff, -summer.tm_gmtoff
    time.daylight = int(january.tm_gmtoff != july.tm_gmtoff)
    time.tzname = standard.tm_zone, summer.tm_zone


set_zone()
