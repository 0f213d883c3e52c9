"""What every start begins from: an image of Python with NumPy and pyautodiff, and the first halves of its code.

The same inputs give the same bytes. `interpreter/make-image.mjs` makes the image; `interpreter/profile.mjs` finds out
what a start runs; `split.py` halves the modules by it. What the interpreter would lay into its memory by itself comes
with the image too, where it packs better, and code and image are bound to each other.

On an upgrade of Pyodide or NumPy: `patch.py` says what to look up where a patch no longer fits. The rest follows from
the files: the image, the halves, and the refusal of an image by an interpreter that it was not made with.
"""

import hashlib
import json
import struct
from dataclasses import dataclass
from pathlib import Path

from web.make.environment import PYTHON, node
from web.make.patch import patched_module
from web.make.paths import CACHE, MAKE, MODULES
from web.make.progress import run, step
from web.make.split import Whole
from web.make.stamp import Stamp

SCRIPTS = MAKE / "interpreter"
PYODIDE = MODULES / "pyodide"
PYSCRIPT = MODULES / "@pyscript" / "core"
COMPRESS = SCRIPTS / "compress.py"
INTERPRETER = "pyodide.asm.wasm"
EMPTY_ARCHIVE = b"PK\5\6" + bytes(18)
BOUND = "pyautodiff.image"
"""Where the interpreter's code says which image it belongs to (`web/engine/interpreter/image/lay.js`)."""


@dataclass(frozen=True)
class Image:
    """The files, and the names of all modules of Python's library and NumPy."""

    folder: Path
    names: list[str]
    parts: list[dict[str, int]]
    """What the image is packed in, one after the other: the `bytes` of each, and its `size` when it is unpacked."""
    head: bytes
    """What Pyodide is to be given as a snapshot: it says that the rest of one is there already."""
    libraries: dict[str, Path]
    """The second half of each shared library in it, by the path that it has in the interpreter."""

    @property
    def image(self) -> Path:
        """The interpreter's data, then a pack, which `web/engine/interpreter/pack.js` reads; each compressed."""
        return self.folder / "image.zst"

    @property
    def first(self) -> Path:
        """The first half of the interpreter."""
        return self.folder / "interpreter.first.wasm"

    @property
    def second(self) -> Path:
        """The second half of the interpreter."""
        return self.folder / "interpreter.second.wasm"

    @property
    def files(self) -> tuple[Path, ...]:
        """All of them."""
        return self.image, self.first, self.second, *self.libraries.values()


def image(numpy: Path, library: Path) -> Image:
    """Make the image from both wheels, or take the one that was."""
    folder = CACHE / "image"
    given = [PYODIDE / "package.json", PYODIDE / "python_stdlib.zip", PYSCRIPT / "package.json", numpy, library]
    own = ("image.py", "split.py", "wasm.py", "patch.py", "requirements.txt")
    code = [SCRIPTS, *(MAKE / name for name in own)]
    engine = [MAKE.parent / "engine" / name for name in ("interpreter", "engine.py")]
    made = Stamp("image", [*given, *code, *engine])
    if not (made.fresh() and (folder / "made.json").exists()):
        with step("making an image of Python with NumPy"):
            made.drop()
            make(numpy, library, folder)
            made.keep()
    return read(folder)


def read(folder: Path) -> Image:
    """The image in a folder."""
    told = json.loads((folder / "made.json").read_text(encoding="utf-8"))
    names = json.loads((folder / "names.json").read_text(encoding="utf-8"))
    head = (folder / "head").read_bytes()
    return Image(folder, names, told["parts"], head, {path: folder / name for path, name in told["libraries"].items()})


def make(numpy: Path, library: Path, folder: Path) -> None:
    """Make the files."""
    watched = folder / "watched"
    watched.mkdir(parents=True, exist_ok=True)
    remedy = ["Delete web/node_modules and .cache, then run again."]
    run(
        [node(), SCRIPTS / "make-image.mjs", PYODIDE, patched_module(), PYSCRIPT, numpy, library, folder],
        "No image of Python could be made.",
        remedy,
    )
    code, image = (PYODIDE / INTERPRETER).read_bytes(), (folder / "image.pack").read_bytes()
    bound = hashlib.sha256(code + image).digest()
    interpreter = Whole(code)
    data = interpreter.take_data()
    (folder / "data").write_bytes(data)
    interpreter.tell(BOUND, bound)
    pack = {**unpacked(image), "bound": bound}
    libraries = {path: Whole(content) for path, content in pack.items() if path.endswith(".so")}
    (watched / INTERPRETER).write_bytes(interpreter.watched())
    (watched / "pyodide-lock.json").write_bytes((PYODIDE / "pyodide-lock.json").read_bytes())
    (watched / "python_stdlib.zip").write_bytes(EMPTY_ARCHIVE)
    seen = {path: module.watched() for path, module in libraries.items()}
    (watched / "image.pack").write_bytes(packed({**pack, **seen}))
    called = watched / "called.json"
    run(
        [
            node(),
            SCRIPTS / "profile.mjs",
            PYODIDE,
            patched_module(),
            PYSCRIPT,
            watched,
            folder / "data",
            watched / "image.pack",
            folder / "head",
            called,
        ],
        "What a start runs could not be found out.",
        remedy,
    )
    kept = json.loads(called.read_text(encoding="utf-8"))
    first, second = interpreter.split(kept["interpreter"])
    (folder / "interpreter.first.wasm").write_bytes(first)
    (folder / "interpreter.second.wasm").write_bytes(second)
    names = {}
    for path, module in libraries.items():
        pack[path], rest = module.split(kept[f"/{path}"])
        names[f"/{path}"] = f"{Path(path).name.split('.')[0]}.second.wasm"
        (folder / names[f"/{path}"]).write_bytes(rest)
    parts = [folder / "data", folder / "image"]
    parts[1].write_bytes(packed(pack))
    run([PYTHON, COMPRESS, *parts], "The image could not be packed.", remedy)
    compressed = [part.with_suffix(".zst").read_bytes() for part in parts]
    told = {
        "parts": [
            {"bytes": len(made), "size": part.stat().st_size} for part, made in zip(parts, compressed, strict=True)
        ],
        "libraries": names,
    }
    (folder / "image.zst").write_bytes(b"".join(compressed))
    (folder / "made.json").write_text(json.dumps(told), encoding="utf-8")


def packed(files: dict[str, bytes]) -> bytes:
    """Files one after the other, after an index: `[[path, size], ...]` as JSON, and before it its length.

    Spaces end the index, so that the first file stands at a multiple of four bytes (`web/engine/interpreter/pack.js`).
    """
    index = json.dumps([[path, len(content)] for path, content in files.items()]).encode()
    index += b" " * (-len(index) % 4)
    return b"".join([struct.pack("<I", len(index)), index, *files.values()])


def unpacked(pack: bytes) -> dict[str, bytes]:
    """The files of a pack."""
    (length,) = struct.unpack_from("<I", pack)
    files, at = {}, 4 + length
    for path, size in json.loads(pack[4:at]):
        files[path] = pack[at : at + size]
        at += size
    return files
