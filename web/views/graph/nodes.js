/**
 * One variable (circle) and one function (box) of the graph, each with its numbers. What has not been computed yet
 * is said to be None, as in Python; it never looks like 0.
 */
import { nothing, svg } from "lit";
import { compact, fitted, full, shapeText } from "../../maths/numbers.js";
import { mathSpans, plainText, widthOf } from "../../maths/svg-text.js";
import { fill, nameTex } from "../../maths/tex.js";
import { isScalar } from "../../trace/arrays.js";
import { partialsOf } from "../../trace/partials.js";
import { BOX, RADIUS } from "./layout.js";

/** @typedef {import("../../trace/types.js").TraceVariable} TraceVariable */
/** @typedef {import("../../trace/types.js").TraceFunction} TraceFunction */
/** @typedef {import("./graph.js").GraphProps & { layout: import("./layout.js").Layout, near: Set<string> }} Context */

/** CSS pixels of a sign of a value, at most. */
const WIDEST = 9.2;

/** @param {TraceVariable} variable @param {Context} context */
export function variableNode(variable, context) {
  const { layout, at, words, near, focus } = context;
  const { x, y } = layout.places[variable.id];
  const { data, grad, gradient } = at.variables[variable.id];
  const room = layout.vertical ? 15 : layout.dense ? 11 : 17;
  const label = words.variableLabel({
    name: variable.name,
    data: data && speak(data),
    gradientName: `∂${context.trace.outputs[0]}/∂${variable.name}`,
    grad: grad && speak(grad),
  });
  const labels = layout.vertical
    ? [
        text("value forward", -34, 5, "end", data),
        text("symbol backward", 34, -7, "start"),
        text("value backward", 34, 13, "start", grad),
      ]
    : layout.dense
      ? [text("value forward", 0, -32, "middle", data), text("value backward", 0, 44, "middle", grad)]
      : [
          text("value forward", 0, -38, "middle", data),
          text("symbol backward", 0, 46, "middle"),
          text("value backward", 0, 68, "middle", grad),
        ];

  /** @param {string} kind @param {number} dx @param {number} dy @param {string} anchor @param {import("../../trace/types.js").PlainArray | null} [value] */
  function text(kind, dx, dy, anchor, value) {
    const forward = kind.includes("forward");
    if (kind.startsWith("symbol"))
      return svg`<text data-explain="gradient" class="symbol backward" x=${dx} y=${dy} text-anchor=${anchor}>${partialName(context.trace.outputs[0], variable.name, 13)}</text>`;
    if (!value)
      return svg`<text class="value is-none" x=${dx} y=${dy} text-anchor=${anchor}>${forward ? words.notYet : "None"}</text>`;
    const state = forward ? "" : `is-${gradient}`;
    const shown = fitted(value, room, context.digits);
    const beside = layout.width / 2 - Math.abs(dx);
    const size =
      layout.vertical && shown.length * WIDEST > beside
        ? `font-size: ${round((15 * beside) / (shown.length * WIDEST))}px`
        : nothing;
    return svg`<text data-explain=${forward ? "value" : "gradient"} class="value ${forward ? "forward" : "backward"} ${state}" style=${size} x=${dx} y=${dy} text-anchor=${anchor}>${shown}</text>`;
  }

  return svg`<g class="node variable ${near.has(variable.id) ? "is-near" : ""} ${focus === variable.id ? "is-focus" : ""} ${data ? "" : "is-waiting"}"
      transform="translate(${round(x)} ${round(y)})" data-explain="variable"
      @pointerenter=${() => context.onPoint?.(variable.id)} @click=${() => context.onOpen?.(variable.id)}>
    ${button(variable.id, label, context, svg`<circle class="shape" r=${RADIUS}/>`)}
    <g aria-hidden="true">
      <text class="name" y="6" text-anchor="middle">${mathSpans(nameTex(variable.name), 20)}</text>
      ${labels}
      ${isScalar(variable.data) ? nothing : svg`<text class="shape-text" x=${layout.vertical ? -34 : 0} y=${layout.vertical ? 22 : layout.dense ? -46 : -56} text-anchor=${layout.vertical ? "end" : "middle"}>${shapeText(variable.data.shape)}</text>`}
    </g>
  </g>`;
}

/**
 * What the keyboard reaches and a screen reader names; the texts beside it say the same to those who see them.
 * @param {string} id @param {string} label @param {Context} context @param {ReturnType<typeof svg>} shape
 */
const button = (id, label, context, shape) =>
  context.onOpen
    ? svg`<g role="button" aria-label=${label} data-id=${id} tabindex=${context.tabStop === id ? "0" : "-1"}
        @focus=${() => context.onPoint?.(id)} @keydown=${(/** @type {KeyboardEvent} */ event) => context.onKey?.(id, event)}>${shape}</g>`
    : svg`<g role="img" aria-label=${label} data-id=${id}>${shape}</g>`;

/** @param {TraceFunction} f @param {Context} context */
export function functionNode(f, context) {
  const { layout, at, words, near, focus } = context;
  const { x, y } = layout.places[f.id];
  const state = at.functions[f.id];
  const names = f.inputs.map(nameTex);
  const formula = fill(f.formula, names);
  const width = layout.dense && !layout.vertical ? 76 : BOX.width;
  const size = formulaSize(formula, width);
  const partials = partialsOf(f).map(({ input, tex, local }) => ({
    symbol:
      f.inputs.length === 1
        ? svg`${mathSpans(nameTex(f.letter), 13)}′(${mathSpans(nameTex(input), 13)})`
        : partialName(f.outputs[0], input, 13),
    tex,
    text: plainText(tex),
    local,
    shown: state.forward && local ? fitted(local, layout.dense ? 10 : 16, context.digits) : null,
  }));
  const [first] = partials;
  const label = words.functionLabel({
    letter: f.letter,
    name: f.name,
    formula: plainText(formula),
    derivative: partials.map(({ text }) => text).join(", "),
    local: state.forward ? partials.map(({ local }) => (local ? speak(local) : "?")).join(", ") : null,
  });
  const title = svg`<tspan class="letter">${mathSpans(nameTex(f.letter), 15)}</tspan> ${f.name}`;
  const lines = layout.vertical
    ? svg`<text class="title" x="-56" y="4" text-anchor="end">${title}</text>
        <text data-explain="local" class="derivative" x="56" y="-4" text-anchor="start">${mathSpans(first.tex, round(Math.min(13, (layout.width / 2 - 58) / widthOf(first.tex))))}</text>
        <text data-explain="local" class="local" x="56" y="14" text-anchor="start">${first.shown ? `= ${first.shown}` : nothing}</text>`
    : layout.dense
      ? svg`<text data-explain="local" class="local" y="40" text-anchor="middle">${first.shown ? `×${first.shown}` : nothing}</text>`
      : svg`<text class="title" y="-36" text-anchor="middle">${title}</text>
        ${
          partials.length === 1
            ? svg`<text data-explain="local" class="derivative" y="46" text-anchor="middle">${first.symbol} = ${mathSpans(first.tex, 13)}</text>
              <text data-explain="local" class="local" y="66" text-anchor="middle">${first.shown ? `= ${first.shown}` : nothing}</text>`
            : partials.map(
                ({ symbol, shown }, index) =>
                  svg`<text data-explain="local" class="derivative" y=${44 + 18 * index} text-anchor="middle">${symbol} = ${shown ?? ""}</text>`,
              )
        }`;
  return svg`<g class="node function ${near.has(f.id) ? "is-near" : ""} ${focus === f.id ? "is-focus" : ""} ${state.active ? `is-active ${at.pass}` : ""}"
      transform="translate(${round(x)} ${round(y)})" data-explain="function"
      @pointerenter=${() => context.onPoint?.(f.id)} @click=${() => context.onOpen?.(f.id)}>
    ${button(f.id, label, context, svg`<rect class="shape" x=${-width / 2} y=${-BOX.height / 2} width=${width} height=${BOX.height} rx="8"/>`)}
    <g aria-hidden="true">
      <text class="formula" y=${round(size * 0.32)} text-anchor="middle">${mathSpans(formula, size)}</text>
      ${lines}
    </g>
  </g>`;
}

/** ∂y/∂x on one line. @param {string} of @param {string} by @param {number} size */
const partialName = (of, by, size) => svg`∂${mathSpans(nameTex(of), size)}/∂${mathSpans(nameTex(by), size)}`;

/** Every digit, for a screen reader and the title. @param {import("../../trace/types.js").PlainArray} array */
const speak = (array) => (isScalar(array) ? full((array.data ?? ["NaN"])[0]) : compact(array, { most: 12 }));

/** A formula that is long is set smaller so that it stays in its box. @param {string} tex @param {number} width of the box */
const formulaSize = (tex, width) => Math.min(19, (width - 12) / widthOf(tex));

/** @param {number} value */
const round = (value) => Math.round(value * 10) / 10;
