"""Small tutorials of somebody else, written for MkDocs Material, Sphinx, Jupyter Book and by hand, and built by those.

Each has the same first page: host elements of every kind, two elements and a frame. Must not know what is tested.
"""

import os
import subprocess
from pathlib import Path

from tests.hosts.snippets import USUAL, snippets
from web.make.paths import VENV_HOSTS, venv_program

HOSTS = ("plain", "mkdocs", "sphinx", "book")
FORMATS = {"plain": "html", "mkdocs": "mkdocs", "sphinx": "myst", "book": "book"}

FIRST, SECOND, FRAMED = "x=0.5&f=square,exp,square", "x=-1.5&f=sin,tanh&lang=ko&theme=dark", "x=2&f=log"
SECOND_SHOWS = ["graph", "steps"]

MEASURED = '<div style="inline-size: 600px"><auto-diff id="measured" lang="en" theme="light"></auto-diff></div>'
"""The same on every page, in a box that no theme makes wider or narrower."""

PROSE = """# A tutorial

A paragraph with `code`, **strong words** and a [link](https://example.invalid/).

| Function | Derivative |
| -------- | ---------- |
| square   | 2x         |

```python
y = x ** 2
```

## Another heading
"""
PROSE_HTML = """<h1>A tutorial</h1>
<p>A paragraph with <code>code</code>, <strong>strong words</strong> and a <a href="https://example.invalid/">link</a>.</p>
<table><thead><tr><th>Function</th><th>Derivative</th></tr></thead><tbody><tr><td>square</td><td>2x</td></tr></tbody></table>
<pre><code>y = x ** 2</code></pre>
<h2>Another heading</h2>"""
BUTTON = '<button type="button">A button of the page</button>'


def raw(text: str) -> str:
    """HTML in a MyST page."""
    return f"```{{raw}} html\n{text}\n```"


def build(host: str, folder: Path, url: str, ours: str) -> str:
    """Write a tutorial and have it built into a folder that is served at `url`; give its first page's address."""
    format_ = FORMATS[host]
    asked = [(format_, FIRST, USUAL), (format_, SECOND, SECOND_SHOWS), ("iframe", FRAMED, USUAL)]
    first, second, (frame, following) = snippets(ours, *asked)
    html = raw if host in {"sphinx", "book"} else str
    parts = [html(BUTTON), first[-1], second[-1], html(frame), html(following), html(MEASURED)]
    source = folder.parent / f"{host}-source"
    source.mkdir()
    if host == "sphinx":
        (settings, page) = snippets(ours, ("rst", SECOND, SECOND_SHOWS))[0]
        assert settings == first[0], "one setting serves both languages of Sphinx"
        (source / "other.rst").write_text(f":orphan:\n\nAnother page\n============\n\n{page}\n", encoding="utf-8")
    return BUILDERS[host](source, folder / host, f"{url}{host}/", first[0], parts)


def build_plain(source: Path, out: Path, url: str, first: str, parts: list[str]) -> str:
    out.mkdir()
    body = "\n".join([PROSE_HTML, *parts])
    (out / "index.html").write_text(
        f'<!doctype html><html lang="en"><meta charset="utf-8"><title>T</title>{body}</html>',
        encoding="utf-8",
    )
    return f"{url}index.html"


def build_mkdocs(source: Path, out: Path, url: str, settings: str, parts: list[str]) -> str:
    (source / "mkdocs.yml").write_text(
        f"""site_name: A tutorial
site_url: {url}
theme:
  name: material
  font: false
  features: [navigation.instant]
{settings}
""",
        encoding="utf-8",
    )
    (source / "docs").mkdir()
    (source / "docs" / "index.md").write_text("\n\n".join([PROSE, *parts]), encoding="utf-8")
    (source / "docs" / "other.md").write_text(f"# Another page\n\nWords.\n\n{parts[2]}\n", encoding="utf-8")
    (source / "docs" / "words.md").write_text("# Only words\n\nWords.\n", encoding="utf-8")
    run(source, "mkdocs", "build", "--quiet", "--strict", "--site-dir", str(out))
    return url


def build_sphinx(source: Path, out: Path, url: str, settings: str, parts: list[str]) -> str:
    (source / "conf.py").write_text(
        f'project = "A tutorial"\nextensions = ["myst_parser"]\nhtml_theme = "furo"\n{settings}\n', encoding="utf-8"
    )
    (source / "index.md").write_text("\n\n".join([PROSE, *parts]), encoding="utf-8")
    run(source, "sphinx-build", "-q", "-W", "-b", "html", ".", str(out))
    return f"{url}index.html"


def build_book(source: Path, out: Path, url: str, settings: str, parts: list[str]) -> str:
    (source / "_config.yml").write_text(
        f'title: A tutorial\nexecute:\n  execute_notebooks: "off"\n{settings}\n', encoding="utf-8"
    )
    (source / "_toc.yml").write_text("format: jb-book\nroot: index\n", encoding="utf-8")
    (source / "index.md").write_text("\n\n".join([PROSE, *parts]), encoding="utf-8")
    run(source, "jupyter-book", "build", "--quiet", ".")
    (source / "_build" / "html").rename(out)
    return f"{url}index.html"


BUILDERS = {"plain": build_plain, "mkdocs": build_mkdocs, "sphinx": build_sphinx, "book": build_book}


def run(folder: Path, program: str, *arguments: str) -> None:
    """Run a tool of theirs in a folder."""
    surroundings = {**os.environ, "PYTHONWARNINGS": "ignore", "NO_MKDOCS_2_WARNING": "1"}
    told = subprocess.run(
        [venv_program(program, VENV_HOSTS), *arguments],
        cwd=folder,
        env=surroundings,
        capture_output=True,
        text=True,
        check=False,
    )
    assert not told.returncode, told.stdout + told.stderr
