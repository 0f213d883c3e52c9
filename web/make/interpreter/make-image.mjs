/**
 * Makes the image that every start begins from: the memory of an interpreter that has imported NumPy and pyautodiff.
 * Run under Node by `web/make/image.py`: make-image.mjs PYODIDE MODULE PYSCRIPT NUMPY_WHEEL LIBRARY_WHEEL OUTPUT
 * MODULE is `pyodide.asm.mjs` as `web/make/patch.py` has it. Writes a pack (`web/engine/interpreter/pack.js`), whose first
 * files are `plan.json` and `memory`; what Pyodide is to be given as a snapshot, as `head`; and the names of all modules as
 * `names.json`.
 */
import { readFile, writeFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import { checksum, clear, difference, squeeze, varying } from "../../engine/interpreter/image/sparse.js";
import { wrap } from "../../engine/interpreter/pack.js";
import { writeFiles } from "../../engine/interpreter/place.js";
import { clearFreed } from "./clear-freed.mjs";
import { stillSurroundings } from "./still.mjs";

/**
 * @typedef {import("../../engine/interpreter/image/lay.js").Plan} Plan
 * @typedef {import("../../engine/interpreter/image/lay.js").Library} Library
 */

const [folder, patched, pyscript, numpy, library, output] = process.argv.slice(2);
/** So many slots of the table are left free before NumPy's: a browser may use some of its own. */
const SPARE = 4096;
/** Files that nothing brings later: PyScript's own modules, compiled, and our library, which is read on the page. */
const KEPT = [/^home\/pyodide\//, /^lib\/python3.14\/site-packages\/pyautodiff\/[^/]+\.py$/];
const ARCHIVE = "lib/python314.zip";
/** A snapshot begins with a magic number, the place where its memory begins, and the length of a JSON text. */
const MEMORY_AT = 1;
// Sets are laid out by hash: with a fixed seed the same inputs give the same bytes.
const env = { PYTHONHASHSEED: "1", LANG: "C.UTF-8" };

const { loadPyodide } = await import(pathToFileURL(`${folder}/pyodide.mjs`).href);
const { default: factory } = await import(pathToFileURL(patched).href);
const read = async (/** @type {string} */ path) => new Uint8Array(await readFile(path));
const text = (/** @type {string} */ path) => readFile(new URL(path, import.meta.url), "utf8");

/** @returns {Promise<{ compiled: Map<string, Uint8Array<ArrayBuffer>>, names: Uint8Array }>} */
async function compile() {
  const python = await loadPyodide({ indexURL: folder, env });
  const { FS } = python;
  const given = { "stdlib.zip": `${folder}/python_stdlib.zip`, "numpy.whl": numpy, "library.whl": library };
  for (const [name, file] of Object.entries(given)) FS.writeFile(`/${name}`, await read(file));
  const { default: own } = await import(pathToFileURL(`${pyscript}/src/stdlib/pyscript.js`).href);
  FS.writeFile("/pyscript.json", JSON.stringify(own));
  FS.writeFile("/requests.json", await text("requests.json"));
  const extractDir = "/lib/python3.14/site-packages";
  for (const wheel of [numpy, library]) python.unpackArchive(await read(wheel), "wheel", { extractDir });
  python.runPython(await text("compile.py"));
  return { compiled: new Map(filesIn(FS, "/compiled")), names: FS.readFile("/names.json") };
}

/**
 * @param {any} FS
 * @param {string} root
 * @param {string} [path] of a folder in it
 * @returns {[string, Uint8Array<ArrayBuffer>][]}
 */
function filesIn(FS, root, path = "") {
  const names = FS.readdir(`${root}/${path}`).filter((/** @type {string} */ name) => !/^\.\.?$/.test(name));
  return names.toSorted().flatMap((/** @type {string} */ name) => {
    const inside = path + name;
    return FS.isDir(FS.stat(`${root}/${inside}`).mode)
      ? filesIn(FS, root, `${inside}/`)
      : [[inside, FS.readFile(`${root}/${inside}`)]];
  });
}

/** The part of the memory that is not the stack or taken later, before Python itself starts. @param {any} module */
const begun = (module) => module.HEAPU8.slice(0, module._emscripten_stack_get_end() >>> 0);

/** @returns {Promise<Uint8Array<ArrayBuffer>>} */
async function freshMemory() {
  /** @type {any} */
  let fresh;
  await loadPyodide({
    indexURL: folder,
    /** @param {any} settings */
    async createPyodideModule(settings) {
      fresh = begun(await factory({ ...settings, noInitialRun: true }));
      throw new Error("that is all");
    },
  }).catch(() => {});
  return fresh;
}

/**
 * @param {Map<string, Uint8Array<ArrayBuffer>>} files
 * @param {Uint8Array} names of all modules, as JSON
 * @param {Uint8Array} other memory of an interpreter that has begun in other surroundings
 */
async function image(files, names, other) {
  /** @type {any} */
  let module;
  /** @type {Library[]} */
  const libraries = [];
  /** @type {number[]} */
  let zone = [];
  let own = 0;
  let fresh = new Uint8Array();
  const archive = `${output}/python314.zip`;
  await writeFile(archive, /** @type {Uint8Array} */ (files.get(ARCHIVE)));
  const interpreter = await loadPyodide({
    indexURL: folder,
    stdLibURL: archive,
    env,
    packages: [],
    _makeSnapshot: true,
    /** @param {any} settings */
    async createPyodideModule(settings) {
      settings.onZone = (/** @type {number[]} */ places) => {
        zone = places;
      };
      settings.onRuntimeInitialized = () => {
        fresh = begun(settings); // Python's own start is next
      };
      module = await factory(settings);
      own = module.wasmTable.length;
      module.wasmTable.grow(SPARE);
      module.onLibrary = (/** @type {[string, number, number, number]} */ ...told) => {
        const [name, memoryBase, tableBase, tableSize] = told;
        libraries.push({ name, memoryBase, tableBase, tableSize, slots: [], handles: [] });
      };
      module.tableSlot = (/** @type {() => number} */ empty) => {
        const slot = empty();
        libraries.at(-1)?.slots.push(slot);
        return slot;
      };
      return module;
    },
  });
  files.delete(ARCHIVE);
  writeFiles(interpreter.FS, new Map([...files].map(([path, content]) => [path, content.slice()])));
  interpreter.runPython(await text("prepare.py"));
  const globals = interpreter.toPy({});
  interpreter.runPython(await text("../../engine/interpreter/rest.py"), { globals });
  const install = globals.get("install");
  install(new TextDecoder().decode(names));
  for (const proxy of [install, globals]) proxy.destroy();
  interpreter.runPython("__import__('gc').collect()");
  requireNothingElse(module.wasmTable, own, libraries);
  for (const library of libraries) {
    library.handles = Object.entries(module.LDSO.loadedLibsByHandle)
      .filter(([, { name }]) => name === library.name)
      .map(([handle]) => Number(handle));
  }
  clearFreed(module);
  const snapshot = interpreter.makeMemorySnapshot();
  const start = new Uint32Array(snapshot.buffer, 0, 3)[MEMORY_AT];
  const memory = snapshot.slice(start);
  const pages = varying(fresh, other, [module.trampoline.place]);
  clear(fresh, pages);
  difference(memory, fresh);
  const { runs, content } = squeeze(memory);
  /** @type {Plan} */
  const plan = {
    size: memory.length,
    fresh: { size: fresh.length, varying: pages, checksum: checksum(fresh) },
    runs,
    libraries,
    zone,
  };
  const loaded = new Set(libraries.map(({ name }) => name.slice(1)));
  await writeFile(`${output}/head`, snapshot.subarray(0, start));
  return new Map([
    ["memory", content], // the first: it is read in words
    ["plan.json", new TextEncoder().encode(JSON.stringify(plan))],
    ...[...files].filter(([path]) => loaded.has(path) || KEPT.some((kept) => kept.test(path))),
  ]);
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

stillSurroundings(2);
const other = await freshMemory();
stillSurroundings(1);
const { compiled, names } = await compile();
await writeFile(`${output}/image.pack`, wrap(await image(compiled, names, other)));
await writeFile(`${output}/names.json`, names);
