/**
 * How numbers are set: significant digits chosen once, a true minus sign, powers of ten instead of an "e",
 * the full double on demand. Pure; knows no screen.
 */

/** @typedef {import("../trace/types.js").PlainNumber} PlainNumber */
/** @typedef {import("../trace/types.js").PlainArray} PlainArray */

export const SIGNIFICANT = 6;
const MINUS = "\u2212";
const SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/** @param {string} digits */
export const superscript = (digits) => digits.replace("-", "⁻").replace(/\d/g, (digit) => SUPERSCRIPTS[Number(digit)]);

/** "1.5e-7" → "1.5 × 10⁻⁷" with a true minus. @param {string} text */
function typeset(text) {
  const [mantissa, exponent] = text.replace("e+", "e").replace(/e-0/, "e-").split("e");
  const signed = mantissa.replace("-", MINUS);
  return exponent === undefined ? signed : `${signed}\u2009×\u200910${superscript(exponent)}`;
}

/** @param {PlainNumber} value */
const special = (value) => {
  const number = Number(value);
  if (Number.isNaN(number)) return "NaN";
  if (!Number.isFinite(number)) return number < 0 ? `${MINUS}∞` : "∞";
  return null;
};

/**
 * @param {PlainNumber} value
 * @param {number} [digits] significant digits; a number that needs fewer is shown with fewer
 */
export function short(value, digits = SIGNIFICANT) {
  const named = special(value);
  if (named) return named;
  const number = Number(value);
  const size = Math.abs(number);
  if (size !== 0 && (size >= 1e6 || size < 1e-4)) {
    const [mantissa, exponent] = number.toExponential(digits - 1).split("e");
    return typeset(`${shorter(mantissa, String(number / 10 ** Number(exponent)))}e${exponent}`);
  }
  return typeset(shorter(number.toPrecision(digits), String(number)));
}

/** The exact text where it is the shorter one, so that 0.5 is not 0.500000. @param {string} rounded @param {string} exact */
const shorter = (rounded, exact) => (!exact.includes("e") && exact.length <= rounded.length ? exact : rounded);

/** Every digit of the double, as Python's repr has them, typeset. @param {PlainNumber} value */
export const full = (value) => special(value) ?? typeset(pythonRepr(Number(value)));

/** As Python prints it: for copying into code. @param {PlainNumber} value */
export function code(value) {
  const number = Number(value);
  if (Number.isNaN(number)) return "nan";
  if (!Number.isFinite(number)) return number < 0 ? "-inf" : "inf";
  return pythonRepr(number);
}

/** JavaScript and Python agree on the shortest digits; they part on when to write an exponent. @param {number} number */
function pythonRepr(number) {
  if (Object.is(number, -0)) return "-0.0";
  const size = Math.abs(number);
  if (size !== 0 && (size >= 1e16 || size < 1e-4)) {
    const [mantissa, exponent] = number.toExponential().split("e");
    return `${mantissa}e${exponent[0]}${exponent.slice(1).padStart(2, "0")}`;
  }
  const text = String(number);
  return /[.e]/.test(text) ? text : `${text}.0`;
}

/**
 * @param {PlainArray} array
 * @param {{ digits?: number, most?: number }} [options]  most: how many elements to show
 * @returns {string} "0.25", "[0, 0.25, 1]", "[[1, 2], …]"
 */
export function compact(array, { digits = SIGNIFICANT, most = 3 } = {}) {
  const { shape } = array;
  if (shape.length === 0) return short((array.data ?? ["NaN"])[0], digits);
  const shown = (array.data ?? array.summary?.head ?? []).slice(0, most).map((value) => short(value, digits));
  const size = shape.reduce((a, b) => a * b, 1);
  return `${"[".repeat(shape.length)}${shown.join(", ")}${size > shown.length ? (shown.length > 0 ? ", …" : "…") : ""}${"]".repeat(shape.length)}`;
}

/**
 * As much of an array as fits.
 * @param {PlainArray} array
 * @param {number} room  characters
 * @param {number} [digits]  of a single number
 */
export function fitted(array, room, digits = SIGNIFICANT) {
  if (array.shape.length === 0) return compact(array, { digits });
  for (const [few, most] of [
    [4, 4],
    [3, 3],
    [3, 2],
    [3, 1],
    [2, 1],
  ]) {
    const text = compact(array, { digits: few, most });
    if (text.length <= room) return text;
  }
  return compact(array, { digits: 2, most: 0 });
}

/** @param {number[]} shape @returns {string} "2 × 3" */
export const shapeText = (shape) => shape.join(" × ");
