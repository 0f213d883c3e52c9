/**
 * Formulas in TeX → runs of SVG text, so that the picture is plain SVG that can be exported. Flattens Temml's MathML
 * tree onto one line: superscripts are raised, fractions become "a/b". Knows no trace.
 */

import { svg } from "lit";
import temml from "temml";
import { superscript } from "./numbers.js";

/**
 * @typedef {{ text: string, italic: boolean, level: number }} Run  level 1 = superscript, -1 = subscript
 * @typedef {{ type?: string, children?: any[], text?: string, attributes?: Record<string, string> }} Node
 */

/** @type {Map<string, Run[]>} */
const known = new Map();

/** @param {string} tex @returns {Run[]} */
export function runsOf(tex) {
  let runs = known.get(tex);
  if (!runs) {
    runs = [];
    flatten(temml.__renderToMathMLTree(tex, {}), 0, runs);
    runs = joined(runs);
    if (known.size > 2000) known.clear();
    known.set(tex, runs);
  }
  return runs;
}

/** Neighbours that are set alike become one run. @param {Run[]} runs */
function joined(runs) {
  /** @type {Run[]} */
  const out = [];
  for (const run of runs) {
    const before = out.at(-1);
    if (before && before.level === run.level && before.italic === run.italic) before.text += run.text;
    else out.push({ ...run });
  }
  return out;
}

/** @param {string} tex @returns {string} the same on one line of plain text: "3x²", "1/(2√x)", "e^x" */
export const plainText = (tex) =>
  runsOf(tex)
    .map(({ text, level }) => (level <= 0 ? text : /^\d+$/.test(text) ? superscript(text) : `^${text}`))
    .join("");

/** How wide a formula may become, in its font size, whatever face a machine sets it in. @param {string} tex */
export const widthOf = (tex) =>
  runsOf(tex).reduce(
    (sum, { text, level }) => sum + [...text].reduce((run, sign) => run + advance(sign), 0) * (level === 0 ? 1 : 0.72),
    0,
  );

/** @param {string} sign  one character */
const advance = (sign) =>
  /[\s\u200a\u200b]/.test(sign) ? 0.3 : /[mMwW+−=×σ]/.test(sign) ? 0.8 : /[()il.,|′]/.test(sign) ? 0.4 : 0.6;

/** @param {Node} node @param {number} level @param {Run[]} out */
function flatten(node, level, out) {
  const parts = node.children ?? [];
  const inner = (/** @type {Node} */ child, at = level) => child && flatten(child, at, out);
  const add = (/** @type {string} */ text, italic = false) => out.push({ text, italic, level });
  if (node.text !== undefined) return void add(node.text);
  switch (node.type) {
    case "annotation":
      return;
    case "mi": {
      const text = textOf(node);
      return void add(text, text.length === 1 && node.attributes?.mathvariant !== "normal");
    }
    case "mo": {
      const text = textOf(node);
      const form = node.attributes?.form;
      const spaced = form !== "prefix" && /^[=+−×·]$/.test(text) && level === 0 && out.length > 0;
      return void add(text === "\u2061" ? "\u200a" : spaced ? ` ${text} ` : text);
    }
    case "msup":
      inner(parts[0]);
      return void inner(parts[1], level + 1);
    case "msub":
      inner(parts[0]);
      return void inner(parts[1], level - 1);
    case "msubsup":
      inner(parts[0]);
      inner(parts[1], level - 1);
      return void inner(parts[2], level + 1);
    case "mfrac": {
      grouped(parts[0], level, out);
      add("/");
      return grouped(parts[1], level, out);
    }
    case "msqrt":
      add("√");
      return grouped({ children: parts }, level, out);
    default:
      for (const part of parts) inner(part);
  }
}

/** Parentheses round what would otherwise be misread on one line. @param {Node} node @param {number} level @param {Run[]} out */
function grouped(node, level, out) {
  /** @type {Run[]} */
  const runs = [];
  flatten(node, level, runs);
  const base = runs.filter((run) => run.level === level);
  const simple = base.length <= 1 || base.every((run) => /^[\w.]+$/.test(run.text.trim()));
  if (!simple) out.push({ text: "(", italic: false, level });
  out.push(...runs);
  if (!simple) out.push({ text: ")", italic: false, level });
}

/** @param {Node} node @returns {string} */
const textOf = (node) => node.text ?? (node.children ?? []).map(textOf).join("");

/**
 * @param {string} tex
 * @param {number} size  font size in px: raised and lowered runs are scaled from it
 */
export function mathSpans(tex, size) {
  let level = 0;
  const runs = runsOf(tex);
  // What follows stands on the line again: a shift needs a character to take effect, if one that is not seen.
  const closed = (runs.at(-1)?.level ?? 0) === 0 ? runs : [...runs, { text: "\u200b", italic: false, level: 0 }];
  return closed.map((run) => {
    const shift = (level - run.level) * size * 0.38;
    level = run.level;
    const scale = run.level === 0 ? size : size * 0.72;
    return svg`<tspan dy=${round(shift)} font-size=${round(scale)} font-style=${run.italic ? "italic" : "normal"}>${run.text}</tspan>`;
  });
}

/** @param {number} value */
const round = (value) => Math.round(value * 100) / 100;
