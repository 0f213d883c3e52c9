/**
 * Where the page finds what Python starts from when all of it is inside this one file; stands in for
 * `web/engine/files.js`. A worker of a page on the disk has an origin of its own: it is given the files as bytes.
 */

import runtime from "../.generated/runtime.json";
import source from "../engine/engine.py?raw";
import { bytesOf, fileAt, filesInside, pageModule, workerModule } from "./inside.js";

/** @typedef {import("../engine/create-engine.js").Kind} Kind */

/** No other page has files in common with this one. */
export const base = "https://pyautodiff.invalid/";

/** There is no other: it holds neither the whole interpreter nor all of NumPy's wheel. @type {readonly Kind[]} */
export const kinds = ["image"];

export const pyscript = pageModule(await bytesOf("page/pyscript.js"));

/** @type {string[]} */
export const preload = [];

export const program = `data:text/plain;charset=utf-8,${encodeURIComponent(source)}`;

const interpreter = workerModule(await bytesOf("page/interpreter.js"));
export const unpacker = workerModule(await bytesOf("page/unpacker.js"));

/** What it compiles here is not kept for the next time: the worker does it. @type {{ url: string, bytes: number } | null} */
export const code = null;

export const { packed } = runtime.image;

/** Of all that is unpacked. */
export const bytes = {
  image: [packed.path, runtime.image.code.path].reduce((sum, path) => sum + fileAt(path).full, 0),
  stock: 0,
};

/** Each gets its own. @param {Worker} worker @param {string} module that it runs */
export const furnish = (worker, module) => {
  const its = (/** @type {string} */ path) =>
    !path.startsWith("page/") && (path === packed.path) === (module === unpacker);
  const files = new Map([...filesInside()].filter(([path]) => its(path)));
  worker.postMessage({ type: "files-inside", files });
};

/** @param {Kind} start @param {string} channel */
export const interpreterFor = (start, channel) => `${interpreter}#${new URLSearchParams({ start, channel })}`;
