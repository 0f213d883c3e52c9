/** The plain start, as Pyodide's manual has it: everything, as published. Slow, and the last resort. */

import { answer, download } from "./downloads.js";
import { loadInterpreter } from "./pyodide.js";
import { address, base, files, lock, pyodide, STDLIB, WASM } from "./runtime.js";

/** @param {import("./rest.js").Asked} asked */
export function beginStock({ options }) {
  answer(WASM, download(WASM));
  for (const path of [STDLIB, ...Object.values(lock.packages).map(({ file_name }) => file_name)])
    answer(path, download(path, files[path]));
  return loadInterpreter({
    ...options,
    indexURL: address(pyodide),
    lockFileContents: lock,
    packageBaseUrl: base,
    packages: Object.keys(lock.packages),
  });
}
