# mypy: ignore-errors
"""What a page asks of a running interpreter now and then, beside the traces: values there and back, errors, waiting."""

import asyncio
import gc
import sys
import traceback

import js
from pyodide.ffi import create_proxy, to_js

kept = create_proxy(lambda value, *_: value.to_py() if hasattr(value, "to_py") else value)
js.Object.keys(to_js({"number": 1, "text": "é", "list": [1.5, None, True]}))
getattr(js.Array, "from")(to_js([1, 2, 3])).map(kept)
kept.destroy()
js.Array.of(js.JSON.parse("null"), js.JSON.parse("[1, null]"))
float("1.5e-3") + float("-inf") + int("12") % 5 + round(2.5) + divmod(7, 2)[0] + (1 << 40 >> 3) + abs(-3)
f"{1.5:.3g} {2!r:>4}"
for source in ("1 / 0", "import no_such_module", "int('x')", "def f(:", "[].missing"):
    try:
        exec(compile(source, "<learner>", "exec"), {})
    except Exception:
        traceback.format_exc()
try:
    js.JSON.parse("{")
except Exception:
    traceback.format_exc()
await asyncio.sleep(0)
await js.Promise.resolve(1)
gc.collect()


class Listed:
    """Something that JavaScript goes through, and sets a property of."""

    def __iter__(self):
        yield from (1, 2.5, "three")


listed = create_proxy(Listed())
js.Reflect.set(listed, "name", 1)
getattr(js.Array, "from")(listed)
js.Reflect.set(listed, "name", None)
listed.destroy()


def inner():
    """Its own variables."""
    kept = 1
    return "kept" in locals() and kept


"inner" in locals() and inner() and sys._getframe().f_locals
