/**
 * Puts the page that the explorer has drawn in the place of the one that the build made, part by part and each in a frame
 * of its own: both look the same, so that nothing moves, and nothing is there twice. Must not know what the parts show.
 */
import { drawn } from "./turns.js";

/** What stands below one another, from top to foot, a turn each. */
const TURNS = [
  ":scope > .top, :scope > main > .inputs",
  ":scope > main > .sheet",
  ":scope > main > .panels > .code-panel",
  ":scope > main > .panels > .curve",
  ":scope > main > .panels > .check-panel",
  ":scope > main > .second-block, :scope > main > .table-block",
  ":scope > .foot",
];
/** What takes no room, or is still to come (`below.js`). */
const REST = ":scope > :not(.top, main, .foot), #below";

/**
 * @param {HTMLElement} root  not in the page yet
 * @param {HTMLElement} place  in the page, and not any more afterwards
 * @param {() => () => void} carry  called before and after the fields change hands, for what a visitor has typed there
 */
export async function takeOver(root, place, carry) {
  const turns = TURNS.map((parts) => ({
    leave: room(place.querySelectorAll(parts)),
    enter: gaps(root.querySelectorAll(parts)),
  }));
  const carried = carry();
  for (const part of place.querySelectorAll(REST)) part.remove();
  place.classList.add("is-leaving");
  place.before(root);
  for (const [turn, { leave, enter }] of turns.entries()) {
    leave();
    enter();
    if (turn === 0) carried();
    await drawn();
  }
  place.remove();
}

/** @param {Iterable<Element>} parts @returns {() => void} takes them away and leaves the room that they took */
function room(parts) {
  const rooms = [...parts].map((part) => {
    const { marginBlock } = getComputedStyle(part);
    const empty = document.createElement("div");
    empty.style.cssText = `block-size: ${part.getBoundingClientRect().height}px; margin-block: ${marginBlock}`;
    return () => part.replaceWith(empty);
  });
  return () => {
    for (const leave of rooms) leave();
  };
}

/** Takes them out. @param {Iterable<Element>} parts @returns {() => void} puts them back */
function gaps(parts) {
  const back = [...parts].map((part) => {
    const gap = document.createComment("");
    part.replaceWith(gap);
    return () => gap.replaceWith(part);
  });
  return () => {
    for (const enter of back) enter();
  };
}
