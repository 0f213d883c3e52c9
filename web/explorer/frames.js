/** One queue of drawings for all explorers of a page: a frame takes as many as it has time for. Knows nothing of what they draw. */

/** Milliseconds of a frame that drawings may take, the browser's own work apart. */
const BUDGET = 8;

/** @type {Set<() => void>} */
const waiting = new Set();
let asked = false;

/** @param {() => void} draw  run before a frame, once however often it was asked for */
export function inFrame(draw) {
  waiting.add(draw);
  ask();
}

function ask() {
  if (asked) return;
  asked = true;
  requestAnimationFrame(run);
}

function run() {
  asked = false;
  const begun = performance.now();
  try {
    for (const draw of [...waiting]) {
      waiting.delete(draw);
      draw();
      if (performance.now() - begun > BUDGET) break;
    }
  } finally {
    if (waiting.size > 0) ask();
  }
}
