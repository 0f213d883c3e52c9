/**
 * Makes the image of an interpreter in which NumPy and pyautodiff are imported, and keeps it for the next visit. It
 * has a worker of its own, which the page starts when there is nothing else to do.
 */

import { tell } from "../messages.js";
import { wrap } from "../pack.js";
import { base } from "../runtime.js";
import { beginParts } from "../slim.js";
import source from "./prepare.py?raw";
import { squeeze } from "./sparse.js";
import { createStore } from "./store.js";

/**
 * @typedef {object} Library a shared library as the image has it
 * @property {string} name its path
 * @property {number} memoryBase
 * @property {number} tableBase
 * @property {number} tableSize
 * @property {number[]} slots of the table that its functions were given while it was loaded, in order
 * @property {number[]} handles
 *
 * @typedef {object} Plan how an image is restored
 * @property {number} size of the memory
 * @property {[number, number][]} runs
 * @property {Library[]} libraries in the order in which they were loaded
 */

/** So many slots of the table are left free before NumPy's: a browser may use some of its own. */
const SPARE = 64;
/** Files that nothing brings later: PyScript's own modules, compiled, and our library, which is read on the page. */
const KEPT = ["/home/pyodide", "/lib/python3.14/site-packages/pyautodiff"];
/** A snapshot begins with a magic number, the place where its memory begins, and the length of a JSON text. */
const MEMORY_AT = 1;

/** @param {string} key under which it is kept */
export async function makeImage(key) {
  const store = createStore(base);
  try {
    const { head, content } = await image();
    await store.keep(key, head, content);
    tell({ type: "image-made" });
  } catch (error) {
    // A lost connection may be back at the next visit; all else would fail again.
    if (!(error instanceof TypeError)) await store.refuse(key).catch(() => {});
    tell({ type: "image-failed", message: String(error) });
  }
}

/** @returns {Promise<{ head: string, content: Uint8Array<ArrayBuffer> }>} a snapshot's beginning, and all else */
async function image() {
  /** @type {Library[]} */
  const libraries = [];
  let own = 0;
  const { interpreter, module } = await beginParts({ _makeSnapshot: true }, (made) => {
    own = made.wasmTable.length;
    made.wasmTable.grow(SPARE);
    made.onLibrary = (/** @type {[string, number, number, number]} */ ...[name, memoryBase, tableBase, tableSize]) =>
      libraries.push({ name, memoryBase, tableBase, tableSize, slots: [], handles: [] });
    made.tableSlot = (/** @type {() => number} */ empty) => {
      const slot = empty();
      libraries.at(-1)?.slots.push(slot);
      return slot;
    };
  });
  interpreter.runPython(source);
  requireNothingElse(module.wasmTable, own, libraries);
  for (const library of libraries) {
    library.handles = Object.entries(module.LDSO.loadedLibsByHandle)
      .filter(([, { name }]) => name === library.name)
      .map(([handle]) => Number(handle));
  }
  const snapshot = interpreter.makeMemorySnapshot();
  const start = new Uint32Array(snapshot.buffer, 0, 3)[MEMORY_AT];
  const memory = snapshot.subarray(start);
  const { runs, content: filled } = squeeze(memory);
  /** @type {Plan} */
  const plan = { size: memory.length, runs, libraries };
  const kept = [...libraries.map(({ name }) => name), ...KEPT.flatMap((folder) => files(interpreter.FS, folder))];
  const content = wrap(
    new Map([
      ["plan.json", new TextEncoder().encode(JSON.stringify(plan))],
      ["memory", filled],
      ...kept.map((path) => /** @type {const} */ ([path, interpreter.FS.readFile(path)])),
    ]),
  );
  return { head: btoa(String.fromCharCode(...snapshot.subarray(0, start))), content };
}

/**
 * @param {any} FS
 * @param {string} folder
 * @returns {string[]} the files in it
 */
function files(FS, folder) {
  const names = FS.readdir(folder).filter((/** @type {string} */ name) => !name.startsWith("."));
  return names.flatMap((/** @type {string} */ name) => {
    const path = `${folder}/${name}`;
    return FS.isDir(FS.stat(path).mode) ? files(FS, path) : [path];
  });
}

/**
 * What a restored interpreter calls through the table must be there again.
 * @param {WebAssembly.Table} table
 * @param {number} start how long the table is before anything is loaded
 * @param {Library[]} libraries
 */
function requireNothingElse(table, start, libraries) {
  const known = new Set(libraries.flatMap(({ slots }) => slots));
  for (let slot = start; slot < table.length; slot++) {
    const within = libraries.some(({ tableBase, tableSize }) => slot >= tableBase && slot < tableBase + tableSize);
    if (!within && !known.has(slot) && table.get(slot)) throw new Error(`slot ${slot} of the table is someone else's`);
  }
}
