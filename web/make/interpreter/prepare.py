"""Brings the interpreter to where an image is taken: all imported that a first result takes, no result left behind."""

import gc
import importlib
import sys
import zipfile
import zipimport

from pyautodiff.trace import answer

for name in zipfile.ZipFile("/lib/python314.zip").namelist():  # nothing is in it but what a start imports
    importlib.import_module(name.removesuffix(".pyc").removesuffix("/__init__").replace("/", "."))
answer('{"version": 1, "x": "0.5", "chain": "square exp square", "parts": ["curve", "check", "code"]}')
for module in [module for name, module in sys.modules.items() if name.startswith("pyautodiff.")]:
    for kept in vars(module).values():
        if getattr(kept, "cache_info", None) and kept.cache_info().maxsize:  # answers; what is kept for good are facts
            kept.cache_clear()
if "numpy.random" in sys.modules:
    raise RuntimeError("the state of numpy.random would be the same in every page")
sys.path.remove("")  # each start puts it there
sys.path_importer_cache.clear()
zipimport._zip_directory_cache.clear()  # type: ignore[attr-defined]
del answer, importlib, kept, module, name, sys, zipfile, zipimport
gc.collect()
del gc
