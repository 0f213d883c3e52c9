/**
 * Starts Python in the quickest way that works; where one fails, the next takes its place within the same page load.
 * Must not know how a way is gone (`start-pyscript.js`, `interpreter/`).
 */

import { causeOf } from "./fault.js";
import { kinds as carried } from "./files.js";
import { makeImage, refuseImage } from "./images.js";
import { onceQuiet } from "./once-quiet.js";
import { begin, run } from "./start-pyscript.js";
import { requireSupport } from "./support.js";

/**
 * @typedef {import("./create-engine.js").Kind} Kind
 * @typedef {import("./create-engine.js").Refused} Refused
 * @typedef {import("./create-engine.js").Running} Running
 * @typedef {import("./create-engine.js").Surroundings} Surroundings
 * @typedef {import("./fault.js").Cause} Cause
 */

/** Milliseconds without a question after which an image is made: it takes a processor of its own for a second. */
const IMAGE_QUIET = 3000;

/** @type {import("./create-engine.js").Start} */
export async function startPython(around) {
  requireSupport();
  const { kinds, refused } = waysHere();
  const here = (/** @type {Kind} */ kind) => carried.includes(kind);
  return startFirst(
    kinds.filter(here),
    around,
    refused.filter(({ start }) => here(start)),
  );
}

/** @returns {{ kinds: Kind[], refused: Refused[] }} the ways to start that there may be here, the quickest first */
function waysHere() {
  if (!("DecompressionStream" in globalThis))
    return { kinds: ["stock"], refused: [lacking("slim", "DecompressionStream")] };
  if (!("caches" in globalThis)) return { kinds: ["slim", "stock"], refused: [lacking("image", "CacheStorage")] };
  return { kinds: ["image", "slim", "stock"], refused: [] };
}

/** @param {Kind} start @param {string} feature @returns {Refused} */
const lacking = (start, feature) => ({ start, cause: { kind: "unsupported", values: { feature } } });

/**
 * @param {Kind[]} kinds
 * @param {Surroundings} around
 * @param {Refused[]} refused those that were tried before
 * @param {import("./images.js").Image} [known] what they left of an image
 * @returns {Promise<Running>}
 */
async function startFirst([kind, ...slower], around, refused, known) {
  const attempt = begin(kind, around);
  /** Those behind what it came to: where there is no image, a start from one is a slim start. */
  const others = () => slower.filter((other) => other !== attempt.start);
  /** @param {Cause} cause @returns {Refused[]} */
  const refusedNow = (cause) => [...refused, { start: attempt.start, cause }];
  try {
    const answering = await run(attempt);
    const { image = known } = attempt;
    const denied = image?.state === "denied" ? [lacking("image", "CacheStorage")] : [];
    const running = { ...answering, refused: [...refused, ...denied] };
    if (attempt.start === "slim" && image?.state === "none") {
      return { ...running, run: onceQuiet(running.run, () => makeImage(image.key, around.signal), IMAGE_QUIET) };
    }
    if (attempt.start !== "image" || !image) return running;
    const instead = async (/** @type {Surroundings} */ anew, /** @type {Cause} */ cause) =>
      startFirst(others(), anew, refusedNow(cause), await refuseImage(image));
    return { ...running, instead };
  } catch (fault) {
    if (around.signal.aborted || !others().length) throw fault;
    const cause = causeOf(fault, "crashed");
    const { image } = attempt;
    const left = image?.state === "kept" && cause.kind !== "download" ? await refuseImage(image) : known;
    return startFirst(others(), around, refusedNow(cause), left);
  }
}
