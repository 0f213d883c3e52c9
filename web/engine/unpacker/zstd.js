/** Unpacks what the build compressed by Zstandard. Must not know what it is. */

import { ZSTDDecoder } from "zstddec/stream";

/** As much is given to the decoder at once: it keeps a copy. */
const PIECE = 1 << 18;

const decoder = new ZSTDDecoder();

/** To be awaited before anything is unpacked. */
export const ready = decoder.init();

/**
 * @param {Uint8Array} packed
 * @param {number} size of what it holds
 * @returns {Uint8Array<ArrayBuffer>}
 */
export function unzstd(packed, size) {
  const whole = new Uint8Array(size);
  let made = 0;
  let empty = 0;
  for (const part of decoder.decodeStreaming(pieces(packed))) {
    // The decoder says nothing of what it cannot read: it gives nothing, for ever.
    empty = part.length ? 0 : empty + 1;
    if (empty > 2 || made + part.length > size) throw new RangeError("what was packed is damaged");
    whole.set(part, made);
    made += part.length;
  }
  if (made !== size) throw new RangeError(`${made} bytes, not ${size}`);
  return whole;
}

/** @param {Uint8Array} packed */
function* pieces(packed) {
  for (let at = 0; at < packed.length; at += PIECE) yield packed.subarray(at, at + PIECE);
}
