/** Plays the steps one after the other. Knows time and a way to step; nothing of traces. */

/**
 * @param {object} on
 * @param {() => boolean} on.step  one step on; false when there is none
 * @param {() => void} on.change   playing began or ended
 * @param {() => number} on.interval  milliseconds between steps
 */
export function createPlayer({ step, change, interval }) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  const tick = () => {
    timer = setTimeout(tick, interval());
    if (!step()) stop();
  };
  const stop = () => {
    if (timer === undefined) return;
    clearTimeout(timer);
    timer = undefined;
    change();
  };
  return {
    get playing() {
      return timer !== undefined;
    },
    start() {
      if (timer !== undefined) return;
      tick();
      change();
    },
    stop,
  };
}
