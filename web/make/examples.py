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

DRAWN = ("curve", "thumbnail")
"""What is only drawn goes into the page to a fifth digit, finer than any screen: all digits of it weigh 5 KB."""

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
        content = json.loads(text)
        for drawing in (content["traces"]["default"], *content["catalogue"]["functions"]):
            drawing.update({part: to_five_digits(drawing[part]) for part in DRAWN if part in drawing})
        for name, part in content.items():
            write(name, part)
        told.keep()


def to_five_digits(told: Any) -> Any:
    """The same with every float rounded."""
    if isinstance(told, dict):
        return {name: to_five_digits(value) for name, value in told.items()}
    if isinstance(told, list):
        return [to_five_digits(value) for value in told]
    return float(f"{told:.5g}") if isinstance(told, float) else told


def write(name: str, content: object) -> None:
    """Write one JSON file, unless it says this already."""
    file = GENERATED / f"{name}.json"
    text = json.dumps(content, ensure_ascii=False, indent=1) + "\n"
    if not (file.exists() and file.read_text(encoding="utf-8") == text):
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, encoding="utf-8")
