/**
 * Begins a start of Python while what will run it is still on its way: the interpreter in one worker, the image unpacked
 * for it in another, its code compiled here. Must not know PyScript.
 */

import { compiled } from "./code.js";
import { createCount } from "./count.js";
import { createFate } from "./fate.js";
import { EngineFault } from "./fault.js";
import { bytes, code, furnish, interpreterFor, packed, unpacker } from "./files.js";
import { startWorker } from "./worker.js";

/** How far a start is when all is downloaded, and when the interpreter stands; the rest is importing NumPy. */
const DOWNLOADED = 0.5;
const INTERPRETED = 0.85;

/** Seconds after which an interpreter that does not stand, with all downloaded, will not: another start is worth a try. */
const IMAGE_PATIENCE = 30;

/**
 * @typedef {object} Attempt a start that has begun
 * @property {import("./create-engine.js").Kind} start
 * @property {Worker} worker of the interpreter
 * @property {string} interpreter address of what stands in for Pyodide there
 * @property {string} channel on which the worker is told that the first request was answered
 * @property {import("./fate.js").Fate} fate
 */

/**
 * @param {import("./create-engine.js").Kind} start
 * @param {import("./create-engine.js").Surroundings} around
 * @returns {Attempt}
 */
export function begin(start, { signal, onProgress, onFault }) {
  const channel = `pyautodiff ${Math.random()}`;
  const interpreter = interpreterFor(start, channel);
  const fate = createFate(signal, onFault);
  const count = createCount(bytes[start], (loaded, total) => {
    onProgress((DOWNLOADED * loaded) / total, { loaded, total });
    if (start === "image" && loaded >= total) fate.hurry(IMAGE_PATIENCE);
  });

  /** @param {string} module */
  const open = (module) => {
    const { worker, end } = startWorker(module);
    fate.onEnd(end);
    furnish(worker, module);
    listen(worker, module, { die: fate.die, onLoaded: count(), onInterpreter: () => onProgress(INTERPRETED) });
    return worker;
  };
  const worker = open(interpreter);
  if (start === "image") {
    handImage(worker, open(unpacker));
    handCode(worker, signal, count());
  }
  return { start, worker, interpreter, channel, fate };
}

/**
 * @param {Worker} worker
 * @param {string} module that it runs
 * @param {object} told
 * @param {(fault: EngineFault) => void} told.die
 * @param {(loaded: number) => void} told.onLoaded
 * @param {() => void} told.onInterpreter
 */
function listen(worker, module, { die, onLoaded, onInterpreter }) {
  let heard = false;
  worker.addEventListener("message", ({ data }) => {
    heard = true;
    if (data?.type === "runtime-progress") onLoaded(data.loaded);
    if (data?.type === "runtime-interpreter") onInterpreter();
    if (data?.type === "runtime-missing")
      die(new EngineFault({ kind: "download", values: { url: data.url, status: data.status } }));
  });
  worker.addEventListener("error", (event) => {
    event.preventDefault();
    // A worker that has said nothing, and fails for no reason that it tells, did not get its script.
    if (heard || event.message) die(new EngineFault({ kind: "crashed", values: { message: event.message ?? "" } }));
    else die(new EngineFault({ kind: "download", values: { url: module.split("#")[0] } }));
  });
}

/** @param {Worker} interpreter @param {Worker} unpacker */
function handImage(interpreter, unpacker) {
  const { port1, port2 } = new MessageChannel();
  interpreter.postMessage({ type: "image", image: port1 }, [port1]);
  unpacker.postMessage({ type: "unpack", packed, port: port2 }, [port2]);
}

/**
 * The interpreter is told in any case: where there is none it does without.
 * @param {Worker} interpreter
 * @param {AbortSignal} signal
 * @param {(loaded: number) => void} onLoaded
 */
async function handCode(interpreter, signal, onLoaded) {
  const module = code && (await compiled(code.url, signal));
  if (code && module) onLoaded(code.bytes);
  // What has become PyScript's by now posts otherwise.
  Worker.prototype.postMessage.call(interpreter, { type: "code", code: module });
}
