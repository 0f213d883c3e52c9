/**
 * What an author copies: for each kind of page the texts that go into it, and where each goes. Pure: choices in, text
 * out; the words round it are elsewhere.
 */
import { attributesOf, partsOf, SHOW, USUAL } from "../elements/attributes.js";
import { writeAddress } from "../state/address.js";
import { initialState, PROPERTIES, PROPERTY_NAMES } from "../state/properties.js";

/** @typedef {import("../state/properties.js").State} State */
/** @typedef {import("../elements/attributes.js").Part} Part */

/**
 * @typedef {object} Choice
 * @property {State} state   with language and theme as the embed is to have them; null: as the page round it
 * @property {readonly Part[]} parts
 * @property {string} base   absolute address of this site, with a slash
 * @property {string} figures  what the embed will show, in words: it stands there until it runs
 * @property {number} height  of the embed, in CSS pixels: so much room is kept for it until it is there
 */

/** @typedef {{ place: "page" | "head" | "settings" | "address", file?: string, text: string }} Snippet  place: where it goes; file: the one that holds it */

export const FORMATS = /** @type {const} */ ([
  "html",
  "iframe",
  "mkdocs",
  "myst",
  "rst",
  "book",
  "wordpress",
  "notion",
]);

/** @typedef {(typeof FORMATS)[number]} Format */

/** Of a state, what an embed has no attribute for, or should not be told: how fast it plays is the reader's choice. */
const LEFT_OUT = new Set(["speed"]);

/** @param {string} text */
const escaped = (text) =>
  text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/** What differs from the beginning, by the names that attributes have. @param {Choice} choice @returns {[string, string][]} */
function attributes({ state, parts }) {
  const initial = initialState();
  /** @type {[string, string][]} */
  const found = [];
  for (const name of PROPERTY_NAMES) {
    const { write } = /** @type {import("../state/properties.js").Property<any>} */ (PROPERTIES[name]);
    const text = write(state[name]);
    const always = name === "x" || (name === "chain" && state.y === null);
    const unused = name === "chain" && state.y !== null;
    if (LEFT_OUT.has(name) || unused || !(always || text !== write(initial[name]))) continue;
    const [attribute] = attributesOf(name);
    found.push([attribute, attribute === "chain" ? text.replaceAll(",", " ") : text]);
  }
  if (partsOf(parts.join(" ")).join(" ") !== USUAL.join(" ")) found.push([SHOW, parts.join(" ")]);
  return found;
}

/** @param {Choice} choice */
const link = ({ state, base }) => base + writeAddress({ ...state, theme: null });

/** @param {Choice} choice */
const element = (choice) =>
  `<auto-diff ${attributes(choice)
    .map(([name, text]) => `${name}="${escaped(text)}"`)
    .join(
      " ",
    )} style="display: block; min-block-size: ${choice.height}px"><a href="${escaped(link(choice))}">${escaped(choice.figures)}</a></auto-diff>`;

/** @param {Choice} choice */
const script = ({ base }) => `<script type="module" src="${base}embed.js"></script>`;

/** @param {Choice} choice */
export function frameAddress({ state, parts, base }) {
  const query = writeAddress({ ...state, speed: initialState().speed }).slice(1);
  const show = parts.join(" ") === USUAL.join(" ") ? "" : `&show=${parts.join(",")}`;
  return `${base}embed.html?${query}${show}`;
}

/** @param {Choice} choice */
const iframe = (choice) =>
  `<iframe src="${escaped(frameAddress(choice))}" title="${escaped(choice.figures)}" width="100%" height="${choice.height}" loading="lazy" style="border: 0"></iframe>`;

/** @param {Choice} choice */
const following = ({ base }) => `<script>
addEventListener("message", ({ source, origin, data }) => {
  if (origin !== "${new URL(base).origin}" || data.type !== "pyautodiff:height") return;
  for (const frame of document.querySelectorAll("iframe")) if (frame.contentWindow === source) frame.height = data.height;
});
</script>`;

const raw = (/** @type {string} */ text) => `\`\`\`{raw} html\n${text}\n\`\`\``;

/** @type {Record<Format, (choice: Choice) => Snippet[]>} */
const SNIPPETS = {
  html: (choice) => [{ place: "page", text: `${script(choice)}\n${element(choice)}` }],
  iframe: (choice) => [
    { place: "page", text: iframe(choice) },
    { place: "head", text: following(choice) },
  ],
  mkdocs: (choice) => [
    {
      place: "settings",
      file: "mkdocs.yml",
      text: `extra_javascript:\n  - path: ${choice.base}embed.js\n    type: module`,
    },
    { place: "page", text: element(choice) },
  ],
  myst: (choice) => [
    {
      place: "settings",
      file: "conf.py",
      text: `html_js_files = [("${choice.base}embed.js", {"type": "module"})]`,
    },
    { place: "page", text: raw(element(choice)) },
  ],
  rst: (choice) => [
    {
      place: "settings",
      file: "conf.py",
      text: `html_js_files = [("${choice.base}embed.js", {"type": "module"})]`,
    },
    { place: "page", text: `.. raw:: html\n\n   ${element(choice)}` },
  ],
  book: (choice) => [
    {
      place: "settings",
      file: "_config.yml",
      text: `sphinx:\n  config:\n    html_js_files:\n      - - ${choice.base}embed.js\n        - type: module`,
    },
    { place: "page", text: raw(element(choice)) },
  ],
  wordpress: (choice) => [{ place: "page", text: iframe(choice) }],
  notion: (choice) => [{ place: "address", text: frameAddress(choice) }],
};

/** @param {Format} format @param {Choice} choice */
export const snippetsFor = (format, choice) => SNIPPETS[format](choice);
