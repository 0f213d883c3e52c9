/**
 * Lets PyScript run the Python that has begun (`begin.js`) while PyScript was still on its way. The only module that knows
 * PyScript: another way to run Python is another module with the same `run`. Must not know the page.
 */

import { EngineFault } from "./fault.js";
import { preload, program, pyscript } from "./files.js";
import { isDatabaseDenied, useMemoryDatabase } from "./memory-database.js";
import { onceQuiet } from "./once-quiet.js";
import { createLender } from "./worker.js";

/** Milliseconds without a question after which the rest of Python's library may hold up the next one. */
const REST_QUIET = 800;

/** PyScript's own extras for a page: none is used, and each would be a request of its own. */
const LEFT_OUT = ["codemirror", "deprecations-manager", "donkey", "py-editor", "py-game", "py-terminal"];

const lender = createLender();

/**
 * @param {import("./begin.js").Attempt} attempt
 * @returns {Promise<import("./create-engine.js").Running>}
 */
export async function run(attempt) {
  const { worker, interpreter, channel, fate } = attempt;
  const { death } = fate;
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
    fate.live();
    const run = (/** @type {string} */ request) => Promise.race([sync.run(request), death]);
    return {
      start: attempt.start,
      refused: [],
      python,
      numpy,
      run: onceQuiet(run, () => sayAnswered(channel), REST_QUIET),
    };
  } catch (fault) {
    fate.end(fault);
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
