/** The downloads of a start: counted, verified. Must not know what is made of them. */

import { tell } from "./messages.js";
import { address, base, bring } from "./source.js";

const originalFetch = self.fetch.bind(self);

/** The page is told each time that so many bytes have come. */
const STEP = 1 << 16;

/** @type {Map<string, Promise<Response>>} what is on its way before Pyodide asks for it, by address */
const underway = new Map();

let loaded = 0;
let told = 0;

function tellLoaded() {
  told = loaded;
  tell({ type: "runtime-progress", loaded });
}

/**
 * Begin a download that the start waits for.
 * @param {string} path
 * @param {object} [options]
 * @param {string} [options.sha256] it is refused unless it has that hash; it comes in one piece then
 * @returns {Promise<Response>}
 */
export function download(path, { sha256 } = {}) {
  const response = bring(path, sha256).then(counted);
  response.catch(() => {});
  return response;
}

/**
 * Pyodide is given this answer when it asks for that path.
 * @param {string} path
 * @param {Promise<Response>} response
 */
export function answer(path, response) {
  response.catch(() => {});
  underway.set(address(path), response);
}

self.fetch = (input, init) => {
  const href = input instanceof Request ? input.url : new URL(input, base).href;
  const response = underway.get(href);
  if (!response) return originalFetch(input, init);
  underway.delete(href);
  return response;
};

/** @param {Response} response */
function counted({ body, status, headers }) {
  const counter = new TransformStream({
    transform(chunk, controller) {
      loaded += chunk.byteLength;
      if (loaded - told >= STEP) tellLoaded();
      controller.enqueue(chunk);
    },
    flush: tellLoaded,
  });
  return new Response(body?.pipeThrough(counter), { status, headers });
}
