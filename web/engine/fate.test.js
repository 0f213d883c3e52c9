import assert from "node:assert/strict";
import { test } from "node:test";
import { createFate } from "./fate.js";
import { EngineFault } from "./fault.js";

const FAULT = new EngineFault({ kind: "crashed", values: { message: "out of luck" } });

/** A fate, and what it tells. */
function fated() {
  const life = new AbortController();
  /** @type {unknown[]} */
  const told = [];
  const fate = createFate(life.signal, (fault) => told.push(fault));
  fate.onEnd(() => told.push("ended"));
  return { fate, life, told };
}

test("what dies before it lives is only not there", async () => {
  const { fate, told } = fated();
  fate.die(FAULT);
  await assert.rejects(fate.death, FAULT);
  assert.deepEqual(told, []);
});

test("what dies once it lives is told", async () => {
  const { fate, told } = fated();
  fate.live();
  fate.die(FAULT);
  await assert.rejects(fate.death, FAULT);
  assert.deepEqual(told, [FAULT]);
});

test("what is ended, from within or by its signal, ends once with all its parts", async () => {
  const within = fated();
  within.fate.end(FAULT);
  within.life.abort();
  await assert.rejects(within.fate.death, FAULT);
  assert.deepEqual(within.told, ["ended"]);
  const outside = fated();
  outside.fate.live();
  outside.life.abort("left");
  await assert.rejects(outside.fate.death, (reason) => reason === "left");
  assert.deepEqual(outside.told, ["ended"]);
});

test("what hurries dies unless it lives in time", async () => {
  const late = fated();
  late.fate.hurry(0.01);
  late.fate.hurry(60);
  await assert.rejects(late.fate.death, new EngineFault({ kind: "timeout", values: { seconds: 0.01 } }));
  const inTime = fated();
  inTime.fate.hurry(0.01);
  inTime.fate.live();
  await new Promise((resolve) => setTimeout(resolve, 30));
  assert.deepEqual(inTime.told, []);
});
