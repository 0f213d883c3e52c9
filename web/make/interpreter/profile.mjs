/**
 * Finds the functions that a start runs. Run under Node by `web/make/image.py`, where every function of the interpreter and
 * of NumPy says when it is called (`web/make/split.py`): profile.mjs PYODIDE MODULE PYSCRIPT INTERPRETER IMAGE OUTPUT
 * INTERPRETER is a folder with `pyodide.asm.wasm` and an empty `python_stdlib.zip`.
 * Writes, for each WebAssembly module, the numbers of the functions that were called.
 */
import { readFile, writeFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import { imageOf, lay } from "../../engine/interpreter/image/lay.js";
import { unwrap } from "../../engine/interpreter/pack.js";

const [folder, patched, pyscript, wasm, pack, output] = process.argv.slice(2);
const { loadPyodide } = await import(pathToFileURL(`${folder}/pyodide.mjs`).href);
const { default: factory } = await import(pathToFileURL(patched).href);
const text = (/** @type {string} */ path) => readFile(new URL(path, import.meta.url), "utf8");

/** @type {Map<string, WebAssembly.Exports>} */
const instances = new Map();

/** @param {any} settings */
function watched(settings) {
  const { instantiateWasm } = settings;
  settings.instantiateWasm = (/** @type {any} */ imports, /** @type {any} */ then) =>
    instantiateWasm(imports, (/** @type {WebAssembly.Instance} */ instance, /** @type {WebAssembly.Module} */ module) => {
      instances.set("interpreter", instance.exports);
      then({ exports: without(instance.exports) }, module);
    });
  return settings;
}

/** What the module exports but for what watches it. @param {WebAssembly.Exports} exports */
function without(exports) {
  return Object.fromEntries(Object.entries(exports).filter(([name]) => !name.startsWith("split:")));
}

const image = imageOf(unwrap(new Uint8Array(await readFile(pack))));
const compiled = new Map([...image.libraries].map(([name, bytes]) => [name, new WebAssembly.Module(bytes)]));
const interpreter = await loadPyodide({
  indexURL: wasm,
  packages: [],
  stdLibURL: `${wasm}/python_stdlib.zip`,
  _loadSnapshot: image.head,
  /** @param {object} settings */
  async createPyodideModule(settings) {
    const module = await factory(watched(settings));
    lay(module, image, compiled, (name, imports, library) => {
      const instance = new WebAssembly.Instance(library, imports);
      instances.set(name, instance.exports);
      return { exports: without(instance.exports) };
    });
    return module;
  },
});
const globals = interpreter.toPy({ language: "en" });
interpreter.runPython(await text("../../engine/interpreter/image/restore.py"), { globals });
/** @type {any} */
const sync = {};
/** What PyScript's worker gives to Python, as far as its own modules look at it while they are imported. */
const polyscript = {
  xworker: { sync, window: globalThis, isWindowProxy: () => false, onmessage: null, onerror: null, postMessage() {} },
  config: {},
  js_modules: {},
  ffi: { assign: Object.assign, is_none: () => false },
  lazy_py_modules() {},
  storage() {},
  target: "",
  currentScript: null,
  JSON,
};
interpreter.registerJsModule("polyscript", polyscript);
const { stdlib } = await import(pathToFileURL(`${pyscript}/src/stdlib.js`).href);
interpreter.runPython(stdlib);
await interpreter.runPythonAsync(await text("../../engine/engine.py"));
sync.versions();
for (const request of JSON.parse(await text("requests.json"))) sync.run(JSON.stringify(request));
await interpreter.runPythonAsync(await text("usual.py"));

const touched = Object.fromEntries(
  [...instances].map(([name, exports]) => {
    const table = /** @type {WebAssembly.Table} */ (exports["split:touched"]);
    return [name, Array.from({ length: table.length }, (_, index) => index).filter((index) => table.get(index))];
  }),
);
await writeFile(output, JSON.stringify(touched));
process.exit();
