/** The step controls, and the list that backward() works off. */
import { html } from "lit";
import { live } from "lit/directives/live.js";
import { SPEEDS } from "../state/properties.js";
import { isChain } from "../trace/partials.js";
import { ICONS } from "./icons.js";

/** @typedef {import("./model.js").Model} Model */
/** @typedef {import("./model.js").Actions} Actions */
/** @typedef {import("../trace/types.js").Trace} Trace */

const INITIAL_SPEED = 0.7;

/** @param {Model} model @param {Actions} actions */
export function stepper(model, actions) {
  const { words, at, state, playing } = model;
  const w = words.steps;
  const whole = state.step === null;
  /** @param {"first" | "back" | "play" | "pause" | "forward" | "last"} name @param {() => void} act @param {boolean} [can] */
  const button = (name, act, can = true) =>
    html`<button type="button" class=${name === "play" || name === "pause" ? "play" : "quiet"} aria-label=${w[name]} title=${w[name]} aria-disabled=${can ? "false" : "true"} @click=${() => can && act()}>${ICONS[name]}</button>`;
  return html`<div class="stepper needs-script pass-${at.pass}" data-explain="steps" role="group" aria-label=${w.name}>
    <div class="step-buttons">
      ${button("first", () => actions.goTo(0), whole || at.step > 0)} ${button("back", actions.stepBack, whole || at.step > 0)}
      ${playing ? button("pause", actions.pause) : button("play", actions.play)} ${button("forward", actions.stepForward, !whole)}
      ${button("last", () => actions.goTo(null), !whole)}
    </div>
    <label class="scrub" data-explain="scrub"><span class="visually-hidden">${w.scrub}</span>
      <input type="range" min="0" max=${at.last} step="1" .value=${live(String(at.step))} aria-valuetext=${whole ? w.last : w.count(at)}
        style="--seed: ${seedAt(model.trace)}" @input=${(/** @type {Event & { target: HTMLInputElement }} */ event) => actions.goTo(Number(event.target.value))}>
      <span class="ticks" aria-hidden="true"><span class="forward">${w.passes.forward} →</span><span class="backward">${w.passes.backward} ←</span></span>
    </label>
    <output class="step-count">${w.of(at)}</output>
    <label class="speed" data-explain="speed"><span class="visually-hidden">${w.speed}</span>
      <select title=${w.speed} @change=${(/** @type {Event & { target: HTMLSelectElement }} */ event) => actions.setView({ speed: Number(event.target.value) })}>
        ${SPEEDS.map((speed) => html`<option value=${speed} ?selected=${speed === state.speed} .selected=${speed === state.speed}>${speed / INITIAL_SPEED} ×</option>`)}
      </select></label>
    <button type="button" class="toggle" data-explain="links" aria-pressed=${state.links ? "true" : "false"} title=${words.links.explain} @click=${() => actions.setView({ links: !state.links })}>${ICONS.link}${words.links.name}</button>
  </div>`;
}

/** Where the seed stands on the scrubber, as a part of the whole. @param {Trace} trace */
const seedAt = (trace) => {
  const seed = trace.steps.findIndex(({ pass }) => pass === "seed");
  return seed < 0 ? 1 : (seed + 0.5) / trace.steps.length;
};

/** The list that backward() works off (step 8): filled and popped. @param {Model} model */
export function workList({ trace, at, words }) {
  const { current } = at;
  const functionOf = (/** @type {string} */ id) => trace.functions.find((f) => f.id === id);
  const branches = !isChain(trace);
  const letters = (current?.worklist ?? []).map((id) => functionOf(id)?.letter ?? id);
  const entries = (current?.worklist ?? []).map((id, index) =>
    branches
      ? html`${index > 0 ? ", " : ""}${letters[index]}<sub title=${words.details.generation}>${functionOf(id)?.generation}</sub>`
      : html`${index > 0 ? ", " : ""}${letters[index]}`,
  );
  const taken = current?.pass === "backward" ? functionOf(current.function) : undefined;
  const popped =
    taken && (branches ? words.links.ordered(taken.letter, taken.generation) : words.links.popped(taken.letter));
  const running = current?.pass === "seed" || current?.pass === "backward";
  return html`<p class="work-list" data-explain="links"><span>${words.links.workList}</span> <code>[${entries}]</code>
    <span class="hint">${!running ? (at.step === at.last ? words.links.done : words.links.idle) : (popped ?? words.links.filled(letters.join(", ")))}</span></p>`;
}
