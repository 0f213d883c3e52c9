/** The last chains of this visitor, kept on their own machine; where storage is denied nothing is kept and nothing breaks. */

/** @typedef {{ x: string, chain: string[] }} Recent */

const KEY = "pyautodiff.recent";
const MOST = 8;

/** @returns {Recent[]} newest first */
export function readRecent() {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    return Array.isArray(kept) ? kept.filter(isRecent).slice(0, MOST) : [];
  } catch {
    return [];
  }
}

/** @param {Recent} latest @returns {Recent[]} */
export function keepRecent({ x, chain }) {
  const same = chain.join(",");
  const kept = [{ x, chain }, ...readRecent().filter((other) => other.chain.join(",") !== same)].slice(0, MOST);
  try {
    localStorage.setItem(KEY, JSON.stringify(kept));
  } catch {
    return [];
  }
  return kept;
}

/** @param {any} value @returns {value is Recent} */
const isRecent = (value) =>
  typeof value?.x === "string" &&
  Array.isArray(value.chain) &&
  value.chain.every((/** @type {unknown} */ word) => typeof word === "string");
