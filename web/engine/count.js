/** One sum of what several bring. */

/**
 * @param {number} total
 * @param {(loaded: number, total: number) => void} tell
 * @returns {() => (loaded: number) => void} for each who brings something: to say how much of it is there by now
 */
export function createCount(total, tell) {
  let sum = 0;
  return () => {
    let before = 0;
    return (loaded) => {
      sum += loaded - before;
      before = loaded;
      tell(sum, total);
    };
  };
}
