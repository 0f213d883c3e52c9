/**
 * Has the site kept on this machine, and tells a page how that stands. Only for a page at the root of the site that
 * stands by itself; where a browser does not allow it, nothing is different. Must not know what is kept, or how it is told.
 * How that is done (`register.js`) is loaded when its time has come.
 */
import { TAKE_OVER } from "./messages.js";

/**
 * @typedef {object} Keeping
 * @property {boolean} online
 * @property {"no" | "now" | "before"} kept  whether the site works offline: not (yet), since this visit, since an earlier one
 * @property {boolean} renewed  there is a new version, which a reload would show
 */

/** @param {(keeping: Keeping) => void} change told whenever something is different */
export function createKeeping(change) {
  /** @type {Keeping} */
  let keeping = { online: navigator.onLine, kept: isKept() ? "before" : "no", renewed: false };
  let reloading = false;

  /** @param {Partial<Keeping>} changed */
  function tell(changed) {
    keeping = { ...keeping, ...changed };
    change(keeping);
  }

  return {
    /** To be called when the page has nothing more urgent to do. */
    async begin() {
      try {
        if (window.top === window && isSecureContext && navigator.serviceWorker) {
          const { register } = await import("./register.js");
          navigator.serviceWorker.addEventListener("controllerchange", () => reloading && location.reload());
          await register(navigator.serviceWorker, isKept(), tell);
        }
      } catch {
        // Not allowed here, or the host does not answer: the next visit may have more luck.
      }
    },

    /** Tells at once what is known, and from here on whether there is a connection. */
    watch() {
      for (const kind of ["online", "offline"]) addEventListener(kind, () => tell({ online: navigator.onLine }));
      change(keeping);
    },

    /** Shows the new version. */
    async renew() {
      reloading = true;
      const registration = await navigator.serviceWorker.getRegistration();
      if (registration?.waiting) registration.waiting.postMessage(TAKE_OVER);
      else location.reload();
    },
  };
}

/** Whether this page came from what is kept. */
function isKept() {
  try {
    return Boolean(navigator.serviceWorker?.controller);
  } catch {
    return false; // the browser denies even the question
  }
}
