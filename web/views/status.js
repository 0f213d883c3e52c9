/** Whether Python is there: starting with its progress, ready, or failed with the cause and a way to retry. */
import { html, nothing } from "lit";
import { partOf } from "../engine/parts.js";
import { ICONS } from "./icons.js";

/** @typedef {import("./model.js").Model} Model */
/** @typedef {import("./model.js").Actions} Actions */

/** @param {Model} model */
export function status({ engine, words, fresh }) {
  const { phase, progress, bytes, python = "", numpy = "", refused = [] } = engine;
  const slower = phase === "ready" && refused.length > 0;
  const percent = Math.floor(progress * 100);
  /** @type {Record<string, string>} */
  const texts = {
    idle: words.engine.idle,
    starting:
      bytes && bytes.loaded < bytes.total ? words.engine.loading(inMegabytes(bytes)) : words.engine.starting(percent),
    ready: slower ? words.engine.readySlower(python) : words.engine.ready(python),
    failed: words.engine.failed,
  };
  const text = texts[phase];
  const detail = [words.engine.readyDetail(python, numpy), ...(slower ? [words.engine.slowerDetail] : [])].join(" ");
  return html`<div class="status is-${phase}" data-explain="status">
    <span class="status-dot" aria-hidden="true"></span>
    <span class="status-text" role="status" title=${phase === "ready" ? detail : nothing}>
      <span aria-hidden=${phase === "starting" ? "true" : nothing}>${text}</span>
      ${phase === "starting" ? html`<span class="visually-hidden">${words.engine.starting(0).replace(/\s*0 ?%/, "")}</span>` : nothing}
      ${slower ? html`<span class="visually-hidden">${words.engine.slowerDetail}</span>` : nothing}
    </span>
    ${phase === "starting" ? html`<progress max="100" value=${percent} aria-hidden="true"></progress>` : nothing}
    ${phase === "starting" && !fresh ? html`<span class="visually-hidden">${words.engine.waiting}</span>` : nothing}
  </div>`;
}

/** The cause of a failure, in full, where it cannot be overlooked. @param {Model} model @param {Actions} actions */
export function failure({ engine, words }, actions) {
  if (engine.phase !== "failed") return nothing;
  const { kind = "other", values = {} } = engine.cause ?? {};
  const told = "url" in values ? { ...values, url: fileName(values.url) } : values;
  const causes = /** @type {Record<string, (values: any) => string>} */ (words.engine.causes);
  return html`<div class="notice is-failure" role="alert">
    ${ICONS.warn}
    <p><strong>${words.engine.failed}</strong> ${(causes[kind] ?? causes.other)(told)} ${purpose("url" in values ? values.url : undefined, words)}</p>
    <button type="button" @click=${actions.retry}>${words.engine.retry}</button>
  </div>`;
}

/** @param {{ loaded: number, total: number }} bytes */
function inMegabytes({ loaded, total }) {
  const [of, all] = [loaded, total].map((size) => (size / 1e6).toFixed(1));
  return { loaded: of, total: all };
}

/** What a file that did not come is for. @param {string | undefined} url @param {import("../words/en.js").Words} words */
function purpose(url, words) {
  const part = url && partOf(url);
  return part ? words.engine.parts[part] : "";
}

/** The name of a file says enough. @param {string | undefined} url */
const fileName = (url) => url?.split("?")[0].split("/").pop();
