/**
 * All of Python's library and of NumPy, as published: it comes after the first result, or at once when something asks
 * for it (`rest.py`). From then on the file system holds what it holds after a plain start.
 */

import { joined } from "./halves.js";
import { files, lock, rest } from "./runtime.js";
import { bringLater, bringNow } from "./source.js";

/**
 * @typedef {object} Asked what the page asks of a start
 * @property {string} channel on which it says that the first request was answered
 * @property {object} options for Pyodide's `loadPyodide`
 */

/** @typedef {ReturnType<typeof createHalves>} Halves */

const later = (/** @type {string} */ path) => bringLater(path, files[path].sha256);
const now = (/** @type {string} */ path) => bringNow(path, files[path].sha256);

/** The modules of WebAssembly that have begun with their first halves. */
export function createHalves() {
  /** @type {(() => Promise<void>)[]} */
  const completions = [];
  return {
    /**
     * @param {string} second path of the other half
     * @param {WebAssembly.Instance} first
     * @param {WebAssembly.Imports} imports
     */
    open(second, first, imports) {
      const { exports, complete } = joined(first, imports, () => new WebAssembly.Module(now(second).content));
      completions.push(async () => complete(await WebAssembly.compile(await later(second))));
      return { exports };
    },

    /** Let all second halves come. */
    complete: () => Promise.all(completions.map((complete) => complete())),
  };
}

/**
 * From here on it comes, by itself or when it is asked for. What asks for it is in the image (`rest.py`).
 * @param {any} interpreter
 * @param {string} channel
 * @param {Halves} halves
 */
export function attachRest(interpreter, channel, halves) {
  for (const name of Object.keys(lock.packages)) interpreter.loadedPackages[name] = "default channel";
  const attachment = interpreter.runPython("__import__('sys').meta_path[-1]");
  attachment.paths = interpreter.toPy([rest.library, rest.numpy]);
  attachment.download = now;
  const first = new BroadcastChannel(channel);
  first.onmessage = () => {
    first.close();
    // Whoever needs what did not come asks again, and is told.
    comeByItself(attachment, halves).catch(() => {});
  };
}

/** @param {any} attachment @param {Halves} halves */
async function comeByItself(attachment, halves) {
  await halves.complete();
  const [library, numpy] = await Promise.all([rest.library, rest.numpy].map(later));
  const steps = attachment.steps(library, numpy);
  const next = () => {
    if (!steps.next().done) return setTimeout(next);
    steps.destroy();
    attachment.destroy();
  };
  next();
}
