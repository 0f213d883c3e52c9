/** Keeps the marked line of the code in its own window, without moving the page. */

/** @type {HTMLElement | null} */
let last = null;

/** @param {HTMLElement} root */
export function followMarkedLine(root) {
  const line = /** @type {HTMLElement | null} */ (root.querySelector(".code li.is-marked"));
  const view = /** @type {HTMLElement | null} */ (line?.closest(".code") ?? null);
  if (line === last) return;
  last = line;
  if (!line || !view) return;
  const above = line.offsetTop - view.offsetTop;
  const outside =
    above < view.scrollTop + line.offsetHeight || above > view.scrollTop + view.clientHeight - 2 * line.offsetHeight;
  if (outside) view.scrollTop = above - view.clientHeight / 2;
}
