/** Registers the service worker of the site, and looks out for new versions of it. Must not know the page. */
import { REPORT } from "./messages.js";

/** Milliseconds after which an open page may ask again for a new version. */
const HOUR = 3_600_000;

/**
 * @param {ServiceWorkerContainer} container
 * @param {boolean} before  whether the page came from what an earlier visit has kept
 * @param {(change: Partial<import("./keeping.js").Keeping>) => void} tell
 */
export async function register(container, before, tell) {
  const address = (/** @type {string} */ path) => new URL(path, document.baseURI);
  const registration = await container.register(address("./service-worker.js"), { scope: address("./").href });
  registration.active?.postMessage(REPORT);
  let kept = before;
  const look = () => {
    if (registration.waiting && kept) tell({ renewed: true });
  };
  const follow = () => registration.installing?.addEventListener("statechange", look);
  registration.addEventListener("updatefound", follow);
  follow();
  look();
  await container.ready;
  kept = true;
  tell({ kept: before ? "before" : "now" });
  askAgain(registration);
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
