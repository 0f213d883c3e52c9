/** How Vite puts the page together: the worked example goes into the HTML, language by language. */
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";
import { links, manifest, NAME } from "./offline/manifest.js";
import { frame } from "./prerender/frame.js";
import { prerender } from "./prerender/prerender.js";
import { WORDS } from "./words/words.js";

/** @param {string} name */
const generated = async (name) =>
  JSON.parse(await readFile(new URL(`.generated/${name}.json`, import.meta.url), "utf8"));

/** @param {string} path */
const inline = async (path) => `<script>\n${await readFile(new URL(`${path}.js`, import.meta.url), "utf8")}</script>`;

/** Text that is parsed only where it is wanted. @param {string} lang @param {string} html */
const inert = (lang, html) =>
  `<script type="text/html" lang="${lang}">${html.replaceAll("</script", "<\\/script")}</script>`;

/** @returns {import("vite").Plugin} */
function workedExample() {
  return {
    name: "worked-example",
    async transformIndexHtml(html, { path }) {
      const [catalogue, traces, runtime] = await Promise.all(["catalogue", "traces", "runtime"].map(generated));
      const ahead = [
        `<link rel="preload" as="fetch" crossorigin href="./python/${runtime.image.code.path}">`,
        ...[runtime.pyscript, ...runtime.preload].map(
          (path) => `<link rel="modulepreload" href="./python/${path}" fetchpriority="low">`,
        ),
      ];
      if (path.endsWith("/embedding.html")) return html.replace("<!--early-->", await inline("embedding/early"));
      if (path.endsWith("/embed.html")) return frame(html, traces.default, await inline("elements/missing"));
      const body = (/** @type {string} */ lang) => prerender({ trace: traces.default, catalogue, lang });
      const others = Object.keys(WORDS).filter((lang) => lang !== "en");
      const templates = others.map((lang) => inert(lang, body(lang)));
      const parts = {
        "<!--early-->": [links, await inline("explorer/early"), ...ahead].join("\n"),
        "<!--prerendered-->": body("en"),
        "<!--languages-->": [
          ...templates,
          await inline("explorer/language"),
          await inline("explorer/laid"),
          await inline("explorer/below"),
        ].join("\n"),
        "<title>pyautodiff</title>": `<title>${WORDS.en.title}</title>`,
        'name="description" content=""': `name="description" content="${WORDS.en.description}"`,
      };
      return Object.entries(parts).reduce((text, [place, part]) => text.replace(place, () => part), html);
    },
  };
}

/**
 * Scripts that run in workers which others start: entries of their own, whose exports and addresses are kept. A module
 * asks for an address by `import url from "entry:path"`, the path from this folder.
 * @returns {import("vite").Plugin}
 */
function entries() {
  return {
    name: "entries",
    resolveId: (id) => (id.startsWith("entry:") ? `\0${id}` : undefined),
    load(id) {
      if (!id.startsWith("\0entry:")) return;
      const path = fileURLToPath(new URL(id.slice("\0entry:".length), import.meta.url));
      const name = path.split("/").at(-2);
      const reference = this.emitFile({ type: "chunk", id: path, name, preserveSignature: "strict" });
      return `export default import.meta.ROLLUP_FILE_URL_${reference};`;
    },
  };
}

/** @returns {import("vite").Plugin} */
function installable() {
  return {
    name: "installable",
    generateBundle() {
      this.emitFile({ type: "asset", fileName: NAME, source: manifest() });
    },
  };
}

/** The style goes into the page: a request of its own would come before the first paint. @returns {import("vite").Plugin} */
function inlineStyle() {
  /** @type {Set<string>} pages may share one */
  const inlined = new Set();
  return {
    name: "inline-style",
    enforce: "post",
    generateBundle: {
      order: "post",
      handler(_, bundle) {
        for (const path of inlined) delete bundle[path];
      },
    },
    transformIndexHtml: {
      order: "post",
      handler(html, { bundle = {} }) {
        return html.replace(/<link rel="stylesheet"[^>]*href="\.\/([^"]+)"[^>]*>/g, (link, path) => {
          const style = bundle[path];
          if (style?.type !== "asset") return link;
          inlined.add(path);
          return `<style>${String(style.source).trim()}</style>`;
        });
      },
    },
  };
}

/**
 * What the page's entry imports once it has begun Python is asked for as soon as the head is read.
 * @returns {import("vite").Plugin}
 */
function loadedAhead() {
  return {
    name: "loaded-ahead",
    transformIndexHtml: {
      order: "post",
      handler(html, { bundle = {}, chunk }) {
        const wanted = chunk?.dynamicImports.filter((path) => /\bopen-/.test(path)) ?? [];
        for (const path of wanted) {
          const imported = bundle[path];
          if (imported.type === "chunk") wanted.push(...imported.imports.filter((other) => !wanted.includes(other)));
        }
        const tags = wanted
          .filter((path) => !html.includes(`"./${path}"`))
          .map((path) => `<link rel="modulepreload" crossorigin href="./${path}">\n`);
        return html.replace("</head>", () => `${tags.join("")}</head>`);
      },
    },
  };
}

export default defineConfig({
  base: "./",
  build: {
    target: "es2022",
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: { index: "index.html", frame: "embed.html", embedding: "embedding.html", embed: "elements/register.js" },
      // The one script whose address others write down.
      output: { entryFileNames: ({ name }) => (name === "embed" ? "embed.js" : "assets/[name]-[hash].js") },
    },
  },
  plugins: [entries(), workedExample(), installable(), inlineStyle(), loadedAhead()],
});
