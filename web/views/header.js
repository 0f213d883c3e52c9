/** The top line: the name, whether Python is there, language and theme. */
import { html } from "lit";
import { WORDS } from "../words/words.js";
import { ICONS } from "./icons.js";
import { status } from "./status.js";

/** @typedef {import("./model.js").Model} Model */
/** @typedef {import("./model.js").Actions} Actions */

/** @param {Model} model @param {Actions} actions */
export function header(model, actions) {
  const { words, lang, theme } = model;
  const other = theme === "dark" ? "light" : "dark";
  return html`<header class="top">
    <h1 class="brand"><span class="brand-name">py<b>autodiff</b></span> <span class="tagline">${words.tagline}</span></h1>
    ${status(model)}
    <div class="preferences needs-script">
      <label class="visually-hidden" for="language">${words.chooseLanguage}</label>
      <select id="language" data-explain="language" @change=${(/** @type {Event & { target: HTMLSelectElement }} */ event) => actions.setLanguage(event.target.value)}>
        ${Object.entries(WORDS).map(([key, { language }]) => html`<option value=${key} lang=${key} ?selected=${key === lang} .selected=${key === lang}>${language}</option>`)}
      </select>
      <button type="button" class="quiet" data-explain="theme" aria-label=${words.toTheme[other]} title=${words.toTheme[other]} @click=${() => actions.setTheme(other)}>
        ${theme === "dark" ? ICONS.sun : ICONS.moon}
      </button>
    </div>
  </header>`;
}
