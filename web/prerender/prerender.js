/**
 * The page with the worked example, as HTML text, made by the same views that draw it in the browser. Runs in Node
 * while the site is built; knows no browser.
 */
import { render } from "@lit-labs/ssr";
import { collectResultSync } from "@lit-labs/ssr/lib/render-result.js";
import { initialState } from "../state/properties.js";
import { atStep } from "../trace/at-step.js";
import { BELOW, below, page } from "../views/page.js";
import { WORDS } from "../words/words.js";

/** The graph is drawn for a wide sheet and for a phone; the style sheet shows the one that fits. */
const WIDTHS = [1152, 304];

/** @type {any} the HTML has no listeners: every action is absent */
const NO_ACTIONS = new Proxy({}, { get: () => undefined });

/**
 * @param {object} parts
 * @param {import("../trace/types.js").Trace} parts.trace
 * @param {import("../trace/types.js").Catalogue} parts.catalogue
 * @param {string} parts.lang
 * @returns {string}
 */
export function prerender({ trace, catalogue, lang }) {
  const state = initialState();
  const words = WORDS[lang];
  const model = {
    state,
    words,
    lang,
    theme: /** @type {const} */ ("light"),
    catalogue,
    trace,
    at: atStep(trace, null),
    fresh: true,
    live: false,
    stale: [],
    error: null,
    problems: [],
    engine: /** @type {any} */ ({ phase: "idle", progress: 0 }),
    undo: { canUndo: false, canRedo: false },
    focus: null,
    open: null,
    chip: 0,
    palette: null,
    widths: WIDTHS,
    zoom: null,
    said: "",
    toast: null,
    recent: [],
    explained: null,
    presenting: false,
    keeping: { online: true, kept: /** @type {const} */ ("no"), renewed: false },
    interactive: false,
    branches: null,
    playing: false,
  };
  const text = (/** @type {unknown} */ view) => plain(collectResultSync(render(view)));
  const first = text(page(model, NO_ACTIONS, (part) => (BELOW.has(part) ? "coming" : "drawn")));
  const rest = text(below((_, view) => view(model, NO_ACTIONS)));
  return first.replace(/<div class="panels">\s*<\/div>/, () => later(rest));
}

/** What no first screen needs is no part of the first layout: `explorer/below.js` shows it where the script takes long. @param {string} html */
const later = (html) => `<noscript id="below">${html}</noscript>`;

/**
 * Lit's part markers are for hydration; the browser draws anew over this page. What Lit says to be not chosen by the
 * attribute that HTML has for what is chosen goes too.
 * @param {string} text
 */
const plain = (text) =>
  text
    .replace(/<!--\/?lit-(part|node)[^>]*-->|<!--\?lit\$[^>]*-->/g, "")
    .replace(/<\?>/g, "")
    .replace(/ (?:selected|checked)="(true|false)"/g, (said, chosen) => (chosen === "true" ? said : ""));
