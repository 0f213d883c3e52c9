/**
 * Stands in for IndexedDB while PyScript starts: it opens a database there and finds it empty, and would not start where
 * storage is denied, as in frames of other sites. Holds nothing beyond the page; knows only what PyScript asks for.
 */

import { IS_NOBODY } from "./nobody.js";

/** What a request tells once it is done. @param {unknown} result */
function request(result) {
  /** @type {{ result: unknown, onsuccess?: (event: { target: object }) => void }} */
  const made = { result };
  queueMicrotask(() => made.onsuccess?.({ target: made }));
  return made;
}

/** @param {Map<unknown, unknown>} values */
const storeOf = (values) => ({
  count: () => request(values.size),
  clear: () => request(values.clear()),
  delete: (/** @type {unknown} */ key) => request(void values.delete(key)),
  getAllKeys: () => request([...values.keys()]),
  get: (/** @type {unknown} */ key) => request(values.get(key)),
  getKey: (/** @type {unknown} */ key) => request(values.has(key) ? key : undefined),
  put: (/** @type {unknown} */ value, /** @type {unknown} */ key) => request(values.set(key, value) && key),
});

function open() {
  const store = storeOf(new Map());
  return request({ objectStoreNames: ["entries"], transaction: () => ({ objectStore: () => store }), close() {} });
}

/** Whether this page may have no database, as a frame of another site may not. */
export async function isDatabaseDenied() {
  if (IS_NOBODY) return true; // to be asked, Chromium would complain there into the console
  try {
    await indexedDB.databases();
    return false;
  } catch {
    return true;
  }
}

/** @returns {() => void} puts the browser's own back in its place */
export function useMemoryDatabase() {
  Object.defineProperty(self, "indexedDB", { value: { open }, configurable: true });
  return () => Reflect.deleteProperty(self, "indexedDB");
}
