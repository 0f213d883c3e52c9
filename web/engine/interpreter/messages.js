/** What the worker tells the page about its start, beside PyScript's own messages. */

/**
 * @typedef {{ type: "runtime-progress", loaded: number, total: number }
 *   | { type: "runtime-interpreter" }
 *   | { type: "runtime-missing", url: string, status?: number }} RuntimeMessage
 */

/** @param {RuntimeMessage} message */
export const tell = (message) => self.postMessage(message);
