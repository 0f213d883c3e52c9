"""What the embed builder gives an author for each kind of page, asked of the builder's own code.

Must not know where it is put.
"""

import json
import subprocess
from typing import Any

from web.make.environment import node
from web.make.paths import WEB

ASK = """
import { text } from "node:stream/consumers";
import { snippetsFor } from "./embedding/snippets.js";
import { readAddress } from "./state/address.js";
const asked = JSON.parse(await text(process.stdin));
console.log(JSON.stringify(asked.map(({ format, address, ...choice }) =>
  snippetsFor(format, { ...choice, state: readAddress(address).state }))));
"""

USUAL = ["x", "chain", "result", "graph", "steps"]


def snippets(ours: str, *asked: tuple[str, str, list[str]]) -> list[list[str]]:
    """For each format, address and parts the texts that an author copies."""
    choices: list[dict[str, Any]] = [
        {"format": format_, "address": address, "parts": parts, "base": ours, "figures": "An example", "height": 200}
        for format_, address, parts in asked
    ]
    command = [str(node()), "--input-type=module", "--eval", ASK]
    told = subprocess.run(
        command, cwd=WEB, input=json.dumps(choices), stdout=subprocess.PIPE, text=True, encoding="utf-8", check=True
    ).stdout
    return [[snippet["text"] for snippet in given] for given in json.loads(told)]
