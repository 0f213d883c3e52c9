/** The tools of the whole page: examples, undo, redo, reset, share, picture, presenter's mode, explanations. */
import { html, nothing } from "lit";
import { embeddable } from "./beside.js";
import { askButton } from "./explanation.js";
import { ICONS } from "./icons.js";

/** @typedef {import("./model.js").Model} Model */
/** @typedef {import("./model.js").Actions} Actions */
/** @typedef {Event & { target: HTMLSelectElement }} Choice */

/** @param {Model} model @param {Actions} actions */
export function tools(model, actions) {
  const { words, undo, recent, presenting } = model;
  const w = words.chain;
  /** @param {keyof typeof ICONS} icon @param {string} name @param {string} explain @param {() => void} act @param {{ can?: boolean, pressed?: boolean }} [options] */
  const button = (icon, name, explain, act, { can = true, pressed } = {}) =>
    html`<button type="button" class="quiet" data-explain=${explain} aria-disabled=${can ? "false" : "true"} aria-label=${name} title=${name}
      aria-pressed=${pressed === undefined ? nothing : String(pressed)} @click=${() => can && act()}>${ICONS[icon]}</button>`;
  return html`<div class="tools needs-script">
    <label class="visually-hidden" for="examples">${w.examples}</label>
    <select id="examples" data-explain="examples" @change=${(/** @type {Choice} */ event) => {
      actions.preset(event.target.value);
      event.target.value = "";
    }}>
      <option value="" selected disabled hidden>${w.examples}…</option>
      ${Object.entries(words.presets).map(([name, text]) => html`<option value=${name}>${text}</option>`)}
      ${
        recent.length > 0
          ? html`<optgroup label=${w.recent}>${recent.map(({ x, chain, y }, index) => html`<option value="recent:${index}">x = ${x}: ${y === null ? shortened(chain) : `y = ${y}`}</option>`)}</optgroup>`
          : nothing
      }
    </select>
    ${button("undo", w.undo, "undo", actions.undo, { can: undo.canUndo })} ${button("redo", w.redo, "undo", actions.redo, { can: undo.canRedo })}
    ${button("reset", w.reset, "reset", actions.reset)} ${button("share", w.share, "share", actions.copyLink)}
    <span class="picture-menu" data-explain="picture">
      <label class="visually-hidden" for="picture">${w.picture}</label>${ICONS.picture}
      <select id="picture" title=${w.picture} @change=${(/** @type {Choice} */ event) => {
        const kind = /** @type {"svg" | "png" | "print"} */ (event.target.value);
        event.target.value = "";
        actions.picture(kind);
      }}>
        <option value="" selected disabled hidden>${w.picture}…</option>
        ${Object.entries(w.pictures).map(([kind, text]) => html`<option value=${kind}>${text}</option>`)}
      </select>
    </span>
    ${embeddable ? button("embed", words.embedding.name, "embedding", actions.embed) : nothing}
    ${button("present", w.present, "present", actions.present, { pressed: presenting })}
    ${askButton(model, actions)}
  </div>`;
}

/** @param {string[]} chain */
const shortened = (chain) =>
  chain.length > 4 ? `${chain.slice(0, 4).join(" ")} … (${chain.length})` : chain.join(" ");
