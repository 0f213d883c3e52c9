/**
 * Downloads the image and unpacks it, in a worker of its own: the interpreter begins beside it. An entry of its own; it is
 * told by one message what to bring and where to hand it in, part by part.
 */

import { download } from "../interpreter/downloads.js";
import { cut } from "./cut.js";
import { ready, unzstd } from "./zstd.js";

/**
 * @typedef {object} Packed
 * @property {string} path
 * @property {{ bytes: number, size: number }[]} parts how many bytes each takes there, and how many it holds
 *
 * @typedef {{ content: Uint8Array<ArrayBuffer> } | { fault: string }} Unpacked
 */

self.addEventListener("message", async ({ data: { type, packed, port } }) => {
  if (type !== "unpack") return;
  try {
    for await (const content of unpacked(packed)) port.postMessage({ content }, [content.buffer]);
  } catch (error) {
    port.postMessage({ fault: String(error) });
  }
  self.close();
});

/** @param {Packed} packed */
async function* unpacked({ path, parts }) {
  const { body } = await download(path);
  const sizes = parts.map(({ size }) => size);
  await ready;
  for await (const part of cut(
    body,
    parts.map(({ bytes }) => bytes),
  ))
    yield unzstd(part, /** @type {number} */ (sizes.shift()));
}
