/**
 * The one table of properties: what a visitor can set. The address, the form, undo and (later) the embed's
 * attributes all follow from it. Knows no screen, no Python and no words; a bad value is told as a kind with values.
 */

/**
 * @typedef {object} State
 * @property {string} x             what was typed for x, as typed
 * @property {string[]} chain       one word for each function, e.g. "square" or "pow:3"
 * @property {string | null} y        an expression instead of the chain, e.g. "(x**2 + 1) * sin(x)"
 * @property {string} x1               what was typed for a second and a third input
 * @property {string} x2
 * @property {[number, number]} range  the slider's two ends
 * @property {number} eps           of numerical differentiation
 * @property {string | null} of      the variable whose curve is drawn; null = y
 * @property {"by-hand" | "automatic" | "library"} code  which way to say the computation in Python
 * @property {boolean} second        show the gradient of the gradient
 * @property {boolean} links         draw the links between variables and functions instead of the passes
 * @property {number} digits         significant digits of the numbers in the picture and the table
 * @property {number} speed          of playing, in steps a second
 * @property {boolean} slope         draw the curve of the derivative too
 * @property {number | null} step   0 = nothing has run; null = everything has run
 * @property {string | null} lang   null = the browser's
 * @property {string | null} theme  null = the browser's
 */

/** @typedef {keyof State} PropertyName */

/**
 * @typedef {object} Problem a value that cannot be used
 * @property {string} kind
 * @property {Record<string, string | number>} values
 */

/**
 * @template T
 * @typedef {object} Property
 * @property {string} address  its key in the address
 * @property {T} initial
 * @property {boolean} undoable  a change of it is a step of undo and of the browser's history
 * @property {(text: string) => { value: T } | { problem: Problem }} read
 * @property {(value: T) => string} write
 */

/** The longest chain the page offers to build; Python itself takes more. */
export const MOST_FUNCTIONS = 50;

/** A plus between names is a space that a form has written. @param {string} text */
export const chainWords = (text) => text.split(/[\s,]+|\+(?=[a-z])/i).filter(Boolean);

/**
 * @param {string} key
 * @param {readonly string[]} choices
 * @returns {Property<string | null>}
 */
function choice(key, choices) {
  return {
    address: key,
    initial: null,
    undoable: false,
    read: (text) =>
      choices.includes(text)
        ? { value: text }
        : { problem: { kind: "address-choice", values: { key, text, choices: choices.join(", ") } } },
    write: (value) => value ?? "",
  };
}

/** @param {string} key @returns {Property<boolean>} */
const flag = (key) => ({
  address: key,
  initial: false,
  undoable: true,
  read: (text) => ({ value: text === "1" }),
  write: (value) => (value ? "1" : "0"),
});

/** @param {string} key @param {number} initial @param {number[]} choices @param {boolean} undoable @returns {Property<number>} */
const oneOf = (key, initial, choices, undoable) => ({
  address: key,
  initial,
  undoable,
  read: (text) =>
    choices.includes(Number(text))
      ? { value: Number(text) }
      : { problem: { kind: "address-choice", values: { key, text, choices: choices.join(", ") } } },
  write: String,
});

export const DIGITS = [3, 4, 6, 8, 12, 17];
export const SPEEDS = [0.35, 0.7, 1.4, 2.8];

export const LANGUAGES = /** @type {const} */ (["en", "ko", "ja"]);
export const THEMES = /** @type {const} */ (["light", "dark"]);

/** @type {{ [Name in PropertyName]: Property<State[Name]> }} */
export const PROPERTIES = {
  x: {
    address: "x",
    initial: "0.5",
    undoable: true,
    read: (text) => ({ value: text }),
    write: (value) => value,
  },
  chain: {
    address: "f",
    initial: ["square", "exp", "square"],
    undoable: true,
    read: (text) => {
      const words = chainWords(text);
      return words.length <= MOST_FUNCTIONS
        ? { value: words }
        : { problem: { kind: "chain-too-long", values: { limit: MOST_FUNCTIONS, length: words.length } } };
    },
    write: (value) => value.join(","),
  },
  y: {
    address: "y",
    initial: null,
    undoable: true,
    read: (text) => ({ value: text }),
    write: (value) => value ?? "",
  },
  x1: { address: "x1", initial: "1", undoable: true, read: (text) => ({ value: text }), write: (value) => value },
  x2: { address: "x2", initial: "1", undoable: true, read: (text) => ({ value: text }), write: (value) => value },
  range: {
    address: "range",
    initial: [-2, 2],
    undoable: true,
    read: (text) => {
      const ends = text.split(",").map((end) => (end.trim() === "" ? Number.NaN : Number(end)));
      return ends.length === 2 && ends.every(Number.isFinite) && ends[0] < ends[1]
        ? { value: [ends[0], ends[1]] }
        : { problem: { kind: "range-bad", values: { text } } };
    },
    write: (value) => value.join(","),
  },
  step: {
    address: "step",
    initial: null,
    undoable: false,
    read: (text) =>
      /^\d{1,4}$/.test(text) ? { value: Number(text) } : { problem: { kind: "address-step", values: { text } } },
    write: (value) => (value === null ? "" : String(value)),
  },
  eps: {
    address: "eps",
    initial: 1e-4,
    undoable: true,
    read: (text) => {
      const value = Number(text);
      return text.trim() !== "" && value > 0 && value <= 1
        ? { value }
        : { problem: { kind: "eps-bad", values: { text } } };
    },
    write: (value) => value.toExponential().replace("e+0", ""),
  },
  of: {
    address: "of",
    initial: null,
    undoable: true,
    read: (text) => ({ value: text }),
    write: (value) => value ?? "",
  },
  slope: flag("slope"),
  second: flag("second"),
  links: flag("links"),
  digits: oneOf("digits", 6, DIGITS, true),
  speed: oneOf("speed", 0.7, SPEEDS, false),
  code: {
    address: "code",
    initial: "by-hand",
    undoable: true,
    read: (text) =>
      text === "by-hand" || text === "automatic" || text === "library"
        ? { value: text }
        : {
            problem: { kind: "address-choice", values: { key: "code", text, choices: "by-hand, automatic, library" } },
          },
    write: (value) => value,
  },
  lang: choice("lang", LANGUAGES),
  theme: choice("theme", THEMES),
};

export const PROPERTY_NAMES = /** @type {PropertyName[]} */ (Object.keys(PROPERTIES));

/** Names of the inputs that an expression speaks of; the first one is the state's x. @param {string} y */
export function inputsOf(y) {
  const named = ["x0", "x1", "x2"].filter((name) => new RegExp(`\\b${name}\\b`).test(y));
  return named.length > 0 ? named : ["x"];
}

/** What was typed for an input. @param {State} state @param {string} name */
export const textOf = (state, name) => (name === "x1" ? state.x1 : name === "x2" ? state.x2 : state.x);

/** @returns {State} a fresh state with every property at its initial value */
export function initialState() {
  return /** @type {State} */ (
    Object.fromEntries(PROPERTY_NAMES.map((name) => [name, structuredClone(PROPERTIES[name].initial)]))
  );
}

/**
 * @param {State} a
 * @param {State} b
 * @param {PropertyName[]} [names]
 */
export const sameState = (a, b, names = PROPERTY_NAMES) =>
  names.every((name) => {
    const { write } = /** @type {Property<any>} */ (PROPERTIES[name]);
    return write(a[name]) === write(b[name]);
  });
