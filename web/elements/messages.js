/**
 * Every message that crosses the border of the frame `embed.html`, who sends it and with what. All of them are plain
 * objects with a `type`; whatever has another type is somebody else's.
 *
 * From the frame to the page round it:
 * - `pyautodiff:height` `{ height }` in CSS pixels, each time that it changes
 * - `pyautodiff:result` `{ trace }` (`trace.schema.json`)
 * - `pyautodiff:error` `{ where, kind, values, message }`
 *
 * From the page round it to the frame:
 * - `pyautodiff:set` with any attributes of the element and their values, e.g. `{ x: 2, chain: "sin exp" }`; null takes one away
 */

/** @typedef {{ type: "pyautodiff:height", height: number } | { type: "pyautodiff:result", trace: object } | { type: "pyautodiff:error", where: string, kind: string, values: object, message: string }} FromFrame */

export const HEIGHT = "pyautodiff:height";
export const RESULT = "pyautodiff:result";
export const ERROR = "pyautodiff:error";
export const SET = "pyautodiff:set";
