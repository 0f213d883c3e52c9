/**
 * Lays an image over a fresh interpreter: its libraries at the places that they had, then its memory. Used in a page and
 * by the build; must not know where an image comes from.
 */

import { writeFiles } from "../place.js";
import { checksum, clear, spread } from "./sparse.js";

/**
 * @typedef {object} Library a shared library as the image has it
 * @property {string} name its path
 * @property {number} memoryBase
 * @property {number} tableBase
 * @property {number} tableSize
 * @property {number[]} slots of the table that its functions were given while it was loaded, in order
 * @property {number[]} handles
 *
 * @typedef {object} Plan how an image is laid
 * @property {number} size of the memory
 * @property {Fresh} fresh
 * @property {[number, number][]} runs
 * @property {Library[]} libraries in the order in which they were loaded
 * @property {number[]} zone where the time zone is kept
 *
 * @typedef {object} Fresh the part of a fresh memory that an image is a difference to
 * @property {number} size
 * @property {number[]} varying the pages of it that begin otherwise each time, and count as empty
 * @property {number} checksum
 *
 * @typedef {object} Image
 * @property {Uint8Array} bound of the code that it was made with
 * @property {Plan} plan
 * @property {Uint8Array<ArrayBuffer>} memory
 * @property {import("../pack.js").Files} libraries
 * @property {import("../pack.js").Files} files
 *
 * @typedef {object} Opened an image that can be laid
 * @property {Image} image
 * @property {Map<string, WebAssembly.Module>} compiled its libraries
 *
 * @typedef {object} Begun what an interpreter is begun with
 * @property {Promise<Uint8Array>} data what its memory begins with: its code brings none
 * @property {Promise<Opened>} opening
 *
 * @typedef {(name: string, instance: WebAssembly.Instance, imports: WebAssembly.Imports) => { exports: WebAssembly.Exports }} Open
 *   gives what is to be taken for an instance: that of the interpreter, named `interpreter`, or of a library, by its path
 */

/**
 * @param {import("../pack.js").Files} files of a pack
 * @returns {Image}
 */
export function imageOf(files) {
  const take = (/** @type {string} */ path) => {
    const file = files.get(path);
    if (!file) throw new RangeError(`the image has no ${path}`);
    files.delete(path);
    return file;
  };
  /** @type {Plan} */
  const plan = JSON.parse(new TextDecoder().decode(take("plan.json")));
  const libraries = new Map(plan.libraries.map(({ name }) => [name, take(name.slice(1))]));
  const memory = take("memory");
  const bound = take("bound").slice();
  // Copies: a file of the file system would keep the whole image alive.
  return {
    bound,
    plan,
    memory,
    libraries,
    files: new Map([...files].map(([path, file]) => [path, file.slice()])),
  };
}

/**
 * @param {(settings: any) => Promise<any>} factory makes Emscripten's module
 * @param {any} settings that Pyodide gives for it
 * @param {Begun} begun
 * @param {Open} open
 * @returns {Promise<any>} that module, as it was when the image was made
 */
export async function createFrom(factory, settings, { data, opening }, open) {
  const { instantiateWasm } = settings;
  /** @type {Promise<WebAssembly.Module>} */
  const coded = new Promise((resolve) => {
    settings.instantiateWasm = (/** @type {WebAssembly.Imports} */ imports, /** @type {any} */ then) =>
      instantiateWasm(
        imports,
        async (/** @type {WebAssembly.Instance} */ instance, /** @type {WebAssembly.Module} */ code) => {
          settings.instantiateWasm = instantiateWasm; // Emscripten keeps these settings, and would keep the data
          new Uint8Array(/** @type {WebAssembly.Memory} */ (instance.exports.memory).buffer).set(await data);
          then(open("interpreter", instance, imports), code);
          resolve(code);
        },
      );
  });
  const [module, opened, code] = await Promise.all([factory(settings), opening, coded, data]);
  requireBound(code, opened.image.bound);
  lay(module, opened, open);
  return module;
}

/** Where the code says which image it belongs to (`web/make/image.py`). */
const BOUND = "pyautodiff.image";

/** @param {WebAssembly.Module} code @param {Uint8Array} bound */
function requireBound(code, bound) {
  const [told] = WebAssembly.Module.customSections(code, BOUND);
  if (String(new Uint8Array(told ?? 0)) !== String(bound)) throw new RangeError("the code is not that of the image");
}

/**
 * @param {any} module Emscripten's, not run yet
 * @param {Opened} opened
 * @param {Open} open
 */
function lay(module, { image: { plan, memory, files }, compiled }, open) {
  const { fresh, size, runs, libraries, zone } = plan;
  const begun = module.HEAPU8.slice(0, fresh.size); // loading a library changes it
  clear(begun, fresh.varying);
  if (checksum(begun) !== fresh.checksum)
    throw new RangeError("the interpreter begins otherwise than that of the image");
  module.growMemory(size);
  for (const library of libraries) load(module, library, compiled.get(library.name), open);
  spread(module.HEAPU8, { fresh: begun, heap: module._emscripten_stack_get_base() >>> 0, runs, content: memory });
  const { place, slot } = module.trampoline; // as this browser has it, and so with the time zone
  module.HEAP32[place >>> 2] = slot;
  module.setZone(...zone);
  writeFiles(module.FS, files);
}

/**
 * @param {any} module
 * @param {Library} library
 * @param {WebAssembly.Module | undefined} compiled
 * @param {Open} open
 */
function load(module, { name, memoryBase, tableBase, slots, handles }, compiled, open) {
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
  module.openLibrary = (/** @type {WebAssembly.Module} */ library, /** @type {WebAssembly.Imports} */ imports) =>
    open(name, new WebAssembly.Instance(library, imports), imports);
  const flags = { memoryBase, loadAsync: false, nodelete: true, global: false };
  const exports = module.loadWebAssemblyModule(compiled, flags, name, {});
  if (free.length) throw new RangeError(`${name} has fewer functions than in the image`);
  module.tableSlot = module.openLibrary = undefined;
  const loaded = { refcount: Number.POSITIVE_INFINITY, name, exports, global: false };
  LDSO.loadedLibsByName[name] = loaded;
  for (const handle of handles) LDSO.loadedLibsByHandle[handle] = loaded;
}
