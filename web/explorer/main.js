/** The home page's entry: puts the engine, the worked example and the explorer together. */
import catalogue from "../.generated/catalogue.json";
import traces from "../.generated/traces.json";
import { useEngine } from "../elements/engine-of-page.js";
import { createEngine } from "../engine/index.js";
import { createShared } from "../engine/shared.js";
import { createDragging } from "./dragging.js";
import { createHome } from "./home.js";
import { markFirstResult } from "./marks.js";

const root = Object.assign(document.createElement("div"), { id: "app" });
const engine = createEngine();
engine.start(); // first of all: it has a worker of its own, and takes longest
await new Promise((resolve) => setTimeout(resolve)); // the page that the build made is laid out meanwhile
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
