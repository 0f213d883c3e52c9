import assert from "node:assert/strict";
import { test } from "node:test";
import { inFrame } from "./frames.js";

/** @type {(() => void)[]} */
const asked = [];
globalThis.requestAnimationFrame = (/** @type {any} */ run) => asked.push(run);
const frame = () => asked.shift()?.();

/** @param {number} milliseconds */
function work(milliseconds) {
  const end = performance.now() + milliseconds;
  while (performance.now() < end);
}

test("what fits into a frame is drawn in it, once however often it was asked for", () => {
  /** @type {string[]} */
  const drawn = [];
  const a = () => drawn.push("a");
  for (const draw of [a, () => drawn.push("b"), a]) inFrame(draw);
  assert.equal(asked.length, 1);
  frame();
  assert.deepEqual(drawn, ["a", "b"]);
  assert.equal(asked.length, 0);
});

test("what does not fit follows in the next frame", () => {
  /** @type {number[]} */
  const drawn = [];
  for (const place of [1, 2, 3])
    inFrame(() => {
      work(10);
      drawn.push(place);
    });
  for (const expected of [[1], [1, 2], [1, 2, 3]]) {
    frame();
    assert.deepEqual(drawn, expected);
  }
  assert.equal(asked.length, 0);
});

test("a drawing that asks for another has it in the next frame", () => {
  let drawn = 0;
  inFrame(() => {
    drawn += 1;
    inFrame(() => {
      drawn += 1;
    });
  });
  frame();
  assert.equal(drawn, 1);
  frame();
  assert.equal(drawn, 2);
});
