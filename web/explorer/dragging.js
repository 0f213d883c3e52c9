/** Keeps the chips draggable while they come and go with the chain. What drags them is loaded when there is time. */

/**
 * @param {HTMLElement} root
 * @param {(from: number, to: number) => void} move
 */
export function createDragging(root, move) {
  /** @type {typeof import("./drag.js").makeDraggable | null} */
  let drag = null;
  /** @type {HTMLElement | null} */
  let draggable = null;
  /** @type {{ destroy: () => void } | null}  what drags it: it is known to all others until it is told that it is not needed */
  let held = null;

  let ended = false;

  /** To be called after each drawing. */
  function follow() {
    const chips = /** @type {HTMLElement | null} */ (root.querySelector("#chips"));
    if (!drag || chips === draggable) return;
    draggable = chips;
    held?.destroy();
    held = chips && drag(chips, move);
  }

  return {
    follow,
    async load() {
      const { makeDraggable } = await import("./drag.js");
      if (ended) return;
      drag = makeDraggable;
      follow();
    },
    end() {
      ended = true;
      held?.destroy();
    },
  };
}
