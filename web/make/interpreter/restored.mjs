/** An interpreter restored from an image under Node, as a page has it. */
import { readFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import { createFrom, imageOf } from "../../engine/interpreter/image/lay.js";
import { unwrap } from "../../engine/interpreter/pack.js";

/**
 * @param {object} from
 * @param {string} from.pyodide folder of Pyodide as published
 * @param {string} from.module `pyodide.asm.mjs` as `web/make/patch.py` has it
 * @param {string} from.folder with the interpreter as `pyodide.asm.wasm`, and an empty `python_stdlib.zip`
 * @param {string} from.data what that interpreter begins with in its memory
 * @param {string} from.pack the image, not compressed
 * @param {string} from.head what stands for a snapshot
 * @param {import("../../engine/interpreter/image/lay.js").Open} open
 */
export async function restored({ pyodide, module, folder, data, pack, head }, open) {
  const { loadPyodide } = await import(pathToFileURL(`${pyodide}/pyodide.mjs`).href);
  const { default: factory } = await import(pathToFileURL(module).href);
  const begun = readFile(data).then((bytes) => new Uint8Array(bytes));
  const image = imageOf(unwrap(new Uint8Array(await readFile(pack))));
  const compiled = new Map([...image.libraries].map(([name, bytes]) => [name, new WebAssembly.Module(bytes)]));
  const interpreter = await loadPyodide({
    indexURL: folder,
    packages: [],
    _loadSnapshot: new Uint8Array(await readFile(head)),
    /** @param {any} settings */
    createPyodideModule: (settings) =>
      createFrom(factory, settings, { data: begun, opening: Promise.resolve({ image, compiled }) }, open),
  });
  const globals = interpreter.toPy({ language: "en" });
  const renew = new URL("../../engine/interpreter/image/restore.py", import.meta.url);
  interpreter.runPython(await readFile(renew, "utf8"), { globals });
  globals.destroy();
  return interpreter;
}
