/** A memory as its difference to another, without its empty pages, and back. Must not know what the memory holds. */

const PAGE = 4096;

/** @param {Uint8Array} memory as long as a multiple of four bytes, and begun at one */
const words = ({ buffer, byteOffset, length }) => new Uint32Array(buffer, byteOffset, length / 4);

/**
 * Take a fresh memory out of a later one: what has not changed is zero then. Done once more, it is there again.
 * @param {Uint8Array} memory
 * @param {Uint8Array} fresh how it began
 */
export function difference(memory, fresh) {
  const [into, from] = [words(memory), words(fresh)];
  for (let index = 0; index < from.length; index++) into[index] ^= from[index];
}

/**
 * The pages in which two memories differ, and those with places of which that is known.
 * @param {Uint8Array} one
 * @param {Uint8Array} other
 * @param {number[]} places
 * @returns {number[]} where each begins
 */
export function varying(one, other, places) {
  const [these, those] = [words(one), words(other)];
  const pageOf = (/** @type {number} */ place) => Math.floor(place / PAGE) * PAGE;
  const pages = new Set(places.map(pageOf));
  for (let index = 0; index < these.length; index++) {
    if (these[index] !== those[index]) pages.add(pageOf(4 * index));
  }
  return [...pages];
}

/** Empty some pages. @param {Uint8Array} memory @param {number[]} pages where each begins */
export function clear(memory, pages) {
  for (const start of pages) memory.fill(0, start, start + PAGE);
}

/** Tells two memories apart. @param {Uint8Array} memory */
export function checksum(memory) {
  const all = words(memory);
  let sum = 0;
  for (let index = 0; index < all.length; index++) sum = (Math.imul(sum, 31) + all[index]) | 0;
  return sum;
}

/**
 * @param {Uint8Array} memory as long as a multiple of four bytes
 * @returns {{ runs: [number, number][], content: Uint8Array<ArrayBuffer> }} where something is, and that
 */
export function squeeze(memory) {
  const all = words(memory);
  /** @type {[number, number][]} */
  const runs = [];
  let size = 0;
  for (let start = 0; start < memory.length; start += PAGE) {
    const length = Math.min(PAGE, memory.length - start);
    if (!all.subarray(start / 4, (start + length) / 4).some(Boolean)) continue;
    const last = runs.at(-1);
    if (last && last[0] + last[1] === start) last[1] += length;
    else runs.push([start, length]);
    size += length;
  }
  const content = new Uint8Array(size);
  let offset = 0;
  for (const [start, length] of runs) {
    content.set(memory.subarray(start, start + length), offset);
    offset += length;
  }
  return { runs, content };
}

/**
 * Put back what `squeeze` took from a difference to a fresh memory.
 * @param {Uint8Array} memory
 * @param {object} how
 * @param {Uint8Array} how.fresh what the memory began with
 * @param {number} how.heap what is there from here on is overwritten; between the two is what nobody reads
 * @param {[number, number][]} how.runs
 * @param {Uint8Array} how.content as `squeeze` gave it
 */
export function spread(memory, { fresh, heap, runs, content }) {
  memory.set(fresh);
  const [into, from] = [words(memory), words(content)];
  let [offset, end] = [0, heap];
  for (const [start, length] of runs) {
    const shared = Math.max(0, Math.min(length, fresh.length - start));
    memory.set(content.subarray(offset + shared, offset + length), start + shared);
    for (let index = 0; index < shared / 4; index++) into[start / 4 + index] ^= from[offset / 4 + index];
    if (start > end) memory.fill(0, end, start);
    end = Math.max(end, start + length);
    offset += length;
  }
}
