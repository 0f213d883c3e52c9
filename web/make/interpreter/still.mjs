/** Stills what differs between two runs, so that the same inputs give the same memory. */
import crypto from "node:crypto";

const BEGINNING = Date.UTC(2020, 1, 2);

/** @param {number} seed with another, all that may differ between two interpreters does */
export function stillSurroundings(seed) {
  process.env.TZ = "UTC";
  process.argv = ["node", `python${seed}`]; // an interpreter remembers what it was called by
  let told = seed; // milliseconds: Python takes a folder whose time is the same for unchanged
  performance.now = () => ++told;
  Date.now = () => BEGINNING + ++told;
  Math.random = () => 1 / (1 + seed);
  const fill = (/** @type {any} */ bytes) => bytes.fill(seed);
  crypto.randomFillSync = fill;
  globalThis.crypto.getRandomValues = fill;
}
