/**
 * Compiles the interpreter's code in the page, for a worker: the compiled code that a browser keeps for the next visit it
 * keeps for pages alone. Must not know what the code does.
 */

import { IS_NOBODY } from "./nobody.js";

/**
 * The worker is told in any case, and then does without (`interpreter/code.js`).
 * @param {Worker} worker
 * @param {string | null} url of a module of WebAssembly
 * @param {AbortSignal} signal
 */
export async function handCode(worker, url, signal) {
  const code = url && !IS_NOBODY ? await compiled(url, signal) : null;
  Worker.prototype.postMessage.call(worker, { type: "code", code });
}

/** @param {string} url @param {AbortSignal} signal */
async function compiled(url, signal) {
  try {
    return await WebAssembly.compileStreaming(fetch(url, { cache: "force-cache", signal }));
  } catch {
    return null;
  }
}
