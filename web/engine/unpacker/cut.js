/** Cuts a stream into parts of known lengths. Must not know what they hold. */

/**
 * @param {ReadableStream<Uint8Array> | null} stream
 * @param {number[]} lengths in bytes
 * @returns {AsyncGenerator<Uint8Array<ArrayBuffer>, void>} each part as soon as all of it has come
 */
export async function* cut(stream, lengths) {
  const reader = stream?.getReader();
  /** @type {Uint8Array} */
  let piece = new Uint8Array();
  for (const length of lengths) {
    const part = new Uint8Array(length);
    for (let filled = 0; filled < length; ) {
      if (!piece.length) {
        const { value } = (await reader?.read()) ?? {};
        if (!value) throw new RangeError(`${filled} bytes, not ${length}`);
        piece = value;
      }
      const taken = piece.subarray(0, length - filled);
      part.set(taken, filled);
      filled += taken.length;
      piece = piece.subarray(taken.length);
    }
    yield part;
  }
}
