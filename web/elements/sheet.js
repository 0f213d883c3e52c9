/** The one style sheet that all `<auto-diff>` elements of a page share. Must not know what is drawn. */
import chain from "../styles/chain.css?inline";
import embed from "../styles/embed.css?inline";
import { forShadow, themable } from "../styles/for-shadow.js";
import graph from "../styles/graph.css?inline";
import page from "../styles/page.css?inline";
import panels from "../styles/panels.css?inline";
import print from "../styles/print.css?inline";
import tokens from "../styles/tokens.css?inline";

/** Else a length of it would be another one in each element that uses it. */
const REM = { name: "--auto-diff-rem", syntax: "<length>", inherits: true, initialValue: "16px" };

/** @type {CSSStyleSheet | undefined} */
let sheet;

/** @returns {CSSStyleSheet} */
export function sharedSheet() {
  if (sheet) return sheet;
  sheet = new CSSStyleSheet();
  const parts = [page, graph, chain, panels, print, embed];
  sheet.replaceSync([forShadow(themable(tokens)), ...parts.map(forShadow)].join("\n"));
  try {
    CSS.registerProperty(REM);
  } catch {
    // It is known already, or the browser has none: then it is 16 pixels or what the nearest element makes of it.
  }
  return sheet;
}
