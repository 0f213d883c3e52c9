/** Pyodide's own two modules, as published but for the places that `web/make` patches. */

import { pyodide } from "./runtime.js";
import { importModule } from "./source.js";

// Pyodide would import the second itself, but only once the first has run.
const modules = Promise.all(["pyodide.mjs", "pyodide.asm.mjs"].map((name) => importModule(pyodide + name)));
modules.catch(() => {});

/**
 * @param {object} options see Pyodide's `loadPyodide`
 * @param {Promise<WebAssembly.Module>} [code] the interpreter's, where it is not to come from Pyodide's own address
 * @returns {Promise<any>} what Pyodide gives
 */
export async function loadInterpreter(options, code) {
  const [{ loadPyodide }] = await modules;
  const { instantiateStreaming } = WebAssembly;
  /** @type {typeof instantiateStreaming} */
  const instantiateOurs = async (_, imports) => {
    const module = await /** @type {Promise<WebAssembly.Module>} */ (code);
    return { module, instance: new WebAssembly.Instance(module, imports) };
  };
  const instantiate = code ? instantiateOurs : instantiateStreaming;
  // Where the browser refuses the interpreter's code, as for want of memory, Pyodide would wait for ever.
  const refusal = new Promise((_, reject) => {
    WebAssembly.instantiateStreaming = (...given) => {
      const made = instantiate.apply(WebAssembly, given);
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
