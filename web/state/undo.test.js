import assert from "node:assert/strict";
import { test } from "node:test";
import { initialState } from "./properties.js";
import { createUndo } from "./undo.js";

test("undo and redo walk the settled states", () => {
  const first = initialState();
  const undo = createUndo(first);
  assert.equal(undo.canUndo, false);
  const second = { ...first, x: "1" };
  const third = { ...second, chain: ["exp"] };
  assert.equal(undo.commit(second), true);
  assert.equal(undo.commit(third), true);
  assert.equal(undo.undo(third)?.x, "1");
  assert.deepEqual(undo.undo(second)?.chain, first.chain);
  assert.equal(undo.undo(first), null);
  assert.equal(undo.redo(first)?.x, "1");
  assert.deepEqual(undo.redo(second)?.chain, ["exp"]);
  assert.equal(undo.canRedo, false);
});

test("a change of language or theme is not a step, and undo keeps it", () => {
  const first = initialState();
  const undo = createUndo(first);
  assert.equal(undo.commit({ ...first, lang: "ko" }), false);
  undo.commit({ ...first, x: "2", lang: "ko" });
  const back = undo.undo({ ...first, x: "2", lang: "ko", theme: "dark" });
  assert.equal(back?.x, first.x);
  assert.equal(back?.lang, "ko");
  assert.equal(back?.theme, "dark");
});

test("a new change forgets what was undone", () => {
  const first = initialState();
  const undo = createUndo(first);
  undo.commit({ ...first, x: "1" });
  undo.undo({ ...first, x: "1" });
  undo.commit({ ...first, x: "3" });
  assert.equal(undo.canRedo, false);
});
