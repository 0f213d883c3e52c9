/** Opens a pack (`web/make/interpreter/make_packs.py` says what one is). Must not know what the files are for. */

/**
 * @param {Response} response
 * @returns {Promise<Map<string, Uint8Array<ArrayBuffer>>>} the files by path
 */
export async function unpack(response) {
  const plain = response.body?.pipeThrough(new DecompressionStream("gzip"));
  const buffer = await new Response(plain).arrayBuffer();
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
