/** What a visitor typed into the HTML before this script was there. @param {HTMLElement} root */
export function typedBefore(root) {
  const field = /** @type {HTMLInputElement | null} */ (root.querySelector("#x"));
  const changed = field !== null && field.value !== field.defaultValue;
  return { x: changed ? field.value : null, focused: field !== null && field === document.activeElement };
}

/** Presses what was pressed last in the HTML (`early.js`), where it is still there. @param {HTMLElement} root */
export function pressAgain(root) {
  const { dataset } = document.documentElement;
  const { pressed } = dataset;
  delete dataset.pressed;
  if (pressed === undefined) return;
  const named = (/** @type {Element} */ button) => (button.ariaLabel ?? button.textContent.trim()) === pressed;
  const button = [...root.querySelectorAll("button")].find(named);
  button?.focus();
  button?.click();
}
