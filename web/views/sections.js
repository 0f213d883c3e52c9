/** Sections that the page and its embedded form share, each of several views. */
import { html, nothing } from "lit";
import { chain } from "./chain.js";
import { expression } from "./expression.js";
import { graphBlock } from "./graph/block.js";
import { zoomControls } from "./graph/zoom.js";
import { notes } from "./notes.js";
import { stepper, workList } from "./stepper.js";

/** @typedef {import("./model.js").Model} Model */
/** @typedef {import("./model.js").Actions} Actions */

/** The chain, or the expression in its place. @param {Model} model @param {Actions} actions */
export const functions = (model, actions) =>
  model.state.y === null ? chain(model, actions) : expression(model, actions);

/** @param {Model} model @param {Actions} actions */
export const zoomableGraph = (model, actions) => html`${zoomControls(model, actions)} ${graphBlock(model, actions)}`;

/** @param {Model} model @param {Actions} actions */
export const steps = (model, actions) =>
  html`${stepper(model, actions)} ${model.state.links ? workList(model) : nothing} ${notes(model)}`;
