/**
 * The image of a started interpreter that this browser keeps between visits, as the page sees it: whether there is one,
 * and having one made. Must not know how it is made or used (`interpreter/image/`).
 */

import { base, interpreterFor } from "./files.js";
import { createStore } from "./interpreter/image/store.js";

/**
 * @typedef {object} Images
 * @property {string} key
 * @property {"kept" | "refused" | "none"} state
 * @property {() => Promise<void>} refuse it did not work here
 * @property {(signal: AbortSignal) => void} make have one made for the next visit
 */

/** @returns {Promise<Images | null>} null where nothing can be kept */
export async function findImages() {
  try {
    const key = await imageKey();
    const store = createStore(base);
    return {
      key,
      state: await store.state(key),
      async refuse() {
        try {
          if ((await store.state(key)) === "kept") await store.refuse(key);
        } catch {
          // Then nothing can be kept, and no image was.
        }
      },
      make: (signal) => make(key, signal),
    };
  } catch {
    return null;
  }
}

/**
 * An image belongs to exactly these files, this browser, and what of its surroundings a running Python remembers.
 */
async function imageKey() {
  const { userAgent, userAgentData, languages } = /** @type {any} */ (navigator);
  const browser = await userAgentData?.getHighEntropyValues(["fullVersionList", "architecture", "bitness"]);
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const text = JSON.stringify([interpreterFor("image"), userAgent, browser, languages, timeZone]);
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text)));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/**
 * @param {string} key
 * @param {AbortSignal} signal
 */
function make(key, signal) {
  if (signal.aborted) return;
  const worker = new Worker(interpreterFor("make", { key }), { type: "module" });
  const end = () => worker.terminate();
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
