/**
 * Stands in for `pyodide.mjs` inside PyScript's worker: the same `loadPyodide`, with every download begun at once. It is
 * an entry of its own and must not know the page: how to start stands in its own address (`?start=`), what it tells goes
 * out by `postMessage`.
 */

import { tell } from "./messages.js";
import { version } from "./runtime.js";
import { beginSlim } from "./slim.js";
import { beginStock } from "./stock.js";

export { version };

const STARTS = { slim: beginSlim, stock: beginStock };

const kind = /** @type {keyof typeof STARTS} */ (new URL(import.meta.url).searchParams.get("start"));
const load = STARTS[kind]();

/** @param {object} options what PyScript passes: its stdout and stderr */
export async function loadPyodide(options) {
  const interpreter = await load(options);
  tell({ type: "runtime-interpreter" });
  return interpreter;
}
