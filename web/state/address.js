/**
 * State ⇄ the part of the address after `#` (or a query). Reads text, writes text, evaluates nothing.
 * Unknown keys are ignored; a bad value is told and its property keeps the initial value.
 */
import { initialState, PROPERTIES, PROPERTY_NAMES } from "./properties.js";

/** @typedef {import("./properties.js").State} State */
/** @typedef {import("./properties.js").Problem} Problem */
/** @typedef {import("./properties.js").PropertyName} PropertyName */

/**
 * @param {string} text  e.g. "#x=0.5&f=square,exp,pow:3&step=4&lang=ko"
 * @returns {{ state: State, problems: Problem[] }}
 */
export function readAddress(text) {
  // A plus is a plus, as in (x**2+1)*sin(x): only forms mean a space by it.
  const given = new URLSearchParams(text.replace(/^[#?]/, "").replaceAll("+", "%2B"));
  return readState((name) => given.get(PROPERTIES[name].address));
}

/**
 * @param {(name: PropertyName) => string | null} look  finds what stands for a property, if anything does
 * @returns {{ state: State, problems: Problem[] }}
 */
export function readState(look) {
  const state = initialState();
  /** @type {Problem[]} */
  const problems = [];
  for (const name of PROPERTY_NAMES) {
    const text = look(name);
    if (text === null) continue;
    const read = /** @type {import("./properties.js").Property<any>} */ (PROPERTIES[name]).read(text);
    if ("problem" in read) problems.push(read.problem);
    else Object.assign(state, { [name]: read.value });
  }
  return { state, problems };
}

/**
 * @param {State} state
 * @returns {string} "#…": x and the chain always, the rest where it differs from the initial value
 */
export function writeAddress(state) {
  const initial = initialState();
  const pairs = [];
  for (const name of PROPERTY_NAMES) {
    const { address, write } = /** @type {import("./properties.js").Property<any>} */ (PROPERTIES[name]);
    const text = write(state[name]);
    if (name === "x" || name === "chain" || text !== write(initial[name])) pairs.push(`${address}=${readable(text)}`);
  }
  return `#${pairs.join("&")}`;
}

/**
 * Without the spaces that Python does not need, for in an address each would be a "%20".
 * @param {string} text
 */
const tight = (text) =>
  text.replace(/(?<=[,([])\s+|\s+(?=[,)\]])|(?<=[\w)\]])\s+(?=[-+*/])|(?<=[-+*/])\s+(?=[\w.([])/g, "");

/** Percent-encodes only what an address cannot hold, so that a person can read it. @param {string} text */
const readable = (text) =>
  encodeURIComponent(tight(text))
    .replace(/%2C/g, ",")
    .replace(/%3A/g, ":")
    .replace(/%2F/g, "/")
    .replace(/%5B/g, "[")
    .replace(/%5D/g, "]")
    .replace(/%2B/g, "+")
    .replace(/%3D/g, "=");
