/**
 * Puts the page that the explorer has drawn in the place of the one that the build made, part by part and each in a frame
 * of its own: both look the same, so that nothing moves. Must not know what the parts show.
 */
import { drawn } from "./turns.js";

/** What stands below one another, from top to foot, a turn each. */
const TURNS = [
  ":scope > .top, :scope > main > .inputs",
  ":scope > main > .sheet",
  ":scope > main > .panels",
  ":scope > main > .second-block, :scope > main > .table-block",
  ":scope > .foot",
];

/**
 * @param {HTMLElement} root  not in the page yet
 * @param {HTMLElement} place  in the page, and not any more afterwards
 * @param {() => () => void} carry  called before and after the fields change hands, for what a visitor has typed there
 */
export async function takeOver(root, place, carry) {
  const turns = TURNS.map((parts) => ({ parts, comeBack: takeOut([...root.querySelectorAll(parts)]) }));
  const carried = carry();
  place.querySelector("#below")?.remove(); // what it has not shown yet is in a turn of its own
  place.classList.add("is-leaving");
  place.before(root);
  for (const [turn, { parts, comeBack }] of turns.entries()) {
    comeBack();
    for (const part of place.querySelectorAll(parts)) part.classList.add("is-left");
    if (turn === 0) carried();
    await drawn();
  }
  place.remove();
}

/** @param {Element[]} parts @returns {() => void} puts them back */
function takeOut(parts) {
  const gaps = parts.map((part) => {
    const gap = document.createComment("");
    part.replaceWith(gap);
    return gap;
  });
  return () => {
    for (const [index, gap] of gaps.entries()) gap.replaceWith(parts[index]);
  };
}
