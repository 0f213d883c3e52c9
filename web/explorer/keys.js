/** Keys that work wherever the focus is, unless what has it needs them: arrows step, Ctrl+Z takes back. */

/**
 * @param {Document | HTMLElement} scope  within which the focus is
 * @param {HTMLElement} root
 * @param {{ stepForward: () => void, stepBack: () => void, undo: () => void, redo: () => void }} actions
 */
export function listenForKeys(scope, root, actions) {
  scope.addEventListener("keydown", (given) => {
    const event = /** @type {KeyboardEvent} */ (given);
    const target = /** @type {Element} */ (event.target);
    if (event.defaultPrevented || root.querySelector("dialog[open]")) return;
    const act = event.ctrlKey || event.metaKey ? history(event, target) : event.altKey ? null : step(event, target);
    if (!act) return;
    event.preventDefault();
    act();
  });

  /** A text field has its own undo. @param {KeyboardEvent} event @param {Element} target */
  function history({ key, shiftKey }, target) {
    if (target.matches("input:not([type=range], [type=checkbox])")) return null;
    if (key.toLowerCase() === "z") return shiftKey ? actions.redo : actions.undo;
    return key.toLowerCase() === "y" ? actions.redo : null;
  }

  /** @param {KeyboardEvent} event @param {Element} target */
  function step({ key }, target) {
    if (target !== document.body && !target.closest(".step-buttons")) return null;
    return { ArrowRight: actions.stepForward, ArrowLeft: actions.stepBack }[key] ?? null;
  }
}
