/**
 * "What is this?": while it is on, whatever is pointed at, focused or tapped says what it is instead of acting. Every
 * element that can be asked carries `data-explain`, a key of the words.
 */

/** What still works while questions are asked: going on to the next control. */
const WALKING = ["Tab", "Shift"];

/**
 * @param {HTMLElement} root
 * @param {{ change: (key: string | null) => void }} on  null: nothing is being asked
 */
export function createExplaining(root, { change }) {
  let explaining = false;
  /** @type {{ x: number, y: number } | null} where the pointer was last seen */
  let resting = null;

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

  /** What slides under a resting pointer while the page scrolls is not pointed at. @param {PointerEvent} event */
  function askWhatIsPointedAt(event) {
    const { clientX: x, clientY: y } = event;
    const moved = resting === null || resting.x !== x || resting.y !== y;
    resting = { x, y };
    if (moved) ask(event);
  }

  /** @param {Event} event */
  function insteadOfActing(event) {
    if (!explaining || keyOf(event) === "explain") return;
    ask(event);
    event.preventDefault();
    event.stopPropagation();
  }

  /** @param {KeyboardEvent} event */
  function key(event) {
    if (!explaining || WALKING.includes(event.key)) return;
    if (event.key === "Escape") {
      event.preventDefault();
      event.stopPropagation();
      toggle();
    } else if (!event.ctrlKey && !event.metaKey && !event.altKey) insteadOfActing(event);
  }

  root.addEventListener("pointermove", askWhatIsPointedAt);
  root.addEventListener("focusin", ask);
  for (const kind of ["click", "pointerdown"]) root.addEventListener(kind, insteadOfActing, { capture: true });
  document.addEventListener("keydown", key, { capture: true });

  function toggle() {
    explaining = !explaining;
    change(explaining ? "explain" : null);
  }
  return { toggle };
}
