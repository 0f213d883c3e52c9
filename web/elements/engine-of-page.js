/** One Python for all `<auto-diff>` elements of a page: made when the first of them asks, kept when they go. */
import { createEngine } from "../engine/index.js";
import { createShared } from "../engine/shared.js";

/** @typedef {ReturnType<typeof createShared>} Shared */

/** @type {Shared | undefined} */
let shared;

/** A page that has an engine already lets its elements use it. @param {Shared} given */
export function useEngine(given) {
  shared = given;
}

export function joinEngine() {
  if (!shared) {
    const engine = createEngine();
    shared = createShared(engine);
    engine.start();
  }
  return shared.client();
}
