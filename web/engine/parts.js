/** What each of the files is that a start needs, by its address. Must not know how it is loaded. */

/** @typedef {"interpreter" | "library" | "numpy" | "pyautodiff" | "pyscript"} Part */

/** @type {readonly [RegExp, Part][]} the first that fits, on what follows the folder of Python's files */
const PARTS = [
  [/python_stdlib\.zip$/, "library"],
  [/numpy[^/]*$|umath[^/]*$|linalg[^/]*$/, "numpy"],
  [/\/pyautodiff-[^/]*\/[^/]*$/, "pyautodiff"],
  [/\/pyscript-[^/]*\/[^/]*$|engine-[^/]*\.py$/, "pyscript"],
  [/\/pyodide[^/]*$|interpreter[^/]*$|\/unpacker[^/]*$|\/image\.zst$/, "interpreter"],
];

/** @param {string} url @returns {Part | undefined} */
export const partOf = (url) => PARTS.find(([pattern]) => pattern.test(url.replace(/[?#].*/, "")))?.[1];
