/**
 * What a trace looks like to JavaScript: types only. The JSON Schema in the Python package is the contract;
 * these follow it.
 *
 * @typedef {number | "NaN" | "Infinity" | "-Infinity"} PlainNumber
 * @typedef {{ size: number, min: PlainNumber, max: PlainNumber, mean: PlainNumber, finite: number, head: PlainNumber[], tail: PlainNumber[] }} Summary
 * @typedef {{ shape: number[], dtype: string, data?: PlainNumber[], summary?: Summary }} PlainArray
 * @typedef {{ id: string, name: string, role: "input" | "intermediate" | "output" | "constant", creator: string | null, generation: number,
 *   data: PlainArray, grad: PlainArray | null, flags: string[] }} TraceVariable
 * @typedef {{ id: string, letter: string, name: string, class: string, constant: number | null, formula: string, derivative: string, derivatives?: string[],
 *   inputs: string[], outputs: string[], generation: number, local: (PlainArray | null)[], flags: string[] }} TraceFunction
 * @typedef {{ variable: string, contribution: PlainArray, grad: PlainArray, final: boolean }} GradientWrite
 * @typedef {{ step: number, pass: "forward", function: string, reads: string[], writes: string[], worklist: string[] }} ForwardStep
 * @typedef {{ step: number, pass: "seed", variable: string, gradient: PlainArray, worklist: string[] }} SeedStep
 * @typedef {{ step: number, pass: "backward", function: string, upstream: PlainArray[], local: (PlainArray | null)[], writes: GradientWrite[], worklist: string[] }} BackwardStep
 * @typedef {ForwardStep | SeedStep | BackwardStep} TraceStep
 * @typedef {{ version: 1, numpy: string, python: string, x: string, chain: string, formula: string | null, inputs: string[], outputs: string[],
 *   variables: TraceVariable[], functions: TraceFunction[], steps: TraceStep[], flags: string[], check: Check | null, curve: Curve | null, code?: Code | null, expression?: string | null,
 *   second?: Second | { error: TraceError } | null }} Trace
 * @typedef {{ variable: string, first: PlainArray, second: PlainArray, trace: Trace | null }} Second
 * @typedef {{ eps: number, variables: { variable: string, backprop: PlainArray, numerical: PlainArray, errors: PlainArray, relative_error: PlainNumber, worst: number[] | null }[],
 *   verdict: string, sweep: { eps: number, error: PlainNumber }[], best_eps: number | null, forward_passes: number, backward_passes: number }} Check
 * @typedef {{ along?: string, range: [number, number], x: PlainNumber[], variables: { variable: string, data: PlainNumber[], derivative: PlainNumber[] }[] }} Curve
 * @typedef {{ lines: string[], steps: Record<string, number[]> }} Script  steps: the lines (from 1) that a step runs
 * @typedef {{ "by-hand": Script, automatic: Script, library: Script & { file: string, first: number } }} Code
 * @typedef {{ where: string, kind: string, values: Record<string, any> }} TraceError
 * @typedef {{ version: 1, error: TraceError }} ErrorAnswer
 * @typedef {{ name: string, class: string, formula: string, template?: string, derivative: string, wrap: boolean, constant: { default: number } | null,
 *   domain: { kind: string }, thumbnail: { range: [number, number], y: (number | null)[] } }} CatalogueEntry
 * @typedef {{ version: 1, functions: CatalogueEntry[] }} Catalogue
 */
export {};
