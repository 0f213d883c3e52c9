/** The presenter's mode: full screen and large type; a clicker's keys step. Knows no trace. */

/**
 * @param {{ change: (on: boolean) => void, next: () => void, previous: () => void }} on
 */
export function createPresenting({ change, next, previous }) {
  let presenting = false;

  /** @param {boolean} now */
  function set(now) {
    if (presenting === now) return;
    presenting = now;
    document.documentElement.toggleAttribute("data-presenting", now);
    change(now);
  }

  document.addEventListener("fullscreenchange", () => {
    if (!document.fullscreenElement) set(false);
  });
  document.addEventListener("keydown", (event) => {
    if (!presenting || event.defaultPrevented || document.querySelector("dialog[open]")) return;
    const target = /** @type {Element} */ (event.target);
    if (target.matches("select, input:not([type=range])")) return;
    const acts = { PageDown: next, ArrowRight: next, PageUp: previous, ArrowLeft: previous, Escape: () => set(false) };
    const act = acts[/** @type {keyof typeof acts} */ (event.key)];
    // A slider keeps its arrow keys.
    if (!act || (target.matches("input") && event.key.startsWith("Arrow"))) return;
    event.preventDefault();
    act();
  });

  return {
    get on() {
      return presenting;
    },
    toggle() {
      const now = !presenting;
      set(now);
      // Where full screen is denied (an iframe without leave), large type alone still serves.
      if (now) document.documentElement.requestFullscreen?.().catch(() => {});
      else if (document.fullscreenElement) document.exitFullscreen();
    },
  };
}
