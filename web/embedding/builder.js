/**
 * The embed builder at work: holds what is chosen, keeps the preview in step, copies. Knows an element to draw in and
 * `<auto-diff>`; must not know where the builder stands.
 */
import { render } from "lit";
import "../elements/register.js";
import { ATTRIBUTES, attributesOf, PARTS, SHOW, USUAL } from "../elements/attributes.js";
import { initialState, PROPERTIES, PROPERTY_NAMES } from "../state/properties.js";
import { builder } from "../views/embedding/builder.js";
import { wordsOfEmbedding } from "../words/embedding/words.js";
import { FORMATS } from "./snippets.js";

/** @typedef {import("../state/properties.js").State} State */
/** @typedef {import("../elements/attributes.js").Part} Part */

/** The site, beside the folder of this script: what an author's page will load. */
const SITE = new URL(/* @vite-ignore */ "../", import.meta.url).href;

/**
 * @param {HTMLElement} root
 * @param {object} given
 * @param {State} given.state  what the embed is to show
 * @param {string} given.lang  of the words here
 */
export function createBuilder(root, given) {
  let { lang } = given;
  let state = { ...given.state, theme: /** @type {string | null} */ (null), lang: /** @type {string | null} */ (null) };
  /** @type {Part[]} */
  let parts = [...USUAL];
  let format = /** @type {import("./snippets.js").Format} */ (FORMATS[0]);
  /** @type {string | null} */
  let copied = null;
  const preview = /** @type {import("../elements/auto-diff.js").AutoDiff} */ (document.createElement("auto-diff"));
  const heights = new ResizeObserver(draw);

  /** The same attributes as those of the snippet, and the place it has here. */
  function tellPreview() {
    const initial = initialState();
    const wanted = new Map([[SHOW, parts.join(" ")]]);
    for (const name of PROPERTY_NAMES) {
      const { write } = /** @type {import("../state/properties.js").Property<any>} */ (PROPERTIES[name]);
      if (write(state[name]) !== write(initial[name])) wanted.set(attributesOf(name)[0], write(state[name]));
    }
    for (const attribute of ATTRIBUTES) {
      const value = wanted.get(attribute) ?? null;
      if (value === preview.getAttribute(attribute)) continue;
      if (value === null) preview.removeAttribute(attribute);
      else preview.setAttribute(attribute, value);
    }
  }

  function draw() {
    const choice = { state, parts, base: SITE, figures: figures(), height: Math.ceil(preview.offsetHeight) || 560 };
    render(builder({ choice, format, copied, words: wordsOfEmbedding(lang) }, actions, preview), root);
  }

  /** What a reader without scripts is told: the numbers of this very choice, once they are there. */
  function figures() {
    const { trace } = preview;
    const only = (/** @type {import("../trace/types.js").PlainArray | null | undefined} */ array) =>
      array?.data?.length === 1 ? String(array.data[0]) : null;
    const of = (/** @type {string | undefined} */ id) => trace?.variables.find((variable) => variable.id === id);
    const [y, gradient] = [only(of(trace?.outputs[0])?.data), only(of(trace?.inputs[0])?.grad)];
    const question = `x = ${state.x}, y = ${state.y ?? state.chain.join(" ")}`;
    return y === null || gradient === null ? `${question}` : `${question}: y = ${y}, dy/dx = ${gradient}`;
  }

  function change() {
    copied = null;
    tellPreview();
    draw();
  }

  /** @type {import("../views/embedding/builder.js").BuilderActions} */
  const actions = {
    show(part, shown) {
      const wanted = new Set(parts);
      if (shown) wanted.add(part);
      else wanted.delete(part);
      if (wanted.size > 0) parts = PARTS.filter((other) => wanted.has(other));
      change();
    },
    setTheme(theme) {
      state = { ...state, theme };
      change();
    },
    setLanguage(chosen) {
      state = { ...state, lang: chosen };
      change();
    },
    setFormat(chosen) {
      format = chosen;
      change();
    },
    async copy(text) {
      try {
        await navigator.clipboard.writeText(text);
        copied = text;
      } catch {
        copied = null;
      }
      draw();
    },
  };

  preview.addEventListener("result", draw);
  heights.observe(preview);
  change();
  return {
    /** @param {string} chosen  language of the words */
    speak(chosen) {
      lang = chosen;
      draw();
    },
    end: () => heights.disconnect(),
  };
}
