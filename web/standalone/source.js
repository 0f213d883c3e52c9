/**
 * Reaches the interpreter's files inside the standalone file; stands in for `web/engine/interpreter/source.js`. The page
 * sends them first of all. Pyodide asks by address, so that they have addresses of a host that does not exist.
 */

import { bytesOf, fileAt, filesInside, keepFiles, responseOf, workerModule } from "./inside.js";

const arrived = new Promise((resolve) => {
  /** @param {MessageEvent} event */
  const take = (event) => {
    if (event.data?.type !== "files-inside") return;
    event.stopImmediatePropagation();
    self.removeEventListener("message", take);
    keepFiles(event.data.files);
    resolve(undefined);
    readAhead();
  };
  self.addEventListener("message", take);
});

export const base = "https://pyautodiff.invalid/python/";

/** @param {string} path */
export const address = (path) => new URL(path, base).href;

/** @param {string} path */
export async function bring(path) {
  await arrived;
  return responseOf(fileAt(path));
}

/** @param {string} path */
export async function bringLater(path) {
  await arrived;
  const content = ahead.get(path) ?? (await bytesOf(path));
  ahead.delete(path);
  return content;
}

/** @type {Map<string, Uint8Array<ArrayBuffer>>} what may be asked for at once, by path; nothing is unpacked at once */
const ahead = new Map();

async function readAhead() {
  const packed = [...filesInside()].filter(([path, { gzip }]) => gzip && path.endsWith(".second.wasm"));
  await Promise.all(packed.map(async ([path]) => ahead.set(path, await bytesOf(path))));
}

/** @param {string} path */
export function bringNow(path) {
  const { bytes, gzip, sha256 } = fileAt(path);
  const content = gzip ? ahead.get(path) : bytes;
  if (!content) throw new TypeError(`${path} is not there yet`);
  return { content, sha256 };
}

/** @param {string} path */
export async function importModule(path) {
  await arrived;
  return import(/* @vite-ignore */ workerModule(await bytesOf(path)));
}
