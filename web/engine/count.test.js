import assert from "node:assert/strict";
import { test } from "node:test";
import { createCount } from "./count.js";

test("what several bring is told as one sum, whoever says how much it has by now", () => {
  /** @type {[number, number][]} */
  const told = [];
  const count = createCount(100, (loaded, total) => told.push([loaded, total]));
  const [one, other] = [count(), count()];
  one(10);
  other(5);
  one(30);
  other(70);
  assert.deepEqual(told, [
    [10, 100],
    [15, 100],
    [35, 100],
    [100, 100],
  ]);
});
