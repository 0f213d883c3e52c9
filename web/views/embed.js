/** The explorer inside another page: the parts that are asked for, as on the page itself, and a line that says whose it is. */
import { html, nothing } from "lit";
import { check } from "./check/check.js";
import { code } from "./code/code.js";
import { curve } from "./curve/curve.js";
import { details } from "./details.js";
import { ICONS } from "./icons.js";
import { explain } from "./messages.js";
import { palette } from "./palette.js";
import { drawnBy } from "./parts.js";
import { result } from "./result.js";
import { functions, steps, zoomableGraph } from "./sections.js";
import { failure, status } from "./status.js";
import { table } from "./table.js";
import { xField } from "./x-field.js";

/** @typedef {import("./model.js").Model} Model */
/** @typedef {import("./model.js").Actions} Actions */
/** @typedef {import("../elements/attributes.js").Part} Part */

/** @typedef {import("./parts.js").Drawn<Part>} Drawn */

/**
 * @param {Model} model
 * @param {Actions} actions
 * @param {object} how
 * @param {readonly Part[]} how.parts  what is shown
 * @param {string} how.link  address of the page that shows the same
 * @param {import("./parts.js").Stages<Part>} how.stage
 */
export function embed(model, actions, { parts, link, stage }) {
  const has = (/** @type {Part} */ part) => parts.includes(part);
  const drawn = drawnBy(model, actions, stage);
  /** @type {Drawn} */
  const part = (name, view) => (has(name) ? drawn(name, view) : nothing);
  // Until Python has answered, the worked example stands only where it is what was asked for.
  const known = model.fresh || model.live;
  return html`
    ${failure(model, actions)} ${told(model, has)}
    ${
      has("x") || has("chain")
        ? html`<section class="inputs ${has("x") && has("chain") ? "" : "is-single"}" part="inputs">
            ${part("x", xField)} ${part("chain", functions)}
          </section>`
        : nothing
    }
    ${has("result") || has("graph") || has("steps") ? sheet(model, part, known) : nothing}
    ${
      known && (has("code") || has("curve") || has("check"))
        ? html`<div class="panels" part="panels">${part("code", code)} ${part("curve", curve)} ${part("check", check)}</div>`
        : nothing
    }
    ${known ? part("table", table) : nothing}
    ${foot(model, link)}
    ${palette(model, actions)} ${details(model, actions)}
    <p id="chip-keys" hidden>${model.words.chain.chipKeys}</p>
    <p class="visually-hidden" aria-live="polite" id="said">${model.said}</p>
    ${model.toast ? html`<p class="toast" role="status">${model.toast}</p>` : nothing}`;
}

/** @param {Model} model @param {Drawn} part @param {boolean} known */
function sheet(model, part, known) {
  if (!known) return html`<section class="sheet is-waiting" part="sheet"></section>`;
  return html`<section class="sheet ${model.fresh ? "" : "is-stale"}" part="sheet">
    ${part("result", spareResult)} ${part("graph", zoomableGraph)} ${part("steps", steps)}
  </section>`;
}

/** @param {Model} model @param {Actions} actions */
const spareResult = (model, actions) => result(model, actions, { spellOut: false });

/** What is wrong with values whose own field is not shown. @param {Model} model @param {(part: Part) => boolean} has */
function told({ error, problems, words }, has) {
  const fieldOf = (/** @type {string} */ where) => (where === "x" ? "x" : "chain");
  const shown = (/** @type {string} */ where) => has(fieldOf(where));
  const sentences = [
    ...(error && !shown(error.where) ? [explain(words, error)] : []),
    ...(has("chain") ? [] : problems.map((problem) => explain(words, problem))),
  ];
  if (sentences.length === 0) return nothing;
  return html`<div class="notice" role="alert">${ICONS.warn}<p>${sentences.join(" ")}</p></div>`;
}

/** @param {Model} model @param {string} link */
const foot = (model, link) => html`<footer class="embed-foot" part="foot">
  ${status(model)}
  <a href=${link} target="_blank" rel="noopener">${model.words.embed.open}<span class="visually-hidden"> ${model.words.embed.newTab}</span></a>
</footer>`;
