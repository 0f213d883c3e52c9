/** The examples of the page, as parts of a state; their names are words. Each shows one thing worth seeing. */

/** @typedef {import("../state/properties.js").State} State */

/** @type {Record<string, Pick<State, "x" | "chain"> & Partial<State>>} */
export const PRESETS = {
  book: { x: "0.5", chain: ["square", "exp", "square"], range: [-2, 2] },
  neuron: { x: "0.5", chain: ["scale:3", "shift:-1", "sigmoid"], range: [-2, 2] },
  vanishing: { x: "0.5", chain: Array(10).fill("sigmoid"), range: [-2, 2] },
  overflow: { x: "4", chain: ["exp", "square", "exp"], range: [0, 5] },
  logNegative: { x: "-1", chain: ["log", "square"], range: [-2, 2] },
  twice: { x: "2", chain: ["square"], y: "(x**2 + 1) * sin(x)", range: [-6, 6] },
  inputs: { x: "1", x1: "2", chain: ["square"], y: "x0 * x1 + sin(x0)", range: [-4, 4] },
  array: { x: "[0, 0.5, 1]", chain: ["square", "exp", "square"], range: [-2, 2] },
};
