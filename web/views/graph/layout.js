/**
 * Where everything of the graph stands, in CSS pixels, for a given width. A wide sheet reads like lines of text
 * (left to right, then the next row); a narrow one reads downwards. Knows the trace's shape only: no numbers, no words.
 */

/** @typedef {import("../../trace/types.js").Trace} Trace */
/** @typedef {{ x: number, y: number }} Point */
/** @typedef {{ id: string, kind: "variable" | "function", x: number, y: number, row: number }} Place */
/** @typedef {{ from: string, to: string, forward: Point[], backward: Point[], function: string, place: number }} Edge  place: among the inputs, or outputs, of the function */
/**
 * @typedef {object} Layout
 * @property {boolean} vertical
 * @property {boolean} smooth  lines are curves, not corners
 * @property {boolean} dense   many functions: smaller type, closer rows
 * @property {number} width
 * @property {number} height
 * @property {Record<string, Place>} places  by id
 * @property {Edge[]} edges
 */

export const NARROW = 640;
export const RADIUS = 22;
export const BOX = { width: 92, height: 46 };
/** Half the distance between the forward and the backward line. */
export const GAP = 7;

/**
 * @param {Trace} trace
 * @param {number} width
 * @returns {Layout}
 */
export function layoutChain(trace, width) {
  const order = inOrder(trace);
  return width < NARROW ? downwards(order, width) : inRows(order, width);
}

/** Variables and functions as the forward pass meets them. @param {Trace} trace @returns {{ id: string, kind: "variable" | "function" }[]} */
function inOrder(trace) {
  /** @type {{ id: string, kind: "variable" | "function" }[]} */
  const order = trace.inputs.map((id) => ({ id, kind: "variable" }));
  for (const f of trace.functions) {
    order.push({ id: f.id, kind: "function" });
    for (const id of f.outputs) order.push({ id, kind: "variable" });
  }
  return order;
}

/** More functions than this are drawn closer together. */
const DENSE = 10;
const marginOf = (/** @type {boolean} */ dense) => (dense ? 56 : 84);

/** How many functions a row holds. @param {boolean} dense @param {number} width */
const perRowOf = (dense, width) => Math.max(1, Math.floor((width - 2 * marginOf(dense)) / (dense ? 160 : 216)));

/** How many rows a chain of so many functions takes. @param {number} functions @param {number} width */
export const rowsOf = (functions, width) => Math.max(1, Math.ceil(functions / perRowOf(functions > DENSE, width)));

/** @param {ReturnType<typeof inOrder>} order @param {number} width @returns {Layout} */
function inRows(order, width) {
  const functions = (order.length - 1) / 2;
  const dense = functions > DENSE;
  const margin = marginOf(dense);
  const rowHeight = dense ? 150 : 204;
  const middle = dense ? 62 : 92;
  const perRow = perRowOf(dense, width);
  const inRow = Math.min(functions, perRow);
  const pitch = Math.min((width - 2 * margin) / inRow, 340) / 2;
  const left = (width - 2 * pitch * inRow) / 2;
  const rows = rowsOf(functions, width);
  const height = rows * rowHeight - (dense ? 14 : 16);

  /** @type {Layout["places"]} */
  const places = {};
  order.forEach(({ id, kind }, index) => {
    const row = index === 0 ? 0 : Math.floor((index - 1) / (2 * perRow));
    const column = index - 2 * perRow * row;
    places[id] = { id, kind, row, x: left + pitch * column, y: middle + row * rowHeight };
  });
  const edges = pairs(order).map(([a, b, f]) => {
    const from = places[a];
    const to = places[b];
    if (from.row === to.row) return edge(a, b, f, straight(from, to, "x"));
    const turn = from.y + rowHeight - middle + (dense ? 2 : 4);
    return edge(a, b, f, wrapped(from, to, { right: width - 14, left: 14, turn }));
  });
  return { vertical: false, smooth: false, dense, width, height, places, edges };
}

/** @param {ReturnType<typeof inOrder>} order @param {number} width @returns {Layout} */
function downwards(order, width) {
  const dense = order.length > 21;
  const gap = dense ? 60 : 70;
  /** @type {Layout["places"]} */
  const places = {};
  order.forEach(({ id, kind }, index) => {
    places[id] = { id, kind, row: index, x: width / 2, y: 46 + index * gap };
  });
  const edges = pairs(order).map(([a, b, f]) => edge(a, b, f, straight(places[a], places[b], "y")));
  return { vertical: true, smooth: false, dense, width, height: 46 + (order.length - 1) * gap + 40, places, edges };
}

/** @param {ReturnType<typeof inOrder>} order @returns {[string, string, string][]} from, to, and the function at one of the two ends */
const pairs = (order) =>
  order.slice(1).map((node, index) => [order[index].id, node.id, node.kind === "function" ? node.id : order[index].id]);

/** @param {string} from @param {string} to @param {string} f @param {{ forward: Point[], backward: Point[] }} lines @returns {Edge} */
const edge = (from, to, f, lines) => ({ from, to, function: f, place: 0, ...lines });

/** How far a node reaches from its middle, along an axis, at the height of the two lines. @param {Place} place @param {"x" | "y"} axis */
const reach = (place, axis) =>
  place.kind === "variable" ? Math.sqrt(RADIUS ** 2 - GAP ** 2) : (axis === "x" ? BOX.width : BOX.height) / 2;

/** @param {Place} from @param {Place} to @param {"x" | "y"} axis */
function straight(from, to, axis) {
  const start = from[axis] + reach(from, axis) + 3;
  const end = to[axis] - reach(to, axis) - 3;
  const side = axis === "x" ? "y" : "x";
  const point = (/** @type {number} */ along, /** @type {number} */ off) =>
    /** @type {Point} */ ({ [axis]: along, [side]: from[side] + off });
  return { forward: [point(start, -GAP), point(end, -GAP)], backward: [point(end, GAP), point(start, GAP)] };
}

/**
 * From the end of a row to the start of the next; the two lines keep their sides and never cross.
 * @param {Place} from @param {Place} to @param {{ right: number, left: number, turn: number }} via
 */
function wrapped(from, to, { right, left, turn }) {
  const start = from.x + reach(from, "x") + 3;
  const end = to.x - reach(to, "x") - 3;
  const path = (/** @type {number} */ off) => [
    { x: start, y: from.y - off },
    { x: right + off, y: from.y - off },
    { x: right + off, y: turn + off },
    { x: left + off, y: turn + off },
    { x: left + off, y: to.y - off },
    { x: end, y: to.y - off },
  ];
  return { forward: path(GAP), backward: path(-GAP).reverse() };
}

/**
 * @param {Point[]} points  axis-aligned
 * @param {number} [radius] of the corners
 * @returns {string} SVG path data
 */
export function pathData(points, radius = 10) {
  const [first, ...rest] = points;
  let d = `M${at(first)}`;
  rest.forEach((corner, index) => {
    const next = rest[index + 1];
    if (!next) {
      d += `L${at(corner)}`;
      return;
    }
    const before = points[index];
    d += `L${at(towards(corner, before, radius))}Q${at(corner)} ${at(towards(corner, next, radius))}`;
  });
  return d;
}

/** @param {Point} from @param {Point} to @param {number} distance */
function towards(from, to, distance) {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  const part = Math.min(distance, length / 2) / length;
  return { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part };
}

/** @param {Point} point */
const at = ({ x, y }) => `${Math.round(x * 10) / 10} ${Math.round(y * 10) / 10}`;
