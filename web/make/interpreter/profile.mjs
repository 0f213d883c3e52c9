/**
 * Finds the functions that a start runs. Run under Node by `web/make/image.py`, where every function of the interpreter and
 * of NumPy says when it is called (`web/make/split.py`):
 * profile.mjs PYODIDE MODULE PYSCRIPT INTERPRETER DATA IMAGE HEAD OUTPUT
 * INTERPRETER is a folder with `pyodide.asm.wasm` and an empty `python_stdlib.zip`.
 * Writes, for each WebAssembly module, the numbers of the functions that were called.
 */
import { readFile, writeFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import { restored } from "./restored.mjs";

const [pyodide, module, pyscript, folder, data, pack, head, output] = process.argv.slice(2);
const text = (/** @type {string} */ path) => readFile(new URL(path, import.meta.url), "utf8");

/** @type {Map<string, WebAssembly.Table>} */
const tables = new Map();
const interpreter = await restored({ pyodide, module, folder, data, pack, head }, (name, { exports: all }) => {
  const { "split:touched": touched, ...exports } = all;
  tables.set(name, /** @type {WebAssembly.Table} */ (touched));
  return { exports };
});
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

const called = [...tables].map(([name, table]) => [
  name,
  Array.from({ length: table.length }, (_, index) => index).filter((index) => table.get(index)),
]);
await writeFile(output, JSON.stringify(Object.fromEntries(called)));
process.exit();
