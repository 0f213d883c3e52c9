import assert from "node:assert/strict";
import { test } from "node:test";
import { spread, squeeze } from "./sparse.js";

const PAGE = 4096;

test("a memory comes back from what is not empty in it, whatever was there", () => {
  const memory = new Uint8Array(5 * PAGE + 64);
  memory[1] = 1;
  memory[PAGE] = 2;
  memory[3 * PAGE + 7] = 3;
  memory[5 * PAGE + 63] = 4;
  const { runs, content } = squeeze(memory);
  assert.deepEqual(runs, [
    [0, 2 * PAGE],
    [3 * PAGE, PAGE],
    [5 * PAGE, 64],
  ]);
  const other = new Uint8Array(memory.length + PAGE).fill(9);
  spread(other, runs, content);
  assert.deepEqual(other.subarray(0, memory.length), memory);
  assert.ok(!other.subarray(memory.length).some(Boolean));
});

test("an empty memory takes nothing", () => {
  assert.deepEqual(squeeze(new Uint8Array(PAGE)), { runs: [], content: new Uint8Array(0) });
});
