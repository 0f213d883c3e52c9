/** The chain as chips between x and y: add, swap, remove, move, change a constant; by pointer, touch and keyboard. */
import { html, nothing } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { fill, math } from "../maths/tex.js";
import { MOST_FUNCTIONS } from "../state/properties.js";
import { ICONS } from "./icons.js";
import { explain } from "./messages.js";

/** @typedef {import("./model.js").Model} Model */
/** @typedef {import("./model.js").Actions} Actions */
/** @typedef {import("../trace/types.js").CatalogueEntry} CatalogueEntry */

/** "pow:3" → name and the constant's text; only Python decides whether they mean anything. @param {string} word */
export function splitWord(word) {
  const at = word.indexOf(":");
  return at < 0 ? { name: word, constant: null } : { name: word.slice(0, at), constant: word.slice(at + 1) };
}

/** @param {CatalogueEntry | undefined} entry @param {string | null} constant @returns {string | null} TeX in x */
export function formulaOf(entry, constant) {
  if (!entry) return null;
  const known = entry.constant && constant !== null && constant !== "" && Number.isFinite(Number(constant));
  return fill(known ? withConstant(entry, constant) : entry.formula, "x");
}

/** The template has `#c` where the constant goes. @param {CatalogueEntry} entry @param {string} constant */
const withConstant = (entry, constant) =>
  (entry.template ?? entry.formula).replaceAll("#c", () => constant).replace("+-", "-");

/** @param {Model} model @param {Actions} actions */
export function chain(model, actions) {
  const { state, words, error, catalogue } = model;
  const known = new Map(catalogue.functions.map((entry) => [entry.name, entry]));
  const wrong = error && (error.where === "chain" || error.where === "request") ? error : null;
  const problems = model.problems.filter(({ kind }) => kind !== "range-bad").map((problem) => explain(words, problem));
  const message = wrong ? explain(words, wrong) : problems.length > 0 ? problems.join(" ") : null;
  const full = state.chain.length >= MOST_FUNCTIONS;
  return html`<div class="chain-block" data-explain="chain">
    <div class="chain" role="group" aria-label=${words.chain.name}>
      <span class="end" aria-hidden="true"><i>x</i></span>
      <ol class="chips" id="chips">
        ${repeat(
          state.chain,
          (_, index) => index,
          (word, index) =>
            chip(model, actions, {
              word,
              index,
              entry: known.get(splitWord(word).name),
              wrong: wrong?.values.position === index,
            }),
        )}
      </ol>
      <button type="button" class="add needs-script" data-explain="add" ?disabled=${full} title=${full ? words.chain.full(MOST_FUNCTIONS) : words.chain.add} aria-label=${words.chain.add}
        @click=${() => actions.showPalette({ mode: "add", index: state.chain.length, search: "" })}>${ICONS.plus}</button>
      <span class="end" aria-hidden="true"><span class="to">→</span> <i>y</i></span>
      <button type="button" class="quiet small needs-script" data-explain="expression" @click=${actions.toExpression}>${words.expression.toExpression}</button>
    </div>
    <p class="hint ${message ? "is-wrong" : ""}" id="chain-hint" role=${message ? "alert" : nothing}>${message ?? (state.chain.length === 0 ? words.chain.empty : nothing)}</p>
  </div>`;
}

/** @param {Model} model @param {Actions} actions @param {{ word: string, index: number, entry: CatalogueEntry | undefined, wrong: boolean }} part */
function chip(model, actions, { word, index, entry, wrong }) {
  const { words, state } = model;
  const { name, constant } = splitWord(word);
  const takes = entry ? entry.constant !== null : constant !== null;
  const stop = index === Math.min(model.chip, state.chain.length - 1) ? "0" : "-1";
  const tex = formulaOf(entry, constant);
  return html`<li class="chip ${wrong || !entry ? "is-wrong" : ""}" data-index=${index} data-explain="chip" @focusin=${() => actions.focusChip(index)}
      @keydown=${(/** @type {KeyboardEvent} */ event) => chipKeys(event, index, state.chain.length, actions)}>
    <span class="to" aria-hidden="true">→</span>
    <span class="chip-body">
      <button type="button" class="chip-main" tabindex=${stop} ?disabled=${!model.interactive}
        aria-describedby="chip-keys" @click=${() => actions.showPalette({ mode: "swap", index, search: "" })}>
        <span class="chip-formula" aria-hidden="true">${tex ? math(tex) : "?"}</span><span class="chip-name">${name}</span><span class="visually-hidden">${
          takes && constant !== null ? ` ${constant}` : nothing
        }${words.chain.place({ place: index + 1, of: state.chain.length })}</span>
      </button>
      ${
        takes
          ? html`<input class="chip-constant" data-explain="constant" type="text" inputmode="text" spellcheck="false" autocomplete="off" size="4" tabindex=${stop}
            aria-label=${words.chain.constant(name)} .value=${constant ?? String(entry?.constant?.default ?? "")}
            @change=${(/** @type {Event & { target: HTMLInputElement }} */ event) => actions.setConstant(index, event.target.value)}>`
          : nothing
      }
      <button type="button" class="chip-remove needs-script" tabindex=${stop} aria-label=${words.chain.remove(name)} title=${words.chain.remove(name)}
        @click=${() => actions.remove(index)}>${ICONS.close}</button>
    </span>
  </li>`;
}

/** @param {KeyboardEvent} event @param {number} index @param {number} count @param {Actions} actions */
function chipKeys(event, index, count, actions) {
  const inField = event.target instanceof HTMLInputElement;
  if (inField) return;
  const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
  if (by !== undefined) {
    event.preventDefault();
    const to = Math.min(Math.max(index + by, 0), count - 1);
    if (event.altKey) actions.move(index, to);
    else actions.focusChip(to, { take: true });
  } else if (event.key === "Home" || event.key === "End") {
    event.preventDefault();
    actions.focusChip(event.key === "Home" ? 0 : count - 1, { take: true });
  } else if (event.key === "Delete" || event.key === "Backspace") {
    event.preventDefault();
    actions.remove(index);
  }
}
