/** The start of a later visit: the memory of an interpreter that has NumPy and pyautodiff imported already. */

import { answer } from "../downloads.js";
import { tell } from "../messages.js";
import { unwrap } from "../pack.js";
import { writeFiles } from "../place.js";
import { loadInterpreter, moduleFactory } from "../pyodide.js";
import { attachRest } from "../rest.js";
import { address, base, lock, pyodide, STDLIB } from "../runtime.js";
import { beginSlim } from "../slim.js";
import { imageKey } from "./key.js";
import source from "./restore.py?raw";
import { spread } from "./sparse.js";
import { createStore } from "./store.js";

/** @typedef {import("./make.js").Plan} Plan */

/** An archive with nothing in it. */
const EMPTY_ARCHIVE = Uint8Array.of(80, 75, 5, 6, ...Array(18).fill(0));

/**
 * From the image, or the start of a first visit where there is none.
 * @param {import("../rest.js").Asked} asked
 */
export async function beginImage(asked) {
  const image = await findImage();
  tell({ type: "runtime-image", ...image });
  if (image.state !== "kept") return beginSlim(asked);
  answer(STDLIB, Promise.resolve(new Response(EMPTY_ARCHIVE)));
  const { head, parts } = await takeImage(image.key);
  const interpreter = await loadInterpreter({
    ...asked.options,
    indexURL: address(pyodide),
    lockFileContents: lock,
    packageBaseUrl: base,
    packages: [],
    _loadSnapshot: head,
    /** @param {object} settings */
    async createPyodideModule(settings) {
      const [module, image] = await Promise.all([moduleFactory().then((factory) => factory(settings)), parts]);
      restore(module, image);
      return module;
    },
  });
  interpreter.runPython(source);
  attachRest(interpreter, asked.channel);
  return interpreter;
}

async function findImage() {
  try {
    const key = await imageKey();
    return { key, state: await createStore(base).state(key) };
  } catch {
    return { key: "", state: /** @type {const} */ ("denied") };
  }
}

/** @param {string} key */
async function takeImage(key) {
  const { note, content } = await createStore(base).take(key);
  const parts = content.then(openImage);
  parts.catch(() => {});
  return { head: Uint8Array.from(atob(note), (letter) => letter.charCodeAt(0)), parts };
}

/** @param {ArrayBuffer} content */
async function openImage(content) {
  const files = unwrap(content);
  const take = (/** @type {string} */ path) => {
    const file = /** @type {Uint8Array<ArrayBuffer>} */ (files.get(path));
    files.delete(path);
    return file;
  };
  /** @type {Plan} */
  const plan = JSON.parse(new TextDecoder().decode(take("plan.json")));
  const compiled = await Promise.all(plan.libraries.map(({ name }) => WebAssembly.compile(take(name))));
  const memory = take("memory");
  // Copies: a file of the file system would keep the whole image alive.
  const others = new Map([...files].map(([path, file]) => [path, file.slice()]));
  return { plan, compiled, memory, files: others };
}

/**
 * @param {any} module Emscripten's, not run yet
 * @param {Awaited<ReturnType<typeof openImage>>} image
 */
function restore(module, { plan, compiled, memory, files }) {
  module.growMemory(plan.size);
  for (const [index, library] of plan.libraries.entries()) load(module, library, compiled[index]);
  spread(module.HEAPU8, plan.runs, memory);
  writeFiles(module.FS, files);
}

/**
 * @param {any} module
 * @param {Plan["libraries"][number]} library
 * @param {WebAssembly.Module} compiled
 */
function load(module, { name, memoryBase, tableBase, slots, handles }, compiled) {
  const { LDSO, wasmTable } = module;
  if (wasmTable.length > tableBase) throw new RangeError(`${name}: its place in the table is taken`);
  wasmTable.grow(tableBase - wasmTable.length);
  const free = slots.filter((slot) => slot >= wasmTable.length || !wasmTable.get(slot));
  if (free.length < slots.length) throw new RangeError(`${name}: a slot of the table is taken`);
  module.tableSlot = () => {
    const slot = free.shift();
    if (slot === undefined) throw new RangeError(`${name} has more functions than in the image`);
    while (wasmTable.length <= slot) wasmTable.grow(1);
    return slot;
  };
  const flags = { memoryBase, loadAsync: false, nodelete: true, global: false };
  const exports = module.loadWebAssemblyModule(compiled, flags, name, {});
  if (free.length) throw new RangeError(`${name} has fewer functions than in the image`);
  module.tableSlot = undefined;
  const loaded = { refcount: Number.POSITIVE_INFINITY, name, exports, global: false };
  LDSO.loadedLibsByName[name] = loaded;
  for (const handle of handles) LDSO.loadedLibsByHandle[handle] = loaded;
}
