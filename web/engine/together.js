/**
 * Frames of one origin that stand in the same page share one Python: the first to need it leads and runs it, the others
 * ask the leader by a channel. When the leader goes away, another takes its place. Works where storage is denied, as it
 * often is to frames of another site. Must not know how Python is started.
 */

import { causeOf, EngineFault } from "./fault.js";

/**
 * @typedef {import("./create-engine.js").Start} Start
 * @typedef {import("./create-engine.js").Running} Running
 * @typedef {import("./create-engine.js").Surroundings} Surroundings
 *
 * @typedef {object} Member  a frame among others; each can look at those of its origin
 * @property {string} place  where its files come from: others are no use to it
 * @property {string | null} leads  the name of the channel by which it is asked, while it runs Python
 *
 * @typedef {Omit<Running, "run" | "instead">} About  what followers are told of a running Python
 * @typedef {{ kind: "hello" }
 *   | { kind: "starting", progress: number, bytes?: import("./create-engine.js").Bytes }
 *   | { kind: "ready", about: About }
 *   | { kind: "failed", cause: import("./fault.js").Cause }
 *   | { kind: "ask", from: string, number: number, request: string }
 *   | { kind: "answer", to: string, number: number, answer: string }} Message  hello and ask: from followers; the rest: from the leader
 */

/** Where a frame keeps what others may see of it. */
const MEMBER = Symbol.for("pyautodiff.member");
/** Milliseconds between two looks at whether the leader is still there. */
const LOOK = 500;

const name = () => `pyautodiff ${Math.random().toString(36).slice(2)}`;

/**
 * @param {string} place
 * @param {Start} start  for whoever leads
 * @returns {Start}
 */
export function together(place, start) {
  if (window.parent === window) return start;
  /** @type {Member} */
  const me = { place, leads: null };
  Object.assign(window, { [MEMBER]: me });
  return (around) => {
    const leader = leaderFor(place);
    return leader ? follow(leader, around) : lead(me, start, around);
  };
}

/** @typedef {{ channel: string, isThere: () => boolean }} Leader */

/** @param {string} place @returns {Leader | undefined} */
function leaderFor(place) {
  const { parent } = window;
  for (let index = 0; index < parent.length; index++) {
    const frame = /** @type {any} */ (parent[index]);
    const memberOf = () => {
      try {
        return /** @type {Member | undefined} */ (frame[MEMBER]);
      } catch {
        return undefined; // a frame of another origin
      }
    };
    const member = memberOf();
    const channel = member?.leads;
    if (channel && member.place === place && frame !== window)
      return { channel, isThere: () => !frame.closed && memberOf()?.leads === channel };
  }
  return undefined;
}

/**
 * @param {Leader} leader
 * @param {Surroundings} around
 * @returns {Promise<Running>}
 */
function follow(leader, around) {
  const me = name();
  const channel = new BroadcastChannel(leader.channel);
  const post = (/** @type {Message} */ message) => channel.postMessage(message);
  /** @type {Map<number, (answer: string) => void>} */
  const asked = new Map();
  let number = 0;
  let begun = false;
  const looking = setInterval(() => {
    if (!leader.isThere()) around.onReplaced();
  }, LOOK);
  around.signal.addEventListener("abort", () => {
    clearInterval(looking);
    channel.close();
  });
  /** @param {string} request @returns {Promise<string>} */
  const run = (request) =>
    new Promise((answered) => {
      number += 1;
      asked.set(number, answered);
      post({ kind: "ask", from: me, number, request });
    });
  return new Promise((resolve, reject) => {
    channel.onmessage = (/** @type {MessageEvent<Message>} */ { data }) => {
      if (data.kind === "starting") around.onProgress(data.progress, data.bytes);
      else if (data.kind === "ready" && !begun) {
        begun = true;
        resolve({ ...data.about, run });
      } else if (data.kind === "failed" && begun) around.onFault(new EngineFault(data.cause));
      else if (data.kind === "failed") reject(new EngineFault(data.cause));
      else if (data.kind === "answer" && data.to === me) {
        asked.get(data.number)?.(data.answer);
        asked.delete(data.number);
      }
    };
    post({ kind: "hello" });
  });
}

/**
 * @param {Member} me
 * @param {Start} start
 * @param {Surroundings} around
 * @returns {Promise<Running>}
 */
async function lead(me, start, around) {
  const { signal, onProgress, onFault } = around;
  me.leads = name();
  const channel = new BroadcastChannel(me.leads);
  /** @type {Message} */
  let status = { kind: "starting", progress: 0 };
  const post = (/** @type {Message} */ message) => !signal.aborted && channel.postMessage(message);
  const tell = (/** @type {Message} */ message) => {
    status = message;
    post(status);
  };
  const fail = (/** @type {unknown} */ error) => tell({ kind: "failed", cause: causeOf(error, "crashed") });
  /** @type {Running | undefined} */
  let running;
  signal.addEventListener("abort", () => {
    me.leads = null;
    channel.close();
  });
  channel.onmessage = async (/** @type {MessageEvent<Message>} */ { data }) => {
    if (data.kind === "hello") post(status);
    if (data.kind !== "ask" || !running) return;
    try {
      post({ kind: "answer", to: data.from, number: data.number, answer: await running.run(data.request) });
    } catch (error) {
      fail(error);
      onFault(new EngineFault(causeOf(error, "crashed")));
    }
  };
  try {
    running = await start({
      ...around,
      onProgress(progress, bytes) {
        onProgress(progress, bytes);
        tell({ kind: "starting", progress, bytes });
      },
      onFault(fault) {
        fail(fault);
        onFault(fault);
      },
    });
  } catch (error) {
    fail(error);
    throw error;
  }
  const { run: _run, instead: _instead, ...about } = running;
  tell({ kind: "ready", about });
  return running;
}
