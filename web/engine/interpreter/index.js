/**
 * Stands in for `pyodide.mjs` inside PyScript's worker: the same `loadPyodide`, with every download begun at once. It is
 * an entry of its own and must not know the page: what to do stands in its own address (`#start=…&key=…&channel=…`), what it
 * tells goes out by `postMessage`. Asked to `make`, it makes an image in a worker of its own.
 */

import { useMemoryDatabase } from "../memory-database.js";
import { makeImage } from "./image/make.js";
import { beginImage } from "./image/restore.js";
import { tell } from "./messages.js";
import { version } from "./runtime.js";
import { beginSlim } from "./slim.js";
import { beginStock } from "./stock.js";

export { version };

/** @type {Record<string, (asked: import("./rest.js").Asked) => (options: object) => Promise<any>>} */
const STARTS = { image: beginImage, slim: beginSlim, stock: beginStock };

const asked = new URLSearchParams(new URL(import.meta.url).hash.slice(1));
const [start, key, channel] = ["start", "key", "channel"].map((name) => asked.get(name) ?? "");
const load = STARTS[start]?.({ key, channel }) ?? (() => Promise.reject(new Error(`no such start: ${start}`)));
if (start === "make") makeImage(key);

const useOwnDatabase = useMemoryDatabase();

/** @param {object} options what PyScript passes: its stdout and stderr */
export async function loadPyodide(options) {
  useOwnDatabase();
  const interpreter = await load(options);
  tell({ type: "runtime-interpreter" });
  return interpreter;
}
