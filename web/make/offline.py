"""The service worker of a finished site: it is told every file that the build made, with its hash.

Must not know what the files are for.
"""

import base64
import hashlib
import json
import re
from pathlib import Path

from web.make.paths import MODULES, WEB
from web.make.progress import BuildError, run
from web.make.standalone import NAME as STANDALONE

WORKER = "service-worker.js"
PLACE = "self.FILES"
NOT_KEPT = {WORKER, ".nojekyll", "404.html", STANDALONE}
"""What no page asks for, and what is the whole site over again."""
NAMED_BY_CONTENT = re.compile(r"^(assets/.*-[\w-]{8}\.\w+|python/[^/]+-[0-9a-f]{10}/.+)$")


def offline(site: Path, node: Path, env: dict[str, str]) -> None:
    """Put the service worker into the site, as the last of its files."""
    run(
        [node, MODULES / "vite" / "bin" / "vite.js", "build", "--config", "offline/vite.config.js", "--outDir", site],
        "Vite could not build the service worker.",
        ["Mend what is named above in web/offline/."],
        cwd=WEB,
        env=env,
    )
    text = (site / WORKER).read_text(encoding="utf-8")
    if text.count(PLACE) != 1:
        raise BuildError(
            f"The list of files has no place in {WORKER}.",
            [f"{PLACE} is there {text.count(PLACE)} times, not once"],
            ["See web/offline/service-worker.js."],
        )
    (site / WORKER).write_text(text.replace(PLACE, json.dumps(entries(site))), encoding="utf-8")


def entries(site: Path) -> list[dict[str, str | None]]:
    """Every file: address, hash, and a revision where its name does not tell its content."""
    paths = sorted(
        file.relative_to(site).as_posix()
        for file in site.rglob("*")
        if file.is_file() and file.relative_to(site).as_posix() not in NOT_KEPT
    )
    return [entry(site, path) for path in paths]


def entry(site: Path, path: str) -> dict[str, str | None]:
    """One file; the home page is asked for by the folder's name."""
    digest = hashlib.sha256((site / path).read_bytes()).digest()
    return {
        "url": "./" if path == "index.html" else path,
        "revision": None if NAMED_BY_CONTENT.match(path) else digest.hex()[:16],
        "integrity": f"sha256-{base64.b64encode(digest).decode()}",
    }
