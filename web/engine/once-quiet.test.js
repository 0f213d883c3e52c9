import assert from "node:assert/strict";
import { test } from "node:test";
import { onceQuiet } from "./once-quiet.js";

const wait = (/** @type {number} */ milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

test("it is done once, after the answers, when nobody has asked for a while", async () => {
  let done = 0;
  const run = onceQuiet(
    async (request) => request.toUpperCase(),
    () => {
      done += 1;
    },
    60,
  );
  assert.equal(await run("a"), "A");
  await wait(20);
  assert.equal(await run("b"), "B");
  await wait(20);
  assert.equal(done, 0, "a question in between puts it off");
  await wait(120);
  assert.equal(done, 1);
  await run("c");
  await wait(120);
  assert.equal(done, 1);
});

test("it is not done where the answer failed", async () => {
  let done = false;
  const run = onceQuiet(
    () => Promise.reject(new Error("no")),
    () => {
      done = true;
    },
    5,
  );
  await assert.rejects(run("a"));
  await wait(30);
  assert.equal(done, false);
});
