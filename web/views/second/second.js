/** The gradient of the gradient: dy/dx as a graph of its own, and the second derivative at its end. */
import { html, nothing } from "lit";
import { compact } from "../../maths/numbers.js";
import { math } from "../../maths/tex.js";
import { atStep } from "../../trace/at-step.js";
import { graph } from "../graph/graph.js";
import { explain } from "../messages.js";

/** @typedef {import("../model.js").Model} Model */
/** @typedef {import("../model.js").Actions} Actions */

/** @param {Model} model @param {Actions} actions */
export function second(model, actions) {
  const { trace, state, words, branches, stale } = model;
  const w = words.second;
  const found = state.second ? trace.second : null;
  const failed = found && "error" in found ? found.error : null;
  const shown = found && "first" in found ? found : null;
  return html`<section class="second-block" data-explain="second" aria-labelledby="second-title">
    <div class="panel-head">
      <h2 id="second-title">${w.title}</h2>
      <label class="check needs-script"><input type="checkbox" aria-label=${w.name} .checked=${state.second}
        @change=${(/** @type {Event & { target: HTMLInputElement }} */ event) => actions.setView({ second: event.target.checked })}>${math("\\frac{d^{2}y}{dx^{2}}")}</label>
    </div>
    ${failed ? html`<p class="hint">${explain(words, failed)}</p>` : nothing}
    ${
      shown
        ? html`<p class="hint">${w.text}</p>
          <p class="second-answers">
            <span>${w.first} ${math("\\frac{dy}{dx} =")} <b>${compact(shown.first, { digits: 12 })}</b></span>
            <span>${w.second} ${math("\\frac{d^{2}y}{dx^{2}} =")} <b>${compact(shown.second, { digits: 12 })}</b></span>
          </p>
          ${
            shown.trace
              ? html`<div class="sheet graph-fit ${stale.includes("second") ? "is-stale" : ""}" tabindex="0" role="group" aria-label=${w.title}>${graph(
                  {
                    trace: shown.trace,
                    at: atStep(shown.trace, null),
                    width: Math.max(...model.widths),
                    focus: null,
                    words,
                    digits: state.digits,
                    links: false,
                    branches,
                    sheet: "second",
                    tabStop: shown.trace.inputs[0],
                  },
                )}</div>`
              : nothing
          }`
        : nothing
    }
  </section>`;
}
