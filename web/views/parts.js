/** Views that can draw their parts one by one, so that no drawing takes long. */
import { noChange, nothing } from "lit";

/** @typedef {import("./model.js").Model} Model */
/** @typedef {import("./model.js").Actions} Actions */
/** @typedef {"drawn" | "kept" | "coming"} Stage of a part: drawn now, left as it was drawn before, or not there yet */
/**
 * @template {string} Part
 * @typedef {(part: Part) => Stage} Stages
 */
/**
 * @template {string} Part
 * @typedef {(part: Part, view: (model: Model, actions: Actions) => unknown) => unknown} Drawn what a view gives, at that stage
 */

export const ALL_DRAWN = () => /** @type {const} */ ("drawn");

/**
 * @template {string} Part
 * @param {Model} model
 * @param {Actions} actions
 * @param {Stages<Part>} stage
 * @returns {Drawn<Part>}
 */
export const drawnBy = (model, actions, stage) => (part, view) => {
  const now = stage(part);
  if (now === "drawn") return view(model, actions);
  return now === "kept" ? noChange : nothing;
};
