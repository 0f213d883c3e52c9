"""What the page is made from (`web/.generated`): the catalogue, the worked example and the runtime's description.

The first two are told by pyautodiff itself, under the build's own CPython.
"""

import json
from pathlib import Path
from typing import Any

from web.make.environment import PYTHON
from web.make.paths import GENERATED, ROOT
from web.make.progress import run, step
from web.make.stamp import Stamp
from web.make.wheels import LIBRARY

REQUEST = {"version": 1, "x": "0.5", "chain": "square exp square", "parts": ["curve", "check", "code"]}
"""The book's example, which stands in the page before Python has started."""

TELL = """
import json, sys
from pyautodiff.trace import answer, catalogue
trace = json.loads(answer(sys.argv[1]))
if "error" in trace:
    sys.exit(f"pyautodiff cannot work out the example: {trace['error']}")
json.dump({"catalogue": catalogue(), "traces": {"default": trace}}, sys.stdout, allow_nan=False)
"""


def examples(description: dict[str, Any]) -> None:
    """Write `web/.generated/*.json`, those that changed; one for each part of the runtime's description."""
    for name, part in description.items():
        write(name, part)
    told = Stamp("examples", [*LIBRARY, Path(__file__), json.dumps(REQUEST)])
    if told.fresh() and all((GENERATED / f"{name}.json").exists() for name in ("catalogue", "traces")):
        return
    with step("working out the example with pyautodiff"):
        text = run(
            [PYTHON, "-c", TELL, json.dumps(REQUEST)],
            "pyautodiff could not tell its catalogue and its example.",
            ["Mend what is named above in pyautodiff/."],
            cwd=ROOT,
        )
        for name, content in json.loads(text).items():
            write(name, content)
        told.keep()


def write(name: str, content: object) -> None:
    """Write one JSON file, unless it says this already."""
    file = GENERATED / f"{name}.json"
    text = json.dumps(content, ensure_ascii=False, indent=1) + "\n"
    if not (file.exists() and file.read_text(encoding="utf-8") == text):
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, encoding="utf-8")
