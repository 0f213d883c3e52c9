/**
 * How something that has begun goes on: it may be ended, die while it starts, or die later on. Must not know what it is.
 */

import { EngineFault } from "./fault.js";

/** @typedef {ReturnType<typeof createFate>} Fate */

/**
 * @param {AbortSignal} signal ends it
 * @param {(fault: EngineFault) => void} onFault told when it dies once it lives
 */
export function createFate(signal, onFault) {
  let living = false;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  /** @type {(() => void)[]} */
  const ends = [];
  /** @type {(fault: unknown) => void} */
  let reject = () => {};
  /** @type {Promise<never>} rejected when it has ended or died */
  const death = new Promise((_, refuse) => {
    reject = refuse;
  });
  death.catch(() => {});
  const aborted = () => end(signal.reason);
  signal.addEventListener("abort", aborted);

  /** @param {unknown} fault */
  function end(fault) {
    signal.removeEventListener("abort", aborted);
    clearTimeout(timer);
    for (const endPart of ends.splice(0)) endPart();
    reject(fault);
  }

  /** @param {EngineFault} fault */
  function die(fault) {
    reject(fault);
    if (living) onFault(fault);
  }

  return {
    death,
    end,
    die,
    /** @param {() => void} endPart done when all ends */
    onEnd: (endPart) => ends.push(endPart),
    /** It dies unless it lives so long after this was said first. @param {number} seconds */
    hurry(seconds) {
      timer ??= setTimeout(() => die(new EngineFault({ kind: "timeout", values: { seconds } })), 1000 * seconds);
    },
    /** From here on a fault is not the start's any more. */
    live() {
      living = true;
      clearTimeout(timer);
    },
  };
}
