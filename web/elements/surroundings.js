/** What an element finds round it in its page: the language and whether the page is dark. Reads, changes nothing. */

/** @param {Element} element @returns {string[]} languages, the best first */
export function languagesAround(element) {
  const stated = element.closest("[lang]")?.getAttribute("lang");
  return [...(stated ? [stated] : []), ...navigator.languages];
}

/**
 * A page that says nothing of its colours is light, whatever the visitor prefers elsewhere.
 * @param {Element} element
 */
export function isDarkAround(element) {
  const schemes = getComputedStyle(element).colorScheme.split(/\s+/);
  if (!schemes.includes("dark")) return false;
  return !schemes.includes("light") || matchMedia("(prefers-color-scheme: dark)").matches;
}

/**
 * Told when the page may have changed its colours or its language.
 * @param {() => void} change
 * @returns {() => void} ends it
 */
export function watchPage(change) {
  const observer = new MutationObserver(change);
  for (const element of [document.documentElement, document.body]) observer.observe(element, { attributes: true });
  return () => observer.disconnect();
}
