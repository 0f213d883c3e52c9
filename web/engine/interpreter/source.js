/**
 * How the interpreter's files are reached: on the site each is a file beside the page's scripts. Another way to reach them
 * is another module with the same exports. Must not know what a file is for.
 */

import { tell } from "./messages.js";

const originalFetch = self.fetch.bind(self);

/** Milliseconds to wait before each further try for a file that did not come. */
const PAUSES = [0, 1000, 4000];

/** The folder that all paths are relative to. */
export const base = new URL(/* @vite-ignore */ "../python/", import.meta.url).href;

/** @param {string} path */
export const address = (path) => new URL(path, base).href;

/**
 * A file that the start waits for. The folders are named by their content: what the browser has kept of them is as good as
 * new.
 * @param {string} path
 * @param {string} [sha256] it is refused unless it has that hash; it comes in one piece then
 * @returns {Promise<Response>}
 */
export async function bring(path, sha256) {
  const url = address(path);
  const init = sha256 ? { integrity: integrity(sha256) } : {};
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

/**
 * A file that nothing waits for.
 * @param {string} path
 * @param {string} sha256
 */
export async function bringLater(path, sha256) {
  const options = /** @type {const} */ ({ cache: "force-cache", priority: "low" });
  const response = await originalFetch(address(path), { ...options, integrity: integrity(sha256) });
  if (!response.ok) throw new TypeError(`${path}: ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}

/**
 * Blocks the worker, as reading from a disk would; whoever asks compares the hash.
 * @param {string} path
 * @param {string} sha256
 */
export function bringNow(path, sha256) {
  const request = new XMLHttpRequest();
  request.open("GET", address(path), false);
  request.responseType = "arraybuffer";
  request.send();
  if (request.status !== 200) throw new TypeError(`${path}: ${request.status}`);
  return { content: new Uint8Array(request.response), sha256 };
}

/** A module among them. @param {string} path */
export async function importModule(path) {
  try {
    return await import(/* @vite-ignore */ address(path));
  } catch (error) {
    tell({ type: "runtime-missing", url: address(path) });
    throw error;
  }
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
function integrity(hex) {
  const digest = (hex.match(/../g) ?? []).map((pair) => String.fromCharCode(Number.parseInt(pair, 16)));
  return `sha256-${btoa(digest.join(""))}`;
}
