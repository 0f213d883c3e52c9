"""The standalone file: the whole page, PyScript, Pyodide, NumPy and pyautodiff in one HTML file that needs no server.

It is UTF-16: such a file can hold nearly any two bytes as one character, where base64 takes a third more; and it
says so in its first two bytes, which count for more than what a server may say. Knows the built page as text only.
"""

import base64
import hashlib
import re
import struct
import zipfile
import zlib
from array import array
from collections.abc import Iterable
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from web.make.environment import PYTHON, node, with_node
from web.make.image import COMPRESS, PYSCRIPT
from web.make.patch import Patch, patched
from web.make.paths import CACHE, WEB
from web.make.progress import BuildError, run
from web.make.runtime import pyscript_files

NAME = "pyautodiff.html"
LIMIT = 13_000_000
SITE_PACKAGES = "lib/python3.14/site-packages/"
BYTES = "application/octet-stream"
SCRIPTS = ("app", "pyscript", "interpreter", "unpacker")

PYSCRIPT_PATCHES = (
    Patch(
        "what a worker would import from beside PyScript, and never needs, is not looked for",
        '.replace(Wr,Hr)],{type:"text/javascript"})),...e)',
        '],{type:"text/javascript"})),...e)',
    ),
    Patch(
        "the interpreter may have a data: address, in the page",
        r"o=/^(?:\.?\.?\/|[a-z0-9-]+:\/\/)/i.test(r)",
        r"o=/^(?:\.?\.?\/|data:|[a-z0-9-]+:\/\/)/i.test(r)",
    ),
    Patch(
        "the same in the worker, whose code PyScript holds as text",
        r"o=/^(?:\\.?\\.?\\/|[a-z0-9-]+:\\/\\/)/i.test(r)",
        r"o=/^(?:\\.?\\.?\\/|data:|[a-z0-9-]+:\\/\\/)/i.test(r)",
    ),
)
"""The further places of PyScript's core that must give way here."""

POLICY = {
    "default-src": "'none'",
    "script-src": "blob: data: 'unsafe-eval'",  # PyScript makes functions from text; eval covers WebAssembly
    "worker-src": "data:",
    "style-src": "'unsafe-inline'",
    "img-src": "data: blob:",
    "connect-src": "data: blob:",
    "base-uri": "'none'",
    "form-action": "'none'",
}
"""What the file may do; the hashes of the scripts that stand in it as text are added."""

ESCAPE, TURNED = 0x21, 0x8100
"""`web/standalone/decode.js` reads what is written with these."""


@dataclass(frozen=True)
class Inside:
    """A file inside: its content as it is read, its type, and how it is kept."""

    content: bytes
    type: str
    packing: str
    """`gzip` for the page, which every browser unpacks; `zstd` for the interpreter, which unpacks it; or `none`."""
    kept: bytes


def standalone(page: str, site: Path, description: dict[str, Any], licences: str) -> bytes:
    """The file, from the built page, the folder of the site with `python/`, and what the build says of that."""
    scripts = bundled()
    files = {
        **{f"page/{name}.js": text_file(scripts[name], "text/javascript") for name in SCRIPTS},
        "page/licences.txt": text_file(licences.encode(), "text/plain"),
        **runtime_files(site / "python", description),
    }
    carried = "\n".join(element(path, file) for path, file in files.items())
    boot = scripts["boot"].decode().replace("</script", "<\\/script").replace("<!--", "<\\!--")
    text = alone(page).replace("</body>", f'{carried}\n<script type="module">{boot}</script>\n</body>')
    made = b"\xff\xfe" + with_policy(text).encode("utf-16-le")
    if len(made) > LIMIT:
        raise BuildError(f"{NAME} has {len(made)} bytes, more than {LIMIT}.", [], ["Leave out what it does not need."])
    return made


def bundled() -> dict[str, bytes]:
    """The scripts, each in one piece."""
    source, made = CACHE / "standalone" / "pyscript", CACHE / "standalone" / "scripts"
    for folder in (source, made):
        folder.mkdir(parents=True, exist_ok=True)
        for file in folder.iterdir():
            file.unlink()
    for file in pyscript_files(PYSCRIPT):
        text = file.read_text(encoding="utf-8")
        if file.name.startswith("core-"):
            text = patched(text, PYSCRIPT_PATCHES, f"PyScript's {file.name}")
        (source / file.name).write_text(text, encoding="utf-8", newline="")
    run(
        [node(), WEB / "standalone" / "bundle.mjs", source, made],
        "The scripts of the standalone file could not be made.",
        ["Mend what is named above in web/."],
        cwd=WEB,
        env=with_node(node()),
    )
    return {name: (made / f"{name}.js").read_bytes() for name in ("boot", *SCRIPTS)}


def runtime_files(folder: Path, description: dict[str, Any]) -> dict[str, Inside]:
    """What the interpreter starts from; NumPy's wheel without its libraries, which are there in halves."""
    interpreter, image = description["interpreter"], description["runtime"]["image"]["packed"]["path"]
    rest = interpreter["rest"]
    modules = [interpreter["pyodide"] + name for name in ("pyodide.mjs", "pyodide.asm.mjs")]
    halves = [interpreter["image"]["first"], rest["interpreter"], *rest["libraries"].values()]
    content = {
        **{path: (folder / path).read_bytes() for path in modules},
        **{path: verified(folder, path, interpreter) for path in halves},
        rest["library"]: stored(verified(folder, rest["library"], interpreter)),
        rest["numpy"]: stored(verified(folder, rest["numpy"], interpreter), rest["libraries"]),
    }
    kinds = {**dict.fromkeys(modules, "text/javascript"), **dict.fromkeys(halves, "application/wasm")}
    packed = dict(zip(content, zstd(content.values()), strict=True))
    made = {path: Inside(whole, kinds.get(path, BYTES), "zstd", packed[path]) for path, whole in content.items()}
    whole = verified(folder, image, interpreter)
    return {**made, image: Inside(whole, BYTES, "none", whole)}


def zstd(contents: Iterable[bytes]) -> list[bytes]:
    """Each of them as small as it gets."""
    with TemporaryDirectory(dir=CACHE, prefix="zstd-") as folder:
        files = []
        for number, content in enumerate(contents):
            files.append(Path(folder, str(number)))
            files[-1].write_bytes(content)
        run([PYTHON, COMPRESS, *files], "The standalone file could not be packed.", ["Delete .venv, then run again."])
        return [file.with_suffix(".zst").read_bytes() for file in files]


def verified(folder: Path, path: str, interpreter: dict[str, Any]) -> bytes:
    """A file that has the hash that was written down for it."""
    content = (folder / path).read_bytes()
    if sha256(content) != interpreter["files"][path]["sha256"]:
        raise BuildError(f"{path} is not what it was when the site was made.", [], ["Run the build again."])
    return content


def stored(archive: bytes, left_out: Iterable[str] = ()) -> bytes:
    """An archive with its files as they are, which pack better together; less some, by their paths in Python."""
    absent = {path.removeprefix(f"/{SITE_PACKAGES}") for path in left_out}
    made = BytesIO()
    with zipfile.ZipFile(BytesIO(archive)) as given, zipfile.ZipFile(made, "w") as plain:
        for entry in given.infolist():
            if entry.filename in absent:
                continue
            kept = zipfile.ZipInfo(entry.filename, entry.date_time)
            kept.external_attr = entry.external_attr
            plain.writestr(kept, given.read(entry), zipfile.ZIP_STORED)
    return made.getvalue()


def text_file(content: bytes, kind: str) -> Inside:
    """A file that the page itself reads."""
    gzip = zlib.compressobj(9, zlib.DEFLATED, 31, 9)
    return Inside(content, kind, "gzip", gzip.compress(content) + gzip.flush())


def sha256(content: bytes) -> str:
    """The hash, in hexadecimal digits."""
    return hashlib.sha256(content).hexdigest()


def element(path: str, file: Inside) -> str:
    """The element that holds a file; no browser runs it."""
    about = {
        "path": path,
        "type": file.type,
        "packing": file.packing,
        "size": len(file.kept),
        "full": len(file.content),
        "sha256": sha256(file.content),
    }
    told = " ".join(f'data-{name}="{value}"' for name, value in about.items())
    return f'<script type="{BYTES}" {told}>{encoded(file.kept)}</script>'


def encoded(content: bytes) -> str:
    """Two bytes a character; escaped are those that UTF-16 or HTML would not hand back as they are."""
    units = array("H", struct.unpack(f"<{(len(content) + 1) // 2}H", content + b"\0" * (len(content) % 2)))
    return "".join(map(CHARACTERS.__getitem__, units))


def character(unit: int) -> str:
    """How a unit is written."""
    apart = unit in {0x00, 0x0D, ord("<"), ESCAPE, 0xFEFF, 0xFFFE, 0xFFFF} or 0xD800 <= unit <= 0xDFFF
    return chr(ESCAPE) + chr(unit ^ TURNED) if apart else chr(unit)


CHARACTERS = [character(unit) for unit in range(0x10000)]


def alone(page: str) -> str:
    """The page without what it would ask its host for."""
    text, entries = re.subn(r'\s*<script async type="module" [^>]*src="\./assets/[^"]+"></script>', "", page)
    if entries != 1:
        raise BuildError(f"The page has {entries} scripts of its own, not one.", [], ["Mend web/make/standalone.py."])
    text = re.sub(r'\s*<link [^>]*href="\./[^>]*>', "", text)
    text = re.sub(r'<p><a [^>]*href="(?:licences\.txt|pyautodiff\.html)"[^>]*>[^<]*</a></p>', "", text)
    text = text.replace('<meta charset="utf-8">\n', "")
    left = re.findall(r'(?:src|href)="(?!#|data:)[^"]*"', re.sub(r"<script>.*?</script>", "", text, flags=re.DOTALL))
    if left:
        raise BuildError(f"The standalone file would ask for {left[0]}.", left, ["Mend web/make/standalone.py."])
    return text


def with_policy(text: str) -> str:
    """The page with a policy that lets exactly its own scripts run."""
    inline = re.findall(r'<script(?: type="module")?>(.*?)</script>', text, flags=re.DOTALL)
    hashes = [f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'" for script in inline]
    policy = {**POLICY, "script-src": " ".join([POLICY["script-src"], *hashes])}
    content = "; ".join(f"{name} {value}" for name, value in policy.items())
    return text.replace("<head>", f'<head>\n<meta http-equiv="Content-Security-Policy" content="{content}">', 1)
