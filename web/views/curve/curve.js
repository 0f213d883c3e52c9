/**
 * y over a range of x, with the tangent at x: its slope is the gradient. The point can be dragged or moved by arrow
 * keys. Draws the trace's curve; computes nothing that Python has not.
 */
import { line } from "d3-shape";
import { html, nothing, svg } from "lit";
import { short } from "../../maths/numbers.js";
import { plainText } from "../../maths/svg-text.js";
import { math, nameTex } from "../../maths/tex.js";
import { isScalar, toNumber } from "../../trace/arrays.js";
import { clampPixel, heightRange, plotSize, runsOfCurve, scalesOf, TICKS, tickText } from "./scales.js";

/** @typedef {import("../model.js").Model} Model */
/** @typedef {import("../model.js").Actions} Actions */

/** @typedef {import("../../trace/types.js").PlainNumber[]} Numbers */

const path = line();
/** Elements of an array that are marked on the curve. */
const MOST_ELEMENTS = 60;

/** @type {{ key: unknown[], value: { dataPath: string, derivativePath: string | null } } | null} */
let kept = null;

/** Moving x leaves the curve as it is: its path is made once. @param {unknown[]} key @param {() => { dataPath: string, derivativePath: string | null }} make */
function once(key, make) {
  const same = kept?.key.every((part, index) => Object.is(part, key[index]));
  if (!kept || !same) kept = { key, value: make() };
  return kept.value;
}

/** @param {Model} model @param {Actions} actions */
export function curve(model, actions) {
  const { trace, words, state } = model;
  const w = words.curve;
  const drawn = trace.curve;
  if (!drawn) return nothing;
  const along = drawn.along ?? trace.inputs[0];
  const names = drawn.variables.map(({ variable }) => variable);
  const name = names.includes(state.of ?? "") ? /** @type {string} */ (state.of) : names[names.length - 1];
  const shown = drawn.variables[names.indexOf(name)];
  const xs = drawn.x;
  const point = pointAt(model, name);
  const elements = elementsOn(model, name);
  const heights = heightRange(shown.data.map(toNumber), point ? [point.y] : []);
  const scales = scalesOf(drawn.range, heights, plotSize(model.widths));
  const { size } = scales;
  const onScreen = (/** @type {[number, number]} */ [x, y]) =>
    /** @type {[number, number]} */ ([scales.x(x), clampPixel(scales.y(y))]);
  const drawnLine = (/** @type {Numbers} */ ys, /** @type {Numbers} */ slopes) =>
    runsOfCurve(xs, ys, slopes)
      .map((run) => path(run.map(onScreen)))
      .join("");
  const { dataPath, derivativePath } = once([drawn, name, state.slope, size.width, ...scales.y.domain()], () => ({
    dataPath: drawnLine(shown.data, shown.derivative),
    derivativePath: state.slope ? drawnLine(shown.derivative, second(xs, shown.derivative)) : null,
  }));
  return html`<section class="panel curve" data-explain="curve" aria-labelledby="curve-title">
    <div class="panel-head">
      <h2 id="curve-title">${w.title}</h2>
      <div class="panel-tools needs-script">
        <label data-explain="curveOf"><span class="visually-hidden">${w.of}</span>
          <select @change=${(/** @type {Event & { target: HTMLSelectElement }} */ event) => actions.setView({ of: event.target.value })}>
            ${names.map((other) => html`<option value=${other} ?selected=${other === name} .selected=${other === name}>${other}(${along})</option>`)}
          </select></label>
        <label class="check" data-explain="slope"><input type="checkbox" aria-label="d${name}/d${along}" .checked=${state.slope} @change=${(/** @type {Event & { target: HTMLInputElement }} */ event) => actions.setView({ slope: event.target.checked })}>${math(`d${nameTex(name)}/d${nameTex(along)}`)}</label>
      </div>
    </div>
    <svg class="plot" viewBox="0 0 ${size.width} ${size.height}" role="group" aria-label=${w.name(name)}
      @pointerdown=${(/** @type {PointerEvent} */ event) => dragFrom(event, scales, state.range, actions)}>
      <clipPath id="curve-clip"><rect x=${size.left} y=${size.top} width=${size.width - size.left - size.right} height=${size.height - size.top - size.bottom}/></clipPath>
      ${axes(scales, name, along)}
      <g clip-path="url(#curve-clip)">
        ${derivativePath === null ? nothing : svg`<path class="line backward is-derivative" d=${derivativePath}/>`}
        <path class="line forward" d=${dataPath}/>
        ${point ? tangent(point, scales) : nothing}
      </g>
      ${elements.map(([x, y]) => svg`<circle class="element" cx=${scales.x(x)} cy=${clampPixel(scales.y(y))} r="4.5" clip-path="url(#curve-clip)"/>`)}
      ${point ? handle(point, scales, model, actions, name) : nothing}
    </svg>
    <p class="hint">${point ? w.slope({ name, input: along, x: short(point.x), slope: point.exact ? short(point.slope) : `≈ ${short(point.slope, 3)}` }) : elements.length > 0 ? w.elements : w.noPoint}</p>
  </section>`;
}

/** The derivative's own slope, for its breaks only. @param {import("../../trace/types.js").PlainNumber[]} xs @param {import("../../trace/types.js").PlainNumber[]} ys */
const second = (xs, ys) =>
  ys.map((_y, index) => {
    const [a, b] = [Math.max(index - 1, 0), Math.min(index + 1, ys.length - 1)];
    return (toNumber(ys[b]) - toNumber(ys[a])) / (toNumber(xs[b]) - toNumber(xs[a]));
  });

/**
 * The point at x: what the trace has there, and the slope of the curve.
 * @param {Model} model
 * @param {string} name
 * @returns {{ x: number, y: number, slope: number, exact: boolean } | null}
 */
function pointAt({ trace }, name) {
  const input = trace.variables.find(({ id }) => id === (trace.curve?.along ?? trace.inputs[0]));
  const variable = trace.variables.find(({ id }) => id === name);
  if (!input || !variable || !isScalar(input.data) || !isScalar(variable.data)) return null;
  const only = (/** @type {import("../../trace/types.js").PlainArray | null} */ array) =>
    toNumber((array?.data ?? ["NaN"])[0]);
  const [x, y] = [only(input.data), only(variable.data)];
  if (![x, y].every(Number.isFinite)) return null;
  if (variable.role === "output") return { x, y, slope: only(input.grad), exact: true };
  return { x, y, slope: between(trace.curve, name, x), exact: false };
}

/** Where the elements of an array lie on the curve. @param {Model} model @param {string} name @returns {[number, number][]} */
function elementsOn({ trace }, name) {
  const input = trace.variables.find(({ id }) => id === (trace.curve?.along ?? trace.inputs[0]));
  const variable = trace.variables.find(({ id }) => id === name);
  if (!input?.data.data || !variable?.data.data || isScalar(input.data)) return [];
  if (input.data.data.length !== variable.data.data.length || input.data.data.length > MOST_ELEMENTS) return [];
  const ys = variable.data.data;
  const points = input.data.data.map(
    (x, index) => /** @type {[number, number]} */ ([toNumber(x), toNumber(ys[index])]),
  );
  return points.filter(([x, y]) => Number.isFinite(x) && Number.isFinite(y));
}

/** The slope at x between two points of the curve. @param {import("../../trace/types.js").Curve | null} drawn @param {string} name @param {number} x */
function between(drawn, name, x) {
  const slopes = drawn?.variables.find(({ variable }) => variable === name)?.derivative.map(toNumber) ?? [];
  const xs = drawn?.x.map(toNumber) ?? [];
  const next = xs.findIndex((at) => at >= x);
  if (next < 0) return Number.NaN;
  if (next === 0 || xs[next] === x) return slopes[next];
  const part = (x - xs[next - 1]) / (xs[next] - xs[next - 1]);
  return slopes[next - 1] + part * (slopes[next] - slopes[next - 1]);
}

/** @param {ReturnType<typeof scalesOf>} scales @param {string} name @param {string} along  the input */
function axes({ x, y, size }, name, along) {
  const bottom = size.height - size.bottom;
  const [across, up] = [x.ticks(6), y.ticks(TICKS)];
  const zero = (/** @type {import("d3-scale").ScaleLinear<number, number>} */ scale) => {
    const [a, b] = scale.domain();
    return a <= 0 && b >= 0;
  };
  return svg`<g class="axes" aria-hidden="true">
    ${across.map((tick) => svg`<path class="gridline" d="M${x(tick)} ${size.top}V${bottom}"/><text x=${x(tick)} y=${bottom + 18} text-anchor="middle">${tickText(tick, across)}</text>`)}
    ${up.map((tick) => svg`<path class="gridline" d="M${size.left} ${y(tick)}H${size.width - size.right}"/><text x=${size.left - 8} y=${y(tick) + 4} text-anchor="end">${tickText(tick, up)}</text>`)}
    ${zero(x) ? svg`<path class="zero" d="M${x(0)} ${size.top}V${bottom}"/>` : nothing}
    ${zero(y) ? svg`<path class="zero" d="M${size.left} ${y(0)}H${size.width - size.right}"/>` : nothing}
    <text class="axis-name" x=${size.width - size.right} y=${bottom + 32} text-anchor="end">${plainText(nameTex(along))}</text>
    <text class="axis-name" x=${size.left + 8} y=${size.top + 12}>${plainText(nameTex(name))}</text>
  </g>`;
}

/** @param {{ x: number, y: number, slope: number }} point @param {ReturnType<typeof scalesOf>} scales */
function tangent({ x, y, slope }, scales) {
  const { size } = scales;
  if (!Number.isFinite(slope)) return nothing;
  const [from, to] = scales.x.domain();
  const at = (/** @type {number} */ where) => `${scales.x(where)} ${clampPixel(scales.y(y + slope * (where - x)))}`;
  const whole = Math.abs(scales.y(y + slope) - scales.y(y)) < 1e4;
  return whole
    ? svg`<path class="line backward is-tangent" d="M${at(from)}L${at(to)}"/>`
    : svg`<path class="line backward is-tangent" d="M${scales.x(x)} ${size.top}V${size.height - size.bottom}"/>`;
}

/** @param {{ x: number, y: number }} point @param {ReturnType<typeof scalesOf>} scales @param {Model} model @param {Actions} actions @param {string} name */
function handle({ x, y }, scales, { words, state, interactive }, actions, name) {
  const [low, high] = state.range;
  if (x < low || x > high) return nothing;
  const { size } = scales;
  const cy = Math.min(Math.max(scales.y(y), size.top), size.height - size.bottom);
  return svg`<g class="handle" tabindex=${interactive ? "0" : nothing} role=${interactive ? "slider" : "img"} aria-label=${words.curve.handle} aria-valuemin=${interactive ? low : nothing} aria-valuemax=${interactive ? high : nothing} aria-valuenow=${interactive ? x : nothing}
      aria-valuetext=${interactive ? `x = ${short(x)}, ${name} = ${short(y)}` : nothing} transform="translate(${scales.x(x)} ${cy})" @keydown=${(/** @type {KeyboardEvent} */ event) => moveByKey(event, x, state.range, actions)}>
    <circle class="halo" r="14"/><circle class="dot" r="6"/>
  </g>`;
}

/** @param {KeyboardEvent} event @param {number} x @param {[number, number]} range @param {Actions} actions */
function moveByKey(event, x, [low, high], actions) {
  const step = (high - low) / (event.shiftKey ? 20 : 200);
  const by = { ArrowRight: step, ArrowUp: step, ArrowLeft: -step, ArrowDown: -step }[event.key];
  const to = event.key === "Home" ? low : event.key === "End" ? high : by === undefined ? null : x + by;
  if (to === null) return;
  event.preventDefault();
  actions.setX(tidy(Math.min(Math.max(to, low), high), [low, high]), { settle: true });
}

/** @param {PointerEvent} event @param {ReturnType<typeof scalesOf>} scales @param {[number, number]} range @param {Actions} actions */
function dragFrom(event, scales, [low, high], actions) {
  if (event.button !== 0) return;
  const plot = /** @type {SVGSVGElement} */ (event.currentTarget);
  const xAt = (/** @type {PointerEvent} */ moved) => {
    const box = plot.getBoundingClientRect();
    const x = scales.x.invert(((moved.clientX - box.left) / box.width) * scales.size.width);
    return tidy(Math.min(Math.max(x, low), high), [low, high]);
  };
  event.preventDefault();
  plot.setPointerCapture(event.pointerId);
  const move = (/** @type {PointerEvent} */ moved) => actions.setX(xAt(moved));
  const end = (/** @type {PointerEvent} */ last) => {
    plot.removeEventListener("pointermove", move);
    actions.setX(xAt(last), { settle: true });
  };
  plot.addEventListener("pointermove", move);
  plot.addEventListener("pointerup", end, { once: true });
  actions.setX(xAt(event));
}

/** As many digits as the range can use. @param {number} x @param {[number, number]} range */
function tidy(x, [low, high]) {
  const decimals = Math.max(0, Math.min(100, 3 - Math.floor(Math.log10(high - low))));
  return String(Number(x.toFixed(decimals)));
}
