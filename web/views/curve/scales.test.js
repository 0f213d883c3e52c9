import assert from "node:assert/strict";
import { test } from "node:test";
import { heightRange, runsOfCurve } from "./scales.js";

const xs = Array.from({ length: 201 }, (_, k) => -2 + (4 * k) / 200);
const plain = (/** @type {number[]} */ values) =>
  values.map((v) => (Number.isNaN(v) ? "NaN" : Number.isFinite(v) ? v : v > 0 ? "Infinity" : "-Infinity"));

test("a smooth curve is one run", () => {
  const runs = runsOfCurve(xs, plain(xs.map(Math.exp)), plain(xs.map(Math.exp)));
  assert.equal(runs.length, 1);
  assert.equal(runs[0].length, xs.length);
});

test("a steep but smooth curve stays one run", () => {
  const f = xs.map((x) => Math.exp(x ** 2) ** 2);
  const d = xs.map((x, k) => f[k] * 4 * x);
  assert.equal(runsOfCurve(xs, plain(f), plain(d)).length, 1);
});

test("a pole is not joined by a line: 1/x, tan x", () => {
  assert.equal(runsOfCurve(xs, plain(xs.map((x) => 1 / x)), plain(xs.map((x) => -1 / x ** 2))).length, 2);
  const runs = runsOfCurve(xs, plain(xs.map(Math.tan)), plain(xs.map((x) => 1 / Math.cos(x) ** 2)));
  assert.equal(runs.length, 3);
});

test("where a function is undefined its curve is left open", () => {
  const runs = runsOfCurve(xs, plain(xs.map(Math.log)), plain(xs.map((x) => 1 / x)));
  assert.equal(runs.length, 1);
  assert.ok(runs[0].every(([x]) => x > 0));
});

test("a corner is no break: |x|, relu", () => {
  assert.equal(runsOfCurve(xs, plain(xs.map(Math.abs)), plain(xs.map(Math.sign))).length, 1);
});

test("a pole does not flatten the rest", () => {
  const [low, high] = heightRange(xs.map((x) => 1 / x));
  assert.ok(low > -60 && high < 60 && low < -1 && high > 1);
});

test("what must be seen is seen, and a constant has a height", () => {
  assert.ok(heightRange([0, 1, 2], [50])[1] > 50);
  const [low, high] = heightRange([3, 3, 3]);
  assert.ok(low < 3 && high > 3);
});
