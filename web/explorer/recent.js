/** The last chains of this visitor, kept on their own machine; where storage is denied nothing is kept and nothing breaks. */

/** @typedef {{ x: string, chain: string[], y: string | null, x1: string, x2: string }} Recent  y: an expression instead of the chain */

const KEY = "pyautodiff.recent";
const MOST = 8;

/** @returns {Recent[]} newest first */
export function readRecent() {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    return Array.isArray(kept) ? kept.filter(isRecent).map(whole).slice(0, MOST) : [];
  } catch {
    return [];
  }
}

/** @param {Recent} latest @returns {Recent[]} */
export function keepRecent({ x, chain, y, x1, x2 }) {
  const latest = { x, chain, y, x1, x2 };
  const kept = [latest, ...readRecent().filter((other) => sayingOf(other) !== sayingOf(latest))].slice(0, MOST);
  try {
    localStorage.setItem(KEY, JSON.stringify(kept));
  } catch {
    return [];
  }
  return kept;
}

/** What is computed, whatever the inputs. @param {Recent} recent */
export const sayingOf = ({ y, chain }) => y ?? chain.join(" ");

/** @param {any} kept @returns {Recent} */
const whole = ({ x, chain, y = null, x1 = "1", x2 = "1" }) => ({ x, chain, y, x1, x2 });

/** @param {any} value @returns {value is Recent} */
const isRecent = (value) =>
  typeof value?.x === "string" &&
  [value.y ?? "", value.x1 ?? "", value.x2 ?? ""].every((text) => typeof text === "string") &&
  Array.isArray(value.chain) &&
  value.chain.every((/** @type {unknown} */ word) => typeof word === "string");
