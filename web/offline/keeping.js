/**
 * Has the site kept on this machine, and tells a page how that stands. Only for a page at the root of the site that
 * stands by itself; where a browser does not allow it, nothing is different. Must not know what is kept, or how it is told.
 */
import { REPORT, TAKE_OVER } from "./messages.js";

/**
 * @typedef {object} Keeping
 * @property {boolean} online
 * @property {"no" | "now" | "before"} kept  whether the site works offline: not (yet), since this visit, since an earlier one
 * @property {boolean} renewed  there is a new version, which a reload would show
 */

/** Milliseconds after which an open page may ask again for a new version. */
const HOUR = 3_600_000;

/** @param {(keeping: Keeping) => void} change told whenever something is different */
export function createKeeping(change) {
  /** @type {Keeping} */
  let keeping = { online: navigator.onLine, kept: isKept() ? "before" : "no", renewed: false };
  /** @type {ServiceWorkerRegistration | undefined} */
  let registration;
  let reloading = false;

  /** @param {Partial<Keeping>} changed */
  function tell(changed) {
    keeping = { ...keeping, ...changed };
    change(keeping);
  }

  /** @param {ServiceWorkerContainer} container */
  async function register(container) {
    const before = isKept();
    container.addEventListener("controllerchange", () => {
      if (reloading) location.reload();
    });
    const address = (/** @type {string} */ path) => new URL(path, document.baseURI);
    registration = await container.register(address("./service-worker.js"), { scope: address("./").href });
    const { active } = registration;
    if (active) active.postMessage(REPORT);
    lookOut(registration, before);
    await container.ready;
    tell({ kept: before ? "before" : "now" });
    askAgain(registration);
  }

  /** @param {ServiceWorkerRegistration} registered @param {boolean} before */
  function lookOut(registered, before) {
    const look = () => {
      if (registered.waiting && (before || keeping.kept !== "no")) tell({ renewed: true });
    };
    const follow = () => registered.installing?.addEventListener("statechange", look);
    registered.addEventListener("updatefound", follow);
    follow();
    look();
  }

  return {
    /** To be called when the page has nothing more urgent to do. */
    async begin() {
      try {
        if (window.top === window && isSecureContext && navigator.serviceWorker)
          await register(navigator.serviceWorker);
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
    renew() {
      reloading = true;
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

/** A page that stays open for days hears of a new version when it is looked at again. @param {ServiceWorkerRegistration} registration */
function askAgain(registration) {
  let asked = Date.now();
  document.addEventListener("visibilitychange", () => {
    if (document.hidden || Date.now() - asked < HOUR) return;
    asked = Date.now();
    registration.update().catch(() => {});
  });
}
