/** What the build says of the files that the interpreter starts from. Must not know how it starts. */

import runtime from "../../.generated/interpreter.json";

/**
 * @typedef {object} Runtime
 * @property {string} version of Pyodide
 * @property {string} pyodide path of the folder with `pyodide.mjs`
 * @property {{ info: object, packages: Record<string, { file_name: string, sha256: string }> }} lock
 * @property {{ head: string, first: string }} image what Pyodide is given as a snapshot, in base64, and the first half of the
 *   interpreter
 * @property {Rest} rest
 * @property {Record<string, { sha256: string }>} files those that are fetched, by path
 *
 * @typedef {object} Rest what a start leaves for later
 * @property {string} interpreter the second half of it
 * @property {Record<string, string>} libraries the second halves of NumPy's, by the paths that these have there
 * @property {string} library all of Python's library
 * @property {string} numpy all of NumPy
 * @property {string[]} names the modules of both
 */

const described = /** @type {Runtime} */ (runtime);
export const { version, pyodide, lock, image, rest, files } = described;

export { address, base } from "./source.js";

/** As Pyodide asks for them. */
export const WASM = `${pyodide}pyodide.asm.wasm`;
export const STDLIB = `${pyodide}python_stdlib.zip`;
