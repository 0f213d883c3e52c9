/**
 * Runs pytest in the interpreter of a first visit, under Node: from the packs as the page starts from them, the rest there
 * when it is asked for. All it needs stands in one JSON text: run-tests.mjs '{"pyodide": …}', see `test_packs.py`.
 */
import { readFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import { unpack } from "../../web/engine/interpreter/pack.js";
import { writeFiles } from "../../web/engine/interpreter/place.js";

const { pyodide, packs, rest, names, scratch, packages, repository, pytest } = JSON.parse(process.argv[2]);
const { loadPyodide } = await import(pathToFileURL(`${pyodide}/pyodide.mjs`).href);
const read = (/** @type {string} */ path) => new Uint8Array(readFileSync(path));
const [library, ...others] = await Promise.all(
  packs.map((/** @type {string} */ path) => unpack(new Response(read(path)))),
);
const stdLibURL = `${scratch}/python314.zip`;
await writeFile(stdLibURL, library.get("lib/python314.zip"));
const python = await loadPyodide({ indexURL: pyodide, stdLibURL });
for (const files of others) writeFiles(python.FS, files);
const globals = python.toPy({});
python.runPython(readFileSync(new URL("../../web/engine/interpreter/rest.py", import.meta.url), "utf8"), { globals });
globals.get("install")(JSON.stringify(names), "library", "numpy");
python.runPython("__import__('sys').meta_path[-1]").download = (/** @type {"library" | "numpy"} */ name) => ({
  content: read(rest[name].path),
  sha256: rest[name].sha256,
});
for (const [place, folder] of Object.entries({ "/packages": packages, "/repository": repository })) {
  python.FS.mkdirTree(place);
  python.mountNodeFS(place, folder);
}
python.globals.set("arguments", pytest.join("\n"));
const failed = python.runPython(`
import os, sys
import pyautodiff  # this one, not the repository's
sys.path.append("/packages")
sys.dont_write_bytecode = True
os.environ["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"
os.chdir("/repository")
import pytest
int(pytest.main(arguments.split("\\n")))
`);
process.exit(failed);
