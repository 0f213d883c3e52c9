import assert from "node:assert/strict";
import { test } from "node:test";
import { createTurns } from "./turns.js";

const PARTS = /** @type {const} */ (["top", "sheet", "foot"]);

test("each part is drawn alone, in a task of its own, and then all together", async () => {
  const { stage, take } = createTurns(PARTS);
  /** @type {string[][]} */
  const seen = [];
  let tasks = 0;
  const ticking = setInterval(() => {
    tasks += 1;
  });
  await take(() => seen.push(PARTS.map(stage)));
  clearInterval(ticking);
  assert.deepEqual(seen, [
    ["drawn", "coming", "coming"],
    ["kept", "drawn", "coming"],
    ["kept", "kept", "drawn"],
  ]);
  assert.ok(tasks >= 2, "others have their turn in between");
  assert.deepEqual(PARTS.map(stage), ["drawn", "drawn", "drawn"]);
});

test("all are drawn together where there is no time for turns", () => {
  const { stage, skip } = createTurns(PARTS);
  skip();
  assert.deepEqual(PARTS.map(stage), ["drawn", "drawn", "drawn"]);
});
