/** Chooses the language: asked for, else the browser's, else English. Adding a language adds its file and a line here. */
import { en } from "./en.js";
import { ja } from "./ja.js";
import { ko } from "./ko.js";

/** @typedef {import("./en.js").Words} Words */

/** @type {Record<string, Words>} */
export const WORDS = { en, ko, ja };

/**
 * @param {string | null} asked
 * @param {readonly string[]} [preferred]  the browser's languages, best first
 * @returns {string} a key of WORDS
 */
export function chooseLanguage(asked, preferred = []) {
  const wanted = [asked ?? "", ...preferred].map((tag) => tag.toLowerCase().split("-")[0]);
  return wanted.find((tag) => Object.hasOwn(WORDS, tag)) ?? "en";
}
