import assert from "node:assert/strict";
import { test } from "node:test";
import { createLatest } from "./latest.js";

/** Answers when it is told to. */
function slowly() {
  /** @type {string[]} */
  const asked = [];
  /** @type {{ resolve: (value: string) => void, reject: (fault: Error) => void }[]} */
  const open = [];
  return {
    asked,
    /** @param {string} question @returns {Promise<string>} */
    answer(question) {
      asked.push(question);
      return new Promise((resolve, reject) => open.push({ resolve, reject }));
    },
    /** @param {string} value */
    reply: (value) => open.shift()?.resolve(value),
    /** @param {string} message */
    fail: (message) => open.shift()?.reject(new Error(message)),
  };
}

/** @param {unknown} fault */
const unexpected = (fault) => assert.fail(String(fault));

test("one question is answered, one waits, those between are told null", async () => {
  const python = slowly();
  const latest = createLatest(unexpected);
  latest.open(python.answer);
  const replies = ["1", "2", "3", "4"].map((question) => latest.ask(question));
  assert.deepEqual(python.asked, ["1"]);
  python.reply("one");
  assert.equal(await replies[0], "one");
  assert.deepEqual(python.asked, ["1", "4"]);
  assert.deepEqual([await replies[1], await replies[2]], [null, null]);
  python.reply("four");
  assert.equal(await replies[3], "four");
});

test("what is asked before anyone answers waits, and only the newest is answered", async () => {
  const python = slowly();
  const latest = createLatest(unexpected);
  const early = latest.ask("early");
  const late = latest.ask("late");
  assert.equal(await early, null);
  latest.open(python.answer);
  assert.deepEqual(python.asked, ["late"]);
  python.reply("answer");
  assert.equal(await late, "answer");
});

test("a fault leaves the question waiting for the next that answers", async () => {
  const python = slowly();
  /** @type {string[]} */
  const faults = [];
  const latest = createLatest((fault) => faults.push(String(fault)));
  latest.open(python.answer);
  const reply = latest.ask("x");
  python.fail("dead");
  await new Promise(setImmediate);
  assert.deepEqual(faults, ["Error: dead"]);
  latest.open(async () => "alive");
  assert.equal(await reply, "alive");
});

test("a fault forgets its question when a newer one waits", async () => {
  const python = slowly();
  const latest = createLatest(() => {});
  latest.open(python.answer);
  const old = latest.ask("old");
  const young = latest.ask("young");
  python.fail("dead");
  assert.equal(await old, null);
  latest.open(async (question) => question);
  assert.equal(await young, "young");
});

test("an answer that comes after its worker was given up is not told", async () => {
  const gone = slowly();
  const latest = createLatest(unexpected);
  latest.open(gone.answer);
  const reply = latest.ask("x");
  latest.close();
  gone.reply("from the old worker");
  latest.open(async () => "from the new one");
  assert.equal(await reply, "from the new one");
});

test("clear tells everyone null", async () => {
  const python = slowly();
  const latest = createLatest(unexpected);
  latest.open(python.answer);
  const replies = [latest.ask("1"), latest.ask("2")];
  latest.clear();
  assert.deepEqual(await Promise.all(replies), [null, null]);
});
