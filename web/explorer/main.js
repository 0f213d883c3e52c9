/** The home page's entry: puts the engine, the worked example and the explorer together. */
import catalogue from "../.generated/catalogue.json";
import traces from "../.generated/traces.json";
import { createEngine } from "../engine/index.js";
import { createHome } from "./home.js";

const root = Object.assign(document.createElement("div"), { id: "app" });
const engine = createEngine();
/** @type {typeof import("./drag.js").makeDraggable | null} */
let drag = null;
/** @type {HTMLElement | null} */
let draggable = null;

/** The chips come and go with the chain; each time they are a new element. */
function makeChipsDraggable() {
  const chips = /** @type {HTMLElement | null} */ (root.querySelector("#chips"));
  if (!drag || chips === draggable) return;
  draggable = chips;
  if (chips) drag(chips, actions.move);
}

const { actions } = createHome({
  root,
  place: /** @type {HTMLElement} */ (document.getElementById("app")),
  engine,
  catalogue: /** @type {import("../trace/types.js").Catalogue} */ (catalogue),
  trace: /** @type {import("../trace/types.js").Trace} */ (/** @type {unknown} */ (traces.default)),
  afterDraw: makeChipsDraggable,
});
engine.start();

// Marked once it is drawn: the explorer draws in the next frame, before this.
root.addEventListener("result", () => requestAnimationFrame(() => performance.mark("first-live-result")), {
  once: true,
});

const { makeDraggable } = await import("./drag.js");
drag = makeDraggable;
makeChipsDraggable();
