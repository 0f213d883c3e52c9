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

  /** To be called after each drawing. */
  function follow() {
    const chips = /** @type {HTMLElement | null} */ (root.querySelector("#chips"));
    if (!drag || chips === draggable) return;
    draggable = chips;
    if (chips) drag(chips, move);
  }

  return {
    follow,
    async load() {
      ({ makeDraggable: drag } = await import("./drag.js"));
      follow();
    },
  };
}
