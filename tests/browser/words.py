"""What the page says, asked of the page's own words: a test names the sentence, and a better wording breaks no test.

Must not know where a sentence is shown.
"""

import json
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Protocol

from web.make.environment import node
from web.make.paths import WEB

ASK = """
import { createInterface } from "node:readline";
import { wordsOfEmbedding } from "./words/embedding/words.js";
for await (const line of createInterface({ input: process.stdin })) {
  const { lang, key, values } = JSON.parse(line);
  const words = key.split(".").reduce((part, name) => part?.[name], wordsOfEmbedding(lang));
  console.log(JSON.stringify(typeof words === "function" ? words(...values) : words ?? null));
}
"""


class Say(Protocol):
    """Asks for a sentence."""

    def __call__(self, key: str, *values: Any, lang: str = "en") -> str:
        """The sentence at a key such as "flags.kink", with the values that it takes."""


@contextmanager
def speaking() -> Iterator[Say]:
    """Gives the words of every language as long as it lasts."""
    command = [str(node()), "--input-type=module", "--eval", ASK]
    with subprocess.Popen(
        command, cwd=WEB, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8"
    ) as process:
        assert process.stdin
        assert process.stdout
        asking, answers = process.stdin, process.stdout

        def say(key: str, *values: Any, lang: str = "en") -> str:
            asking.write(json.dumps({"lang": lang, "key": key, "values": values}) + "\n")
            asking.flush()
            sentence = json.loads(answers.readline())
            assert isinstance(sentence, str), f"no words for {key} in {lang}"
            return sentence

        yield say
        asking.close()
