/** Marks in the page's timeline that tests, benchmarks and authors can rely on. */

const FIRST = "first-live-result";

/** Marked once it is drawn: the explorer draws in the next frame, before this. @param {HTMLElement} root */
export function markFirstResult(root) {
  const mark = () => performance.getEntriesByName(FIRST).length > 0 || performance.mark(FIRST);
  root.addEventListener("result", () => requestAnimationFrame(mark), { once: true });
}
