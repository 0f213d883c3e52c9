/** Pyodide's own two modules, as published but for the places that `web/make` patches. */

import { pyodide } from "./runtime.js";
import { importModule } from "./source.js";

// Pyodide would import the second itself, but only once the first has run.
const modules = Promise.all(["pyodide.mjs", "pyodide.asm.mjs"].map((name) => importModule(pyodide + name)));
modules.catch(() => {});

/**
 * @param {object} options see Pyodide's `loadPyodide`
 * @returns {Promise<any>} what Pyodide gives
 */
export async function loadInterpreter(options) {
  const [{ loadPyodide }] = await modules;
  const { instantiateStreaming } = WebAssembly;
  // Where the browser refuses the interpreter's code, as for want of memory, Pyodide would wait for ever.
  const refusal = new Promise((_, reject) => {
    WebAssembly.instantiateStreaming = (...given) => {
      const made = instantiateStreaming.apply(WebAssembly, given);
      made.catch(reject);
      return made;
    };
  });
  try {
    return await Promise.race([refusal, loadPyodide(options)]);
  } finally {
    WebAssembly.instantiateStreaming = instantiateStreaming;
  }
}

/** @returns {Promise<(settings: object) => Promise<any>>} makes Emscripten's module */
export async function moduleFactory() {
  const [, { default: factory }] = await modules;
  return factory;
}
