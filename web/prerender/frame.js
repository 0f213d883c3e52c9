/**
 * What stands in `embed.html` until its script draws, and where it cannot: the worked example in figures, and why there
 * is no more. Runs in Node while the site is built; knows no browser.
 */
import { full } from "../maths/numbers.js";
import { WORDS } from "../words/words.js";

/**
 * @param {string} page
 * @param {import("../trace/types.js").Trace} trace  the worked example
 * @param {string} early  script
 */
export function frame(page, trace, early) {
  const only = (/** @type {import("../trace/types.js").PlainArray | null | undefined} */ array) =>
    full((array?.data ?? ["NaN"])[0]);
  const of = (/** @type {string} */ id) => trace.variables.find((variable) => variable.id === id);
  const figures = `x = ${trace.x}, y = ${only(of(trace.outputs[0])?.data)}, dy/dx = ${only(of(trace.inputs[0])?.grad)}`;
  const said = (/** @type {(words: import("../words/en.js").Words) => string} */ choose) =>
    Object.entries(WORDS)
      .map(([lang, words]) => `<p lang="${lang}">${choose(words)}</p>`)
      .join("\n");
  const parts = {
    "<!--early-->": early,
    "<!--example-->": `<p><a href="./" target="_blank" rel="noopener">pyautodiff</a>: ${figures}</p>`,
    "<!--missing-->": said(({ embed }) => embed.missing),
    "<!--sandboxed-->": said(({ embed }) => embed.sandboxed),
    "<!--script-off-->": said(({ engine }) => engine.scriptOff),
  };
  return Object.entries(parts).reduce((text, [place, part]) => text.replace(place, () => part), page);
}
