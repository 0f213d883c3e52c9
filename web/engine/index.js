/** The engine that a page uses: the one of `create-engine.js`, started in the quickest way that works, once for all frames. */

import { createEngine as createEngineWith } from "./create-engine.js";
import { base } from "./files.js";
import { resumeOnline } from "./resume.js";
import { startPython } from "./start.js";
import { together } from "./together.js";

/**
 * @typedef {import("./create-engine.js").Engine} Engine
 * @typedef {import("./create-engine.js").Status} Status
 * @typedef {import("./fault.js").Cause} Cause
 */

export const createEngine = () => resumeOnline(createEngineWith({ start: together(base, startPython) }));
