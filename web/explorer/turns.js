/** Turns of the page's one thread: whoever waits for the next lets the browser answer the visitor first. */

/** The next task. */
export const task = () => new Promise((resolve) => setTimeout(resolve));

/** The next task after the browser has drawn what there is; a page that cannot be seen is not drawn. */
export async function drawn() {
  if (!document.hidden) await new Promise((resolve) => requestAnimationFrame(resolve));
  await task();
}

/**
 * The parts of a drawing, each drawn alone in a task of its own; after that they are drawn together.
 * @template {string} Part
 * @param {readonly Part[]} parts
 */
export function createTurns(parts) {
  /** @type {number | null} */
  let alone = 0;
  return {
    /** @param {Part} part @returns {import("../views/parts.js").Stage} */
    stage(part) {
      const turn = parts.indexOf(part);
      if (alone === null || turn === alone) return "drawn";
      return turn < alone ? "kept" : "coming";
    },
    /** @param {() => void} draw */
    async take(draw) {
      for (alone = 0; alone < parts.length; alone += 1) {
        await task();
        draw();
      }
      alone = null;
    },
    /** What is not drawn yet comes with the next drawing. */
    skip() {
      alone = null;
    },
  };
}
