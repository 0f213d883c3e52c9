/**
 * How much room an `<auto-diff>` will take, before anything of it is loaded, so that the page round it does not move
 * when it is drawn. Follows the style sheets in CSS pixels; knows parts, the names of functions and a width.
 */
import { rowsOf } from "../views/graph/layout.js";

/** From here on x and the chain stand side by side, and the graph reads in rows. */
const WIDE = 640;
/** The frame, with what it keeps free inside. */
const FRAME = { block: 22, inline: 34, inlineNarrow: 26 };
const FOOT = 24;
const BETWEEN = 8;
const X = { block: 92, inline: 320, gap: 24, least: 220 };
const CHAIN = { row: 52, gap: 6, ends: 104, chip: 87, letter: 6.1, constant: 80, hint: 20 };
/** Whether both numbers stand in one row depends on their digits: room for two is right for those that have many. */
const RESULT = { row: 52, two: 80, narrow: 76, inline: 940 };
const ZOOM = { block: 28, narrow: 3, wide: 5 };
const ROW = { block: 204, least: 188, dense: 150, denseLeast: 136 };
const DOWN = { step: 140, ends: 86, dense: 120 };
const STEPS = { rows: [44, 90, 125], inline: [606, 352], gap: 8 };
const NOTES = { wide: 116, narrow: 156 };
const PANEL = { least: 360, gap: 24, code: 440, curve: 374, check: 560, phone: 20 };
const TABLE = { block: 112, row: 41, rowNarrow: 190 };

/**
 * @param {readonly string[]} parts
 * @param {string[]} chain  a word for each function
 * @param {number} width  of the element
 * @returns {number} its height
 */
export function roomFor(parts, chain, width) {
  const has = (/** @type {string} */ part) => parts.includes(part);
  const wide = width - FRAME.inline >= WIDE;
  const inside = width - (wide ? FRAME.inline : FRAME.inlineNarrow);
  const blocks = [
    has("x") || has("chain") ? inputs(has("x"), has("chain"), chain, inside, wide) : 0,
    sheet(has, chain.length, inside, wide),
    panels(parts, inside),
    has("table") ? TABLE.block + chain.length * (wide ? TABLE.row : TABLE.rowNarrow) : 0,
  ].filter((block) => block > 0);
  return FRAME.block + FOOT + blocks.reduce((sum, block) => sum + block, 0);
}

/** @param {boolean} x @param {boolean} chain @param {string[]} words @param {number} inside @param {boolean} wide */
function inputs(x, chain, words, inside, wide) {
  const beside = wide && x && chain;
  const room = beside ? inside - X.inline - X.gap : inside;
  const chips = words.map(
    (word) => CHAIN.chip + word.split(":")[0].length * CHAIN.letter + (word.includes(":") ? CHAIN.constant : 0),
  );
  let [rows, used] = [1, CHAIN.ends / 2];
  for (const chip of [...chips, CHAIN.ends]) {
    if (used + chip > room) [rows, used] = [rows + 1, 0];
    used += chip;
  }
  const chainBlock = rows * CHAIN.row + (rows - 1) * CHAIN.gap;
  if (beside) return Math.max(X.block, chainBlock + CHAIN.hint);
  return (x ? X.block : 0) + (chain ? chainBlock + (wide ? CHAIN.hint : 0) : 0) + (x && chain ? 2 * BETWEEN : 0);
}

/** @param {(part: string) => boolean} has @param {number} functions @param {number} inside @param {boolean} wide */
function sheet(has, functions, inside, wide) {
  const result = has("result") ? (inside >= RESULT.inline ? RESULT.row : wide ? RESULT.two : RESULT.narrow) : 0;
  const steps = has("steps")
    ? STEPS.rows[STEPS.inline.filter((least) => inside < least).length] + STEPS.gap + (wide ? NOTES.wide : NOTES.narrow)
    : 0;
  const zoom = functions > (wide ? ZOOM.wide : ZOOM.narrow) ? ZOOM.block : 0;
  const height = result + steps + (has("graph") ? graph(functions, inside) + zoom : 0);
  return height > 0 ? height + BETWEEN : 0;
}

/** @param {number} functions @param {number} inside */
function graph(functions, inside) {
  if (inside < WIDE) return DOWN.ends + functions * (functions > 10 ? DOWN.dense : DOWN.step);
  const smaller = rowsOf(functions, inside) > 1 && rowsOf(functions, inside / 0.8) === 1;
  if (smaller) return Math.ceil(ROW.least * 0.8);
  const rows = rowsOf(functions, inside) - 1;
  return functions > 10 ? rows * ROW.dense + ROW.denseLeast : rows * ROW.block + ROW.least;
}

/** @param {readonly string[]} parts @param {number} inside */
function panels(parts, inside) {
  const shown = /** @type {const} */ (["code", "curve", "check"]).filter((part) => parts.includes(part));
  const columns = Math.max(1, Math.floor((inside + PANEL.gap) / (PANEL.least + PANEL.gap)));
  let height = 0;
  for (let first = 0; first < shown.length; first += columns)
    height += Math.max(...shown.slice(first, first + columns).map((part) => PANEL[part])) + PANEL.gap;
  if (inside < PANEL.least) height += shown.length * PANEL.phone;
  return height > 0 ? height - PANEL.gap + BETWEEN : 0;
}
