import assert from "node:assert/strict";
import { test } from "node:test";
import { code, compact, fitted, full, short } from "./numbers.js";

test("six significant digits, a true minus, no e", () => {
  assert.equal(short(1.648721270700128), "1.64872");
  assert.equal(short(-0.5), "\u22120.5");
  assert.equal(short(0), "0");
  assert.equal(short(123456.789), "123457");
  assert.equal(short(1.2e-9), "1.2\u2009×\u200910⁻⁹");
  assert.equal(short(-1.23456789e-12), "\u22121.23457\u2009×\u200910⁻¹²");
  assert.equal(short(3e20), "3\u2009×\u200910²⁰");
});

test("no number is cut to nothing: small ones keep their digits", () => {
  assert.equal(short(0.000123456789), "0.000123457");
  assert.equal(short(5e-324), "4.94066\u2009×\u200910⁻³²⁴");
});

test("what is not finite is named", () => {
  assert.equal(short("NaN"), "NaN");
  assert.equal(short("-Infinity"), "\u2212∞");
  assert.equal(full("Infinity"), "∞");
  assert.equal(code("-Infinity"), "-inf");
});

test("full digits are Python's repr", () => {
  assert.equal(code(3.297442541400256), "3.297442541400256");
  assert.equal(code(1), "1.0");
  assert.equal(code(1e16), "1e+16");
  assert.equal(code(1e15), "1000000000000000.0");
  assert.equal(code(0.00001), "1e-05");
  assert.equal(code(-0), "-0.0");
  assert.equal(full(-1.5e-7), "\u22121.5\u2009×\u200910⁻⁷");
});

test("arrays are shown compactly, by their shape", () => {
  assert.equal(compact({ shape: [], dtype: "float64", data: [0.25] }), "0.25");
  assert.equal(compact({ shape: [3], dtype: "float64", data: [0, 0.5, "NaN"] }), "[0, 0.5, NaN]");
  assert.equal(compact({ shape: [2, 2], dtype: "float64", data: [1, 2, 3, 4] }), "[[1, 2, 3, …]]");
  assert.equal(compact({ shape: [0], dtype: "float64", data: [] }), "[]");
});

test("an array is cut to the room there is", () => {
  const big = { shape: [2, 2], dtype: "float64", data: [7.389, 2980.9, 6.56e7, 1e100] };
  for (const room of [10, 14, 18, 24]) assert.ok(fitted(big, room).length <= room, fitted(big, room));
  assert.equal(fitted({ shape: [3], dtype: "float64", data: [0, 0.5, 1] }, 18), "[0, 0.5, 1]");
});
