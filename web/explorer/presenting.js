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
    const arrows = target.matches("input") ? {} : { ArrowRight: next, ArrowLeft: previous };
    /** @type {Record<string, () => void>} */
    const acts = { ...arrows, PageDown: next, PageUp: previous, Escape: () => set(false) };
    const act = acts[event.key];
    if (!act) return;
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
