/**
 * Where the files are that Python starts from. `build.py` puts them into `python/`, beside the folder of the script
 * that asks, and writes down their names; nothing else may build an address of them.
 */

import interpreter from "entry:engine/interpreter/index.js";
import unpackerUrl from "entry:engine/unpacker/index.js";
import runtime from "../.generated/runtime.json";

/** @typedef {import("./create-engine.js").Kind} Kind */

/** The folder of all that Python starts from. */
export const base = new URL(/* @vite-ignore */ "../python/", import.meta.url).href;

/** The ways to start that there are files for. @type {readonly Kind[]} */
export const kinds = ["image", "stock"];

/** The bytes that a start of each kind waits for. */
export const { bytes } = runtime;

/** PyScript's core: an ES module with `PyWorker` and `hooks`. */
export const pyscript = new URL(runtime.pyscript, base).href;

/** Modules that the core asks for only once it has run. */
export const preload = runtime.preload.map((path) => new URL(path, base).href);

/** The code that the page compiles for a start from the image. @type {{ url: string, bytes: number } | null} */
export const code = { url: new URL(runtime.image.code.path, base).href, bytes: runtime.image.code.bytes };

/** The image, as the unpacker is told of it. */
export const { packed } = runtime.image;

/** What a worker must be given besides addresses. @param {Worker} _worker @param {string} _module that it runs */
export const furnish = (_worker, _module) => {};

/** What runs in the worker once Python is there. */
export const program = new URL("./engine.py", import.meta.url).href;

/** What unpacks the image, in a worker of its own. */
export const unpacker = unpackerUrl;

/**
 * Our stand-in for `pyodide.mjs`, told in its address how to start.
 * @param {Kind} start
 * @param {string} channel on which the page says that the first request was answered
 */
export const interpreterFor = (start, channel) => `${interpreter}#${new URLSearchParams({ start, channel })}`;
