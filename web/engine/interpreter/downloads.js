/** The downloads of a start: all begun at once, counted, verified. Must not know what is made of them. */

import { tell } from "./messages.js";
import { address, base, files } from "./runtime.js";

const originalFetch = self.fetch.bind(self);

/** @type {Map<string, Promise<Response>>} what is on its way before Pyodide asks for it, by address */
const underway = new Map();

/** Milliseconds to wait before each further try for a file that did not come. */
const PAUSES = [0, 1000, 4000];

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
 * @param {boolean} [options.tell] count it: what is told of it costs time, and the code that the browser keeps with it
 * @returns {Promise<Response>}
 */
export function download(path, { verify = true, tell: told = true } = {}) {
  const url = address(path);
  const arriving = fetchOnce(url, verify ? { integrity: integrity(files[path].sha256) } : {});
  if (told) total += files[path].bytes;
  const response = told ? arriving.then(counted) : arriving;
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

/**
 * The folders are named by their content: what the browser has kept of them is as good as new.
 * @param {string} url
 * @param {RequestInit} init
 */
async function fetchOnce(url, init) {
  const kept = await originalFetch(url, { ...init, cache: "force-cache" }).catch(() => null);
  if (kept?.ok) return kept;
  let status;
  for (const pause of PAUSES) {
    await new Promise((resolve) => setTimeout(resolve, pause));
    const response = await originalFetch(url, { ...init, cache: "reload" }).catch(() => null);
    if (response?.ok) return response;
    status = response?.status ?? (await statusOf(url));
    if (!mayPass(status)) break;
  }
  tell({ type: "runtime-missing", url, status });
  throw new TypeError(`${url}: ${status}`);
}

/** Whether another try has a chance: the host was not reached, or said that it is busy. @param {number | undefined} status */
const mayPass = (status) => navigator.onLine && (!status || status >= 500 || status === 408 || status === 429);

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

/**
 * The status of an answer that was refused: where a hash is asked for, an error page fails as a wrong file does.
 * @param {string} url
 */
async function statusOf(url) {
  try {
    const { ok, status, body } = await originalFetch(url);
    await body?.cancel();
    return ok ? undefined : status;
  } catch {
    return undefined;
  }
}

/** @param {string} hex */
export function integrity(hex) {
  const digest = (hex.match(/../g) ?? []).map((pair) => String.fromCharCode(Number.parseInt(pair, 16)));
  return `sha256-${btoa(digest.join(""))}`;
}
