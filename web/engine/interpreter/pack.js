/**
 * A pack is files one after the other, after an index: `[[path, size], …]` as JSON, and before it its length in four bytes,
 * little end first; spaces end it, so that the first file stands at a multiple of four bytes. Opens one, and makes one. Must not know what the files are for.
 */

/** @typedef {Map<string, Uint8Array<ArrayBuffer>>} Files by path */

const SPACE = 0x20;

/**
 * @param {Uint8Array} pack
 * @returns {Files} views of it
 */
export function unwrap(pack) {
  const length = new DataView(pack.buffer, pack.byteOffset).getUint32(0, true);
  /** @type {[string, number][]} */
  const index = JSON.parse(new TextDecoder().decode(pack.subarray(4, 4 + length)));
  const files = new Map();
  let offset = 4 + length;
  for (const [path, size] of index) {
    files.set(path, pack.subarray(offset, offset + size));
    offset += size;
  }
  if (offset !== pack.length) throw new RangeError(`a pack of ${pack.length} bytes, not ${offset}`);
  return files;
}

/**
 * @param {Files} files
 * @returns {Uint8Array<ArrayBuffer>}
 */
export function wrap(files) {
  const told = new TextEncoder().encode(JSON.stringify([...files].map(([path, { length }]) => [path, length])));
  const index = new Uint8Array(4 * Math.ceil(told.length / 4)).fill(SPACE);
  index.set(told);
  const sizes = [...files.values()].map(({ length }) => length);
  const whole = new Uint8Array(4 + index.length + sizes.reduce((sum, size) => sum + size, 0));
  new DataView(whole.buffer).setUint32(0, index.length, true);
  whole.set(index, 4);
  let offset = 4 + index.length;
  for (const content of files.values()) {
    whole.set(content, offset);
    offset += content.length;
  }
  return whole;
}
