/**
 * Compiles the interpreter's code in the page, for a worker: the compiled code that a browser keeps for the next visit it
 * keeps for pages alone. Must not know what the code does.
 */

import { IS_NOBODY } from "./nobody.js";

/**
 * @param {string} url of a module of WebAssembly
 * @param {AbortSignal} signal
 * @returns {Promise<WebAssembly.Module | null>} nothing where that did not work, or could not be handed over
 */
export async function compiled(url, signal) {
  if (IS_NOBODY) return null;
  try {
    return await WebAssembly.compileStreaming(fetch(url, { cache: "force-cache", signal }));
  } catch {
    return null;
  }
}
