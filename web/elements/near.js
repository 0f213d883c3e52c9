/** Waits until an element comes near the viewport: one observer for all of them. Knows nothing of what it is for. */

/** How far away is near: a screen above and below. */
const MARGIN = "100% 0px";

/** @type {WeakMap<Element, () => void>} */
const waiting = new WeakMap();
/** @type {IntersectionObserver | undefined} */
let observer;

/** @param {IntersectionObserverEntry[]} entries */
function come(entries) {
  for (const { isIntersecting, target } of entries) {
    if (!isIntersecting) continue;
    const then = waiting.get(target);
    forget(target);
    then?.();
  }
}

/** @param {Element} element @param {() => void} then  called once */
export function whenNear(element, then) {
  observer ??= new IntersectionObserver(come, { rootMargin: MARGIN });
  waiting.set(element, then);
  observer.observe(element);
}

/** @param {Element} element */
export function forget(element) {
  waiting.delete(element);
  observer?.unobserve(element);
}
