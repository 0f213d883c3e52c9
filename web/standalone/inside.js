/**
 * The files inside the standalone file, once they are decoded: how one is read, and how a module among them is given an
 * address. Used by the page and by its worker; must not know what a file is for.
 */

/**
 * @typedef {object} Inside
 * @property {Uint8Array<ArrayBuffer>} bytes
 * @property {"gzip" | "zstd" | "none"} packing how they are packed, once more than the file's name says
 * @property {number} full how many bytes are read from them
 * @property {string} type
 * @property {string} sha256 of what is read
 *
 * @typedef {Map<string, Inside>} Files by path
 */

/** Where the page, and then its worker, keep them. */
const FILES = "pyautodiffFiles";

/** @param {Files} files */
export const keepFiles = (files) => Object.assign(globalThis, { [FILES]: files });

/** @returns {Files} */
export const filesInside = () => /** @type {any} */ (globalThis)[FILES];

/** @param {string} path @returns {Inside} */
export function fileAt(path) {
  const file = filesInside().get(path);
  if (!file) throw new TypeError(`${path} is not inside`);
  return file;
}

/** What a file for the page holds. @param {string} path */
export async function bytesOf(path) {
  const body = new Response(fileAt(path).bytes).body?.pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(body).arrayBuffer());
}

/**
 * The address of a module for the page itself: one from which the browser compiles beside the page's own work.
 * @param {Uint8Array<ArrayBuffer>} bytes
 */
export const pageModule = (bytes) => URL.createObjectURL(new Blob([bytes], { type: "text/javascript" }));

/**
 * The address of a worker or of a module in it. Not a `blob:` address: from the disk Chromium runs no worker from one, and
 * WebKit's workers import none.
 * @param {Uint8Array<ArrayBuffer>} bytes
 */
export function workerModule(bytes) {
  const PIECE = 0x8000; // more arguments than that are too many for a call
  let binary = "";
  for (let at = 0; at < bytes.length; at += PIECE) binary += String.fromCharCode(...bytes.subarray(at, at + PIECE));
  return `data:text/javascript;base64,${btoa(binary)}`;
}
