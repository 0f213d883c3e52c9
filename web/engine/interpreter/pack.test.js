import assert from "node:assert/strict";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import { unpack } from "./pack.js";

/**
 * @param {[string, string][]} files
 * @param {number} [cut] bytes left out at the end
 */
function packed(files, cut = 0) {
  const index = Buffer.from(JSON.stringify(files.map(([path, content]) => [path, Buffer.byteLength(content)])));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(index.length);
  const plain = Buffer.concat([length, index, ...files.map(([, content]) => Buffer.from(content))]);
  return new Response(gzipSync(plain.subarray(0, plain.length - cut)));
}

test("a pack gives its files by path", async () => {
  const files = await unpack(
    packed([
      ["lib/a.py", "é"],
      ["lib/empty.py", ""],
    ]),
  );
  assert.deepEqual([...files.keys()], ["lib/a.py", "lib/empty.py"]);
  assert.equal(new TextDecoder().decode(files.get("lib/a.py")), "é");
  assert.equal(files.get("lib/empty.py")?.length, 0);
});

test("a pack that is cut short is refused", async () => {
  await assert.rejects(unpack(packed([["lib/a.py", "1234"]], 2)), RangeError);
  await assert.rejects(unpack(new Response("not gzip")));
});
