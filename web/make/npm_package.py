"""The embed as an npm package: what the site has of it, with types, the attributes and a README (`web/npm/`)."""

import json
import shutil
from pathlib import Path

from web.make.environment import node, npm_command, with_node
from web.make.paths import CACHE, DIST, WEB
from web.make.progress import run, step

GIVEN = ("package.json", "README.md", "auto-diff.d.ts")
FROM_SITE = ("embed.js", "embed.html", "licences.txt", "assets", "python")

ATTRIBUTES = """
import { ATTRIBUTES, PARTS } from "./elements/attributes.js";
import { THEMABLE } from "./styles/for-shadow.js";
console.log(JSON.stringify({ attributes: ATTRIBUTES, parts: PARTS, properties: THEMABLE }));
"""


def npm_package(site: Path = DIST, target: Path = CACHE / "npm") -> Path:
    """Lay the package out at `target` and pack it; give the tarball that `npm publish` takes."""
    node_program = node()
    with step("packing the embed for npm"):
        shutil.rmtree(target, ignore_errors=True)
        folder = target / "package"
        folder.mkdir(parents=True)
        for name in GIVEN:
            shutil.copyfile(WEB / "npm" / name, folder / name)
        for name in FROM_SITE:
            whole = site / name
            if whole.is_dir():
                shutil.copytree(whole, folder / name)
            else:
                shutil.copyfile(whole, folder / name)
        (folder / "custom-elements.json").write_text(json.dumps(manifest(node_program), indent=1), encoding="utf-8")
        run(
            [*npm_command(node_program), "pack", "--pack-destination", target, folder],
            "The package could not be packed.",
            ["Mend what is named above in web/npm/package.json."],
            env=with_node(node_program),
        )
    (tarball,) = target.glob("*.tgz")
    return tarball


def manifest(node_program: Path) -> dict[str, object]:
    """The element in the form of the custom elements manifest, from the table that the element itself reads."""
    command: list[str | Path] = [node_program, "--input-type=module", "--eval", ATTRIBUTES]
    told = json.loads(run(command, "The attributes could not be read.", ["Mend web/elements/attributes.js."], cwd=WEB))
    element = {
        "kind": "class",
        "name": "AutoDiff",
        "tagName": "auto-diff",
        "customElement": True,
        "superclass": {"name": "HTMLElement"},
        "attributes": [{"name": name} for name in told["attributes"]],
        "members": [{"kind": "field", "name": name} for name in ("x", "chain", "y", "step", "trace")],
        "events": [{"name": name, "type": {"text": "CustomEvent"}} for name in ("result", "error")],
        "cssProperties": [{"name": f"--auto-diff-{name}"} for name in told["properties"]],
        "cssParts": [{"name": name} for name in ("root", "inputs", "sheet", "graph", "panels", "foot")],
    }
    module = {"kind": "javascript-module", "path": "embed.js", "declarations": [element]}
    return {"schemaVersion": "1.0.0", "modules": [module]}
