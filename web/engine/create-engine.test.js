import assert from "node:assert/strict";
import { test } from "node:test";
import { createEngine } from "./create-engine.js";
import { EngineFault } from "./fault.js";

/** @typedef {import("./create-engine.js").Surroundings} Surroundings */

/** A start under the test's control: each call waits until it is told how it goes. */
function controlled() {
  /** @type {{ around: Surroundings, runs: (run?: (text: string) => Promise<string>) => void, fails: (fault: unknown) => void }[]} */
  const starts = [];
  /** @type {import("./create-engine.js").Start} */
  const start = (around) =>
    new Promise((resolve, reject) => {
      const runs = (run = async (/** @type {string} */ text) => text) =>
        resolve({ start: "stock", refused: [], python: "3.14", numpy: "2.4", run });
      starts.push({ around, runs, fails: reject });
    });
  return { starts, start };
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 5));

test("idle, starting with progress, ready with versions, in this order", async () => {
  const { starts, start } = controlled();
  const engine = createEngine({ start });
  /** @type {string[]} */
  const told = [];
  engine.subscribe(({ phase, progress }) => told.push(`${phase} ${progress}`));
  assert.deepEqual(engine.status, { phase: "idle", progress: 0 });
  engine.start();
  starts[0]?.around.onProgress(0.4);
  starts[0]?.around.onProgress(0.3);
  starts[0]?.runs();
  await settled();
  assert.deepEqual(told, ["starting 0", "starting 0.4", "ready 1"]);
  assert.deepEqual(engine.status, {
    phase: "ready",
    progress: 1,
    start: "stock",
    refused: [],
    python: "3.14",
    numpy: "2.4",
  });
  assert.equal(performance.getEntriesByName("engine-ready").length, 1);
});

test("start is idempotent", () => {
  const { starts, start } = controlled();
  const engine = createEngine({ start });
  engine.start();
  engine.start();
  assert.equal(starts.length, 1);
  engine.stop();
});

test("an ask before ready is answered once it is ready", async () => {
  const { starts, start } = controlled();
  const engine = createEngine({ start });
  const answer = engine.ask({ x: "0.5" });
  engine.start();
  starts[0]?.runs();
  assert.deepEqual(await answer, { x: "0.5" });
});

test("a failed start tells its cause, and restart recovers and answers what was asked", async () => {
  const { starts, start } = controlled();
  const engine = createEngine({ start });
  const answer = engine.ask({ x: "1" });
  engine.start();
  const cause = /** @type {const} */ ({ kind: "download", values: { url: "numpy.whl", status: 404 } });
  starts[0]?.fails(new EngineFault(cause));
  await settled();
  assert.equal(engine.status.phase, "failed");
  assert.deepEqual(engine.status.cause, cause);
  assert.ok(starts[0]?.around.signal.aborted);
  engine.restart();
  assert.equal(engine.status.phase, "starting");
  assert.equal(engine.status.cause, undefined);
  starts[1]?.runs();
  assert.deepEqual(await answer, { x: "1" });
});

test("a crash while answering fails the engine", async () => {
  const { starts, start } = controlled();
  const engine = createEngine({ start });
  engine.start();
  starts[0]?.runs(() => Promise.reject(new Error("memory access out of bounds")));
  engine.ask({});
  await settled();
  assert.deepEqual(engine.status.cause, { kind: "crashed", values: { message: "memory access out of bounds" } });
  engine.stop();
});

test("a start that breaks down over a request gives way to another, which answers it", async () => {
  const { starts, start } = controlled();
  /** @type {unknown[]} */
  const causes = [];
  const fragile = async () => ({
    start: /** @type {const} */ ("image"),
    refused: [],
    python: "3.14",
    numpy: "2.4",
    run: () => Promise.reject(new Error("unreachable")),
    instead(/** @type {Surroundings} */ around, /** @type {unknown} */ cause) {
      causes.push(cause);
      return start(around);
    },
  });
  const engine = createEngine({ start: fragile });
  /** @type {string[]} */
  const told = [];
  engine.subscribe(({ phase, start = "" }) => told.push(`${phase} ${start}`));
  const answer = engine.ask({ x: "1" });
  engine.start();
  await settled();
  starts[0]?.runs();
  assert.deepEqual(await answer, { x: "1" });
  assert.deepEqual(causes, [{ kind: "crashed", values: { message: "unreachable" } }]);
  assert.deepEqual(told, ["starting ", "ready image", "starting ", "ready stock"]);
});

test("a worker that dies unasked fails the engine", async () => {
  const { starts, start } = controlled();
  const engine = createEngine({ start });
  engine.start();
  starts[0]?.runs();
  await settled();
  starts[0]?.around.onFault(new EngineFault({ kind: "crashed", values: { message: "gone" } }));
  assert.equal(engine.status.phase, "failed");
  assert.equal(engine.status.cause?.kind, "crashed");
});

test("a start without any progress times out", async () => {
  const { starts, start } = controlled();
  const engine = createEngine({ start, startPatience: 0.02 });
  await engine.start();
  assert.deepEqual(engine.status.cause, { kind: "timeout", values: { seconds: 0.02 } });
  assert.ok(starts[0]?.around.signal.aborted);
});

test("an answer that does not come times out", async () => {
  const { starts, start } = controlled();
  const engine = createEngine({ start, askPatience: 0.02 });
  engine.start();
  starts[0]?.runs(() => new Promise(() => {}));
  engine.ask({});
  await new Promise((resolve) => setTimeout(resolve, 60));
  assert.deepEqual(engine.status.cause, { kind: "timeout", values: { seconds: 0.02 } });
});

test("stop tells null to whoever waits and leaves nothing running", async () => {
  const { starts, start } = controlled();
  const engine = createEngine({ start });
  const answer = engine.ask({});
  engine.start();
  engine.stop();
  assert.equal(await answer, null);
  assert.ok(starts[0]?.around.signal.aborted);
  starts[0]?.runs();
  await settled();
  assert.equal(engine.status.phase, "idle");
});
