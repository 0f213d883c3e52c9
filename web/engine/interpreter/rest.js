/**
 * All of Python's library and of NumPy, as published: it comes after the first result, or at once when something asks
 * for it (`rest.py`). From then on the file system holds what it holds after a plain start.
 */

import source from "./rest.py?raw";
import { files, lock, rest } from "./runtime.js";
import { bringLater, bringNow } from "./source.js";

/**
 * @typedef {object} Asked what the page asks of a start
 * @property {string} channel on which it says that the first request was answered
 * @property {object} options for Pyodide's `loadPyodide`
 */

/**
 * What must be in an interpreter before anything in it can ask for the rest.
 * @param {any} interpreter
 */
export function installRest(interpreter) {
  const names = interpreter.toPy({});
  interpreter.runPython(source, { globals: names });
  const install = names.get("install");
  install(JSON.stringify(rest.names), rest.library, rest.numpy);
  install.destroy();
  names.destroy();
}

/**
 * From here on it comes, by itself or when it is asked for.
 * @param {any} interpreter
 * @param {string} channel
 */
export function attachRest(interpreter, channel) {
  for (const name of Object.keys(lock.packages)) interpreter.loadedPackages[name] = "default channel";
  const attachment = interpreter.runPython("__import__('sys').meta_path[-1]");
  attachment.download = (/** @type {string} */ path) => bringNow(path, files[path].sha256);
  const first = new BroadcastChannel(channel);
  first.onmessage = () => {
    first.close();
    // Whoever needs what did not come asks again, and is told.
    comeByItself(attachment).catch(() => {});
  };
}

/** @param {any} attachment */
async function comeByItself(attachment) {
  const [library, numpy] = await Promise.all(
    [rest.library, rest.numpy].map((path) => bringLater(path, files[path].sha256)),
  );
  const steps = attachment.steps(library, numpy);
  const next = () => {
    if (!steps.next().done) return setTimeout(next);
    steps.destroy();
    attachment.destroy();
  };
  next();
}
