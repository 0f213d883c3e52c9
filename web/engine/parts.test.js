import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { partOf } from "./parts.js";

const generated = (/** @type {string} */ name) =>
  JSON.parse(readFileSync(new URL(`../.generated/${name}.json`, import.meta.url), "utf8"));
const at = (/** @type {string} */ path) => `https://example.org/pyautodiff/python/${path}`;

test("every file that a start fetches is known for what it is", () => {
  const { files, rest, pyodide } = generated("interpreter");
  const { code, packed } = generated("runtime").image;
  for (const path of Object.keys(files)) assert.ok(partOf(at(path)), path);
  assert.deepEqual([code.path, packed.path].map(at).map(partOf), ["interpreter", "interpreter"]);
  assert.deepEqual(Object.values(rest.libraries).map(at).map(partOf), ["numpy", "numpy"]);
  assert.deepEqual([rest.library, rest.numpy].map(at).map(partOf), ["library", "numpy"]);
  assert.equal(partOf(at(`${pyodide}pyodide.asm.wasm`)), "interpreter");
});

test("so are PyScript and the program that runs behind it", () => {
  const { pyscript, preload } = generated("runtime");
  for (const path of [pyscript, ...preload]) assert.equal(partOf(at(path)), "pyscript");
  assert.equal(partOf("https://example.org/assets/engine-AbCd1234.py"), "pyscript");
});

test("other files are none of them", () => {
  assert.equal(partOf("https://example.org/pyautodiff/licences.txt"), undefined);
});
