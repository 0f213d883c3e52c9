/**
 * When a thing is drawn, and what follows a drawing: dialogs open and close, the focus goes where it is wanted. Knows
 * frames, widths and one root element; nothing of what is drawn in it.
 */
import { render } from "lit";
import { followMarkedLine } from "./follow.js";
import { inFrame } from "./frames.js";

/** Milliseconds in which Python usually answers. */
const MOMENT = 50;

/** The dialogs of a drawing, by their ids: each is open exactly when it is said to be. @typedef {Record<string, boolean>} Dialogs */

/**
 * @param {object} parts
 * @param {HTMLElement} parts.root
 * @param {() => { content: unknown, dialogs: Dialogs }} parts.view  what is to be there now
 * @param {() => void} [parts.after]
 */
export function createDrawing({ root, view, after }) {
  let width = 0;
  let begun = false;
  /** What is to have the focus once it is drawn. @type {string | null} */
  let wanted = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let waiting;
  /** The element whose width counts, once it is there. @type {Element | null} */
  let measured = null;
  const widths = new ResizeObserver(([entry]) => {
    const now = Math.floor(entry.contentRect.width);
    if (now === width || now === 0) return;
    width = now;
    schedule();
  });

  function draw() {
    clearTimeout(waiting);
    waiting = undefined;
    const { content, dialogs } = view();
    render(content, root);
    if (begun) measure();
    for (const [id, open] of Object.entries(dialogs)) syncDialog(id, open);
    followMarkedLine(root);
    giveFocus();
    after?.();
  }

  const drawIfLive = () => begun && draw();

  function schedule() {
    if (begun) inFrame(drawIfLive);
  }

  /** A graph that was not drawn at first is measured as soon as it is. */
  function measure() {
    const block = root.querySelector(".graph-block");
    if (block === measured) return;
    widths.disconnect();
    measured = block;
    if (block) widths.observe(block);
  }

  /** @param {string} id @param {boolean} open */
  function syncDialog(id, open) {
    const dialog = /** @type {HTMLDialogElement | null} */ (root.querySelector(`#${id}`));
    if (!dialog || dialog.open === open) return;
    if (open) dialog.showModal();
    else dialog.close();
  }

  /** What was asked for is there now, and what a dialog did with the focus is done. */
  function giveFocus() {
    const target = wanted === null ? null : /** @type {HTMLElement | null} */ (root.querySelector(wanted));
    wanted = null;
    if (target) requestAnimationFrame(() => target.focus());
  }

  return {
    /** CSS pixels that the graph has; 0 while that is not known. */
    get width() {
      return width;
    },
    schedule,
    /** An answer that comes within a moment is drawn together with the question: one drawing, and nothing looks stale. */
    scheduleWithAnswer() {
      waiting ??= setTimeout(schedule, MOMENT);
    },
    /** At once: the next key may come before the next frame. @param {string} selector  of what is drawn already */
    focusThere(selector) {
      /** @type {HTMLElement | null} */ (root.querySelector(selector))?.focus();
    },
    /** @param {string} selector */
    focusOn(selector) {
      wanted = selector;
      schedule();
    },
    /** Draws at once, though nothing is live yet. @param {number} known  width */
    drawFirst(known) {
      width = known;
      draw();
    },
    /** From here on whatever changes is drawn. */
    live() {
      begun = true;
      measure();
      schedule();
    },
    /** Nothing is drawn any more. */
    end() {
      begun = false;
      clearTimeout(waiting);
      widths.disconnect();
    },
  };
}
