/** The place of the graph in a sheet: drawn once, or for a wide and a narrow sheet while it is not known which fits. */
import { html } from "lit";
import { graph } from "./graph.js";

/** @typedef {import("../model.js").Model} Model */
/** @typedef {import("../model.js").Actions} Actions */

/** @param {Model} model @param {Actions} actions */
export function graphBlock(model, actions) {
  const { words, trace, at, focus, widths } = model;
  return html`<div class="graph-block" data-explain="graph" id="graph" part="graph" tabindex="-1">
    ${widths.map(
      (width) =>
        html`<div class="graph-fit ${widths.length > 1 ? (width < 640 ? "when-narrow" : "when-wide") : ""}">${graph({
          trace,
          branches: model.branches,
          at,
          width,
          focus,
          words,
          digits: model.state.digits,
          links: model.state.links,
          zoom: model.zoom,
          tabStop: focus !== null && (focus in at.variables || focus in at.functions) ? focus : trace.inputs[0],
          onPoint: actions.point,
          onOpen: actions.showDetails,
          onKey: actions.walk,
        })}</div>`,
    )}
  </div>`;
}
