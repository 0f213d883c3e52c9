/**
 * Downloads the image and unpacks it, in a worker of its own: the interpreter begins beside it. An entry of its own; it is
 * told by one message what to bring and where to hand it in.
 */

import { download } from "../interpreter/downloads.js";
import { ready, unzstd } from "./zstd.js";

/**
 * @typedef {object} Packed
 * @property {string} path
 * @property {number} size of what it holds
 *
 * @typedef {{ content: Uint8Array<ArrayBuffer> } | { fault: string }} Unpacked
 */

self.addEventListener("message", async ({ data: { type, packed, port } }) => {
  if (type !== "unpack") return;
  try {
    const content = await unpack(packed);
    port.postMessage({ content }, [content.buffer]);
  } catch (error) {
    port.postMessage({ fault: String(error) });
  }
  self.close();
});

/** @param {Packed} packed */
async function unpack({ path, size }) {
  const response = await download(path);
  const [bytes] = await Promise.all([response.arrayBuffer(), ready]);
  return unzstd(new Uint8Array(bytes), size);
}
