/**
 * Backpropagation beside numerical differentiation, with a verdict in words, and the error over eps as a log–log curve:
 * truncation on one side, cancellation on the other.
 */
import { html, nothing } from "lit";
import { short } from "../../maths/numbers.js";
import { math, nameTex } from "../../maths/tex.js";
import { firstElementsOf, indexText, sizeOf } from "../../trace/arrays.js";
import { NARROW } from "../graph/layout.js";
import { sweepPlot } from "./sweep.js";

/** @typedef {import("../model.js").Model} Model */
/** @typedef {import("../model.js").Actions} Actions */
/** @typedef {import("../../words/en.js").Words} Words */
/** @typedef {import("../../trace/types.js").Check["variables"][number]} Checked */

/** The eps a visitor can choose, the largest first. */
export const EPS = Array.from({ length: 12 }, (_, k) => Number(`1e-${k + 1}`));

/** @param {Model} model @param {Actions} actions */
export function check(model, actions) {
  const { trace, words, state } = model;
  const w = words.check;
  const found = trace.check;
  if (!found) return nothing;
  const verdict = /** @type {Record<string, string>} */ (w.verdicts)[found.verdict];
  return html`<section class="panel check-panel" data-explain="check" aria-labelledby="check-title">
    <div class="panel-head">
      <h2 id="check-title">${w.title}</h2>
      <label class="panel-tools needs-script" data-explain="eps">${math("\\varepsilon =")}
        <select aria-label=${w.eps} @change=${(/** @type {Event & { target: HTMLSelectElement }} */ event) => actions.setEps(Number(event.target.value))}>
          ${EPS.map((eps) => html`<option value=${eps} ?selected=${eps === state.eps} .selected=${eps === state.eps}>${short(eps)}</option>`)}
        </select></label>
    </div>
    <p class="verdict is-${found.verdict}"><strong>${verdict}</strong> <span>${w.reasons[/** @type {"agree"} */ (found.verdict)]}</span></p>
    <div class="table-scroll" tabindex="0" role="group" aria-label=${w.title}>
      <table class="check-table">
        <thead><tr><td></td><th scope="col" class="backward">${w.backprop}</th><th scope="col">${w.numerical}</th><th scope="col">${w.error}</th></tr></thead>
        <tbody>
          ${found.variables.map((variable) => rows(variable, words, digitsFor(found, model.widths[0])))}
        </tbody>
      </table>
    </div>
    ${sweepPlot(found, words, state.eps, model.widths, actions)}
    <p class="hint">${w.cost({ forward: found.forward_passes, backward: found.backward_passes })}</p>
  </section>`;
}

/** Elements of one array that have a row of their own. */
const MOST_ROWS = 4;

/** As many digits as the table has room for: where they agree, the error says by how much. @param {import("../../trace/types.js").Check} check @param {number} width  of the graph */
function digitsFor({ variables }, width) {
  const numbers = variables.flatMap(({ backprop, numerical }) => [backprop, numerical].flatMap(firstElementsOf));
  const powers = numbers.some((value) => short(value).includes("×"));
  return (width < NARROW ? 7 : 10) - (powers ? 4 : 0);
}

/** A row for a variable; for an array one for each element, or for the first ones and the worst. @param {Checked} checked @param {Words} words @param {number} digits */
function rows({ variable, backprop, numerical, errors, relative_error, worst }, { check: w }, digits) {
  const size = sizeOf(backprop);
  const [slopes, others, errorOf] = [backprop, numerical, errors].map(firstElementsOf);
  const worstPlace = worst ? placeOf(worst, backprop.shape) : -1;
  const first = Math.min(size, worstPlace < MOST_ROWS ? MOST_ROWS : MOST_ROWS - 1);
  const shown = [...Array(first).keys(), ...(worstPlace < first ? [] : [worstPlace])];
  const element = (/** @type {number} */ place) => {
    const index = backprop.shape.length === 0 ? "" : indexText(place, backprop.shape);
    return html`<tr class=${place === worstPlace && size > 1 ? "is-worst" : nothing}>
      <th scope="row"><span class="visually-hidden">∂y/∂${variable}${index}</span><span aria-hidden="true">${math(`\\partial y/\\partial ${nameTex(variable)}${index}`)}</span></th>
      <td class="backward"><span class="cell-value">${told(slopes[place], digits)}</span></td>
      <td>${told(others[place], digits)}</td>
      <td>${short(place === worstPlace ? relative_error : errorOf[place], 2)}${place === worstPlace && size > 1 ? html` <span class="hint">${w.worst}</span>` : nothing}</td>
    </tr>`;
  };
  const rest = size - shown.length;
  return html`${shown.map(element)}${rest > 0 ? html`<tr><td class="hint" colspan="4">${w.others(rest)}</td></tr>` : nothing}`;
}

/** An element of a large array may not have come along. @param {import("../../trace/types.js").PlainNumber | undefined} value @param {number} digits */
const told = (value, digits) => (value === undefined ? "…" : short(value, digits));

/** @param {number[]} index @param {number[]} shape */
const placeOf = (index, shape) => index.reduce((place, at, axis) => place * shape[axis] + at, 0);
