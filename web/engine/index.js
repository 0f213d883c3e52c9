/** The engine that the page uses: the one of `create-engine.js`, started in the quickest way that works. */

import { createEngine as createEngineWith } from "./create-engine.js";
import { startPython } from "./start.js";

/**
 * @typedef {import("./create-engine.js").Engine} Engine
 * @typedef {import("./create-engine.js").Status} Status
 * @typedef {import("./fault.js").Cause} Cause
 */

export const createEngine = () => createEngineWith({ start: startPython });
