import assert from "node:assert/strict";
import { test } from "node:test";
import { unwrap, wrap } from "./pack.js";

const bytes = (/** @type {string} */ text) => new TextEncoder().encode(text);

test("a pack gives its files by path, wherever it stands in memory", () => {
  const pack = wrap(
    new Map([
      ["lib/a.py", bytes("é")],
      ["lib/empty.py", bytes("")],
    ]),
  );
  const apart = new Uint8Array(pack.length + 3);
  apart.set(pack, 3);
  for (const given of [pack, apart.subarray(3)]) {
    const files = unwrap(given);
    assert.deepEqual([...files.keys()], ["lib/a.py", "lib/empty.py"]);
    assert.equal(new TextDecoder().decode(files.get("lib/a.py")), "é");
    assert.equal(files.get("lib/empty.py")?.length, 0);
  }
});

test("a pack that is cut short is refused", () => {
  const pack = wrap(new Map([["lib/a.py", bytes("1234")]]));
  assert.throws(() => unwrap(pack.subarray(0, -2)), RangeError);
  assert.throws(() => unwrap(bytes("no pack")));
});
