/** A memory without its empty pages, and back. Must not know what the memory holds. */

const PAGE = 4096;

/**
 * @param {Uint8Array} memory as long as a multiple of four bytes
 * @returns {{ runs: [number, number][], content: Uint8Array<ArrayBuffer> }} where something is, and that
 */
export function squeeze(memory) {
  const words = new Uint32Array(memory.buffer, memory.byteOffset, memory.length / 4);
  /** @type {[number, number][]} */
  const runs = [];
  let size = 0;
  for (let start = 0; start < memory.length; start += PAGE) {
    const length = Math.min(PAGE, memory.length - start);
    if (!words.subarray(start / 4, (start + length) / 4).some(Boolean)) continue;
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
 * @param {Uint8Array} memory what it held is lost
 * @param {[number, number][]} runs
 * @param {Uint8Array} content
 */
export function spread(memory, runs, content) {
  let [offset, end] = [0, 0];
  for (const [start, length] of runs) {
    memory.fill(0, end, start);
    memory.set(content.subarray(offset, offset + length), start);
    offset += length;
    end = start + length;
  }
  memory.fill(0, end);
}
