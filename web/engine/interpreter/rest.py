"""Brings all of Python's library and NumPy to an interpreter that was started with a part of them.

Is in the image (`web/make/interpreter/make-image.mjs`), and told the rest by the worker (`rest.js`). Whatever asks for
what is not there yet (an import, a source line, a distribution) waits until it is; afterwards nothing of this is left
in the interpreter.
"""

import importlib
import io
import json
import linecache
import sys
import zipfile
import zipimport
from importlib.machinery import PathFinder
from pathlib import Path

from _sha2 import sha256

ARCHIVE = Path("/lib/python314.zip")
SITE_PACKAGES = Path("/lib/python3.14/site-packages")


class Attachment:
    """Stands at the end of ``sys.meta_path``: what nothing else finds may be in what is not there yet."""

    def __init__(self, names):
        self.names = frozenset(names)
        self.download = None
        self.paths = ()
        self.update_lines = linecache.updatecache
        self.begun = None
        linecache.updatecache = self.updatecache

    def find_spec(self, name, path=None, target=None):
        """A module of Python's library or of NumPy."""
        if name not in self.names or not self.attach():
            return None
        return PathFinder.find_spec(name, path, target)

    def find_distributions(self, context):
        """What ``importlib.metadata`` knows."""
        return PathFinder.find_distributions(context) if self.attach() else ()

    def updatecache(self, filename, module_globals=None):
        """The source lines of a file."""
        if filename.startswith((f"{ARCHIVE}/", f"{SITE_PACKAGES}/")):
            self.attach()
        return self.update_lines(filename, module_globals)

    def attach(self):
        """Have it at once; whether it was missing until now."""
        if self.download is None:
            return False
        if self.begun is None:
            self.begun = self.unpack(*map(self.fetch, self.paths))
        if self.begun.gi_running or self not in sys.meta_path:
            return False
        for _ in self.begun:
            pass
        return True

    def fetch(self, path):
        """A file, verified."""
        answer = self.download(path)
        content = answer.content.to_bytes()
        if sha256(content).hexdigest() != answer.sha256:
            raise ImportError(f"{path} is damaged")
        return content

    def steps(self, library, numpy):
        """Have it little by little from files that are there."""
        if self.begun is None:
            self.begun = self.unpack(library.to_bytes(), numpy.to_bytes())
        return self.begun

    def unpack(self, library, numpy):
        """Put files into place, one a step; with the last step all of it is there, and this is gone."""
        with zipfile.ZipFile(io.BytesIO(numpy)) as archive:
            for entry in archive.infolist():
                target = SITE_PACKAGES / entry.filename
                if entry.is_dir() or (target.exists() and target.stat().st_size == entry.file_size):
                    continue
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(archive.read(entry))
                yield
        ARCHIVE.write_bytes(library)
        linecache.updatecache = self.update_lines
        linecache.clearcache()
        sys.meta_path.remove(self)
        zipimport._zip_directory_cache.clear()
        importlib.invalidate_caches()
        name_sources()


def name_sources():
    """Call modules of Python's library by the names of their sources, as after a plain start."""
    for module in list(sys.modules.values()):
        file = getattr(module, "__file__", None) or ""
        if file.startswith(f"{ARCHIVE}/") and file.endswith(".pyc"):
            module.__file__ = file[:-1]
            if module.__spec__ and module.__spec__.origin == file:
                module.__spec__.origin = file[:-1]


def install(names):
    """Be there for whatever asks; ``download`` and ``paths`` are still to be set."""
    sys.meta_path.append(Attachment(json.loads(names)))
    name_sources()
