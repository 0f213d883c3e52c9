/** What a browser is told so that the page can be installed. `web/make/icons.py` draws the icons. Runs in Node while the site is built. */
import { WORDS } from "../words/words.js";

const PAPER = { light: "#fbfaf6", dark: "#14161a" };
export const NAME = "manifest.webmanifest";

const icon = (/** @type {string} */ src, /** @type {number} */ size, purpose = "any") => ({
  src,
  sizes: `${size}x${size}`,
  type: "image/png",
  purpose,
});

export const manifest = () =>
  JSON.stringify({
    id: "./",
    start_url: "./",
    scope: "./",
    name: "pyautodiff",
    short_name: "pyautodiff",
    description: WORDS.en.description,
    lang: "en",
    display: "standalone",
    background_color: PAPER.light,
    theme_color: PAPER.light,
    icons: [icon("icon-192.png", 192), icon("icon-512.png", 512), icon("icon-maskable-512.png", 512, "maskable")],
  });

/** For the head of the page. */
export const links = [
  `<link rel="manifest" href="./${NAME}">`,
  '<link rel="apple-touch-icon" href="./icon-apple-180.png">',
  ...Object.entries(PAPER).map(
    ([scheme, colour]) => `<meta name="theme-color" media="(prefers-color-scheme: ${scheme})" content="${colour}">`,
  ),
].join("\n");
