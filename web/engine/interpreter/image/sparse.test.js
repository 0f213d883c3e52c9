import assert from "node:assert/strict";
import { test } from "node:test";
import { checksum, clear, difference, spread, squeeze, varying } from "./sparse.js";

const PAGE = 4096;

test("a memory comes back from its difference to a fresh one, over what was there", () => {
  const fresh = new Uint8Array(2 * PAGE + 64).fill(5);
  const memory = new Uint8Array(6 * PAGE + 64);
  memory.set(fresh);
  memory[1] = 1; // changed since
  memory[2 * PAGE + 7] = 0; // cleared since
  memory[2 * PAGE + 200] = 2; // on the page where the fresh one ends
  memory[4 * PAGE] = 3;
  memory[6 * PAGE + 63] = 4;
  const apart = memory.slice();
  difference(apart, fresh);
  const { runs, content } = squeeze(apart);
  assert.deepEqual(runs, [
    [0, PAGE],
    [2 * PAGE, PAGE],
    [4 * PAGE, PAGE],
    [6 * PAGE, 64],
  ]);
  const other = new Uint8Array(memory.length + PAGE).fill(9);
  const heap = 3 * PAGE;
  spread(other, { fresh, heap, runs, content });
  assert.deepEqual(other.subarray(0, heap), memory.subarray(0, heap));
  assert.deepEqual(other.subarray(heap, memory.length), memory.subarray(heap));
});

test("an empty memory takes nothing", () => {
  assert.deepEqual(squeeze(new Uint8Array(PAGE)), { runs: [], content: new Uint8Array(0) });
});

test("pages that begin otherwise each time count as empty", () => {
  const [one, other] = [new Uint8Array(4 * PAGE).fill(1), new Uint8Array(4 * PAGE).fill(1)];
  other[PAGE + 5] = 2;
  const pages = varying(one, other, [3 * PAGE + 9]);
  assert.deepEqual(pages.sort(), [PAGE, 3 * PAGE].sort());
  assert.notEqual(checksum(one), checksum(other));
  for (const memory of [one, other]) clear(memory, pages);
  assert.equal(checksum(one), checksum(other));
  assert.equal(one[0], 1);
  assert.equal(one[PAGE], 0);
});
