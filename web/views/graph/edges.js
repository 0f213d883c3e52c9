/** The two lines between neighbours: forward there, backward back. Told apart by side, arrow and hue. */

import { curveMonotoneX, line } from "d3-shape";
import { nothing, svg } from "lit";
import { fitted } from "../../maths/numbers.js";
import { pathData } from "./layout.js";

const smooth = line(
  (/** @type {import("./layout.js").Point} */ point) => point.x,
  (/** @type {import("./layout.js").Point} */ point) => point.y,
).curve(curveMonotoneX);

/** @param {import("./layout.js").Point[]} points @param {import("./layout.js").Layout} layout */
const dataOf = (points, layout) => (layout.smooth ? (smooth(points) ?? "") : pathData(points));

/** One arrowhead a pass, and one for links. @param {string} sheet  keeps the ids of two graphs on one page apart */
export const markers = (sheet) => svg`<defs>
    ${["forward", "backward", "link"].map(
      (
        pass,
      ) => svg`<marker id="arrow-${pass}-${sheet}" class="arrow ${pass}" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8"
        markerUnits="userSpaceOnUse" orient="auto"><path d="M0 0.8L7.4 4L0 7.2z"/></marker>`,
    )}
  </defs>`;

/**
 * @param {import("./layout.js").Edge} edge
 * @param {import("./layout.js").Layout} layout
 * @param {import("../../trace/at-step.js").AtStep} at
 * @param {Set<string>} near
 * @param {string} sheet
 * @param {number} digits
 */
export function edgeLines(edge, layout, at, near, sheet, digits) {
  const done = at.functions[edge.function];
  const carried = done.active ? carriedBy(edge, at) : null;
  const lit = near.has(edge.from) && near.has(edge.to) ? "is-near" : "";
  return ["forward", "backward"].map((pass) => {
    const reached = pass === "forward" ? done.forward : done.backward;
    const active = done.active && at.pass === pass ? "is-active" : "";
    const points = pass === "forward" ? edge.forward : edge.backward;
    const path = dataOf(points, layout);
    return svg`<path data-explain=${pass} class="edge ${pass} ${reached ? "is-done" : "is-waiting"} ${active} ${lit}" d=${path} pathLength=${active ? "1" : nothing} marker-end="url(#arrow-${pass}-${sheet})"/>
      ${active && carried ? svg`<text class="traveller ${pass} ${isFirst(edge, pass) ? "is-first" : "is-second"}" aria-hidden="true" text-anchor="middle" y=${pass === "forward" ? -6 : 16} style="offset-path: path('${path}')">${fitted(carried, 10, digits)}</text>` : nothing}`;
  });
}

/** What the running step takes along an edge: data forward, backward the gradient that comes in or goes out. @param {import("./layout.js").Edge} edge @param {import("../../trace/at-step.js").AtStep} at */
const carriedBy = (edge, at) =>
  at.pass === "forward"
    ? at.variables[edge.from === edge.function ? edge.to : edge.from].data
    : edge.to === edge.function
      ? at.writes[`${edge.function}:${edge.place}`]
      : at.variables[edge.to].grad;

/** The way into the function comes before the way out. @param {import("./layout.js").Edge} edge @param {string} pass */
const isFirst = (edge, pass) => (edge.to === edge.function) === (pass === "forward");

/**
 * The linked list that the forward pass makes: a function knows its `input` and `output`, a variable its `creator`.
 * @param {import("./layout.js").Edge} edge
 * @param {import("./layout.js").Layout} layout
 * @param {Set<string>} near
 * @param {string} sheet
 */
export function linkLines(edge, layout, near, sheet) {
  const lit = near.has(edge.from) && near.has(edge.to) ? "is-near" : "";
  const toFunction = edge.to === edge.function;
  /** @param {import("./layout.js").Point[]} points @param {string} name @param {number} side */
  const link = (points, name, side) => {
    const longest = points.slice(1).reduce(
      (best, point, index) => {
        const length = Math.abs(point.x - points[index].x);
        return length > best.length ? { length, a: points[index], b: point } : best;
      },
      { length: -1, a: points[0], b: points[1] },
    );
    const [x, y] = [(longest.a.x + longest.b.x) / 2, (longest.a.y + longest.b.y) / 2];
    const label = layout.vertical
      ? svg`<text class="link-name" x=${x + side * 6} y=${y + 4} text-anchor=${side < 0 ? "end" : "start"}>${name}</text>`
      : svg`<text class="link-name" x=${x} y=${y + (side < 0 ? -6 : 14)} text-anchor="middle">${name}</text>`;
    return svg`<g class="link ${lit}" data-explain="links"><path class="edge is-link" d=${dataOf(points, layout)} marker-end="url(#arrow-link-${sheet})"/>${layout.dense && !layout.vertical ? "" : label}</g>`;
  };
  return toFunction
    ? link(edge.backward, "input", 1)
    : [link(edge.forward, "output", -1), link(edge.backward, "creator", 1)];
}
