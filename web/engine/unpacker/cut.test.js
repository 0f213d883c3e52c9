import assert from "node:assert/strict";
import { test } from "node:test";
import { cut } from "./cut.js";

/** @param {number[]} lengths of the pieces in which bytes 0, 1, 2 … come */
const stream = (...lengths) => {
  let next = 0;
  return new Response(
    new ReadableStream({
      pull(controller) {
        const length = lengths.shift();
        if (length === undefined) return controller.close();
        controller.enqueue(Uint8Array.from({ length }, () => next++));
      },
    }),
  ).body;
};

/** @param {ReadableStream<Uint8Array> | null} from @param {number[]} lengths */
async function parts(from, lengths) {
  const found = [];
  for await (const part of cut(from, lengths)) found.push([...part]);
  return found;
}

test("parts are cut where they end, however the pieces come", async () => {
  const whole = [
    [0, 1, 2],
    [3, 4],
  ];
  for (const pieces of [[5], [1, 1, 1, 1, 1], [2, 3], [3, 2], [4, 1]])
    assert.deepEqual(await parts(stream(...pieces), [3, 2]), whole);
});

test("a part is there before the next has come", async () => {
  const waiting = cut(stream(3), [3, 2]);
  assert.deepEqual([...((await waiting.next()).value ?? [])], [0, 1, 2]);
  await assert.rejects(waiting.next(), RangeError);
});

test("a stream that ends too early is refused", async () => {
  await assert.rejects(parts(stream(2), [3]), RangeError);
  await assert.rejects(parts(null, [3]), RangeError);
});
