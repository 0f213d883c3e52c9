/**
 * Makes the packs that a first visit starts from: `make_packs.py`, run by the very interpreter that will read them.
 * Run under Node by `packs.py`: make-packs.mjs FOLDER_OF_PYODIDE FOLDER_OF_PYSCRIPT NUMPY_WHEEL LIBRARY_WHEEL OUTPUT
 */
import { readFile, writeFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";

const [folder, pyscript, numpy, library, output] = process.argv.slice(2);
const { loadPyodide } = await import(pathToFileURL(`${folder}/pyodide.mjs`).href);
// Sets are laid out by hash: with a fixed seed the same inputs give the same bytes.
const python = await loadPyodide({ indexURL: folder, env: { PYTHONHASHSEED: "0" } });
const given = { "stdlib.zip": `${folder}/python_stdlib.zip`, "numpy.whl": numpy, "library.whl": library };
for (const [name, file] of Object.entries(given)) python.FS.writeFile(`/${name}`, new Uint8Array(await readFile(file)));
const { default: own } = await import(pathToFileURL(`${pyscript}/src/stdlib/pyscript.js`).href);
python.FS.writeFile("/pyscript.json", JSON.stringify(own));
const extractDir = "/lib/python3.14/site-packages";
for (const wheel of [numpy, library])
  python.unpackArchive(new Uint8Array(await readFile(wheel)), "wheel", { extractDir });
python.runPython(await readFile(new URL("make_packs.py", import.meta.url), "utf8"));
for (const name of ["python.pack", "numpy.pack", "library.pack", "names.json"])
  await writeFile(`${output}/${name}`, python.FS.readFile(`/${name}`));
