/**
 * The home page's entry: Python begins first of all, in workers of its own; the explorer comes meanwhile. It runs as soon
 * as it is there, which may be before the page is.
 */
import { createEngine } from "../engine/index.js";

const engine = createEngine();
engine.start();
const { open } = await import("./open.js"); // on its way since the head of the page was read
open(engine);
