/** What the picture says in words: the step's sentence and equation, or what is unusual about these numbers. */
import { html, nothing } from "lit";
import { arrayTex, math, nameTex } from "../maths/tex.js";
import { isScalar } from "../trace/arrays.js";
import { ICONS } from "./icons.js";
import { saying } from "./saying.js";

/** @typedef {import("./model.js").Model} Model */

/** Of a longer product the first and the last factors are shown. */
const MOST_FACTORS = 5;

/** dy/dx as the product of the local derivatives, backward. @param {Model["trace"]} trace @param {number} digits */
function chainRule({ functions, inputs, variables }, digits) {
  const [x] = variables.filter(({ id }) => id === inputs[0]);
  const isChain = functions.every((f) => f.inputs.length === 1);
  if (!isChain || !x.grad || !isScalar(x.data) || functions.length < 2) return null;
  const backward = functions.toReversed();
  const symbols = backward.map((f) => `${nameTex(f.letter)}'(${nameTex(f.inputs[0])})`);
  const numbers = backward.map((f) => (f.local[0] ? arrayTex(f.local[0], true, digits) : "?"));
  const shortened = (/** @type {string[]} */ all) =>
    all.length > MOST_FACTORS ? [...all.slice(0, 2), "\\cdots", ...all.slice(-2)] : all;
  return [
    `\\frac{dy}{dx} = ${shortened(symbols).join(" \\cdot ")}`,
    `= ${shortened(numbers).join(" \\times ")}`,
    `= ${arrayTex(x.grad, false, digits)}`,
  ];
}

/** @param {Model} model */
export function notes(model) {
  const { trace, words, fresh, error, engine } = model;
  /** @type {{ text: string, warn: boolean }[]} */
  const lines = [];
  if (!fresh && error) lines.push({ text: words.caption.stale, warn: true });
  else if (!fresh && engine.phase !== "ready") lines.push({ text: words.engine.waiting, warn: false });
  const flags = /** @type {Record<string, (where: string) => string>} */ ({
    ...words.flags,
    vanishing: () => words.flags.vanishing,
  });
  for (const kind of ["domain", "overflow", "underflow", "kink"]) {
    const places = trace.functions.filter((f) => f.flags.includes(kind)).map((f) => `${f.name} (${f.letter})`);
    if (places.length > 0) lines.push({ text: flags[kind](places.slice(0, 3).join(", ")), warn: true });
  }
  if (trace.flags.includes("vanishing")) lines.push({ text: words.flags.vanishing, warn: false });
  if (trace.flags.includes("array-output")) lines.push({ text: words.result.elementwise, warn: false });
  const said = saying(model);
  if (said)
    return region(
      `is-step ${said.pass}`,
      html`<p class="sentence"><strong>${words.steps.passes[/** @type {"none"} */ (said.pass)]}</strong> <span>${said.text}</span></p>
      <p class="equation">${said.equation.map(math)}</p>`,
    );
  if (lines.length === 0) lines.push({ text: words.caption.chainRule, warn: false });
  const rule = fresh && lines.length === 1 ? chainRule(trace, model.state.digits) : null;
  return region(
    "",
    html`${lines.slice(0, 3).map(({ text, warn }) => html`<p class=${warn ? "is-warning" : nothing}>${warn ? ICONS.warn : nothing}<span>${text}</span></p>`)}${rule ? html`<p class="equation">${rule.map(math)}</p>` : nothing}`,
  );
}

/** One element that stays: a screen reader reads what changes in it, not what comes with it. @param {string} kind @param {unknown} content */
const region = (kind, content) =>
  html`<div data-explain="notes" class="notes ${kind}" aria-live="polite">${content}</div>`;
