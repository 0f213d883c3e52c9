/** Puts the engine, the worked example and the explorer together, in the place of the page that the build made. */
import catalogue from "../.generated/catalogue.json";
import traces from "../.generated/traces.json";
import { useEngine } from "../elements/engine-of-page.js";
import { createShared } from "../engine/shared.js";
import { createDragging } from "./dragging.js";
import { createHome } from "./home.js";
import { markFirstResult } from "./marks.js";
import { drawn, task } from "./turns.js";

/** @param {import("../engine/index.js").Engine} engine */
export async function open(engine) {
  await standing();
  const root = Object.assign(document.createElement("div"), { id: "app" });
  const shared = createShared(engine);
  useEngine(shared);
  const dragging = createDragging(root, (from, to) => actions.move(from, to));

  const { actions } = createHome({
    root,
    place: /** @type {HTMLElement} */ (document.getElementById("app")),
    engine: shared.client(),
    catalogue: /** @type {import("../trace/types.js").Catalogue} */ (catalogue),
    trace: /** @type {import("../trace/types.js").Trace} */ (/** @type {unknown} */ (traces.default)),
    afterDraw: dragging.follow,
  });

  markFirstResult(root);
  dragging.load();
}

/** Until the page that the build made stands, and is laid out (`laid.js`). */
async function standing() {
  if (document.readyState === "loading")
    await new Promise((resolve) => addEventListener("DOMContentLoaded", resolve, { once: true }));
  while ("laid" in document.documentElement.dataset) await task();
  await drawn();
}
