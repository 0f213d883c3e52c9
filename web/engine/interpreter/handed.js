/** What the page hands over while the interpreter starts (`../begin.js`); its other messages are PyScript's to read. */

/**
 * @typedef {object} HandedOver
 * @property {WebAssembly.Module | null} code of the interpreter, where the page could compile it
 * @property {MessagePort} image on which the image comes
 */

/** @param {"code" | "image"} type */
const handed = (type) =>
  new Promise((resolve) => {
    /** @param {MessageEvent} event */
    function take(event) {
      if (event.data?.type !== type) return;
      event.stopImmediatePropagation();
      self.removeEventListener("message", take);
      resolve(event.data[type]);
    }
    self.addEventListener("message", take);
  });

/** @type {Promise<HandedOver["code"]>} */
export const code = Promise.race([
  handed("code"),
  // It may not be handed to a worker that counts as another site's.
  new Promise((resolve) => self.addEventListener("messageerror", () => resolve(null), { once: true })),
]);

/** @type {Promise<HandedOver["image"]>} */
export const image = handed("image");
