/** The answer in large type: y on the forward side, dy/dx on the backward side. */
import { html } from "lit";
import { code, compact, full } from "../maths/numbers.js";
import { math, nameTex } from "../maths/tex.js";
import { isScalar } from "../trace/arrays.js";
import { ICONS } from "./icons.js";

/** @typedef {import("./model.js").Model} Model */
/** @typedef {import("./model.js").Actions} Actions */
/** @typedef {import("../trace/types.js").PlainArray} PlainArray */

/** @param {Model} model @param {Actions} actions @param {{ spellOut?: boolean }} [how]  spellOut: y with its formula, if that is short */
export function result(model, actions, { spellOut = true } = {}) {
  const { trace, at, words } = model;
  const [y] = trace.outputs;
  const formula = spellOut && trace.formula && trace.formula.length <= 90 ? trace.formula : null;
  return html`<div class="result" role="group" aria-label=${words.result.title}>
    <p class="answer forward" data-explain="y">
      <span class="answer-name">${formula ? math(`y = ${formula}`) : html`<i>y</i>`}<span class="equals"> = </span></span>
      ${number(at.variables[y].data, words.result.value, model, actions, y)}
    </p>
    ${trace.inputs.map(
      (x) => html`<p class="answer backward" data-explain="dydx">
      <span class="answer-name">${math(trace.inputs.length === 1 ? `\\frac{dy}{d${nameTex(x)}}` : `\\frac{\\partial y}{\\partial ${nameTex(x)}}`)}<span class="equals"> = </span></span>
      ${number(at.variables[x].grad, trace.inputs.length === 1 ? words.result.gradient : words.result.gradientIn(x), model, actions, x)}
    </p>`,
    )}
  </div>`;
}

/** @param {PlainArray | null} value @param {string} name @param {Model} model @param {Actions} actions @param {string} id */
function number(value, name, { words }, actions, id) {
  if (!value)
    return html`<output class="number is-none" aria-label=${name}>${name === words.result.value ? words.notYet : "None"}</output>`;
  if (!isScalar(value))
    return html`<output class="number is-array" aria-label=${name}>${compact(value, { digits: 4, most: 3 })}</output>
      <button type="button" class="quiet small needs-script" @click=${() => actions.showDetails(id)}>${words.result.all}</button>`;
  const only = (value.data ?? ["NaN"])[0];
  const text = full(only);
  return html`<output class="number" style="--signs: ${text.length}" aria-label=${name}>${text}</output>
    <button type="button" class="quiet needs-script copy" data-explain="copy" aria-label="${words.result.copy}: ${name}" title=${words.result.copy} @click=${() => actions.copy(code(only))}>${ICONS.copy}</button>`;
}
