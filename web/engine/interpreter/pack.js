/**
 * Opens a pack (`web/make/interpreter/make_packs.py` says what one is), and makes one that is not compressed. Must not
 * know what the files are for.
 */

/** @typedef {Map<string, Uint8Array<ArrayBuffer>>} Files by path */

/**
 * @param {Response} response
 * @returns {Promise<Files>}
 */
export async function unpack(response) {
  return unwrap(await new Response(response.body?.pipeThrough(new DecompressionStream("gzip"))).arrayBuffer());
}

/**
 * @param {ArrayBuffer} buffer
 * @returns {Files}
 */
export function unwrap(buffer) {
  const length = new DataView(buffer).getUint32(0, true);
  /** @type {[string, number][]} */
  const index = JSON.parse(new TextDecoder().decode(new Uint8Array(buffer, 4, length)));
  const files = new Map();
  let offset = 4 + length;
  for (const [path, size] of index) {
    files.set(path, new Uint8Array(buffer, offset, size));
    offset += size;
  }
  if (offset !== buffer.byteLength) throw new RangeError(`a pack of ${buffer.byteLength} bytes, not ${offset}`);
  return files;
}

/**
 * @param {Files} files
 * @returns {Uint8Array<ArrayBuffer>}
 */
export function wrap(files) {
  const index = new TextEncoder().encode(JSON.stringify([...files].map(([path, { length }]) => [path, length])));
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
