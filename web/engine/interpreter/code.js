/** The interpreter's code as the page has compiled it (`../code.js`). */

/** @type {Promise<WebAssembly.Module | null>} null where the page could not, or may not hand it over */
export const handedCode = new Promise((resolve) => {
  /** @param {MessageEvent} event */
  function take(event) {
    if (event.type === "message" && event.data?.type !== "code") return;
    event.stopImmediatePropagation();
    for (const type of ["message", "messageerror"]) self.removeEventListener(type, /** @type {any} */ (take));
    resolve(event.data?.code ?? null);
  }
  for (const type of ["message", "messageerror"]) self.addEventListener(type, /** @type {any} */ (take));
});
