/** How large the graph is drawn: the sizes there are, the one that shows all of it, and the controls. */
import { html, nothing } from "lit";
import { isChain } from "../../trace/partials.js";
import { ICONS } from "../icons.js";
import { automatic } from "./graph.js";
import { layoutChain, NARROW } from "./layout.js";

/** @typedef {import("../model.js").Model} Model */
/** @typedef {import("../model.js").Actions} Actions */
/** @typedef {import("../../trace/types.js").Trace} Trace */
/** @typedef {import("./graph.js").Branches | null | undefined} Branches */

export const SIZES = [0.35, 0.55, 0.65, 0.8, 1, 1.25, 1.5, 2];
/** From so many functions on a chain is long; what branches may be long with fewer. */
const LONG = 6;

/**
 * Where everything stands at a size. A smaller size has room for more in a row; a larger one is looked at in parts.
 * @param {Trace} trace
 * @param {number} width  CSS pixels
 * @param {number} zoom
 * @param {Branches} branches
 */
export function layoutAt(trace, width, zoom, branches) {
  const room = zoom < 1 ? width / zoom : width;
  return branches && !isChain(trace) ? laidOut(trace, room, branches) : layoutChain(trace, room);
}

/** Layouts of graphs that branch, by shape and room: moving x changes neither. @type {Map<string, import("./layout.js").Layout>} */
const known = new Map();
const MOST_KNOWN = 40;

/** @param {Trace} trace @param {number} room @param {NonNullable<Branches>} branches */
function laidOut(trace, room, branches) {
  const shape = trace.functions.map(({ id, inputs, outputs }) => `${inputs}>${id}>${outputs}`);
  const key = [room, trace.variables.map(({ id }) => id), ...shape].join(" ");
  let layout = known.get(key);
  if (!layout) {
    if (known.size >= MOST_KNOWN) known.clear();
    layout = branches(trace, room);
    known.set(key, layout);
  }
  return layout;
}

/** The greatest size at which all of it can be seen. @param {Trace} trace @param {number} width @param {number} height @param {Branches} branches */
export const fitting = (trace, width, height, branches) =>
  SIZES.toReversed().find((zoom) => {
    if (zoom > 1) return false;
    const layout = layoutAt(trace, width, zoom, branches);
    return layout.height * zoom <= height && layout.width * zoom <= width + 1;
  }) ?? SIZES[0];

/** @param {Model} model @param {Actions} actions */
export function zoomControls({ trace, words, widths, branches, ...model }, actions) {
  const zoom = model.zoom ?? automatic(trace, widths[0], branches);
  const long = trace.functions.length >= LONG || !isChain(trace) || (widths[0] < NARROW && trace.functions.length > 3);
  if (!long && model.zoom === null) return nothing;
  const at = SIZES.indexOf(zoom);
  const w = words.zoom;
  /** @param {"minus" | "plus" | "whole"} icon @param {string} name @param {() => void} act @param {boolean} [can] */
  const button = (icon, name, act, can = true) =>
    html`<button type="button" class="quiet small" aria-label=${name} title=${name} aria-disabled=${can ? "false" : "true"} @click=${() => can && act()}>${ICONS[icon]}</button>`;
  return html`<div class="zoom needs-script" data-explain="zoom" role="group" aria-label=${w.name}>
    ${button("minus", w.out, () => actions.zoom(SIZES[at - 1]), at > 0)}
    <output>${Math.round(zoom * 100)} %</output>
    ${button("plus", w.in, () => actions.zoom(SIZES[at + 1]), at < SIZES.length - 1)}
    ${button("whole", w.fit, actions.zoomToFit)}
  </div>`;
}
