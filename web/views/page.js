/** The whole explorer from a model and the visitor's actions. The build renders it too, with the worked example. */
import { html, nothing } from "lit";
import { licences, whole } from "./beside.js";
import { check } from "./check/check.js";
import { code } from "./code/code.js";
import { curve } from "./curve/curve.js";
import { details } from "./details.js";
import { explanation } from "./explanation.js";
import { header } from "./header.js";
import { keepingLine, renewal } from "./keeping.js";
import { palette } from "./palette.js";
import { ALL_DRAWN, drawnBy } from "./parts.js";
import { result } from "./result.js";
import { second } from "./second/second.js";
import { functions, steps, zoomableGraph } from "./sections.js";
import { failure } from "./status.js";
import { table } from "./table.js";
import { tools } from "./tools.js";
import { xField } from "./x-field.js";

/** @typedef {import("./model.js").Model} Model */
/** @typedef {import("./model.js").Actions} Actions */

/** @typedef {(typeof PARTS)[number]} Part */
/** @typedef {import("./parts.js").Drawn<Part>} Drawn */

/** From the top of the page to its foot; each can be drawn alone. */
export const PARTS = /** @type {const} */ ([
  "top",
  "x",
  "chain",
  "tools",
  "result",
  "graph",
  "steps",
  "code",
  "curve",
  "check",
  "second",
  "table",
  "foot",
]);

/** Those that stand below the sheet. @type {ReadonlySet<Part>} */
export const BELOW = new Set(["code", "curve", "check", "second", "table"]);

/** @param {Model} model @param {Actions} actions @param {import("./parts.js").Stages<Part>} [stage] */
export function page(model, actions, stage = ALL_DRAWN) {
  const { words } = model;
  const part = drawnBy(model, actions, stage);
  return html`
    <a class="skip" href="#graph" @click=${skipToGraph}>${words.skip}</a>
    ${part("top", header)}
    <main>
      ${failure(model, actions)} ${model.interactive ? nothing : html`<p class="notice script-off">${words.engine.scriptOff}</p>`}
      ${inputs(part)} ${sheet(model, part)} ${below(part)}
    </main>
    ${part("foot", foot)}
    ${palette(model, actions)}
    ${details(model, actions)}
    <p id="chip-keys" hidden>${words.chain.chipKeys}</p>
    <p class="visually-hidden" aria-live="polite" id="said">${model.said}</p>
    ${renewal(model, actions)} ${model.toast ? html`<p class="toast" role="status">${model.toast}</p>` : nothing}
    ${model.open === null && model.palette === null ? explanation(model) : nothing}`;
}

/** @param {Drawn} part */
const inputs = (part) => html`<section class="inputs">
  ${part("x", xField)} ${part("chain", functions)} ${part("tools", tools)}
</section>`;

/** @param {Model} model @param {Drawn} part */
const sheet = (model, part) => html`<section class="sheet ${model.fresh ? "" : "is-stale"}">
  ${part("result", result)}
  ${part("graph", zoomableGraph)}
  ${part("steps", steps)}
</section>`;

/** What stands below the sheet. @param {Drawn} part */
export const below = (part) => html`
  <div class="panels">${part("code", code)} ${part("curve", curve)} ${part("check", check)}</div>
  ${part("second", second)} ${part("table", table)}`;

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
