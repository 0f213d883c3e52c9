/** The plain start, as Pyodide's manual has it: everything, as published. Slow, and the last resort. */

import { answer, download } from "./downloads.js";
import { loadInterpreter } from "./pyodide.js";
import { address, base, lock, pyodide, STDLIB, WASM } from "./runtime.js";

/** @param {import("./rest.js").Asked} asked */
export function beginStock({ options }) {
  answer(WASM, download(WASM, { verify: false, tell: false }));
  answer(STDLIB, download(STDLIB));
  for (const { file_name } of Object.values(lock.packages)) answer(file_name, download(file_name));
  return loadInterpreter({
    ...options,
    indexURL: address(pyodide),
    lockFileContents: lock,
    packageBaseUrl: base,
    packages: Object.keys(lock.packages),
  });
}
