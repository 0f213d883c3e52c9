/**
 * Reads bytes out of the text of the standalone file: two in each UTF-16 unit, as `web/make/standalone.py` wrote them. Must
 * not know what they are.
 */

/** Stands before a unit that the text cannot hold, which follows with some bits turned. */
const ESCAPE = 0x21;
const TURNED = 0x8100;

/**
 * @param {string} text
 * @param {number} size bytes
 * @returns {Uint8Array<ArrayBuffer>}
 */
export function decode(text, size) {
  const units = new Uint16Array(Math.ceil(size / 2));
  let made = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    units[made++] = unit === ESCAPE ? text.charCodeAt(++at) ^ TURNED : unit;
  }
  if (made !== units.length) throw new RangeError(`${made} units, not ${units.length}`);
  return new Uint8Array(units.buffer, 0, size);
}
