/** The local derivatives of a function, one for each input: TeX with the names put in, and the number. Pure. */
import { fill, nameTex } from "../maths/tex.js";

/** @param {import("./types.js").TraceFunction} f */
export const partialsOf = (f) =>
  f.inputs.map((input, index) => ({
    input,
    tex: fill((f.derivatives ?? [f.derivative])[index] ?? f.derivative, f.inputs.map(nameTex)),
    local: f.local[index] ?? null,
  }));

/** Whether every function has one input, taken from the function before it. @param {import("./types.js").Trace} trace */
export const isChain = (trace) =>
  trace.functions.every(
    (f, index) =>
      f.inputs.length === 1 &&
      f.outputs.length === 1 &&
      f.inputs[0] === (index === 0 ? trace.inputs[0] : trace.functions[index - 1].outputs[0]),
  );
