/**
 * Reads a trace at one step: which data and gradients exist by then. Pure; knows no screen and no words.
 * A gradient that has not been computed is null, never 0.
 */

/** @typedef {import("./types.js").Trace} Trace */
/** @typedef {import("./types.js").TraceStep} TraceStep */
/** @typedef {import("./types.js").PlainArray} PlainArray */

/**
 * @typedef {object} VariableAtStep
 * @property {PlainArray | null} data
 * @property {PlainArray | null} grad
 * @property {"none" | "written" | "partial" | "final"} gradient  none yet; written by this very step; more to come; done
 */

/**
 * @typedef {object} AtStep
 * @property {number} step        0 … last
 * @property {number} last
 * @property {TraceStep | null} current
 * @property {"none" | "forward" | "seed" | "backward"} pass
 * @property {Record<string, VariableAtStep>} variables  by id
 * @property {Record<string, PlainArray>} writes  what a function handed to its k-th input, by "function:k"
 * @property {Record<string, { forward: boolean, backward: boolean, active: boolean }>} functions  by id
 */

/**
 * @param {Trace} trace
 * @param {number | null} step  null = everything has run, with no step marked
 * @returns {AtStep}
 */
export function atStep(trace, step) {
  const last = trace.steps.length;
  const upTo = step === null ? last : Math.min(Math.max(step, 0), last);
  const current = step === null || upTo === 0 ? null : trace.steps[upTo - 1];
  /** @type {AtStep["variables"]} */
  const variables = {};
  for (const variable of trace.variables)
    variables[variable.id] = { data: variable.creator === null ? variable.data : null, grad: null, gradient: "none" };
  /** @type {AtStep["functions"]} */
  const functions = {};
  for (const f of trace.functions) functions[f.id] = { forward: false, backward: false, active: false };

  /** @type {AtStep["writes"]} */
  const writes = {};
  const dataOf = Object.fromEntries(trace.variables.map((variable) => [variable.id, variable.data]));
  for (const done of trace.steps.slice(0, upTo)) {
    const now = done === current;
    if (done.pass === "forward") {
      for (const id of done.writes) variables[id].data = dataOf[id];
      functions[done.function] = { forward: true, backward: false, active: now };
    } else if (done.pass === "seed") {
      Object.assign(variables[done.variable], { grad: done.gradient, gradient: now ? "written" : "final" });
    } else {
      functions[done.function] = { forward: true, backward: true, active: now };
      done.writes.forEach(({ variable, contribution, grad, final }, index) => {
        writes[`${done.function}:${index}`] = contribution;
        Object.assign(variables[variable], { grad, gradient: now ? "written" : final ? "final" : "partial" });
      });
    }
  }
  return { step: upTo, last, current, pass: current?.pass ?? "none", variables, functions, writes };
}
