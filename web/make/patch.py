"""The places of third-party code that must give way for a quick start; all else of it stays as published.

Each place is matched exactly once, or the build fails: on an upgrade, look the place up in the new file and write it
down here anew. Emscripten's `src/lib/libdylink.js` has those of Pyodide's `pyodide.asm.mjs` in readable form;
polyscript's `esm/custom.js`, `esm/listeners.js` and `esm/index.js` have those of PyScript's core.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from web.make.paths import CACHE, MODULES
from web.make.progress import BuildError

FILE = "pyodide.asm.mjs"


@dataclass(frozen=True)
class Patch:
    """One place, what stands there afterwards, and how often it must be found."""

    what: str
    found: str
    made: str
    times: int = 1


PATCHES = (
    Patch(
        "an instance of a shared library that was compiled beforehand can be made otherwise",
        "var instance=new WebAssembly.Instance(module,info);return postInstantiation(module,instance)}",
        'var instance=Module["openLibrary"]?.(module,info)??new WebAssembly.Instance(module,info);'
        "return postInstantiation(module,instance)}",
    ),
    Patch(
        "a shared library can be given the place in memory that an image has it at; where it is put is told",
        "var memoryBase=metadata.memorySize?alignMemory(getMemory(metadata.memorySize+memAlign),memAlign):0;",
        'var memoryBase=flags["memoryBase"]??(metadata.memorySize?'
        "alignMemory(getMemory(metadata.memorySize+memAlign),memAlign):0);"
        'Module["onLibrary"]?.(libName,memoryBase,wasmTable.length,metadata.tableSize);',
    ),
    Patch(
        "a function can be given the slot of the table that an image has it at",
        "var ret=getEmptyTableSlot();try{setWasmTableEntry(ret,func)}",
        'var ret=Module["tableSlot"]?Module["tableSlot"](getEmptyTableSlot):getEmptyTableSlot();'
        "try{setWasmTableEntry(ret,func)}",
    ),
    Patch(
        "it is told where the time zone is kept, and can be set anew",
        "var __tzset_js=function(timezone,daylight,std_name,dst_name){",
        'var __tzset_js=Module["setZone"]=function(timezone,daylight,std_name,dst_name){'
        'Module["onZone"]?.([timezone,daylight,std_name,dst_name]);',
    ),
    Patch(
        "it is told where the function is noted that this browser calls others by",
        "HEAP32[(__PyRuntime+offset)/4>>>0]=ptr});",
        'HEAP32[(__PyRuntime+offset)/4>>>0]=ptr;Module["trampoline"]={place:__PyRuntime+offset,slot:ptr}});',
    ),
)


PYSCRIPT_PATCHES = (
    Patch(
        "the page is not searched for handlers in Python: it has none, and each search reads every attribute in it",
        "As=e=>{if(fn.length)for(let{name:t,ownerElement:n}of _n(",
        "As=e=>{if(0)for(let{name:t,ownerElement:n}of _n(",
    ),
    Patch(
        "the page is not watched for scripts and handlers in Python: every drawing would be looked through for them",
        "if(!Ms){const e=new MutationObserver(",
        "if(0){const e=new MutationObserver(",
    ),
    Patch(
        "shared memory that is not there is not called: to tell of such a fault a browser reads the whole file again",
        "try{new _r(4,{maxByteLength:8})}",
        "try{if(!_r)throw 0;new _r(4,{maxByteLength:8})}",
    ),
    Patch(
        "the same in the worker, whose code PyScript holds as text",
        "try{new et(4,{maxByteLength:8})}",
        "try{if(!et)throw 0;new et(4,{maxByteLength:8})}",
    ),
)
"""Those of PyScript's core, `core-*.js`."""


def patched(text: str, patches: Iterable[Patch] = PATCHES, file: str = FILE) -> str:
    """The text with every patch applied."""
    for patch in patches:
        count = text.count(patch.found)
        if count != patch.times:
            raise BuildError(
                f"{file} is not as expected: the place to change was found {count} times, not {patch.times}.",
                [f"the change so that {patch.what}", f"searched for: {patch.found}"],
                ["Use the version in web/package.json, or write the patch anew as web/make/patch.py says at its top."],
            )
        text = text.replace(patch.found, patch.made)
    return text


def patched_module() -> Path:
    """The file that the site has in place of Pyodide's own."""
    return written(CACHE / "patched" / FILE, patched((MODULES / "pyodide" / FILE).read_text(encoding="utf-8")))


def patched_core(core: Path) -> Path:
    """The file that the site has in place of that one, which is PyScript's core."""
    text = patched(core.read_text(encoding="utf-8"), PYSCRIPT_PATCHES, f"PyScript's {core.name}")
    return written(CACHE / "patched" / core.name, text)


def written(file: Path, text: str) -> Path:
    """The file with that text; one that has it already stays as old as it is."""
    if not (file.exists() and file.read_text(encoding="utf-8") == text):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="")
    return file
