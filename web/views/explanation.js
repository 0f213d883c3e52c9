/** What was asked about, explained at the foot of the window or of the dialog that is open; and the button that asks. */
import { html, nothing } from "lit";
import { ICONS } from "./icons.js";

/** @typedef {import("./model.js").Model} Model */
/** @typedef {import("./model.js").Actions} Actions */

/** @param {Model} model */
export function explanation({ explained, words }) {
  const sentences = /** @type {Record<string, string>} */ (words.explain);
  return html`<div class="explanation ${explained === null ? "is-empty" : ""}" role="status">${explained === null ? nothing : html`<p>${sentences[explained] ?? sentences.explain}</p>`}</div>`;
}

/** @param {Model} model @param {Actions} actions */
export const askButton = ({ explained, words }, actions) =>
  html`<button type="button" class="quiet" data-explain="explain" aria-label=${words.chain.explain} title=${words.chain.explain} aria-pressed=${explained === null ? "false" : "true"} @click=${actions.explain}>${ICONS.question}</button>`;
