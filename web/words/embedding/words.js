/** All words, with those of embedding: a page that only shows the explorer does without these. */
import { WORDS } from "../words.js";
import { embedding as en } from "./en.js";
import { embedding as ja } from "./ja.js";
import { embedding as ko } from "./ko.js";

/** @typedef {import("./en.js").EmbeddingWords} EmbeddingWords */
/** @typedef {import("../words.js").Words & { embedding: EmbeddingWords }} Words */

/** @type {Record<string, EmbeddingWords>} */
const EMBEDDING = { en, ko, ja };

/** @param {string} lang  a key of WORDS @returns {Words} */
export const wordsOfEmbedding = (lang) => ({
  ...WORDS[lang],
  embedding: { ...WORDS[lang].embedding, ...EMBEDDING[lang] },
});
