/** What a step says: one sentence, and its numbers put into the formula. */
import { arrayTex, fill, nameTex } from "../maths/tex.js";
import { isScalar } from "../trace/arrays.js";
import { atStep } from "../trace/at-step.js";
import { partialsOf } from "../trace/partials.js";

/** @typedef {import("./model.js").Model} Model */
/** @typedef {import("../trace/types.js").PlainArray} PlainArray */
/** @typedef {import("../trace/types.js").TraceFunction} TraceFunction */
/** @typedef {{ pass: string, text: string, equation: string[] }} Saying  the equation in TeX, in parts between which a line may break */

/** @param {Model} model @returns {Saying | null} */
export function saying(model) {
  const { trace, at, words, state } = model;
  const w = words.steps;
  if (state.step === null) return null;
  const { current } = at;
  if (!current) return { pass: "none", text: w.none({ names: trace.inputs.join(", ") }), equation: [] };
  if (current.pass === "seed") {
    const name = current.variable;
    const text = isScalar(current.gradient) ? w.seed({ output: name }) : w.seedArray({ output: name });
    return { pass: "seed", text, equation: [`${partialTex(name)} = ${arrayTex(current.gradient)}`] };
  }
  const f = trace.functions.find(({ id }) => id === current.function);
  if (!f) return null;
  return current.pass === "forward" ? forward(f, model) : backward(f, current, model);
}

/** @param {TraceFunction} f @param {Model} model @returns {Saying} */
function forward(f, { at, words, state }) {
  const tex = texOf(state.digits);
  const [output] = f.outputs;
  const inputs = f.inputs.map((id) => at.variables[id].data);
  const y = at.variables[output].data;
  const scalars = inputs.every((x) => x && isScalar(x));
  const withNumbers = scalars
    ? [
        `= ${fill(
          f.formula,
          inputs.map((x) => tex(/** @type {PlainArray} */ (x), true)),
        )}`,
      ]
    : [];
  return {
    pass: "forward",
    text: words.steps.forward1({ name: `${f.letter} (${f.name})`, input: f.inputs.join(", "), output }),
    equation: [
      `${nameTex(output)} = ${fill(f.formula, f.inputs.map(nameTex))}`,
      ...withNumbers,
      ...(y ? [`= ${tex(y)}`] : []),
    ],
  };
}

/** @param {TraceFunction} f @param {import("../trace/types.js").BackwardStep} step @param {Model} model @returns {Saying} */
function backward(f, step, { trace, at, words, state }) {
  const w = words.steps;
  const tex = texOf(state.digits);
  const [output] = f.outputs;
  const [upstream] = step.upstream;
  const before = atStep(trace, at.step - 1);
  const partials = partialsOf(f);
  /** @type {Record<string, PlainArray>} what this very step has written */
  const sums = {};
  const equation = step.writes.flatMap(({ variable, contribution, grad }, index) => {
    const { local } = partials[Math.min(index, partials.length - 1)];
    const symbol =
      f.inputs.length === 1
        ? `${nameTex(f.letter)}'(${nameTex(variable)})`
        : `\\frac{\\partial ${nameTex(output)}}{\\partial ${nameTex(variable)}}`;
    const earlier = sums[variable] ?? before.variables[variable].grad;
    sums[variable] = grad;
    const kept = earlier ? `${tex(earlier)} + ` : "";
    return [
      `${partialTex(variable)} = ${kept}${partialTex(output)} \\cdot ${symbol}`,
      ...(local ? [`= ${kept}${tex(upstream)} \\times ${tex(local, true)}`] : []),
      ...(earlier ? [`= ${kept}${tex(contribution, true)}`] : []),
      `= ${tex(grad)}${index === step.writes.length - 1 ? "" : "\\quad"}`,
    ];
  });
  const input = step.writes.map(({ variable }) => variable).join(", ");
  const written = step.writes.map(({ variable }) => variable);
  const adds = written.some((id, index) => before.variables[id].grad !== null || written.indexOf(id) < index);
  const notes = [
    adds ? w.addsUp({ input }) : "",
    at.step === at.last ? w.final({ input: trace.inputs.join(", ") }) : "",
  ];
  return {
    pass: "backward",
    text: [w.backward1({ name: `${f.letter} (${f.name})`, input, output }), ...notes].filter(Boolean).join(" "),
    equation,
  };
}

/** @param {number} digits */
const texOf =
  (digits) =>
  (/** @type {PlainArray} */ array, inside = false) =>
    arrayTex(array, inside, digits);

/** @param {string} name */
const partialTex = (name) => `\\frac{\\partial y}{\\partial ${nameTex(name)}}`;
