/**
 * Starts Python in the quickest way that works; where one fails, the next takes its place within the same page load.
 * Must not know how a way is gone (`begin.js`, `run-pyscript.js`, `interpreter/`).
 */

import { begin } from "./begin.js";
import { causeOf } from "./fault.js";
import { kinds } from "./files.js";
import { run } from "./run-pyscript.js";
import { requireSupport } from "./support.js";

/**
 * @typedef {import("./create-engine.js").Kind} Kind
 * @typedef {import("./create-engine.js").Refused} Refused
 * @typedef {import("./create-engine.js").Running} Running
 * @typedef {import("./create-engine.js").Surroundings} Surroundings
 * @typedef {import("./fault.js").Cause} Cause
 */

/** @type {import("./create-engine.js").Start} */
export async function startPython(around) {
  requireSupport();
  return startFirst(kinds, around, []);
}

/**
 * @param {readonly Kind[]} kinds the quickest first
 * @param {Surroundings} around
 * @param {Refused[]} refused those that were tried before
 * @returns {Promise<Running>}
 */
async function startFirst([start, ...slower], around, refused) {
  /** @param {Cause} cause @param {Surroundings} anew */
  const instead = (cause, anew) => startFirst(slower, anew, [...refused, { start, cause }]);
  try {
    const running = { ...(await run(begin(start, around))), refused };
    return slower.length ? { ...running, instead: (anew, cause) => instead(cause, anew) } : running;
  } catch (fault) {
    if (around.signal.aborted || !slower.length) throw fault;
    return instead(causeOf(fault, "crashed"), around);
  }
}
