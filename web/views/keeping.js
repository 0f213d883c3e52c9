/** Whether the page works offline, whether it is offline, and that there is a new version: told calmly, where nothing moves. */
import { html, nothing } from "lit";

/** @typedef {import("./model.js").Model} Model */
/** @typedef {import("./model.js").Actions} Actions */

/** A line of the foot. @param {Model} model */
export function keepingLine({ keeping: { online, kept }, words }) {
  const key = online ? { no: "", now: "fromNowOn", before: "kept" }[kept] : kept === "no" ? "offline" : "offlineKept";
  const sentences = /** @type {Record<string, string>} */ (words.keeping);
  return html`<p class="keeping" role="status">${sentences[key] ?? nothing}</p>`;
}

/** Over the page, at its lower edge. @param {Model} model @param {Actions} actions */
export const renewal = ({ keeping, words }, actions) =>
  keeping.renewed
    ? html`<div class="renewal" role="status">
        <span>${words.keeping.renewed}</span>
        <button type="button" @click=${actions.renew}>${words.keeping.reload}</button>
      </div>`
    : nothing;
