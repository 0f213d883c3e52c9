/** What was asked about, explained at the foot of the window. */
import { html, nothing } from "lit";

/** @param {import("./model.js").Model} model */
export function explanation({ explained, words }) {
  if (explained === null) return nothing;
  const sentences = /** @type {Record<string, string>} */ (words.explain);
  return html`<aside class="explanation" role="status"><p>${sentences[explained] ?? sentences.explain}</p></aside>`;
}
