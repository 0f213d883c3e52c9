/**
 * Makes the standalone file's scripts, each one text that imports nothing. Run under Node by `standalone.py`:
 * bundle.mjs FOLDER_OF_PYSCRIPT OUTPUT
 */
import { readdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { build } from "vite";

const [pyscript, output] = process.argv.slice(2);
const here = (/** @type {string} */ path) => fileURLToPath(new URL(path, import.meta.url));

/** What is reached otherwise than on the site, and by what. */
const INSTEAD = new Map(
  Object.entries({
    "../engine/files.js": "files.js",
    "../engine/interpreter/source.js": "source.js",
    "../views/beside.js": "beside.js",
  }).map(([site, alone]) => [here(site), here(alone)]),
);

/** @returns {import("vite").Plugin} */
const instead = () => ({
  name: "instead",
  enforce: "pre",
  async resolveId(id, importer) {
    const resolved = await this.resolve(id, importer, { skipSelf: true });
    return (resolved && INSTEAD.get(resolved.id)) ?? resolved;
  },
});

/** PyScript's extras that are switched off are not there. @param {Set<string>} there @returns {import("vite").Plugin} */
const leftOut = (there) => ({
  name: "left-out",
  enforce: "pre",
  resolveId: (id) => (/^\.\/[^/]+\.js$/.test(id) && !there.has(id.slice(2)) ? "\0left-out" : undefined),
  load: (id) => (id === "\0left-out" ? "export {}" : undefined),
});

/** @param {string} name @param {string} entry @param {import("vite").Plugin} plugin */
const bundle = (name, entry, plugin) =>
  build({
    configFile: false,
    logLevel: "warn",
    plugins: [plugin],
    build: {
      target: "es2022",
      outDir: output,
      emptyOutDir: false,
      modulePreload: false,
      rolldownOptions: {
        input: { [name]: entry },
        preserveEntrySignatures: "strict",
        output: { format: "es", entryFileNames: "[name].js", codeSplitting: false },
      },
    },
  });

await bundle("boot", here("boot.js"), instead());
await bundle("app", here("app.js"), instead());
for (const worker of ["interpreter", "unpacker"]) await bundle(worker, here(`../engine/${worker}/index.js`), instead());
await bundle("pyscript", `${pyscript}/core.js`, leftOut(new Set(await readdir(pyscript))));
