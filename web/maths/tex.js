/** Formulas in TeX → MathML for the page, through Temml. `#1` in a function's formula is its input's name. */

import { html } from "lit";
import { unsafeHTML } from "lit/directives/unsafe-html.js";
import temml from "temml";
import { compact, SIGNIFICANT, short } from "./numbers.js";

/** @typedef {import("../trace/types.js").PlainNumber} PlainNumber */
/** @typedef {import("../trace/types.js").PlainArray} PlainArray */

/** @type {Map<string, ReturnType<typeof html>>} */
const known = new Map();

/**
 * @param {string} formula  TeX with `#1`, `#2`… where the arguments go
 * @param {string | string[]} names  TeX of the arguments
 */
export function fill(formula, names) {
  const list = Array.isArray(names) ? names : [names];
  // Parentheses round a mere name are as high as it is; those that stretch may come out higher.
  const fitting = list.every((name) => /^[a-zA-Z](_\{?\w+\}?)?$/.test(name)) && !/\\frac|\^\{-?#/.test(formula);
  const plain = fitting ? formula.replaceAll("\\left(", "(").replaceAll("\\right)", ")") : formula;
  return plain.replace(/#(\d)/g, (slot, place) => list[Number(place) - 1] ?? slot);
}

/** A variable's name as TeX: h12 → h_{12}; a gradient's, gh12 → g_{h_{12}}. @param {string} name @returns {string} */
export const nameTex = (name) =>
  /^g[a-z]/.test(name) ? `g_{${nameTex(name.slice(1))}}` : name.replace(/^([a-zA-Z]+)(\d+)$/, "$1_{$2}");

/** A number as TeX; a negative one in parentheses where it follows a sign. @param {PlainNumber} value @param {boolean} [inside] @param {number} [digits] */
export function numberTex(value, inside = false, digits = SIGNIFICANT) {
  const text = short(value, digits)
    .replace(/\u2009×\u200910([⁻⁰¹²³⁴-⁹]+)$/, (_, exponent) => `\\times 10^{${plainDigits(exponent)}}`)
    .replace("\u2212", "-")
    .replace("∞", "\\infty ")
    .replace("NaN", "\\text{NaN}");
  return inside && /^-|times/.test(text) ? `\\left(${text}\\right)` : text;
}

/** @param {string} exponent in superscript digits */
const plainDigits = (exponent) =>
  exponent.replace(/./gu, (digit) => (digit === "⁻" ? "-" : String("⁰¹²³⁴⁵⁶⁷⁸⁹".indexOf(digit))));

/** @param {PlainArray} array @param {boolean} [inside] @param {number} [digits] */
export const arrayTex = (array, inside = false, digits = SIGNIFICANT) =>
  array.shape.length === 0
    ? numberTex((array.data ?? ["NaN"])[0], inside, digits)
    : `\\text{${compact(array, { digits: 4, most: 2 })}}`;

/** A letter and its prime as one word: without a font for maths, browsers raise the prime twice. @param {string} mathml */
const primed = (mathml) =>
  mathml.replace(/<msup><mi>(\w)<\/mi><mo[^>]*>′<\/mo><\/msup>/g, '<mi class="primed">$1′</mi>');

/** @param {string} tex */
export function math(tex) {
  let made = known.get(tex);
  if (!made) {
    made = html`${unsafeHTML(primed(temml.renderToString(tex)))}`;
    if (known.size > 2000) known.clear();
    known.set(tex, made);
  }
  return made;
}
