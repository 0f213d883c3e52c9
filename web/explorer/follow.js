/** Keeps the marked line of the code in its own window, without moving the page. */

/** The line that was marked last, by root. @type {WeakMap<HTMLElement, HTMLElement | null>} */
const last = new WeakMap();

/** @param {HTMLElement} root */
export function followMarkedLine(root) {
  const line = /** @type {HTMLElement | null} */ (root.querySelector(".code li.is-marked"));
  const view = /** @type {HTMLElement | null} */ (line?.closest(".code") ?? null);
  if (line === (last.get(root) ?? null)) return;
  last.set(root, line);
  if (!line || !view) return;
  const above = line.offsetTop - view.offsetTop;
  const outside =
    above < view.scrollTop + line.offsetHeight || above > view.scrollTop + view.clientHeight - 2 * line.offsetHeight;
  if (outside) view.scrollTop = above - view.clientHeight / 2;
}
