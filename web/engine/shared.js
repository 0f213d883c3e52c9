/**
 * One engine for many: each client asks as if it had Python for itself, and latest wins among its own questions alone.
 * Must not know how Python is started, nor what a question says.
 */

/**
 * @typedef {import("./create-engine.js").Engine} Engine
 * @typedef {Pick<Engine, "status" | "subscribe" | "ask" | "restart">} EngineClient
 * @typedef {{ request: object, settle: (answer: Promise<any> | null) => void }} Question
 */

/** @param {Engine} engine */
export function createShared(engine) {
  /** The newest question of each client, in the order in which they were asked. @type {Map<object, Question>} */
  const waiting = new Map();
  let busy = false;

  async function work() {
    if (busy) return;
    busy = true;
    while (waiting.size > 0) {
      // What is handed over is asked even when a newer question comes: while nobody answers, there is no hurry.
      if (engine.status.phase !== "ready") await ready();
      const [next] = waiting;
      if (!next) break;
      const [client, { request, settle }] = next;
      waiting.delete(client);
      const answer = engine.ask(request);
      settle(answer);
      await answer.catch(() => {});
    }
    busy = false;
  }

  /** @returns {Promise<void>} */
  const ready = () =>
    new Promise((resolve) => {
      const end = engine.subscribe(({ phase }) => {
        if (phase !== "ready") return;
        end();
        resolve();
      });
    });

  /** @returns {EngineClient & { leave: () => void }} */
  function client() {
    const me = {};
    /** @type {Set<() => void>} */
    const subscriptions = new Set();
    const dropped = () => {
      waiting.get(me)?.settle(null);
      waiting.delete(me);
    };
    return {
      get status() {
        return engine.status;
      },
      subscribe(listener) {
        const end = engine.subscribe(listener);
        subscriptions.add(end);
        return end;
      },
      ask(request) {
        dropped();
        const answer = new Promise((resolve) => waiting.set(me, { request, settle: resolve }));
        work();
        return answer;
      },
      restart: () => engine.restart(),
      /** Nothing of this client is asked or told any more; the engine goes on. */
      leave() {
        dropped();
        for (const end of subscriptions) end();
      },
    };
  }
  return { client };
}
