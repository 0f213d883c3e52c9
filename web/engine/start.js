/**
 * Starts Python in the quickest way that works; where one fails, the next takes its place within the same page load.
 * Must not know how a way is gone (`start-pyscript.js`, `interpreter/`).
 */

import { causeOf } from "./fault.js";
import { findImages } from "./images.js";
import { onceQuiet } from "./once-quiet.js";
import { preparePyScript, startAs } from "./start-pyscript.js";
import { requireSupport } from "./support.js";

/**
 * @typedef {import("./create-engine.js").Kind} Kind
 * @typedef {import("./fault.js").Cause} Cause
 * @typedef {import("./images.js").Images} Images
 */

/** Milliseconds without a question after which an image is made: it takes a processor of its own for a second. */
const IMAGE_QUIET = 3000;

/** @type {import("./create-engine.js").Start} */
export async function startPython(around) {
  requireSupport();
  const finding = findImages();
  await firstPaint();
  const [pyscript, images] = await Promise.all([preparePyScript(), finding]);
  return startFirst(kindsHere(images), { pyscript, images }, around);
}

/** Python is not begun before the page stands; a page in a background tab is never painted and need not wait. */
function firstPaint() {
  if (document.hidden) return;
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
}

/**
 * @typedef {object} Parts
 * @property {import("./start-pyscript.js").PyScript} pyscript
 * @property {Images | null} images
 */

/**
 * @param {Images | null} images
 * @returns {Kind[]} the ways to start that there are here, the quickest first
 */
function kindsHere(images) {
  /** @type {Kind[]} */
  const kinds = "DecompressionStream" in globalThis ? ["slim", "stock"] : ["stock"];
  return images?.state === "kept" ? ["image", ...kinds] : kinds;
}

/**
 * @param {Kind[]} kinds
 * @param {Parts} parts
 * @param {import("./create-engine.js").Surroundings} around
 * @param {import("./create-engine.js").Refused[]} refused those that were tried before
 * @returns {Promise<import("./create-engine.js").Running>}
 */
async function startFirst([kind, ...others], parts, around, refused = []) {
  const { images } = parts;
  try {
    const running = { ...(await startAs(kind, images?.key, parts.pyscript, around)), refused };
    if (kind === "slim" && images?.state === "none") {
      return { ...running, run: onceQuiet(running.run, () => images.make(around.signal), IMAGE_QUIET) };
    }
    if (kind !== "image") return running;
    const instead = async (/** @type {typeof around} */ anew, /** @type {Cause} */ cause) => {
      await images?.refuse();
      return startFirst(others, { ...parts, images: null }, anew, [...refused, { start: kind, cause }]);
    };
    return { ...running, instead };
  } catch (fault) {
    if (around.signal.aborted || !others.length) throw fault;
    const cause = causeOf(fault, "crashed");
    if (kind === "image" && cause.kind !== "download") await images?.refuse();
    const remaining = kind === "image" ? { ...parts, images: await findImages() } : parts;
    return startFirst(others, remaining, around, [...refused, { start: kind, cause }]);
  }
}
