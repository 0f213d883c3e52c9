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
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

from web.make.environment import node, with_node
from web.make.image import PYSCRIPT
from web.make.patch import Patch, patched
from web.make.paths import CACHE, WEB
from web.make.progress import BuildError, run
from web.make.runtime import reached

NAME = "pyautodiff.html"
LIMIT = 16_000_000
SITE_PACKAGES = "lib/python3.14/site-packages/"
SCRIPTS = ("boot", "app", "interpreter", "pyscript")

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
"""The places of PyScript's core that must give way."""

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
    """A file inside: its content as it is kept, its type, and the hash of what is read."""

    content: bytes
    type: str
    sha256: str
    gzip: bool


def standalone(page: str, site: Path, description: dict[str, Any], licences: str) -> bytes:
    """The file, from the built page, the folder of the site with `python/`, and what the build says of that."""
    scripts = bundled()
    files = {
        **{
            f"page/{name}.js": text_file(scripts[name], "text/javascript")
            for name in ("app", "pyscript", "interpreter")
        },
        "page/licences.txt": text_file(licences.encode(), "text/plain"),
        **dict(runtime_files(site / "python", description["interpreter"])),
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
    for file in reached(PYSCRIPT / "dist" / "core.js"):
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
    return {name: (made / f"{name}.js").read_bytes() for name in SCRIPTS}


def runtime_files(folder: Path, interpreter: dict[str, Any]) -> Iterator[tuple[str, Inside]]:
    """What the interpreter starts from, as the site has it; NumPy's wheel without its libraries, which are in halves."""
    for name in ("pyodide.mjs", "pyodide.asm.mjs"):
        path = interpreter["pyodide"] + name
        yield path, text_file((folder / path).read_bytes(), "text/javascript")
    rest = interpreter["rest"]
    for path in (interpreter["image"]["first"], rest["interpreter"], *rest["libraries"].values()):
        yield path, text_file(verified(folder, path, interpreter), "application/wasm")
    for path in (interpreter["image"]["path"], rest["library"]):
        content = verified(folder, path, interpreter)
        yield path, Inside(content, "application/octet-stream", sha256(content), gzip=False)
    content = without(verified(folder, rest["numpy"], interpreter), rest["libraries"])
    yield rest["numpy"], Inside(content, "application/octet-stream", sha256(content), gzip=False)


def verified(folder: Path, path: str, interpreter: dict[str, Any]) -> bytes:
    """A file that has the hash that was written down for it."""
    content = (folder / path).read_bytes()
    if sha256(content) != interpreter["files"][path]["sha256"]:
        raise BuildError(f"{path} is not what it was when the site was made.", [], ["Run the build again."])
    return content


def without(wheel: bytes, held: Iterable[str]) -> bytes:
    """A wheel less some files, which are named as the interpreter has them."""
    left_out = {path.removeprefix(f"/{SITE_PACKAGES}") for path in held}
    made = BytesIO()
    with zipfile.ZipFile(BytesIO(wheel)) as given, zipfile.ZipFile(made, "w") as archive:
        for entry in given.infolist():
            if entry.filename in left_out:
                continue
            kept = zipfile.ZipInfo(entry.filename, entry.date_time)
            kept.external_attr = entry.external_attr
            archive.writestr(kept, given.read(entry), zipfile.ZIP_DEFLATED, 9)
    return made.getvalue()


def text_file(content: bytes, kind: str) -> Inside:
    """A file that is worth compressing."""
    gzip = zlib.compressobj(9, zlib.DEFLATED, 31, 9)
    return Inside(gzip.compress(content) + gzip.flush(), kind, sha256(content), gzip=True)


def sha256(content: bytes) -> str:
    """The hash, in hexadecimal digits."""
    return hashlib.sha256(content).hexdigest()


def element(path: str, file: Inside) -> str:
    """The element that holds a file; no browser runs it."""
    gzip = " data-gzip" if file.gzip else ""
    about = f'data-path="{path}" data-type="{file.type}" data-size="{len(file.content)}" data-sha256="{file.sha256}"'
    return f'<script type="application/octet-stream" {about}{gzip}>{encoded(file.content)}</script>'


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
    text, entries = re.subn(r'\s*<script type="module" [^>]*src="\./assets/[^"]+"></script>', "", page)
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
