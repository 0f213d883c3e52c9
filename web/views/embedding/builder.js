/** The embed builder: what a reader of another page is to see, a live preview, and what to copy for each kind of page. */
import { html, nothing } from "lit";
import { PARTS } from "../../elements/attributes.js";
import { FORMATS, snippetsFor } from "../../embedding/snippets.js";
import { WORDS } from "../../words/words.js";
import { ICONS } from "../icons.js";

/** @typedef {import("../../embedding/snippets.js").Choice} Choice */
/** @typedef {import("../../embedding/snippets.js").Format} Format */
/** @typedef {import("../../elements/attributes.js").Part} Part */
/** @typedef {Event & { target: HTMLSelectElement }} Choosing */

/**
 * @typedef {object} Builder
 * @property {Choice} choice
 * @property {Format} format
 * @property {string | null} copied  the text that was copied last
 * @property {import("../../words/embedding/words.js").Words} words
 *
 * @typedef {object} BuilderActions
 * @property {(part: Part, shown: boolean) => void} show
 * @property {(theme: string | null) => void} setTheme
 * @property {(lang: string | null) => void} setLanguage
 * @property {(format: Format) => void} setFormat
 * @property {(text: string) => void} copy
 */

/** @param {Builder} builder @param {BuilderActions} actions @param {unknown} preview  an element that shows the choice */
export function builder({ choice, format, copied, words }, actions, preview) {
  const w = words.embedding;
  const { state, parts } = choice;
  return html`<div class="builder">
    <form class="builder-choices" @submit=${(/** @type {Event} */ event) => event.preventDefault()}>
      <fieldset><legend>${w.parts}</legend>
        ${PARTS.map(
          (part) =>
            html`<label class="check"><input type="checkbox" name=${part} .checked=${parts.includes(part)} ?disabled=${parts.length === 1 && parts[0] === part}
              @change=${(/** @type {Event & { target: HTMLInputElement }} */ event) => actions.show(part, event.target.checked)}>${w.partNames[part]}</label>`,
        )}
      </fieldset>
      <label>${words.theme}
        <select @change=${(/** @type {Choosing} */ event) => actions.setTheme(event.target.value || null)}>
          ${option("", w.asThePage, state.theme === null)}
          ${option("light", words.themeNames.light, state.theme === "light")} ${option("dark", words.themeNames.dark, state.theme === "dark")}
        </select></label>
      <label>${words.chooseLanguage}
        <select @change=${(/** @type {Choosing} */ event) => actions.setLanguage(event.target.value || null)}>
          ${option("", w.asThePage, state.lang === null)}
          ${Object.entries(WORDS).map(([lang, { language }]) => option(lang, language, state.lang === lang))}
        </select></label>
    </form>
    <section class="builder-preview" aria-labelledby="preview-title">
      <h2 id="preview-title">${w.preview}</h2>
      ${preview}
    </section>
    <section class="builder-snippets" aria-labelledby="format-title">
      <h2 id="format-title">${w.format}</h2>
      <div class="choices" role="group" aria-labelledby="format-title">
        ${FORMATS.map((name) => html`<button type="button" aria-pressed=${name === format ? "true" : "false"} @click=${() => actions.setFormat(name)}>${w.formats[name]}</button>`)}
      </div>
      <p class="hint">${w.hints[format]}</p>
      ${snippetsFor(format, choice).map(
        ({ place, file, text }) => html`<div class="snippet">
          <div class="snippet-head"><span>${file ? w.inFile(file) : w.places[place]}</span>
            <button type="button" class="quiet small" @click=${() => actions.copy(text)}>${ICONS.copy}${words.result.copy}<span class="visually-hidden">: ${file ? w.inFile(file) : w.places[place]}</span></button></div>
          <pre tabindex="0" translate="no"><code>${text}</code></pre>
        </div>`,
      )}
      <p class="visually-hidden" role="status">${copied === null ? nothing : words.result.copied}</p>
      ${copied === null ? nothing : html`<p class="hint" aria-hidden="true">${words.result.copied}</p>`}
    </section>
  </div>`;
}

/** @param {string} value @param {string} text @param {boolean} selected */
const option = (value, text, selected) =>
  html`<option value=${value} ?selected=${selected} .selected=${selected}>${text}</option>`;
