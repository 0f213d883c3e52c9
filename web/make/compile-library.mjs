/**
 * Puts the modules that a start imports into Python's library archive in compiled form: compiling them anew in every page
 * would take longer than the rest of the start. A traceback through one of them names the line without showing it.
 * Run under Node by `library_archive.py`: compile-library.mjs FOLDER_OF_PYODIDE NUMPY_WHEEL OUTPUT
 */
import { readFile, writeFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";

const [folder, numpy, output] = process.argv.slice(2);
const { loadPyodide } = await import(pathToFileURL(`${folder}/pyodide.mjs`).href);
const python = await loadPyodide({ indexURL: folder });
python.unpackArchive(new Uint8Array(await readFile(numpy)), "wheel");
python.FS.writeFile("/library.zip", new Uint8Array(await readFile(`${folder}/python_stdlib.zip`)));
python.runPython(`
import sys, zipfile
from importlib._bootstrap_external import _code_to_hash_pyc
from importlib.util import source_hash

import numpy

ARCHIVE = next(path for path in sys.path if path.endswith(".zip")) + "/"
started = {module.__spec__.origin for module in list(sys.modules.values()) if getattr(module, "__spec__", None)}

with zipfile.ZipFile("/library.zip") as given, zipfile.ZipFile("/compiled.zip", "w") as made:
    for entry in sorted(given.infolist(), key=lambda entry: entry.filename):
        name, content = entry.filename, given.read(entry)
        if ARCHIVE + name in started and name.endswith(".py"):
            code = compile(content, ARCHIVE + name, "exec", dont_inherit=True)
            # Bound to its source by hash and not checked: the source is not there, and dates would differ by build.
            name, content = name + "c", bytes(_code_to_hash_pyc(code, source_hash(content), False))
        info = zipfile.ZipInfo(name, (2020, 2, 2, 0, 0, 0))
        info.external_attr = entry.external_attr
        made.writestr(info, content, zipfile.ZIP_DEFLATED, 9)
`);
await writeFile(output, python.FS.readFile("/compiled.zip"));
