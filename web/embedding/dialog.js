/** The embed builder in a dialog of the explorer's page, for what is shown there now. Made when it is first asked for. */
import { html, render } from "lit";
import style from "../styles/embedding.css?inline";
import { ICONS } from "../views/icons.js";
import { closeOnBackdrop } from "../views/palette.js";
import { wordsOfEmbedding } from "../words/embedding/words.js";
import { createBuilder } from "./builder.js";

/** @param {{ state: import("../state/properties.js").State, lang: string }} shown */
export function openEmbedding({ state, lang }) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  document.adoptedStyleSheets.push(sheet);
  const words = wordsOfEmbedding(lang);
  const dialog = document.createElement("dialog");
  dialog.className = "sheet-dialog embedding";
  dialog.setAttribute("aria-labelledby", "embedding-title");
  const inside = Object.assign(document.createElement("div"), { className: "sheet-inside" });
  dialog.append(inside);
  const place = document.createElement("div");
  render(
    html`<div class="sheet-head">
        <h2 id="embedding-title">${words.embedding.title}</h2>
        <button type="button" class="quiet" autofocus aria-label=${words.details.close} @click=${() => dialog.close()}>${ICONS.close}</button>
      </div>
      <p class="hint">${words.embedding.intro} <a href="embedding.html#lang=${lang}">${words.embedding.more}</a></p>
      ${place}`,
    inside,
  );
  const { end } = createBuilder(place, { state, lang });
  dialog.addEventListener("click", closeOnBackdrop);
  dialog.addEventListener("close", () => {
    end();
    dialog.remove();
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
  });
  document.body.append(dialog);
  dialog.showModal();
}
