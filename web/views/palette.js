/** The palette: every function with formula, domain and a thumbnail of its curve; searchable. Also moves and removes a chip. */
import { html, nothing, svg } from "lit";
import { fill, math } from "../maths/tex.js";
import { splitWord } from "./chain.js";
import { askButton, explanation } from "./explanation.js";
import { ICONS } from "./icons.js";

/** @typedef {import("./model.js").Model} Model */
/** @typedef {import("./model.js").Actions} Actions */
/** @typedef {import("../trace/types.js").CatalogueEntry} CatalogueEntry */

/** @param {Model} model @param {Actions} actions */
export function palette(model, actions) {
  const { words, palette: open } = model;
  return html`<dialog id="palette" class="sheet-dialog" aria-labelledby="palette-title" @close=${() => actions.showPalette(null)}
      @click=${closeOnBackdrop}>
    ${open ? inside(model, actions, open) : nothing}
    <span hidden>${words.palette.title}</span>
  </dialog>`;
}

/** @param {Model} model @param {Actions} actions @param {import("./model.js").PaletteState} open */
function inside(model, actions, open) {
  const { words, catalogue, state } = model;
  const found = catalogue.functions.filter((entry) => matches(entry, open.search, words));
  const pick = (/** @type {string} */ name) => (open.mode === "add" ? actions.add : actions.swap)(open.index, name);
  const current = open.mode === "swap" ? splitWord(state.chain[open.index] ?? "").name : null;
  return html`<div class="sheet-inside">
    <div class="sheet-head">
      <h2 id="palette-title">${words.palette.title}</h2>
      ${askButton(model, actions)}<button type="button" class="quiet" data-explain="close" aria-label=${words.palette.close} @click=${() => actions.showPalette(null)}>${ICONS.close}</button>
    </div>
    ${
      open.mode === "swap"
        ? html`<div class="chip-tools" data-explain="move">
          <button type="button" ?disabled=${open.index === 0} @click=${() => actions.move(open.index, open.index - 1)}>${ICONS.left}${words.chain.earlier}</button>
          <button type="button" ?disabled=${open.index >= state.chain.length - 1} @click=${() => actions.move(open.index, open.index + 1)}>${words.chain.later}${ICONS.right}</button>
          <button type="button" @click=${() => actions.remove(open.index)}>${ICONS.trash}${words.chain.remove(current ?? "")}</button>
        </div>`
        : nothing
    }
    <label class="search" data-explain="search">${ICONS.search}<span class="visually-hidden">${words.palette.search}</span>
      <input type="search" placeholder=${words.palette.search} autocomplete="off" spellcheck="false" autofocus .value=${open.search}
        @input=${(/** @type {Event & { target: HTMLInputElement }} */ event) => actions.showPalette({ ...open, search: event.target.value })}
        @keydown=${(/** @type {KeyboardEvent} */ event) => {
          const typed = /** @type {HTMLInputElement} */ (event.target).value;
          const [best] = catalogue.functions.filter((entry) => matches(entry, typed, words));
          if (event.key === "Enter" && best) {
            event.preventDefault();
            pick(best.name);
          }
        }}>
    </label>
    <ul class="cards" data-explain="card">
      ${found.map(
        (
          entry,
        ) => html`<li><button type="button" class="card ${entry.name === current ? "is-current" : ""}" aria-current=${entry.name === current ? "true" : nothing} @click=${() => pick(entry.name)} @keydown=${cardKeys}>
          ${thumbnail(entry)}
          <span class="card-text"><span class="card-formula">${math(fill(entry.formula, "x"))}</span>
            <code>${entry.name}</code>
            <span class="card-words">${nameIn(words, entry.name)} · ${domainIn(words, entry.domain.kind)}</span></span>
        </button></li>`,
      )}
    </ul>
    ${found.length === 0 ? html`<p class="hint is-wrong" role="status">${words.palette.none(open.search)}</p>` : nothing}
    ${explanation(model)}
  </div>`;
}

/** @param {import("../words/en.js").Words} words @param {string} name */
const nameIn = (words, name) => /** @type {Record<string, string>} */ (words.functions)[name] ?? name;

/** @param {import("../words/en.js").Words} words @param {string} kind */
const domainIn = (words, kind) => /** @type {Record<string, string>} */ (words.palette.domains)[kind] ?? kind;

/** @param {CatalogueEntry} entry @param {string} search @param {import("../words/en.js").Words} words */
function matches(entry, search, words) {
  const text = search.trim().toLowerCase();
  return [entry.name, entry.class, nameIn(words, entry.name)].some((name) => name.toLowerCase().includes(text));
}

/** @param {CatalogueEntry} entry */
function thumbnail({ thumbnail: { range, y } }) {
  const [width, height, top] = [72, 48, 2.2];
  /** @type {string[]} */
  const runs = [];
  /** @type {string[]} */
  let run = [];
  y.forEach((value, index) => {
    const inside = value !== null && Math.abs(value) <= top * 1.6;
    if (inside) {
      const x = (index / (y.length - 1)) * width;
      run.push(`${x.toFixed(1)} ${(height / 2 - (value / top) * (height / 2)).toFixed(1)}`);
    }
    if ((!inside || index === y.length - 1) && run.length > 0) {
      if (run.length > 1) runs.push(`M${run.join("L")}`);
      run = [];
    }
  });
  const zero = (-range[0] / (range[1] - range[0])) * width;
  return html`<svg class="thumbnail" viewBox="0 0 ${width} ${height}" width=${width} height=${height} aria-hidden="true">
    ${svg`<path class="axis" d="M0 ${height / 2}H${width}M${zero} 0V${height}"/><path class="line" d=${runs.join("")}/>`}
  </svg>`;
}

/** Arrow keys walk the cards in reading order and by rows. @param {KeyboardEvent} event */
function cardKeys(event) {
  const card = /** @type {HTMLElement} */ (event.currentTarget);
  const cards = /** @type {HTMLElement[]} */ ([...(card.closest(".cards")?.querySelectorAll(".card") ?? [])]);
  const columns = cards.filter((other) => other.offsetTop === cards[0].offsetTop).length;
  const by = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: columns, ArrowUp: -columns }[event.key];
  if (by === undefined) return;
  event.preventDefault();
  cards[cards.indexOf(card) + by]?.focus();
}

/** @param {MouseEvent} event */
export function closeOnBackdrop(event) {
  const dialog = /** @type {HTMLDialogElement} */ (event.currentTarget);
  if (event.target === dialog) dialog.close();
}
