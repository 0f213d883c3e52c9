/** A graph larger than its window is moved by dragging; fingers, wheels and keys scroll it anyway. */

/** So many pixels are a drag and no click. */
const DRAG = 4;

/** @param {HTMLElement} root */
export function makePannable(root) {
  /** @type {{ window: HTMLElement, x: number, y: number, left: number, top: number, moved: boolean } | null} */
  let held = null;
  root.addEventListener("pointerdown", (event) => {
    const window = /** @type {HTMLElement | null} */ (/** @type {Element} */ (event.target).closest(".graph-fit"));
    if (!window || event.button !== 0 || event.pointerType === "touch") return;
    if (window.scrollWidth <= window.clientWidth && window.scrollHeight <= window.clientHeight) return;
    held = { window, x: event.clientX, y: event.clientY, left: window.scrollLeft, top: window.scrollTop, moved: false };
  });
  root.addEventListener("pointermove", (event) => {
    if (!held) return;
    const [dx, dy] = [event.clientX - held.x, event.clientY - held.y];
    if (!held.moved && Math.hypot(dx, dy) < DRAG) return;
    held.moved = true;
    held.window.scrollTo(held.left - dx, held.top - dy);
  });
  root.addEventListener("pointerup", () => {
    const { moved } = held ?? {};
    held = null;
    if (!moved) return;
    const swallow = (/** @type {MouseEvent} */ event) => event.stopPropagation();
    root.addEventListener("click", swallow, { capture: true, once: true });
    setTimeout(() => root.removeEventListener("click", swallow, { capture: true }));
  });
  root.addEventListener("pointercancel", () => {
    held = null;
  });
}
