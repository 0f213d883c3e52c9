/**
 * Reaches the interpreter's files inside the standalone file; stands in for `web/engine/interpreter/source.js`. The page
 * sends them first of all. Pyodide asks by address, so that they have addresses of a host that does not exist.
 */

import { ready, unzstd } from "../engine/unpacker/zstd.js";
import { fileAt, keepFiles, workerModule } from "./inside.js";

const arrived = Promise.all([
  ready,
  new Promise((resolve) => {
    /** @param {MessageEvent} event */
    const take = (event) => {
      if (event.data?.type !== "files-inside") return;
      event.stopImmediatePropagation();
      self.removeEventListener("message", take);
      keepFiles(event.data.files);
      resolve(undefined);
    };
    self.addEventListener("message", take);
  }),
]);

export const base = "https://pyautodiff.invalid/python/";

/** @param {string} path */
export const address = (path) => new URL(path, base).href;

/** @param {string} path @returns {Uint8Array<ArrayBuffer>} */
function contentOf(path) {
  const { bytes, packing, full } = fileAt(path);
  return packing === "zstd" ? unzstd(bytes, full) : bytes;
}

/** @param {string} path */
export async function bring(path) {
  await arrived;
  return new Response(contentOf(path), { headers: { "Content-Type": fileAt(path).type } });
}

/** @param {string} path */
export async function bringLater(path) {
  await arrived;
  return contentOf(path);
}

/** @param {string} path */
export const bringNow = (path) => ({ content: contentOf(path), sha256: fileAt(path).sha256 });

/** @param {string} path */
export async function importModule(path) {
  await arrived;
  return import(/* @vite-ignore */ workerModule(contentOf(path)));
}
