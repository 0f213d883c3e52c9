/** What the workers tell the page about the start, beside PyScript's own messages. */

/**
 * `loaded` are the bytes that this worker has brought of what the start waits for.
 * @typedef {{ type: "runtime-progress", loaded: number }
 *   | { type: "runtime-interpreter" }
 *   | { type: "runtime-missing", url: string, status?: number }} RuntimeMessage
 */

/** @param {RuntimeMessage} message */
export const tell = (message) => self.postMessage(message);
