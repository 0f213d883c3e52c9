/** The whole explorer from a model and the visitor's actions. The build renders it too, with the worked example. */
import { html, nothing } from "lit";
import { licences, whole } from "./beside.js";
import { chain } from "./chain.js";
import { check } from "./check/check.js";
import { code } from "./code/code.js";
import { curve } from "./curve/curve.js";
import { details } from "./details.js";
import { explanation } from "./explanation.js";
import { expression } from "./expression.js";
import { graphBlock } from "./graph/block.js";
import { zoomControls } from "./graph/zoom.js";
import { header } from "./header.js";
import { keepingLine, renewal } from "./keeping.js";
import { notes } from "./notes.js";
import { palette } from "./palette.js";
import { result } from "./result.js";
import { second } from "./second/second.js";
import { failure } from "./status.js";
import { stepper, workList } from "./stepper.js";
import { table } from "./table.js";
import { tools } from "./tools.js";
import { xField } from "./x-field.js";

/** @typedef {import("./model.js").Model} Model */
/** @typedef {import("./model.js").Actions} Actions */

/** From the top of the page to its foot; each can be drawn without those after it. @typedef {(typeof PARTS)[number]} Part */
export const PARTS = /** @type {const} */ (["inputs", "sheet", "panels", "lists", "foot"]);

/** @param {Model} model @param {Actions} actions @param {readonly Part[]} [parts] those that are drawn */
export function page(model, actions, parts = PARTS) {
  const { words } = model;
  const part = (/** @type {Part} */ name, /** @type {(model: Model, actions: Actions) => unknown} */ view) =>
    parts.includes(name) ? view(model, actions) : nothing;
  return html`
    <a class="skip" href="#graph" @click=${skipToGraph}>${words.skip}</a>
    ${header(model, actions)}
    <main>
      ${failure(model, actions)} ${model.interactive ? nothing : html`<p class="notice script-off">${words.engine.scriptOff}</p>`}
      ${part("inputs", inputs)} ${part("sheet", sheet)} ${part("panels", panels)} ${part("lists", lists)}
    </main>
    ${part("foot", foot)}
    ${palette(model, actions)}
    ${details(model, actions)}
    <p id="chip-keys" hidden>${words.chain.chipKeys}</p>
    <p class="visually-hidden" aria-live="polite" id="said">${model.said}</p>
    ${renewal(model, actions)} ${model.toast ? html`<p class="toast" role="status">${model.toast}</p>` : nothing}
    ${model.open === null && model.palette === null ? explanation(model) : nothing}`;
}

/** @param {Model} model @param {Actions} actions */
const inputs = (model, actions) => html`<section class="inputs">
  ${xField(model, actions)} ${model.state.y === null ? chain(model, actions) : expression(model, actions)} ${tools(model, actions)}
</section>`;

/** @param {Model} model @param {Actions} actions */
const sheet = (model, actions) => html`<section class="sheet ${model.fresh ? "" : "is-stale"}">
  ${result(model, actions)}
  ${zoomControls(model, actions)}
  ${graphBlock(model, actions)}
  ${stepper(model, actions)} ${model.state.links ? workList(model) : nothing} ${notes(model)}
</section>`;

/** @param {Model} model @param {Actions} actions */
export const panels = (model, actions) => html`<div class="panels">
  ${code(model, actions)} ${curve(model, actions)} ${check(model, actions)}
</div>`;

/** @param {Model} model @param {Actions} actions */
export const lists = (model, actions) => html`${second(model, actions)} ${table(model, actions)}`;

/** @param {Model} model */
const foot = (model) => html`<footer class="foot">
  <p data-explain="here">${model.words.footer.local}</p>
  ${whole === null ? nothing : keepingLine(model)}
  ${whole === null ? nothing : html`<p><a href=${whole} download data-explain="whole">${model.words.footer.whole}</a></p>`}
  <p><a href=${licences} data-explain="licences">${model.words.footer.licences}</a></p>
</footer>`;

/** The address is the state's, so the link must not change it. @param {MouseEvent} event */
function skipToGraph(event) {
  event.preventDefault();
  /** @type {HTMLElement | null} */ (document.querySelector("#graph [role='button'][tabindex='0']"))?.focus();
}
