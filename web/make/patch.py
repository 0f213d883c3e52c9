"""The places of Pyodide's `pyodide.asm.mjs` that must give way for a quick start; all else of it stays as published.

Each place is matched exactly once, or the build fails: on an upgrade of Pyodide, look the place up in the new file
(Emscripten's `src/lib/libdylink.js` has it in readable form) and write it down here anew.
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
    text = patched((MODULES / "pyodide" / FILE).read_text(encoding="utf-8"))
    made = CACHE / "patched" / FILE
    if not (made.exists() and made.read_text(encoding="utf-8") == text):
        made.parent.mkdir(parents=True, exist_ok=True)
        made.write_text(text, encoding="utf-8", newline="")
    return made
