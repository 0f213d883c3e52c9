import assert from "node:assert/strict";
import { test } from "node:test";
import { createShared } from "./shared.js";

/** An engine whose answers are given by hand. */
function byHand() {
  /** @type {{ request: any, answer: (value: any) => void }[]} */
  const asked = [];
  let listeners = 0;
  const engine = /** @type {any} */ ({
    status: { phase: "ready", progress: 1 },
    ask: (/** @type {any} */ request) => new Promise((resolve) => asked.push({ request, answer: resolve })),
    subscribe() {
      listeners += 1;
      return () => {
        listeners -= 1;
      };
    },
    restart: () => "restarted",
  });
  return { engine, asked, listeners: () => listeners };
}

const settled = () => new Promise((resolve) => setTimeout(resolve));

test("a client's newer question takes the place of its older one, not of another's", async () => {
  const { engine, asked } = byHand();
  const { client } = createShared(engine);
  const [a, b] = [client(), client()];
  const first = a.ask({ a: 1 });
  const older = a.ask({ a: 2 });
  const others = b.ask({ b: 1 });
  const newer = a.ask({ a: 3 });
  assert.equal(await older, null);
  asked[0].answer("first");
  assert.equal(await first, "first");
  await settled();
  asked[1].answer("others");
  assert.equal(await others, "others");
  await settled();
  asked[2].answer("newer");
  assert.equal(await newer, "newer");
  assert.deepEqual(
    asked.map(({ request }) => request),
    [{ a: 1 }, { b: 1 }, { a: 3 }],
  );
});

test("one that leaves is told nothing more and holds nobody up", async () => {
  const { engine, asked, listeners } = byHand();
  const { client } = createShared(engine);
  const [a, b] = [client(), client()];
  a.subscribe(() => {});
  b.ask({ b: 1 });
  const mine = a.ask({ a: 1 });
  const after = b.ask({ b: 2 });
  a.leave();
  assert.equal(await mine, null);
  assert.equal(listeners(), 0);
  asked[0].answer("");
  await settled();
  asked[1].answer("after");
  assert.equal(await after, "after");
});

test("while the engine is not ready only the newest question of each client waits for it", async () => {
  const { engine, asked } = byHand();
  /** @type {Set<(status: object) => void>} */
  const told = new Set();
  engine.status = { phase: "starting", progress: 0 };
  engine.subscribe = (/** @type {(status: object) => void} */ listener) => {
    told.add(listener);
    return () => told.delete(listener);
  };
  const { client } = createShared(engine);
  const [a, b] = [client(), client()];
  const older = a.ask({ a: 1 });
  a.ask({ a: 2 });
  b.ask({ b: 1 });
  assert.equal(await older, null);
  await settled();
  assert.equal(asked.length, 0);
  engine.status = { phase: "ready", progress: 1 };
  for (const listener of [...told]) listener(engine.status);
  await settled();
  asked[0].answer("");
  await settled();
  assert.deepEqual(
    asked.map(({ request }) => request),
    [{ a: 2 }, { b: 1 }],
  );
  assert.equal(told.size, 0);
});

test("status and restart are the engine's own", () => {
  const { engine } = byHand();
  const one = createShared(engine).client();
  assert.equal(one.status.phase, "ready");
  assert.equal(/** @type {any} */ (one.restart()), "restarted");
});
