/**
 * Runs pytest in the interpreter that a page starts, under Node: restored from the image, the first halves of its modules
 * running, the rest there when it is asked for. All it needs stands in one JSON text: run-tests.mjs '{"pyodide": …}', see
 * `test_image.py`.
 */
import { readFileSync } from "node:fs";
import { joined } from "../../web/engine/interpreter/halves.js";
import { restored } from "../../web/make/interpreter/restored.mjs";

const { from, seconds, rest, packages, repository, pytest } = JSON.parse(process.argv[2]);
const read = (/** @type {string} */ path) => new Uint8Array(readFileSync(path));
const python = await restored(from, (name, first, imports) =>
  joined(first, imports, () => new WebAssembly.Module(read(seconds[name]))),
);
const attachment = python.runPython("__import__('sys').meta_path[-1]");
attachment.paths = python.toPy(["library", "numpy"]);
attachment.download = (/** @type {"library" | "numpy"} */ name) => ({
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
