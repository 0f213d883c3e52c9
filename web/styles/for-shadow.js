/**
 * The page's style sheets for a place inside another page: sizes follow the place instead of the page, and colours can
 * be given by whoever embeds it. Knows CSS text only.
 */

/** What stands for the page there. */
const ROOT = ".auto-diff";
/** Custom properties that an embedding page may set, as `--auto-diff-…`. */
export const THEMABLE = [
  "paper",
  "sheet",
  "ink",
  "ink-soft",
  "line",
  "line-strong",
  "forward",
  "forward-soft",
  "backward",
  "backward-soft",
  "words",
  "maths",
  "mono",
  "radius",
];

/** @param {string} css  as the page has it */
export const forShadow = (css) =>
  css
    .replace(/@page[^{]*\{[^}]*\}/g, "")
    .replace(/:root(?![\w-])/g, ROOT)
    .replace(/(^|[},;]|\*\/)(\s*)(?:html|body)(?=[\s,{])/g, `$1$2${ROOT}`)
    .replace(/(?<![\w.])(\d*\.?\d+)rem\b/g, "calc($1 * var(--auto-diff-rem, 16px))")
    .replace(/(?<![\w.])(\d*\.?\d+)vw\b/g, "$1cqi")
    .replace(/@media\s*\(\s*((?:max-|min-)?width)/g, "@container auto-diff ($1");

/** @param {string} css  the page's tokens */
export const themable = (css) =>
  css.replace(new RegExp(`(--(${THEMABLE.join("|")})):\\s*([^;}]+)`, "g"), "$1:var(--auto-diff-$2,$3)");
