/**
 * Starts Python through PyScript, in a worker. The only module that knows PyScript: another way to run Python is
 * another module with the same `start`. Must not know the page.
 */

import { causeOf, EngineFault } from "./fault.js";
import { interpreterFor, preload, program, pyscript } from "./files.js";
import { findImages } from "./images.js";
import { requireSupport } from "./support.js";

/** How far a start is when all is downloaded, and when the interpreter stands; the rest is importing NumPy. */
const DOWNLOADED = 0.5;
const INTERPRETED = 0.85;

/** PyScript's own extras for a page: none is used, and each would be a request of its own. */
const LEFT_OUT = ["codemirror", "deprecations-manager", "donkey", "py-editor", "py-game", "py-terminal"];

/**
 * @typedef {import("./create-engine.js").Kind} Kind
 * @typedef {import("./fault.js").Cause} Cause
 * @typedef {import("./images.js").Images} Images
 */

/**
 * Starts in the quickest way that works: where one fails, the next is tried.
 * @type {import("./create-engine.js").Start}
 */
export async function startPyScript(around) {
  requireSupport();
  const finding = findImages();
  await firstPaint();
  const [core, source, images] = await Promise.all([loadPyScript(), loadProgram(), finding]);
  return startFirst(kindsHere(images), { core, source, images }, around);
}

/**
 * @typedef {object} Parts
 * @property {any} core PyScript
 * @property {string} source address of the program
 * @property {Images | null} images
 */

/**
 * @param {Images | null} images
 * @returns {Kind[]} the ways to start that there are here, the quickest first
 */
function kindsHere(images) {
  /** @type {Kind[]} */
  const kinds = "DecompressionStream" in globalThis ? ["slim", "stock"] : ["stock"];
  return images?.state === "kept" ? ["image", ...kinds] : kinds;
}

/**
 * @param {Kind[]} kinds
 * @param {Parts} parts
 * @param {import("./create-engine.js").Surroundings} around
 * @param {import("./create-engine.js").Refused[]} refused those that were tried before
 * @returns {Promise<import("./create-engine.js").Running>}
 */
async function startFirst([kind, ...others], parts, around, refused = []) {
  const { images } = parts;
  try {
    const running = { ...(await startAs(kind, parts, around)), refused };
    if (kind === "slim" && images?.state === "none") {
      return { ...running, run: thenOnce(running.run, () => images.make(around.signal)) };
    }
    if (kind !== "image") return running;
    const instead = async (/** @type {typeof around} */ anew, /** @type {Cause} */ cause) => {
      await images?.refuse();
      return startFirst(others, { ...parts, images: null }, anew, [...refused, { start: kind, cause }]);
    };
    return { ...running, instead };
  } catch (fault) {
    if (around.signal.aborted || !others.length) throw fault;
    const cause = causeOf(fault, "crashed");
    if (kind === "image" && cause.kind !== "download") await images?.refuse();
    const remaining = kind === "image" ? { ...parts, images: await findImages() } : parts;
    return startFirst(others, remaining, around, [...refused, { start: kind, cause }]);
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

/**
 * @param {(request: string) => Promise<string>} run
 * @param {() => void} then done after the first answer
 * @returns {(request: string) => Promise<string>}
 */
function thenOnce(run, then) {
  let done = false;
  return async (request) => {
    const answer = await run(request);
    if (!done) then();
    done = true;
    return answer;
  };
}

/**
 * @param {Kind} start
 * @param {Parts} parts
 * @param {import("./create-engine.js").Surroundings} around
 * @returns {Promise<import("./create-engine.js").Running>}
 */
async function startAs(start, { core: { PyWorker, hooks }, source, images }, { signal, onProgress, onFault }) {
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
  try {
    const starting = PyWorker(source, {
      version: interpreterFor(start, { key: images?.key, channel }),
      config: { sync_main_only: true },
    });
    const { sync } = await Promise.race([starting, death]);
    const [python, numpy] = (await Promise.race([sync.versions(), death])).split(" ");
    running = true;
    const run = (/** @type {string} */ request) => Promise.race([sync.run(request), death]);
    return { start, refused: [], python, numpy, run: thenOnce(run, () => sayAnswered(channel)) };
  } catch (fault) {
    signal.removeEventListener("abort", end);
    mine.abort(fault);
    throw fault;
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
