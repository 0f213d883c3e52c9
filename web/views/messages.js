/** A kind with values → the sentence for it, in the visitor's words. */

/**
 * @param {import("../words/en.js").Words} words
 * @param {{ kind: string, values: Record<string, any> }} told
 */
export function explain(words, { kind, values }) {
  const sentences = /** @type {Record<string, (values: any) => string>} */ (words.errors);
  return kind in sentences ? sentences[kind](values) : words.errors.other({ kind });
}
