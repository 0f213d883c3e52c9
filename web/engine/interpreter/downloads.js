/** The downloads of a start: all begun at once, counted, verified. Must not know what is made of them. */

import { tell } from "./messages.js";
import { address, base, files } from "./runtime.js";
import { bring } from "./source.js";

const originalFetch = self.fetch.bind(self);

/** @type {Map<string, Promise<Response>>} what is on its way before Pyodide asks for it, by address */
const underway = new Map();

let total = 0;
let loaded = 0;
let told = 0;

/** @param {number} size */
function count(size) {
  loaded += size;
  if (loaded - told < total / 100 && loaded < total) return;
  told = loaded;
  tell({ type: "runtime-progress", loaded, total });
}

/**
 * Begin a download that the start waits for.
 * @param {string} path
 * @param {object} [options]
 * @param {boolean} [options.verify] refuse it unless it has the hash that the build wrote down; it comes in one piece then
 * @param {boolean} [options.tell] count it as it comes: that costs time, and the code that the browser keeps with it; else
 *   once all of it is there
 * @returns {Promise<Response>}
 */
export function download(path, { verify = true, tell: told = true } = {}) {
  const arriving = bring(path, verify ? files[path].sha256 : undefined);
  total += files[path].bytes;
  if (!told) whenThere(address(path), () => count(files[path].bytes));
  const response = told ? arriving.then(counted) : arriving;
  response.catch(() => {});
  return response;
}

/**
 * Count something that the page downloads.
 * @param {string} path
 * @param {Promise<unknown>} there
 */
export function expect(path, there) {
  total += files[path].bytes;
  there.then(
    () => count(files[path].bytes),
    () => {},
  );
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

/** @param {string} url @param {() => void} then */
function whenThere(url, then) {
  const observer = new PerformanceObserver((list) => {
    if (!list.getEntriesByName(url).length) return;
    observer.disconnect();
    then();
  });
  observer.observe({ type: "resource" });
}

/** @param {Response} response */
function counted({ body, status, headers }) {
  const counter = new TransformStream({
    transform(chunk, controller) {
      count(chunk.byteLength);
      controller.enqueue(chunk);
    },
  });
  return new Response(body?.pipeThrough(counter), { status, headers });
}
