/**
 * The image of a started interpreter that this browser keeps between visits, as the page sees it: having one made, and
 * having it thrown away. Must not know how it is made or used (`interpreter/image/`).
 */

import { base, interpreterFor } from "./files.js";
import { createStore } from "./interpreter/image/store.js";
import { startWorker } from "./worker.js";

/** @typedef {{ key: string, state: import("./interpreter/image/store.js").State | "denied" }} Image what is known of one */

/**
 * It did not work here: it is not used again, nor another made, but where it was damaged and is thrown away already.
 * @param {Image} image
 * @returns {Promise<Image>} what is known of it from then on
 */
export async function refuseImage({ key }) {
  const store = createStore(base);
  try {
    if ((await store.state(key)) === "kept") await store.refuse(key);
    return { key, state: await store.state(key) };
  } catch {
    return { key, state: "denied" }; // then nothing can be kept, and no image was
  }
}

/**
 * Have one made for the next visit.
 * @param {string} key
 * @param {AbortSignal} signal
 */
export function makeImage(key, signal) {
  if (signal.aborted) return;
  const { worker, end } = startWorker(interpreterFor("make", { key }));
  signal.addEventListener("abort", end);
  worker.addEventListener("message", ({ data }) => {
    if (data.type === "image-failed") console.warn(data.message);
    if (data.type !== "image-made" && data.type !== "image-failed") return;
    end();
    signal.removeEventListener("abort", end);
    performance.mark(data.type);
  });
  worker.addEventListener("error", end);
}
