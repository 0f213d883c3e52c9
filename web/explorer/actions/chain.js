/** What a visitor can do with x and the chain, each as one change of state. */
import { chainWords, initialState, MOST_FUNCTIONS, PROPERTIES } from "../../state/properties.js";
import { splitWord } from "../../views/chain.js";
import { PRESETS } from "../presets.js";

/** @typedef {import("../actions.js").Means} Means */

/** @param {Means} on */
export function chainActions(on) {
  const chain = () => on.state.chain;
  const wordFor = (/** @type {string} */ name) => {
    const entry = on.catalogue.functions.find((other) => other.name === name);
    return entry?.constant ? `${name}:${entry.constant.default}` : name;
  };
  const chipAt = (/** @type {number} */ index) =>
    index >= 0 ? `.chip[data-index="${index}"] .chip-main` : ".chain .add";
  const focusChip = (/** @type {number} */ index) => on.focusOn(chipAt(index));

  return {
    /** @param {string} text @param {{ settle?: boolean }} [options] */
    setX(text, { settle = false } = {}) {
      on.set({ x: text }, { settle });
    },
    /** A second or third input of an expression. @param {string} name @param {string} text @param {{ settle?: boolean }} [options] */
    setInput(name, text, { settle = false } = {}) {
      on.set(name === "x1" ? { x1: text } : name === "x2" ? { x2: text } : { x: text }, { settle });
    },
    /** @param {string} y @param {{ settle?: boolean }} [options] */
    setExpression(y, { settle = false } = {}) {
      on.set({ y }, { settle });
    },
    /** The same graph, said as an expression; while there is no answer, with each function called by its name. */
    toExpression() {
      on.set({ y: (on.fresh && on.trace.expression) || calls(chain()) });
      on.focusOn("#expression");
    },
    /** Back to chips: the same graph where a chain can say it, else the chain there was. */
    toChain() {
      const same = on.fresh ? on.trace.chain : null;
      if (!same) on.tellInPassing(on.words.expression.noChain);
      on.set({ y: null, ...(same ? { chain: chainWords(same) } : {}) });
    },
    /** @param {0 | 1} end @param {string} text */
    setRange(end, text) {
      const ends = /** @type {[number, number]} */ ([...on.state.range]);
      ends[end] = Number(text.trim() === "" ? Number.NaN : text.replace("\u2212", "-"));
      const read = PROPERTIES.range.read(ends.join(","));
      if ("problem" in read) on.tell(read.problem);
      else on.set({ range: read.value });
    },
    /** @param {number} index @param {string} name */
    add(index, name) {
      if (chain().length >= MOST_FUNCTIONS) return;
      on.set({ chain: chain().toSpliced(index, 0, wordFor(name)) });
      on.show({ palette: null, chip: index, said: on.words.chain.added({ name, place: index + 1 }) });
      on.focusOn(".chain .add");
    },
    /** @param {number} index @param {string} name */
    swap(index, name) {
      if (splitWord(chain()[index]).name !== name) on.set({ chain: chain().toSpliced(index, 1, wordFor(name)) });
      on.show({ palette: null, chip: index });
      focusChip(index);
    },
    /** @param {number} index */
    remove(index) {
      const { name } = splitWord(chain()[index] ?? "");
      on.set({ chain: chain().toSpliced(index, 1) });
      const next = Math.min(index, chain().length - 1);
      on.show({ palette: null, chip: Math.max(next, 0), said: on.words.chain.removed({ name }) });
      focusChip(next);
    },
    /** @param {number} from @param {number} to */
    move(from, to) {
      if (from === to || to < 0 || to >= chain().length) return;
      const word = chain()[from];
      on.set({ chain: chain().toSpliced(from, 1).toSpliced(to, 0, word) });
      on.show({ palette: null, chip: to, said: on.words.chain.moved({ name: splitWord(word).name, place: to + 1 }) });
      focusChip(to);
    },
    /** @param {number} index @param {string} text */
    setConstant(index, text) {
      const { name } = splitWord(chain()[index]);
      const constant = text.trim().replace("\u2212", "-");
      if (/[\s,]/.test(constant)) {
        on.tell({ kind: "chain-constant-bad", values: { name, text: constant } });
        return;
      }
      on.set({ chain: chain().toSpliced(index, 1, `${name}:${constant}`) });
    },
    /** @param {number} index @param {{ take?: boolean }} [options] */
    focusChip(index, { take = false } = {}) {
      on.show({ chip: index });
      if (take) on.focusThere(chipAt(index));
    },
    undo: () => on.travel("undo"),
    redo: () => on.travel("redo"),
    reset() {
      on.player.stop();
      const { x, x1, x2, y, chain: words, range } = initialState();
      on.set({ x, x1, x2, y, chain: words, range, step: null });
    },
    /** @param {string} name  of an example, or "recent:" and its place */
    preset(name) {
      const recent = name.startsWith("recent:") ? on.recent[Number(name.slice(7))] : null;
      const preset = recent ?? PRESETS[name];
      on.player.stop();
      if (preset) on.set({ y: null, ...preset });
    },
    /** @param {import("../../views/model.js").PaletteState | null} palette */
    showPalette: (palette) => on.show({ palette }),
  };
}

/** ["sin", "pow:3"] → "pow(sin(x), 3)". @param {string[]} chain */
const calls = (chain) =>
  chain
    .map(splitWord)
    .reduce((inner, { name, constant }) => `${name}(${inner}${constant ? `, ${constant}` : ""})`, "x");
