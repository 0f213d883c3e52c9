/** The types of `<auto-diff>`: importing the package makes the element known to the page. */

/** A number as a trace carries it: JSON has no NaN and no infinities. */
export type PlainNumber = number | "NaN" | "Infinity" | "-Infinity";

/** An array: `data` is flat, in row-major order; a large one is summarised instead. */
export interface PlainArray {
  shape: number[];
  dtype: string;
  data?: PlainNumber[];
  summary?: object;
}

/** What Python told of one computation; `trace.schema.json` of the Python package says all of it. */
export interface Trace {
  version: 1;
  x: string;
  chain: string;
  inputs: string[];
  outputs: string[];
  variables: { id: string; name: string; role: string; data: PlainArray; grad: PlainArray | null }[];
  functions: { id: string; name: string; inputs: string[]; outputs: string[]; formula: string }[];
  steps: { step: number; pass: "forward" | "seed" | "backward" }[];
}

/** Why a value cannot be used, or why Python does not run; `message` is a sentence in the element's language. */
export interface Fault {
  where: string;
  kind: string;
  values: Record<string, unknown>;
  message: string;
}

export interface AutoDiffEventMap extends HTMLElementEventMap {
  result: CustomEvent<Trace>;
}

export interface AutoDiffElement extends HTMLElement {
  /** What stands for x, as typed. A number or an array may be set. */
  get x(): string;
  set x(value: string | number | readonly unknown[] | ArrayBufferView);
  /** The functions, e.g. "square exp pow:3". A list of words may be set. */
  get chain(): string;
  set chain(value: string | readonly string[]);
  /** An expression instead of the chain, or "". */
  get y(): string;
  set y(value: string | null);
  /** How many steps have run; null when all have. */
  step: number | null;
  /** The last trace that Python told here. */
  readonly trace: Trace | null;

  addEventListener<Kind extends keyof AutoDiffEventMap>(
    kind: Kind,
    listener: (this: AutoDiffElement, event: AutoDiffEventMap[Kind]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    kind: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void;
}

declare global {
  interface HTMLElementTagNameMap {
    "auto-diff": AutoDiffElement;
  }
}
