/** The entry of `embedding.html`: the page about embedding, in the visitor's language. */
import { render } from "lit";
import { readAddress } from "../state/address.js";
import { initialState } from "../state/properties.js";
import { guide } from "../views/embedding/guide.js";
import { wordsOfEmbedding } from "../words/embedding/words.js";
import { chooseLanguage } from "../words/words.js";
import { createBuilder } from "./builder.js";

const root = /** @type {HTMLElement} */ (document.getElementById("app"));
const place = document.createElement("div");
let lang = chooseLanguage(readAddress(location.hash).state.lang, navigator.languages);

function draw() {
  const words = wordsOfEmbedding(lang);
  document.documentElement.lang = lang;
  document.title = `${words.embedding.title} – pyautodiff`;
  render(guide(words, lang, place, speak), root);
}

/** @param {string} chosen */
function speak(chosen) {
  lang = chosen;
  history.replaceState(null, "", `#lang=${lang}`);
  draw();
  builder.speak(lang);
}

draw();
const builder = createBuilder(place, { state: initialState(), lang });
