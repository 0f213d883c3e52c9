/** x: a field that takes whatever a person types, and a slider whose two ends can be changed. */
import { html, nothing } from "lit";
import { live } from "lit/directives/live.js";
import { inputsOf } from "../state/properties.js";
import { isScalar, toNumber } from "../trace/arrays.js";
import { explain } from "./messages.js";

/** @typedef {import("./model.js").Model} Model */
/** @typedef {import("./model.js").Actions} Actions */
/** @typedef {Event & { target: HTMLInputElement }} InputEvent_ */

const STEPS = 400;

/** @param {Model} model @param {Actions} actions */
export function xField(model, actions) {
  const { state, words, error, trace } = model;
  const [low, high] = state.range;
  const [name] = state.y === null ? ["x"] : inputsOf(state.y);
  const wrong = error?.where === "x" ? explain(words, error) : null;
  const rangeProblem = model.problems.find(({ kind }) => kind === "range-bad");
  const message = wrong ?? (rangeProblem ? explain(words, rangeProblem) : null);
  const scalar = isScalar(trace.variables[0].data);
  const value = scalar ? toNumber((trace.variables[0].data.data ?? [0])[0]) : Number.NaN;
  const typed = Number(state.x);
  const position = Number.isFinite(typed) && state.x.trim() !== "" ? typed : value;
  return html`<div class="x-block" data-explain="x">
    <label class="x-label" for="x"><i>${name[0]}${name.length > 1 ? html`<sub>${name.slice(1)}</sub>` : nothing}</i><span aria-hidden="true"> =</span></label>
    <input id="x" class="x-input" type="text" ?readonly=${!model.interactive} spellcheck="false" autocomplete="off" autocapitalize="off" enterkeyhint="done"
      aria-label=${name === "x" ? words.x.name : words.expression.input(name)} aria-describedby="x-hint" aria-invalid=${wrong ? "true" : "false"} .value=${state.x}
      @input=${(/** @type {InputEvent_} */ event) => actions.setX(event.target.value)}
      @change=${(/** @type {InputEvent_} */ event) => actions.setX(event.target.value, { settle: true })}>
    <div class="slider needs-script">
      <input class="range-end" data-explain="range" type="text" inputmode="decimal" aria-label=${words.x.lowest} .value=${shown(low)}
        @change=${(/** @type {InputEvent_} */ event) => actions.setRange(0, event.target.value)}>
      <input class="range" data-explain="slider" type="range" aria-label=${name === "x" ? words.x.slider : words.x.sliderOf(name)} min=${low} max=${high} step=${stepOf(low, high)}
        .value=${live(String(clamp(Number.isFinite(position) ? position : low, low, high)))} ?disabled=${!Number.isFinite(position)}
        @input=${(/** @type {InputEvent_} */ event) => actions.setX(tidy(event.target.value, low, high))}
        @change=${(/** @type {InputEvent_} */ event) => actions.setX(tidy(event.target.value, low, high), { settle: true })}>
      <input class="range-end" data-explain="range" type="text" inputmode="decimal" aria-label=${words.x.highest} .value=${shown(high)}
        @change=${(/** @type {InputEvent_} */ event) => actions.setRange(1, event.target.value)}>
    </div>
    <p id="x-hint" class="hint ${message ? "is-wrong" : ""}" role=${message ? "alert" : nothing}>${message ?? words.x.hint}</p>
  </div>`;
}

/** @param {number} low @param {number} high */
export const stepOf = (low, high) => Number(((high - low) / STEPS).toPrecision(3));

/** As many decimals as the slider's step has: 0.3, not 0.30000000000000004. @param {string} text @param {number} low @param {number} high */
function tidy(text, low, high) {
  const step = String(stepOf(low, high));
  const decimals = step.includes("e-") ? Number(step.split("e-")[1]) + 2 : (step.split(".")[1] ?? "").length;
  return String(Number(Number(text).toFixed(Math.min(decimals, 100))));
}

/** @param {number} end */
const shown = (end) => String(end).replace("-", "\u2212");

/** @param {number} value @param {number} low @param {number} high */
const clamp = (value, low, high) => Math.min(Math.max(value, low), high);
