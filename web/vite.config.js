/** How Vite puts the page together: the worked example goes into the HTML, language by language. */
import { readFile } from "node:fs/promises";
import { defineConfig } from "vite";
import { prerender } from "./prerender/prerender.js";
import { WORDS } from "./words/words.js";

/** @param {string} name */
const generated = async (name) =>
  JSON.parse(await readFile(new URL(`.generated/${name}.json`, import.meta.url), "utf8"));

/** @param {string} name */
const inline = async (name) =>
  `<script>\n${await readFile(new URL(`explorer/${name}.js`, import.meta.url), "utf8")}</script>`;

/** @returns {import("vite").Plugin} */
function workedExample() {
  return {
    name: "worked-example",
    async transformIndexHtml(html) {
      const [catalogue, traces] = await Promise.all([generated("catalogue"), generated("traces")]);
      const body = (/** @type {string} */ lang) => prerender({ trace: traces.default, catalogue, lang });
      const others = Object.keys(WORDS).filter((lang) => lang !== "en");
      const templates = others.map((lang) => `<template lang="${lang}">${body(lang)}</template>`);
      const parts = {
        "<!--early-->": await inline("early"),
        "<!--prerendered-->": body("en"),
        "<!--languages-->": [await inline("shown"), ...templates, await inline("language")].join("\n"),
        "<title>pyautodiff</title>": `<title>${WORDS.en.title}</title>`,
        'name="description" content=""': `name="description" content="${WORDS.en.description}"`,
      };
      return Object.entries(parts).reduce((text, [place, part]) => text.replace(place, () => part), html);
    },
  };
}

export default defineConfig({
  base: "./",
  build: { target: "es2022", assetsInlineLimit: 0, modulePreload: { polyfill: false } },
  plugins: [workedExample()],
});
