/**
 * The start of a first visit: what it needs of Python's library, NumPy and pyautodiff, compiled, from three packs. All
 * else is the concern of `rest.js`.
 */

import { answer, download } from "./downloads.js";
import { unpack } from "./pack.js";
import { writeFiles } from "./place.js";
import { loadInterpreter, moduleFactory } from "./pyodide.js";
import { attachRest, installRest } from "./rest.js";
import { address, base, lock, packs, pyodide, STDLIB } from "./runtime.js";

const ARCHIVE = "lib/python314.zip";

/** @param {import("./rest.js").Asked} asked */
export async function beginSlim({ channel, options }) {
  const { interpreter } = await beginParts(options);
  attachRest(interpreter, channel);
  return interpreter;
}

/**
 * The same with nothing else on its way; an image is made from it.
 * @param {object} options see Pyodide's `loadPyodide`
 * @param {(module: any) => void} [prepare]
 * @returns {Promise<{ interpreter: any, module: any }>}
 */
export async function beginParts(options, prepare) {
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
      prepare?.(module);
      return module;
    },
  });
  const [interpreter, { files, compiled }] = await Promise.all([loading, packages]);
  module.compiledLibraries = compiled;
  writeFiles(interpreter.FS, files);
  installRest(interpreter);
  return { interpreter, module };
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
