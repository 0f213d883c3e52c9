/** y as an expression, in the place of the chain: its text, and the inputs it speaks of beyond the first. */
import { html, nothing } from "lit";
import { inputsOf, textOf } from "../state/properties.js";
import { explain } from "./messages.js";

/** @typedef {import("./model.js").Model} Model */
/** @typedef {import("./model.js").Actions} Actions */
/** @typedef {Event & { target: HTMLInputElement }} Typed */

/** @param {Model} model @param {Actions} actions */
export function expression(model, actions) {
  const { state, words, error } = model;
  const y = state.y ?? "";
  const wrong = error && error.where !== "x" ? explain(words, error) : null;
  const [, ...others] = inputsOf(y);
  return html`<div class="chain-block" data-explain="expression">
    <div class="chain expression">
      <label class="x-label" for="expression"><i>y</i><span aria-hidden="true"> =</span></label>
      <input id="expression" type="text" spellcheck="false" autocomplete="off" autocapitalize="off" aria-label=${words.expression.name}
        aria-describedby="chain-hint" aria-invalid=${wrong ? "true" : "false"} .value=${y}
        @input=${(/** @type {Typed} */ event) => actions.setExpression(event.target.value)}
        @change=${(/** @type {Typed} */ event) => actions.setExpression(event.target.value, { settle: true })}>
      ${others.map(
        (name) => html`<label class="other-input"><i>${name[0]}<sub>${name.slice(1)}</sub></i> =
          <input type="text" spellcheck="false" autocomplete="off" size="6" aria-label=${words.expression.input(name)} .value=${textOf(state, name)}
            @input=${(/** @type {Typed} */ event) => actions.setInput(name, event.target.value)}
            @change=${(/** @type {Typed} */ event) => actions.setInput(name, event.target.value, { settle: true })}></label>`,
      )}
      <button type="button" class="quiet needs-script" @click=${actions.toChain}>${words.expression.toChain}</button>
    </div>
    <p class="hint ${wrong ? "is-wrong" : ""}" id="chain-hint" role=${wrong ? "alert" : nothing}>${wrong ?? words.expression.hint}</p>
  </div>`;
}
