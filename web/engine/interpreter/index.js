/**
 * Stands in for `pyodide.mjs` inside PyScript's worker: the same `loadPyodide`, begun as soon as this module runs. It is an
 * entry of its own and must not know the page: what to do stands in its own address (`#start=…&channel=…`), what it tells
 * goes out by `postMessage`.
 */

import { useMemoryDatabase } from "../memory-database.js";
import { beginImage } from "./image/restore.js";
import { tell } from "./messages.js";
import { letProgramIn } from "./program.js";
import { version } from "./runtime.js";
import { beginStock } from "./stock.js";

export { version };

/** @type {Record<string, (asked: import("./rest.js").Asked) => Promise<any>>} */
const STARTS = { image: beginImage, stock: beginStock };

const asked = new URLSearchParams(new URL(import.meta.url).hash.slice(1));
const [start, channel] = ["start", "channel"].map((name) => asked.get(name) ?? "");

/** What PyScript is to be told that Python prints; it asks for it later than Python begins. */
let streams = { stdout: console.log, stderr: console.error };
const options = {
  stdout: (/** @type {string} */ text) => streams.stdout(text),
  stderr: (/** @type {string} */ text) => streams.stderr(text),
};

const useOwnDatabase = useMemoryDatabase();
const starting = STARTS[start]({ channel, options });
starting.catch(() => {});
letProgramIn();

/** @param {typeof streams} given what PyScript passes */
export async function loadPyodide(given) {
  streams = given;
  useOwnDatabase();
  const interpreter = await starting;
  tell({ type: "runtime-interpreter" });
  return interpreter;
}
