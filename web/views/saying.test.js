import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { initialState } from "../state/properties.js";
import { atStep } from "../trace/at-step.js";
import { en } from "../words/en.js";
import { saying } from "./saying.js";

const { default: trace } = JSON.parse(await readFile(new URL("../.generated/traces.json", import.meta.url), "utf8"));

/** @param {number | null} step @returns {any} */
const at = (step) =>
  saying(/** @type {any} */ ({ trace, at: atStep(trace, step), words: en, state: { ...initialState(), step } }));

test("without a step nothing is said", () => {
  assert.equal(at(null), null);
});

test("a forward step puts the number into the formula", () => {
  assert.deepEqual(at(1).equation, ["a = x^{2}", "= 0.5^{2}", "= 0.25"]);
});

test("the seed is one", () => {
  assert.match(at(4).equation[0], /= 1$/);
});

test("a backward step is the gradient in times the local derivative", () => {
  assert.deepEqual(at(6).equation.slice(1), ["= 2.56805 \\times 1.28403", "= 3.29744"]);
  assert.match(at(7).text, /derivative of y with respect to x/);
});

test("a variable that is used twice shows its gradients adding up", () => {
  const one = { shape: [], dtype: "float64", data: [3] };
  const two = { shape: [], dtype: "float64", data: [5] };
  const twice = {
    ...trace,
    steps: [
      { ...trace.steps[6], step: 1, writes: [{ variable: "x", contribution: one, grad: one, final: false }] },
      { ...trace.steps[6], step: 2, writes: [{ variable: "x", contribution: one, grad: two, final: true }] },
    ],
  };
  const said = saying(
    /** @type {any} */ ({ trace: twice, at: atStep(twice, 2), words: en, state: { ...initialState(), step: 2 } }),
  );
  assert.ok(said?.equation.some((part) => part.includes("3 + 3")));
  assert.ok(said?.equation.at(-1)?.endsWith("= 5"));
  assert.match(said?.text ?? "", /add up/);
});
