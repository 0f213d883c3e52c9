/** Dragging chips, by SortableJS: it moves the element only while the finger is down; the order itself is state. */
import Sortable from "sortablejs";

/**
 * @param {HTMLElement} chips
 * @param {(from: number, to: number) => void} move
 */
export function makeDraggable(chips, move) {
  /** @type {Node | null} where the chip stood: the list's own marks are beside it */
  let after = null;
  return Sortable.create(chips, {
    draggable: ".chip",
    filter: "input, .chip-remove",
    preventOnFilter: false,
    ghostClass: "is-dragged",
    animation: matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : 150,
    delay: 120,
    delayOnTouchOnly: true,
    onStart({ item }) {
      after = item.nextSibling;
    },
    onEnd({ item, oldDraggableIndex: from, newDraggableIndex: to }) {
      chips.insertBefore(item, after);
      if (from !== undefined && to !== undefined && from !== to) move(from, to);
    },
  });
}
