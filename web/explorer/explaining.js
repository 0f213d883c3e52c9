/**
 * "What is this?": while it is on, whatever is pointed at, focused or tapped says what it is instead of acting. Every
 * element that can be asked carries `data-explain`, a key of the words.
 */

/**
 * @param {HTMLElement} root
 * @param {{ change: (key: string | null) => void }} on  null: nothing is being asked
 */
export function createExplaining(root, { change }) {
  let explaining = false;

  /** @param {Event} event */
  const keyOf = (event) =>
    /** @type {HTMLElement | null} */ (/** @type {Element} */ (event.target).closest?.("[data-explain]"))?.dataset
      .explain;

  /** @param {Event} event */
  function ask(event) {
    if (!explaining) return;
    const key = keyOf(event);
    if (key) change(key);
  }

  /** @param {Event} event */
  function insteadOfActing(event) {
    if (!explaining || keyOf(event) === "explain") return;
    ask(event);
    event.preventDefault();
    event.stopPropagation();
  }

  root.addEventListener("pointerover", ask);
  root.addEventListener("focusin", ask);
  for (const kind of ["click", "pointerdown"]) root.addEventListener(kind, insteadOfActing, { capture: true });
  document.addEventListener("keydown", (event) => {
    if (explaining && event.key === "Escape") toggle();
  });

  function toggle() {
    explaining = !explaining;
    change(explaining ? "explain" : null);
  }
  return { toggle };
}
