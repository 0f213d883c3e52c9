import assert from "node:assert/strict";
import { test } from "node:test";
import { plainText, runsOf } from "./svg-text.js";

test("formulas lie on one line and keep their meaning", () => {
  assert.equal(plainText("3x^{2}"), "3x²");
  assert.equal(plainText("\\frac{1}{2\\sqrt{x}}"), "1/(2√x)");
  assert.equal(plainText("-\\frac{1}{x^{2}}"), "−1/x²");
  assert.equal(plainText("\\sin x").replace(/\s/g, " "), "sin x");
});

test("an exponent of an exponent is raised twice", () => {
  assert.deepEqual(
    runsOf("e^{x^{2}}").map(({ text, level }) => [text, level]),
    [
      ["e", 0],
      ["x", 1],
      ["2", 2],
    ],
  );
});

test("an index is lowered, its exponent raised", () => {
  assert.deepEqual(
    runsOf("h_{12}^{3}").map(({ text, level }) => [text, level]),
    [
      ["h", 0],
      ["12", -1],
      ["3", 1],
    ],
  );
});
