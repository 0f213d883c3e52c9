/** Marks in the page's timeline that tests, benchmarks and authors can rely on. */

const FIRST = "first-live-result";

/** Marked once it is drawn: the explorer draws in the next frame, before this, or when it is live. @param {HTMLElement} root */
export function markFirstResult(root) {
  function mark() {
    if (root.dataset.engine !== "ready") return requestAnimationFrame(mark);
    if (performance.getEntriesByName(FIRST).length === 0) performance.mark(FIRST);
  }
  root.addEventListener("result", () => requestAnimationFrame(mark), { once: true });
}
