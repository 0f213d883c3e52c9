/** Reads the arrays of a trace: shape + dtype + flat data, NaN and infinities as strings. Pure. */

/** @typedef {import("./types.js").PlainArray} PlainArray */
/** @typedef {import("./types.js").PlainNumber} PlainNumber */

/** @param {PlainArray} array */
export const isScalar = (array) => array.shape.length === 0;

/** @param {PlainArray} array @returns {number} how many elements */
export const sizeOf = (array) => array.shape.reduce((size, length) => size * length, 1);

/** @param {PlainArray} array @returns {PlainNumber[]} every element, or the first and last ones of a summarised array */
export const elementsOf = (array) => array.data ?? [...(array.summary?.head ?? []), ...(array.summary?.tail ?? [])];

/** @param {PlainArray} array @returns {PlainNumber[]} every element, or the first ones of a summarised array */
export const firstElementsOf = (array) => array.data ?? array.summary?.head ?? [];

/** @param {PlainNumber} value @returns {number} */
export const toNumber = (value) => Number(value);

/**
 * @param {PlainArray} array  not summarised
 * @returns {PlainNumber[][]} its rows: a scalar or 1-D array is one row, more dimensions are folded onto the rows
 */
export function rowsOf(array) {
  const data = array.data ?? [];
  const width = array.shape.length === 0 ? 1 : array.shape[array.shape.length - 1];
  if (width === 0) return [];
  return Array.from({ length: data.length / width }, (_, row) => data.slice(row * width, (row + 1) * width));
}

/** Where an element of a flat array stands, as Python writes it: "[1, 0]". @param {number} place @param {number[]} shape */
export function indexText(place, shape) {
  let rest = place;
  const index = shape.toReversed().map((length) => {
    const at = rest % length;
    rest = Math.floor(rest / length);
    return at;
  });
  return `[${index.reverse().join(", ")}]`;
}
