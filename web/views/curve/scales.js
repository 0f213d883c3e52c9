/** From the points of a curve to what can be drawn: scales, breaks at poles, the tangent. Pure; knows no screen. */
import { quantileSorted } from "d3-array";
import { scaleLinear } from "d3-scale";
import { short } from "../../maths/numbers.js";
import { toNumber } from "../../trace/arrays.js";

/** @typedef {import("../../trace/types.js").PlainNumber} PlainNumber */

/** @typedef {{ width: number, height: number, left: number, right: number, top: number, bottom: number }} Size */

/** About so many lines across. */
export const TICKS = 5;
/** CSS pixels of a sign beside an axis. */
const SIGN = 8;

/** The panels' grid, as in the style sheet: the least width of a column, the gap, and what the sheet has round the graph. */
const PANEL = { least: 360, gap: 24, round: 42 };

/** The size of a plot in CSS pixels: as wide as its panel, always as high. @param {number[]} widths  of the graph @returns {Size} */
export const plotSize = (widths) => ({
  width: panelWidth(widths[0]),
  height: 300,
  left: 64,
  right: 14,
  top: 14,
  bottom: 40,
});

/**
 * A range of y that shows the shape: neither a pole nor an explosion at one end may flatten the rest.
 * @param {number[]} values
 * @param {number[]} must  values that have to be seen
 * @returns {[number, number]}
 */
export function heightRange(values, must = []) {
  const finite = values.filter(Number.isFinite).sort((a, b) => a - b);
  if (finite.length === 0) return [-1, 1];
  const at = (/** @type {number} */ part) => /** @type {number} */ (quantileSorted(finite, part));
  const [low, high] = [at(0), at(1)];
  const usual = 3 * (at(0.75) - at(0.25));
  const top = high > at(0.75) + usual ? at(0.5) + 3 * (at(0.5) - at(0.1)) : high;
  const bottom = low < at(0.25) - usual ? at(0.5) - 3 * (at(0.9) - at(0.5)) : low;
  const ends = [bottom, top, ...must.filter(Number.isFinite)];
  const [from, to] = [Math.min(...ends), Math.max(...ends)];
  const pad = (to - from || Math.abs(to) || 1) * 0.08;
  return [from - pad, to + pad];
}

/** SVG renderers lose lines that reach absurdly far. @param {number} pixel */
export const clampPixel = (pixel) => Math.min(Math.max(pixel, -1e5), 1e5);

/** @param {number} graph  its width */
function panelWidth(graph) {
  const whole = graph + PANEL.round;
  const columns = Math.min(3, Math.max(1, Math.floor((whole + PANEL.gap) / (PANEL.least + PANEL.gap))));
  return Math.floor((whole - PANEL.gap * (columns - 1)) / columns);
}

/** With enough digits to tell it from its neighbours. @param {number} tick @param {number[]} ticks */
export function tickText(tick, ticks) {
  const size = Math.max(...ticks.map(Math.abs));
  const step = Math.abs(ticks[1] - ticks[0]);
  const digits = step > 0 && size > 0 ? Math.min(Math.max(Math.ceil(Math.log10(size / step)) + 1, 3), 15) : 3;
  return short(tick, digits);
}

/** @param {[number, number]} range @param {[number, number]} heights @param {Size} size */
export function scalesOf(range, heights, size) {
  const y = scaleLinear(heights, [size.height - size.bottom, size.top]).nice();
  const ticks = y.ticks(TICKS);
  const longest = Math.max(...ticks.map((tick) => tickText(tick, ticks).length));
  const left = Math.max(size.left, longest * SIGN + 16);
  return { size: { ...size, left }, x: scaleLinear(range, [left, size.width - size.right]), y };
}

/**
 * Cuts a curve where it is undefined and where it jumps (a pole): where two neighbours lie far apart although neither
 * slope leads there.
 * @param {PlainNumber[]} xs
 * @param {PlainNumber[]} data
 * @param {PlainNumber[]} derivative
 * @returns {[number, number][][]} runs of points to be joined
 */
export function runsOfCurve(xs, data, derivative) {
  /** @type {[number, number][][]} */
  const runs = [];
  /** @type {[number, number][]} */
  let run = [];
  const close = () => {
    if (run.length > 1) runs.push(run);
    run = [];
  };
  xs.forEach((at, index) => {
    const [x, y] = [toNumber(at), toNumber(data[index])];
    if (!Number.isFinite(y)) {
      close();
      return;
    }
    const before = run.at(-1);
    if (before) {
      const rise = y - before[1];
      const slopes = [toNumber(derivative[index - 1]), toNumber(derivative[index])];
      const against = slopes.every((slope) => Number.isFinite(slope) && slope * rise < 0);
      const steep = Math.abs(rise) > 4 * Math.max(...slopes.map(Math.abs)) * (x - before[0]) + 1e-9 * Math.abs(y);
      if (against || (steep && slopes.every(Number.isFinite))) close();
    }
    run.push([x, y]);
  });
  close();
  return runs;
}
