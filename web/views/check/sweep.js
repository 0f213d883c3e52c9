/** The error of numerical differentiation over eps, both logarithmic, its two slopes named and the best eps marked. */
import { scaleLog } from "d3-scale";
import { line } from "d3-shape";
import { nothing, svg } from "lit";
import { short } from "../../maths/numbers.js";
import { toNumber } from "../../trace/arrays.js";
import { plotSize } from "../curve/scales.js";

/** @typedef {import("../../trace/types.js").Check} Check */

/** Below the rounding of a double no error can be told from none. */
const LEAST = 1e-17;

/** @param {Check} check @param {import("../../words/en.js").Words} words @param {number} eps @param {number[]} widths @param {import("../model.js").Actions} actions */
export function sweepPlot(check, words, eps, widths, actions) {
  const size = { ...plotSize(widths), left: 60, right: 16, top: 28 };
  const w = words.check;
  const points = check.sweep
    .map((point) => ({ eps: point.eps, error: toNumber(point.error) }))
    .filter(({ error }) => Number.isFinite(error))
    .map((point) => ({ ...point, error: Math.max(point.error, LEAST) }))
    .sort((a, b) => a.eps - b.eps);
  if (points.length < 2) return nothing;
  const errors = points.map(({ error }) => error);
  const x = scaleLog([1e-12, 1e-1], [size.left, size.width - size.right]);
  const y = scaleLog([Math.min(...errors) / 3, Math.max(...errors, 1e-9) * 3], [size.height - size.bottom, size.top]);
  const bottom = size.height - size.bottom;
  const joined = line()(points.map((point) => /** @type {[number, number]} */ ([x(point.eps), y(point.error)])));
  const best = points.find((point) => point.eps === check.best_eps);
  const powers = (/** @type {[number, number]} */ [low, high], /** @type {number} */ most) => {
    const [from, to] = [Math.ceil(Math.log10(low)), Math.floor(Math.log10(high))];
    const step = Math.max(1, Math.ceil((to - from) / most));
    return Array.from({ length: Math.max(0, Math.floor((to - from) / step) + 1) }, (_, k) =>
      Number(`1e${from + k * step}`),
    );
  };
  return svg`<svg class="plot" data-explain="sweep" viewBox="0 0 ${size.width} ${size.height}" role="group" aria-label=${w.sweepName}>
    <g class="axes" aria-hidden="true">
      ${powers([1e-12, 1e-1], 6).map((tick) => svg`<path class="gridline" d="M${x(tick)} ${size.top}V${bottom}"/><text x=${x(tick)} y=${bottom + 18} text-anchor="middle">${power(tick)}</text>`)}
      ${powers(/** @type {[number, number]} */ (y.domain()), 5).map((tick) => svg`<path class="gridline" d="M${size.left} ${y(tick)}H${size.width - size.right}"/><text x=${size.left - 8} y=${y(tick) + 4} text-anchor="end">${power(tick)}</text>`)}
      <text class="axis-name" x=${(size.left + size.width - size.right) / 2} y=${bottom + 36} text-anchor="middle">ε</text>
      <text class="axis-name words" x="0" y=${size.top - 10}>${w.error}</text>
      <text class="side" x=${size.left} y=${bottom + 36}>← ${w.cancellation}</text>
      <text class="side" x=${size.width - size.right} y=${bottom + 36} text-anchor="end">${w.truncation} →</text>
    </g>
    <path class="line ink" d=${joined ?? ""}/>
    ${points.map(
      (
        point,
      ) => svg`<g class="sweep-point ${point.eps === eps ? "is-chosen" : ""}" transform="translate(${x(point.eps)} ${y(point.error)})" @click=${() => actions.setEps(point.eps)}>
        <circle class="halo" r="13"/><circle class="dot" r=${point.eps === eps ? 6 : 3.5}/></g>`,
    )}
    ${best ? svg`<text class="best" x=${x(best.eps)} y=${y(best.error) - 12 < size.top + 24 ? y(best.error) + 22 : y(best.error) - 12} text-anchor="middle">${w.best}</text>` : nothing}
  </svg>`;
}

/** @param {number} value a power of ten */
const power = (value) =>
  short(value)
    .replace(/^1\u2009×\u2009/, "")
    .replace(/^0\.0*1$/, (text) => `10${"⁻"}${"⁰¹²³⁴⁵⁶⁷⁸⁹"[text.length - 2]}`);
