/**
 * The computational graph as plain SVG: variables are circles, functions are boxes; forward values stand on one side
 * of the line, gradients on the other. Draws (trace, step) and nothing else; words and reactions are handed in.
 */
import { nothing, svg } from "lit";
import { isChain } from "../../trace/partials.js";
import { edgeLines, linkLines, markers } from "./edges.js";
import { NARROW, rowsOf } from "./layout.js";
import { functionNode, variableNode } from "./nodes.js";
import { fitting, layoutAt } from "./zoom.js";

/** @typedef {import("../../trace/types.js").Trace} Trace */
/** @typedef {import("../../trace/at-step.js").AtStep} AtStep */

/** @typedef {(trace: Trace, width: number) => import("./layout.js").Layout} Branches */

/**
 * @typedef {object} GraphProps
 * @property {Trace} trace
 * @property {AtStep} at
 * @property {number} width  CSS pixels
 * @property {string | null} focus  id of the node that is pointed at or focused
 * @property {number} digits  significant digits
 * @property {boolean} links  draw creator, input and output instead of the two passes
 * @property {number | null} [zoom]  how large it is drawn; null: as large as fits, if it can be read then
 * @property {Branches | null} [branches]  the layout of a graph that is not a chain, once it is loaded
 * @property {string} [sheet]  keeps the ids of two graphs on one page apart
 * @property {string} tabStop  id of the node that Tab reaches
 * @property {import("../../words/en.js").Words} words
 * @property {(id: string | null) => void} [onPoint]
 * @property {(id: string) => void} [onOpen]
 * @property {(id: string, event: KeyboardEvent) => void} [onKey]
 */

/** Below this size numbers are hard to read. */
const LEAST = 0.55;
/** The size at which a row holds more, and all can still be read with ease. */
const SMALLER = 0.8;

/** @param {GraphProps} props */
export function graph(props) {
  const { trace, at, width, focus, words, branches } = props;
  // The layout of branches is on its way: what is drawn with it can wait that long.
  if (!isChain(trace) && !branches) return nothing;
  const zoom = props.zoom ?? automatic(trace, width, branches);
  const layout = layoutAt(trace, width, zoom, branches);
  const near = neighbours(trace, focus);
  const sheet = props.sheet ?? (layout.vertical ? "narrow" : "wide");
  const context = { ...props, layout, near };
  return svg`<svg class="graph ${layout.vertical ? "is-vertical" : "is-wide"} ${layout.dense ? "is-dense" : ""} ${focus ? "has-focus" : ""}"
      viewBox="0 0 ${layout.width} ${layout.height}" height=${Math.ceil(layout.height * zoom)} style=${layout.width * zoom > width + 1 ? `inline-size: ${Math.ceil(layout.width * zoom)}px` : nothing} role="group"
      aria-label=${words.graphName(trace.functions.length)} @pointerleave=${() => props.onPoint?.(null)}>
    ${markers(sheet)}
    ${layout.edges.map((edge) => (props.links ? linkLines(edge, layout, near, sheet) : edgeLines(edge, layout, at, near, sheet, props.digits)))}
    ${trace.functions.map((f) => functionNode(f, context))}
    ${trace.variables.map((variable) => variableNode(variable, context))}
  </svg>`;
}

/**
 * What branches is drawn smaller where it fits then; a chain, where one row holds it then. Rows of a chain always fit.
 * @param {Trace} trace
 * @param {number} width
 * @param {Branches | null | undefined} branches
 */
export function automatic(trace, width, branches) {
  if (isChain(trace)) {
    const narrow = width >= NARROW && inOneRow(trace, width / SMALLER) && !inOneRow(trace, width);
    return narrow && !hasArrays(trace) ? SMALLER : 1;
  }
  return branches ? Math.max(LEAST, fitting(trace, width, Number.POSITIVE_INFINITY, branches)) : 1;
}

/** @param {Trace} trace @param {number} width */
const inOneRow = (trace, width) => rowsOf(trace.functions.length, width) === 1;

/** What stands at a node is wider then. @param {Trace} trace */
const hasArrays = ({ variables }) => variables.some(({ data }) => data.shape.length > 0);

/** The node itself and what it touches. @param {Trace} trace @param {string | null} id @returns {Set<string>} */
export function neighbours(trace, id) {
  const near = new Set(id ? [id] : []);
  for (const f of trace.functions) {
    const touching = [...f.inputs, ...f.outputs];
    if (f.id === id) for (const other of touching) near.add(other);
    else if (id && touching.includes(id)) near.add(f.id);
  }
  return near;
}

/** Ids in the order the forward pass meets them: arrow keys walk along it. @param {Trace} trace */
export const walkOrder = (trace) => [...trace.inputs, ...trace.functions.flatMap((f) => [f.id, ...f.outputs])];
