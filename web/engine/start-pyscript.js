/**
 * Starts Python through PyScript, in a worker. The only module that knows PyScript: another way to run Python is
 * another module with the same `start`. Must not know the page.
 */

import { EngineFault } from "./fault.js";
import { interpreter, preload, program, pyscript } from "./files.js";
import { requireSupport } from "./support.js";

/** How far a start is when all is downloaded, and when the interpreter stands; the rest is importing NumPy. */
const DOWNLOADED = 0.5;
const INTERPRETED = 0.85;

/** PyScript's own extras for a page: none is used, and each would be a request of its own. */
const LEFT_OUT = ["codemirror", "deprecations-manager", "donkey", "py-editor", "py-game", "py-terminal"];

/** @type {import("./create-engine.js").Start} */
export async function startPyScript({ signal, onProgress, onFault }) {
  requireSupport();
  await firstPaint();
  const [{ PyWorker, hooks }, source] = await Promise.all([loadPyScript(), loadProgram()]);
  signal.throwIfAborted();

  /** @type {(fault: EngineFault) => void} */
  let die = onFault;
  /** @type {Promise<never>} */
  const death = new Promise((_, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason));
    die = (fault) => {
      reject(fault);
      onFault(fault);
    };
  });
  death.catch(() => {});

  // PyScript hands the worker out before it is ready to this hook alone.
  const adopt = (/** @type {unknown} */ _, /** @type {Worker} */ worker) => {
    hooks.main.onWorker.delete(adopt);
    signal.addEventListener("abort", () => worker.terminate());
    watch(worker, onProgress, die);
  };
  hooks.main.onWorker.add(adopt);
  const starting = PyWorker(source, { version: interpreter, config: { sync_main_only: true } });
  const { sync } = await Promise.race([starting, death]);
  const [python, numpy] = (await Promise.race([sync.versions(), death])).split(" ");
  return { python, numpy, run: (request) => Promise.race([sync.run(request), death]) };
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

/** Python is not begun before the page stands; a page in a background tab is never painted and need not wait. */
function firstPaint() {
  if (document.hidden) return;
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
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
  try {
    const core = await import(/* @vite-ignore */ pyscript);
    await customElements.whenDefined("py-script"); // its hooks work from here on
    return core;
  } catch {
    throw new EngineFault({ kind: "download", values: { url: pyscript } });
  } finally {
    for (const element of [...settings, ...links]) element.remove();
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
