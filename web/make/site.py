"""Makes `dist/`: the page by Vite, Python's files beside it, put in place only when all of it is there."""

import shutil
import tempfile
from html import escape
from pathlib import Path

from web.make.environment import node, python_packages, web_packages, with_node
from web.make.examples import examples
from web.make.icons import icons
from web.make.image import image
from web.make.licences import licences
from web.make.offline import offline
from web.make.paths import CACHE, DIST, GENERATED, MAKE, MODULES, WEB
from web.make.progress import BuildError, run, step
from web.make.runtime import runtime
from web.make.stamp import Stamp
from web.make.standalone import NAME, standalone
from web.make.wheels import library_wheel, numpy_wheel

NOT_FOUND = """<!doctype html>
<meta charset="utf-8">
<title>pyautodiff</title>
<meta http-equiv="refresh" content="0; url={base}">
<a href="{base}">pyautodiff</a>
"""


def site(base: str = "/", dist: Path = DIST) -> None:
    """Make `dist` from the sources, doing only what changed since the last time.

    All its own addresses are relative: it works under any path. Only the page that a host shows for an unknown
    address, which may be of any depth, names `base`, the path at which the site is served.
    """
    python_packages(MAKE / "requirements.txt")
    node_program = node()
    web_packages(node_program)
    numpy, library = numpy_wheel(), library_wheel()
    python = image(numpy, library)
    description = runtime(None, python, numpy, library)
    examples(description)
    made = Stamp("site", [WEB, *sorted(GENERATED.iterdir()), *python.files, numpy, library, base, str(dist)])
    if made.fresh() and (dist / "index.html").exists():
        return
    with step("building the site"), tempfile.TemporaryDirectory(dir=CACHE, prefix="site-") as folder:
        new = Path(folder) / "new"
        run(
            [node_program, MODULES / "vite" / "bin" / "vite.js", "build", "--outDir", new, "--emptyOutDir"],
            "Vite could not build the page.",
            ["Mend what is named above in web/."],
            cwd=WEB,
            env=with_node(node_program),
        )
        runtime(new / "python", python, numpy, library)
        licence_text = licences(numpy)
        (new / "licences.txt").write_text(licence_text, encoding="utf-8")
        page = (new / "index.html").read_text(encoding="utf-8")
        (new / NAME).write_bytes(standalone(page, new, description, licence_text))
        (new / "404.html").write_text(NOT_FOUND.format(base=escape(base)), encoding="utf-8")
        (new / ".nojekyll").touch()  # else GitHub Pages leaves out what begins with an underscore
        icons(new)
        offline(new, node_program, with_node(node_program))
        made.drop()
        swap(new, dist, Path(folder) / "old")
        made.keep()


def swap(new: Path, current: Path, old: Path) -> None:
    """Put a finished folder in the place of the current one; if that cannot be done, the current one stays."""
    try:
        if current.exists():
            current.rename(old)
        try:
            new.rename(current)
        except OSError:
            if old.exists():
                old.rename(current)
            raise
    except OSError as error:
        raise BuildError(
            f"{current} could not be replaced; the last good one is still there.",
            [str(error)],
            ["Close what holds files in it open (an editor, a server, a shell), then run again."],
        ) from error
    shutil.rmtree(old, ignore_errors=True)
