/**
 * Where the page finds what Python starts from when all of it is inside this one file; stands in for
 * `web/engine/files.js`. A worker of a page on the disk has an origin of its own: it is given the files as bytes.
 */

import source from "../engine/engine.py?raw";
import { bytesOf, filesInside, pageModule, workerModule } from "./inside.js";

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

/** @param {Worker} worker */
export const furnish = (worker) => {
  const files = new Map([...filesInside()].filter(([path]) => !path.startsWith("page/")));
  worker.postMessage({ type: "files-inside", files });
};

/** Nothing is kept of it. @param {Kind} _start */
export const codeFor = (_start) => null;

/** @param {Kind} start @param {string} channel */
export const interpreterFor = (start, channel) => `${interpreter}#${new URLSearchParams({ start, channel })}`;
