/**
 * The engine as the page sees it: a status, questions, answers. One start stands behind it; this module must not
 * know how Python is started, what a request says, or how a status is told to the visitor.
 */

import { causeOf, EngineFault } from "./fault.js";
import { createLatest } from "./latest.js";

/**
 * @typedef {import("./fault.js").Cause} Cause
 *
 * @typedef {"image" | "stock"} Kind a way to start: from an image of a started interpreter, or as Pyodide is published
 *
 * @typedef {object} Status
 * @property {"idle" | "starting" | "ready" | "failed"} phase
 * @property {number} progress 0 to 1
 * @property {Bytes} [bytes] while files are on their way
 * @property {string} [python] version, once ready
 * @property {string} [numpy] version, once ready
 * @property {Kind} [start] how it was started, once ready
 * @property {Refused[]} [refused] the quicker ways that did not work here, once ready
 * @property {Cause} [cause] once failed
 *
 * @typedef {{ loaded: number, total: number }} Bytes of all files that a start waits for
 *
 * @typedef {object} Refused a way to start that was tried, or that this browser lacks something for
 * @property {Kind} start
 * @property {Cause} cause why it did not work
 *
 * @typedef {object} Running what a start gives
 * @property {Kind} start how it was started
 * @property {Refused[]} refused
 * @property {string} python version
 * @property {string} numpy version
 * @property {(request: string) => Promise<string>} run JSON text in, JSON text out
 * @property {(around: Surroundings, cause: Cause) => Promise<Running>} [instead] how to start where this one breaks down
 *   over a request
 *
 * @typedef {object} Surroundings what a start is given
 * @property {AbortSignal} signal aborted when this engine is to end: the start must then leave nothing running
 * @property {(fraction: number, bytes?: Bytes) => void} onProgress
 * @property {(fault: EngineFault) => void} onFault told when a running engine dies without being asked
 * @property {() => void} onReplaced told when what it was given answers no more, and another start will do
 *
 * @typedef {(around: Surroundings) => Promise<Running>} Start
 * @typedef {ReturnType<typeof createEngine>} Engine
 */

/** No sign of progress for so long means that a start hangs: the slowest step on a slow phone takes about 20 s. */
const START_PATIENCE = 90;
/** One trace takes milliseconds; past this the worker is stuck. */
const ASK_PATIENCE = 30;

/**
 * @param {object} options
 * @param {Start} options.start
 * @param {number} [options.startPatience] seconds
 * @param {number} [options.askPatience] seconds
 */
export function createEngine({ start: startPython, startPatience = START_PATIENCE, askPatience = ASK_PATIENCE }) {
  /** @type {Readonly<Status>} */
  let status = Object.freeze({ phase: "idle", progress: 0 });
  /** @type {Set<(status: Readonly<Status>) => void>} */
  const listeners = new Set();
  /** @type {AbortController | null} the life of the worker that is starting or running */
  let life = null;
  /** @type {Running["instead"]} */
  let instead;
  const questions = createLatest((error) => {
    const cause = causeOf(error, "crashed");
    const other = instead;
    if (!other || cause.kind !== "crashed") return fail(cause);
    end();
    begin((around) => other(around, cause));
  });

  /** @param {Status} changed */
  function tell(changed) {
    status = Object.freeze(changed);
    for (const listener of [...listeners]) listener(status);
  }

  function end() {
    life?.abort();
    life = null;
    questions.close();
  }

  /** @param {Cause} cause */
  function fail(cause) {
    end();
    tell({ phase: "failed", progress: status.progress, cause });
  }

  /** @param {Start} startPython */
  async function begin(startPython) {
    if (life) return;
    const mine = new AbortController();
    life = mine;
    const current = () => life === mine;
    const stalled = patience(startPatience);
    mine.signal.addEventListener("abort", stalled.clear);
    tell({ phase: "starting", progress: 0 });
    try {
      const starting = startPython({
        signal: mine.signal,
        onProgress(fraction, bytes) {
          stalled.extend();
          if (current() && status.phase === "starting" && fraction > status.progress)
            tell({ phase: "starting", progress: Math.min(fraction, 1), bytes });
        },
        onFault(fault) {
          if (current()) fail(fault.cause);
        },
        onReplaced() {
          if (!current()) return;
          end();
          begin(startPython);
        },
      });
      const running = await Promise.race([starting, stalled.over]);
      if (!current()) return;
      const { start, refused, python, numpy, run } = running;
      instead = running.instead;
      performance.mark("engine-ready", { detail: { start, refused } });
      tell({ phase: "ready", progress: 1, start, refused, python, numpy });
      questions.open((request) => within(askPatience, run(JSON.stringify(request)).then(JSON.parse)));
    } catch (error) {
      if (current()) fail(causeOf(error, "python"));
    } finally {
      stalled.clear();
    }
  }

  const start = () => begin(startPython);

  return {
    get status() {
      return status;
    },

    /**
     * @param {(status: Readonly<Status>) => void} listener
     * @returns {() => void} ends the subscription
     */
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },

    /** Starts Python; does nothing where it is starting or running already. */
    start,

    /**
     * Latest wins: at most one request is being answered and one waits. What is asked before the engine is ready, or
     * while it has failed, waits for it.
     * @param {object} request see trace.schema.json
     * @returns {Promise<any>} the trace or the error that Python tells; null when a newer request took its place
     */
    ask: questions.ask,

    /** Ends what runs, if anything, and starts anew; the request that was not answered is asked again. */
    restart() {
      end();
      return start();
    },

    /** Ends what runs. Whoever waits for an answer is told null. */
    stop() {
      end();
      questions.clear();
      tell({ phase: "idle", progress: 0 });
    },
  };
}

/** @param {number} seconds */
function patience(seconds) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  let extend = () => {};
  /** @type {Promise<never>} */
  const over = new Promise((_, reject) => {
    extend = () => {
      clearTimeout(timer);
      timer = setTimeout(() => reject(new EngineFault({ kind: "timeout", values: { seconds } })), 1000 * seconds);
    };
  });
  extend();
  return { over, extend, clear: () => clearTimeout(timer) };
}

/**
 * @template T
 * @param {number} seconds
 * @param {Promise<T>} work
 * @returns {Promise<T>}
 */
function within(seconds, work) {
  const limit = patience(seconds);
  return Promise.race([work, limit.over]).finally(limit.clear);
}
