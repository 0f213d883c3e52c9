/** What the build says of the files that the interpreter starts from. Must not know how it starts. */

import runtime from "../../.generated/interpreter.json";

/**
 * @typedef {object} Runtime
 * @property {string} version of Pyodide
 * @property {string} pyodide path of the folder with `pyodide.mjs`
 * @property {{ info: object, packages: Record<string, { file_name: string, sha256: string }> }} lock
 * @property {string[]} packs what a first visit starts from, Python's own library first
 * @property {{ library: string, numpy: string, names: string[] }} rest all of Python's library and of NumPy, and
 *   their modules
 * @property {Record<string, { bytes: number, sha256: string }>} files those that are fetched, by path
 */

const described = /** @type {Runtime} */ (runtime);
export const { version, pyodide, lock, packs, rest, files } = described;

export { address, base } from "./source.js";

export const WASM = `${pyodide}pyodide.asm.wasm`;
export const STDLIB = `${pyodide}python_stdlib.zip`;
