/**
 * Starts Python through PyScript, in a worker. The only module that knows PyScript: another way to run Python is
 * another module with the same `start`. Must not know the page.
 */

import { EngineFault } from "./fault.js";
import { interpreterFor, preload, program, pyscript } from "./files.js";
import { isDatabaseDenied, useMemoryDatabase } from "./memory-database.js";
import { onceQuiet } from "./once-quiet.js";

/** How far a start is when all is downloaded, and when the interpreter stands; the rest is importing NumPy. */
const DOWNLOADED = 0.5;
const INTERPRETED = 0.85;

/** Seconds after which an image that is not there yet will not be: it has nothing to wait for but the interpreter. */
const IMAGE_PATIENCE = 30;

/** Milliseconds without a question after which the rest of Python's library may hold up the next one. */
const REST_QUIET = 800;

/** PyScript's own extras for a page: none is used, and each would be a request of its own. */
const LEFT_OUT = ["codemirror", "deprecations-manager", "donkey", "py-editor", "py-game", "py-terminal"];

/**
 * @typedef {object} PyScript
 * @property {any} core its module
 * @property {string} source address of the program
 */

/** @returns {Promise<PyScript>} what every start needs of it */
export async function preparePyScript() {
  const [core, source] = await Promise.all([loadPyScript(), loadProgram()]);
  return { core, source };
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

/**
 * @param {import("./create-engine.js").Kind} start
 * @param {string | undefined} key of the image
 * @param {PyScript} pyscript
 * @param {import("./create-engine.js").Surroundings} around
 * @returns {Promise<import("./create-engine.js").Running>}
 */
export async function startAs(start, key, { core: { PyWorker, hooks }, source }, { signal, onProgress, onFault }) {
  const mine = new AbortController();
  const end = () => mine.abort(signal.reason);
  signal.addEventListener("abort", end);
  let running = false;
  /** @type {(fault: EngineFault) => void} */
  let die = () => {};
  /** @type {Promise<never>} */
  const death = new Promise((_, reject) => {
    mine.signal.addEventListener("abort", () => reject(mine.signal.reason));
    die = (fault) => {
      reject(fault);
      if (running) onFault(fault);
    };
  });
  death.catch(() => {});

  // PyScript hands the worker out before it is ready to this hook alone.
  const adopt = (/** @type {unknown} */ _, /** @type {Worker} */ worker) => {
    hooks.main.onWorker.delete(adopt);
    mine.signal.addEventListener("abort", () => worker.terminate());
    watch(worker, onProgress, die);
  };
  hooks.main.onWorker.add(adopt);
  const channel = `pyautodiff ${Math.random()}`;
  const late = () => die(new EngineFault({ kind: "timeout", values: { seconds: IMAGE_PATIENCE } }));
  const timer = start === "image" ? setTimeout(late, 1000 * IMAGE_PATIENCE) : undefined;
  try {
    const starting = PyWorker(source, {
      version: interpreterFor(start, { key, channel }),
      config: { sync_main_only: true },
    });
    const { sync } = await Promise.race([starting, death]);
    const [python, numpy] = (await Promise.race([sync.versions(), death])).split(" ");
    running = true;
    const run = (/** @type {string} */ request) => Promise.race([sync.run(request), death]);
    return { start, refused: [], python, numpy, run: onceQuiet(run, () => sayAnswered(channel), REST_QUIET) };
  } catch (fault) {
    signal.removeEventListener("abort", end);
    mine.abort(fault);
    throw fault;
  } finally {
    clearTimeout(timer);
  }
}

/**
 * @param {Worker} worker
 * @param {(fraction: number) => void} onProgress
 * @param {(fault: EngineFault) => void} die
 */
function watch(worker, onProgress, die) {
  worker.addEventListener("message", ({ data }) => {
    if (data?.type === "runtime-progress") onProgress((DOWNLOADED * data.loaded) / data.total);
    if (data?.type === "runtime-interpreter") onProgress(INTERPRETED);
    if (data?.type === "runtime-missing")
      die(new EngineFault({ kind: "download", values: { url: data.url, status: data.status } }));
  });
  worker.addEventListener("error", (event) => {
    event.preventDefault();
    die(new EngineFault({ kind: "crashed", values: { message: event.message ?? "" } }));
  });
  worker.onerror = () => {}; // PyScript would print what is told above
}

/** PyScript reads its settings, for each interpreter it knows, from elements of the page, once, while it is imported. */
async function loadPyScript() {
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
    const core = await import(/* @vite-ignore */ pyscript);
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
