/** Tells a screen reader the new result once the visitor pauses: not for every frame of a slider. */
import { compact, full } from "../maths/numbers.js";
import { isScalar } from "../trace/arrays.js";

/** @typedef {import("../trace/types.js").Trace} Trace */

const PAUSE = 900;

/** @param {(said: { y: string, dydx: string }) => void} say */
export function createSpeaking(say) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  const text = (/** @type {import("../trace/types.js").PlainArray | null | undefined} */ array) =>
    !array ? "None" : isScalar(array) ? full((array.data ?? ["NaN"])[0]) : compact(array, { most: 6 });
  const speak = (/** @type {Trace} */ trace) => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      const byId = (/** @type {string} */ id) => trace.variables.find((variable) => variable.id === id);
      say({ y: text(byId(trace.outputs[0])?.data), dydx: text(byId(trace.inputs[0])?.grad) });
    }, PAUSE);
  };
  return Object.assign(speak, { end: () => clearTimeout(timer) });
}
