/** What a visitor typed into the HTML before this script was there. @param {HTMLElement} root */
export function typedBefore(root) {
  const field = /** @type {HTMLInputElement | null} */ (root.querySelector("#x"));
  const changed = field !== null && field.value !== field.defaultValue;
  return { x: changed ? field.value : null, focused: field !== null && field === document.activeElement };
}
