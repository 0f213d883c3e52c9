/**
 * Reaches the interpreter's files inside the standalone file; stands in for `web/engine/interpreter/source.js`. The page
 * sends them first of all. Pyodide asks by address, so that they have addresses of a host that does not exist.
 */

import { bytesOf, fileAt, keepFiles, responseOf, workerModule } from "./inside.js";

const arrived = new Promise((resolve) => {
  /** @param {MessageEvent} event */
  const take = (event) => {
    if (event.data?.type !== "files-inside") return;
    event.stopImmediatePropagation();
    self.removeEventListener("message", take);
    keepFiles(event.data.files);
    resolve(undefined);
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
  return bytesOf(path);
}

/** @param {string} path */
export function bringNow(path) {
  const { bytes, sha256 } = fileAt(path);
  return { content: bytes, sha256 };
}

/** @param {string} path */
export async function importModule(path) {
  await arrived;
  return import(/* @vite-ignore */ workerModule(await bytesOf(path)));
}
