/**
 * Starts Python through PyScript, in a worker that begins with Python while PyScript is still on its way. The only module
 * that knows PyScript: another way to run Python is another module with the same `begin` and `run`. Must not know the page.
 */

import { handCode } from "./code.js";
import { EngineFault } from "./fault.js";
import { codeFor, furnish, interpreterFor, preload, program, pyscript } from "./files.js";
import { isDatabaseDenied, useMemoryDatabase } from "./memory-database.js";
import { onceQuiet } from "./once-quiet.js";
import { createLender, startWorker } from "./worker.js";

/** How far a start is when all is downloaded, and when the interpreter stands; the rest is importing NumPy. */
const DOWNLOADED = 0.5;
const INTERPRETED = 0.85;

/** Seconds after which an interpreter that does not stand, with all downloaded, will not: another start is worth a try. */
const IMAGE_PATIENCE = 30;

/** Milliseconds without a question after which the rest of Python's library may hold up the next one. */
const REST_QUIET = 800;

/** PyScript's own extras for a page: none is used, and each would be a request of its own. */
const LEFT_OUT = ["codemirror", "deprecations-manager", "donkey", "py-editor", "py-game", "py-terminal"];

const LATE = new EngineFault({ kind: "timeout", values: { seconds: IMAGE_PATIENCE } });

const lender = createLender();

/**
 * @typedef {object} Attempt a start that has begun
 * @property {import("./create-engine.js").Kind} start
 * @property {Worker} worker
 * @property {string} interpreter address of what stands in for Pyodide there
 * @property {string} channel on which the worker is told that the first request was answered
 * @property {Promise<never>} death
 * @property {(fault: unknown) => void} end
 * @property {() => void} live from here on a fault is not the start's any more
 */

/**
 * @param {import("./create-engine.js").Kind} start
 * @param {import("./create-engine.js").Surroundings} around
 * @returns {Attempt}
 */
export function begin(start, { signal, onProgress, onFault }) {
  const channel = `pyautodiff ${Math.random()}`;
  const interpreter = interpreterFor(start, channel);
  const { worker, end: endWorker } = startWorker(interpreter);
  furnish(worker);
  handCode(worker, codeFor(start), signal);
  let running = false;
  /** @type {(fault: unknown) => void} */
  let reject = () => {};
  /** @type {Promise<never>} */
  const death = new Promise((_, refuse) => {
    reject = refuse;
  });
  death.catch(() => {});
  const end = (/** @type {unknown} */ fault) => {
    signal.removeEventListener("abort", aborted);
    endWorker();
    reject(fault);
  };
  const aborted = () => end(signal.reason);
  signal.addEventListener("abort", aborted);
  const die = (/** @type {EngineFault} */ fault) => {
    reject(fault);
    if (running) onFault(fault);
  };
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  /** @type {Attempt} */
  const attempt = {
    start,
    worker,
    interpreter,
    channel,
    death,
    end,
    live: () => {
      running = true;
      clearTimeout(timer);
    },
  };
  let heard = false;
  worker.addEventListener("message", ({ data }) => {
    heard = true;
    if (data?.type === "runtime-progress") {
      const { loaded, total } = data;
      onProgress((DOWNLOADED * loaded) / total, { loaded, total });
      if (start === "image" && loaded >= total) timer ??= setTimeout(() => die(LATE), 1000 * IMAGE_PATIENCE);
    }
    if (data?.type === "runtime-interpreter") onProgress(INTERPRETED);
    if (data?.type === "runtime-missing")
      die(new EngineFault({ kind: "download", values: { url: data.url, status: data.status } }));
  });
  worker.addEventListener("error", (event) => {
    event.preventDefault();
    // A worker that has said nothing, and fails for no reason that it tells, did not get its script.
    if (heard || event.message) die(new EngineFault({ kind: "crashed", values: { message: event.message ?? "" } }));
    else die(new EngineFault({ kind: "download", values: { url: interpreter.split("#")[0] } }));
  });
  return attempt;
}

/**
 * @param {Attempt} attempt
 * @returns {Promise<import("./create-engine.js").Running>}
 */
export async function run(attempt) {
  const { worker, interpreter, death, channel, end } = attempt;
  try {
    const [{ PyWorker, hooks }, source] = await Promise.race([Promise.all([loadPyScript(), loadProgram()]), death]);
    const adopt = () => {
      hooks.main.onWorker.delete(adopt);
      worker.onerror = () => {}; // PyScript would print what `begin` is told
    };
    hooks.main.onWorker.add(adopt);
    lender.lend(worker);
    const starting = PyWorker(source, { version: interpreter, config: { sync_main_only: true } });
    const { sync } = await Promise.race([starting, death]);
    const [python, numpy] = (await Promise.race([sync.versions(), death])).split(" ");
    attempt.live();
    const run = (/** @type {string} */ request) => Promise.race([sync.run(request), death]);
    return {
      start: attempt.start,
      refused: [],
      python,
      numpy,
      run: onceQuiet(run, () => sayAnswered(channel), REST_QUIET),
    };
  } catch (fault) {
    end(fault);
    throw fault;
  }
}

/**
 * The worker has better things to do before that. (A message to the worker itself would be PyScript's to read.)
 * @param {string} name
 */
function sayAnswered(name) {
  const channel = new BroadcastChannel(name);
  channel.postMessage("answered");
  channel.close();
}
/** PyScript is not run before the page stands; a page in a background tab is never painted and need not wait. */
function firstPaint() {
  if (document.hidden) return;
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
}

/** @type {ReturnType<typeof importPyScript> | undefined} */
let loading;

/** Two starts may want it at once: one that is given up, and the next. */
function loadPyScript() {
  loading ??= importPyScript().finally(() => {
    loading = undefined;
  });
  return loading;
}

/**
 * PyScript reads its settings, for each interpreter it knows, from elements of the page, once, while it is imported. It does
 * nothing where there are two of one kind.
 */
async function importPyScript() {
  await firstPaint();
  const settings = ["py-config", "mpy-config"].map((name) => {
    const element = document.createElement(name);
    element.setAttribute("type", "json");
    element.textContent = JSON.stringify({ plugins: LEFT_OUT.map((plugin) => `!${plugin}`) });
    return element;
  });
  const links = preload.map((href) => Object.assign(document.createElement("link"), { rel: "modulepreload", href }));
  document.head.append(...settings, ...links);
  const useOwnDatabase = (await isDatabaseDenied()) ? useMemoryDatabase() : () => {};
  try {
    const core = await lender.during(() => import(/* @vite-ignore */ pyscript));
    await customElements.whenDefined("py-script"); // its hooks work from here on
    return core;
  } catch {
    throw new EngineFault({ kind: "download", values: { url: pyscript } });
  } finally {
    for (const element of [...settings, ...links]) element.remove();
    useOwnDatabase();
  }
}

/** @returns {Promise<string>} an address of the program that cannot fail any more */
async function loadProgram() {
  /** @param {number} [status] */
  const missing = (status) => new EngineFault({ kind: "download", values: { url: program, status } });
  const response = await fetch(program).catch(() => {
    throw missing();
  });
  if (!response.ok) throw missing(response.status);
  return URL.createObjectURL(new Blob([await response.text()], { type: "text/plain" }));
}
