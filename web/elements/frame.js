/**
 * The entry of `embed.html`: an `<auto-diff>` for pages that allow no script. The query gives its attributes; the page
 * round it hears and sets by messages. Only that page is listened to, and only from `?host=` where it names an origin.
 */
import { ATTRIBUTES, textOfValue } from "./attributes.js";
import { ERROR, HEIGHT, RESULT, SET } from "./messages.js";
import "./register.js";

/** @typedef {import("./messages.js").FromFrame} FromFrame */

const query = new URLSearchParams(location.search.replaceAll("+", "%2B"));
const host = query.get("host");
const element = /** @type {import("./auto-diff.js").AutoDiff} */ (document.querySelector("auto-diff"));

/** @param {string} name @param {unknown} value */
function set(name, value) {
  if (!ATTRIBUTES.includes(name)) return;
  if (value === null) element.removeAttribute(name);
  else element.setAttribute(name, textOfValue(value));
}

/** @param {FromFrame} message */
const tell = (message) => window.parent !== window && window.parent.postMessage(message, host ?? "*");

for (const [name, value] of query) set(name, value);

addEventListener("message", ({ source, origin, data }) => {
  if (source !== window.parent || (host !== null && origin !== host) || data?.type !== SET) return;
  for (const [name, value] of Object.entries(data)) set(name, value);
});
element.addEventListener(
  "result",
  (event) => event instanceof CustomEvent && tell({ type: RESULT, trace: event.detail }),
);
element.addEventListener("error", (event) => event instanceof CustomEvent && tell({ type: ERROR, ...event.detail }));

new ResizeObserver(() => tell({ type: HEIGHT, height: Math.ceil(element.getBoundingClientRect().height) })).observe(
  element,
);
