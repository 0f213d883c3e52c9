/**
 * The attributes of `<auto-diff>`: the table of properties, under the names that the address has, and what the element
 * alone needs. Knows no element; reads text, evaluates nothing.
 */
import { PROPERTIES, PROPERTY_NAMES } from "../state/properties.js";

/** @typedef {import("../state/properties.js").PropertyName} PropertyName */

/** The parts that can be shown, in the order in which they stand. */
export const PARTS = /** @type {const} */ ([
  "x",
  "chain",
  "result",
  "graph",
  "steps",
  "code",
  "curve",
  "check",
  "table",
]);

/** @typedef {(typeof PARTS)[number]} Part */

/** What is shown where nothing is asked for. @type {readonly Part[]} */
export const USUAL = ["x", "chain", "result", "graph", "steps"];

/** Names that say more than the address's short ones. @type {Partial<Record<PropertyName, string>>} */
const LONG = { chain: "chain" };

/** What is no part of the state: which parts are shown, and whether x and the chain can be changed by the reader. */
export const SHOW = "show";

/** @param {PropertyName} name @returns {string[]} the names of its attribute, the best first */
export const attributesOf = (name) => [...(LONG[name] ? [LONG[name]] : []), PROPERTIES[name].address];

/** Every attribute that matters. */
export const ATTRIBUTES = [...new Set([...PROPERTY_NAMES.flatMap(attributesOf), SHOW])];

/**
 * What is to be shown: known words in the order of the page, the usual parts where none is known.
 * @param {string | null} text  e.g. "graph steps"
 * @returns {Part[]}
 */
export function partsOf(text) {
  const words = new Set((text ?? "").toLowerCase().split(/[\s,]+/));
  const known = PARTS.filter((part) => words.has(part));
  return known.length > 0 ? known : [...USUAL];
}

/** A value that was set from a script, as an attribute says it. @param {unknown} value */
export const textOfValue = (value) =>
  Array.isArray(value) && value.every((word) => typeof word === "string" && /^[a-z]/i.test(word))
    ? value.join(" ")
    : typeof value === "object"
      ? JSON.stringify(ArrayBuffer.isView(value) ? [.../** @type {any} */ (value)] : value)
      : String(value);
