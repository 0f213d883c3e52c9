/**
 * The start of a first visit: what it needs of Python's library, NumPy and pyautodiff, compiled, from three packs. All
 * else is the concern of `rest.js`.
 */

import { answer, download } from "./downloads.js";
import { unpack } from "./pack.js";
import { loadInterpreter, moduleFactory } from "./pyodide.js";
import { attachRest } from "./rest.js";
import { address, base, lock, packs, pyodide, STDLIB, WASM } from "./runtime.js";

const ARCHIVE = "lib/python314.zip";

/** @returns {(options: object) => Promise<any>} */
export function beginSlim() {
  answer(WASM, download(WASM, { verify: false }));
  const [python, ...others] = packs.map((path) => download(path).then(unpack));
  answer(
    STDLIB,
    python.then((files) => new Response(files.get(ARCHIVE))),
  );
  const packages = Promise.all(others).then(async (parts) => {
    const files = new Map(parts.flatMap((part) => [...part]));
    return { files, compiled: await compileLibraries(files) };
  });
  packages.catch(() => {});
  return async (options) => {
    /** @type {any} */
    let module;
    const loading = loadInterpreter({
      ...options,
      indexURL: address(pyodide),
      lockFileContents: lock,
      packageBaseUrl: base,
      packages: [],
      /** @param {object} settings */
      async createPyodideModule(settings) {
        module = await (await moduleFactory())(settings);
        return module;
      },
    });
    const [interpreter, { files, compiled }] = await Promise.all([loading, packages]);
    module.compiledLibraries = compiled;
    install(interpreter, files);
    attachRest(interpreter);
    return interpreter;
  };
}

/**
 * NumPy's libraries are compiled beside the interpreter's start, not in the middle of it.
 * @param {Map<string, Uint8Array<ArrayBuffer>>} files
 */
async function compileLibraries(files) {
  const libraries = [...files].filter(([path]) => path.endsWith(".so"));
  return new Map(
    await Promise.all(
      libraries.map(async ([path, bytes]) => /** @type {const} */ ([`/${path}`, await WebAssembly.compile(bytes)])),
    ),
  );
}

/**
 * @param {any} interpreter
 * @param {Map<string, Uint8Array>} files
 */
function install(interpreter, files) {
  const { FS } = interpreter;
  const folders = new Set([...files.keys()].map((path) => `/${path.slice(0, path.lastIndexOf("/"))}`));
  for (const folder of folders) FS.mkdirTree(folder);
  for (const [path, content] of files) FS.writeFile(`/${path}`, content, { canOwn: true });
  for (const name of Object.keys(lock.packages)) interpreter.loadedPackages[name] = "default channel";
}
