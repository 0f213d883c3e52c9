/**
 * Where everything stands when the graph branches and joins: ranks from left to right, by dagre. Loaded only when a
 * graph is not a chain.
 */
import dagre from "@dagrejs/dagre";
import { BOX, GAP, RADIUS } from "./layout.js";

/** @typedef {import("./layout.js").Layout} Layout */
/** @typedef {import("./layout.js").Point} Point */

const SIZES = { variable: { width: 118, height: 132 }, function: { width: 128, height: 132 } };
/** Between two lines into one function. */
const PORT = 2 * GAP + 6;

/**
 * @param {import("../../trace/types.js").Trace} trace
 * @param {number} width  the least width
 * @returns {Layout}
 */
export function layoutBranches(trace, width) {
  const graph = new dagre.graphlib.Graph({ multigraph: true });
  graph.setGraph({ rankdir: "LR", ranksep: 36, nodesep: 14, marginx: 16, marginy: 12 });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const { id } of trace.variables) graph.setNode(id, { ...SIZES.variable, kind: "variable" });
  for (const f of trace.functions) {
    graph.setNode(f.id, { ...SIZES.function, kind: "function" });
    for (const [index, id] of f.inputs.entries()) graph.setEdge(id, f.id, {}, `in${index}`);
    for (const [index, id] of f.outputs.entries()) graph.setEdge(f.id, id, {}, `out${index}`);
  }
  dagre.layout(graph);

  const drawn = graph.graph();
  const spread = Math.max(0, width - (drawn.width ?? 0)) / 2;
  /** @type {Layout["places"]} */
  const places = {};
  for (const id of graph.nodes()) {
    const { x, y, kind } = graph.node(id);
    places[id] = { id, kind, x: x + spread, y: y - 4, row: 0 };
  }
  const edges = trace.functions.flatMap((f) => [
    ...f.inputs.map((id, index) => {
      const port = (index - (f.inputs.length - 1) / 2) * PORT;
      return edge(
        graph,
        places,
        { from: id, to: f.id, name: `in${index}`, function: f.id, place: index, end: port },
        spread,
      );
    }),
    ...f.outputs.map((id, index) =>
      edge(graph, places, { from: f.id, to: id, name: `out${index}`, function: f.id, place: index, end: 0 }, spread),
    ),
  ]);
  return {
    vertical: false,
    smooth: true,
    dense: false,
    width: Math.max(width, drawn.width ?? 0),
    height: (drawn.height ?? 0) + 8,
    places,
    edges,
  };
}

/**
 * @param {any} graph
 * @param {Layout["places"]} places
 * @param {{ from: string, to: string, name: string, function: string, place: number, end: number }} of
 * @param {number} spread
 * @returns {import("./layout.js").Edge}
 */
function edge(graph, places, of, spread) {
  const [from, to] = [places[of.from], places[of.to]];
  const between = graph.edge(of.from, of.to, of.name).points.slice(1, -1);
  const reach = (/** @type {import("./layout.js").Place} */ place) =>
    (place.kind === "variable" ? RADIUS : BOX.width / 2) + 2;
  const [start, end] = [from.x + reach(from), to.x - reach(to)];
  // Past the labels of both ends, which stand above and below them, a line runs level.
  const [leaves, arrives] = [from.x + SIZES[from.kind].width / 2, to.x - SIZES[to.kind].width / 2];
  const level = Math.abs(from.y - to.y) < 1 && between.length === 0;
  const middle = between
    .map((/** @type {Point} */ { x, y }) => ({ x: x + spread, y: y - 4 }))
    .filter((/** @type {Point} */ { x }) => x > leaves + 8 && x < arrives - 8);
  const line = (/** @type {number} */ off) => [
    { x: start, y: from.y + off },
    ...(level ? [] : [{ x: leaves, y: from.y + off }]),
    ...middle.map((/** @type {Point} */ { x, y }) => ({ x, y: y + off })),
    ...(level ? [] : [{ x: arrives, y: to.y + of.end + off }]),
    { x: end, y: to.y + of.end + off },
  ];
  const { function: f, place } = of;
  return { from: of.from, to: of.to, function: f, place, forward: line(-GAP), backward: line(GAP).reverse() };
}
