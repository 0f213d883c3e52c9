/** Whether a page has no origin, as a sandboxed frame or a file of the visitor's own: what is kept for an origin, it has not. */
export const IS_NOBODY = globalThis.origin === "null";
