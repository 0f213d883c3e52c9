/**
 * Backpropagation beside numerical differentiation, with a verdict in words, and the error over eps as a log–log curve:
 * truncation on one side, cancellation on the other.
 */
import { html, nothing } from "lit";
import { compact, short } from "../../maths/numbers.js";
import { math, nameTex } from "../../maths/tex.js";
import { isScalar } from "../../trace/arrays.js";
import { sweepPlot } from "./sweep.js";

/** @typedef {import("../model.js").Model} Model */
/** @typedef {import("../model.js").Actions} Actions */

/** The eps a visitor can choose, the largest first. */
export const EPS = Array.from({ length: 12 }, (_, k) => Number(`1e-${k + 1}`));

/** @param {Model} model @param {Actions} actions */
export function check(model, actions) {
  const { trace, words, state } = model;
  const w = words.check;
  const found = trace.check;
  if (!found) return nothing;
  const digits = { digits: isScalar(trace.variables[0].data) ? 10 : 5 };
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
          ${found.variables.map(
            ({ variable, backprop, numerical, relative_error, worst }) => html`<tr>
              <th scope="row"><span class="visually-hidden">∂y/∂${variable}</span><span aria-hidden="true">${math(`\\partial y/\\partial ${nameTex(variable)}`)}</span></th>
              <td class="backward"><span class="cell-value">${compact(backprop, digits)}</span></td>
              <td>${compact(numerical, digits)}</td>
              <td>${short(relative_error, 2)}${worst && !isScalar(backprop) ? html` <span class="hint">${w.worst(`[${worst.join(", ")}]`)}</span>` : nothing}</td>
            </tr>`,
          )}
        </tbody>
      </table>
    </div>
    ${sweepPlot(found, words, state.eps, model.widths, actions)}
    <p class="hint">${w.cost({ forward: found.forward_passes, backward: found.backward_passes })}</p>
  </section>`;
}
