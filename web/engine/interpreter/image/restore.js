/** The start that is tried first: from the memory of an interpreter that has NumPy and pyautodiff imported already. */

import { answer, download } from "../downloads.js";
import * as handed from "../handed.js";
import { unwrap } from "../pack.js";
import { loadInterpreter, moduleFactory } from "../pyodide.js";
import { attachRest, createHalves } from "../rest.js";
import { address, base, image, lock, pyodide, rest, STDLIB, WASM } from "../runtime.js";
import { createFrom, imageOf } from "./lay.js";
import source from "./restore.py?raw";

/** An archive with nothing in it. */
const EMPTY_ARCHIVE = Uint8Array.of(80, 75, 5, 6, ...Array(18).fill(0));

/** @type {Record<string, string>} paths of the second halves, by the names of what they belong to */
const seconds = { interpreter: rest.interpreter, ...rest.libraries };

/** @param {import("../rest.js").Asked} asked */
export async function beginImage({ channel, options }) {
  answer(WASM, Promise.resolve(new Response(null)));
  answer(STDLIB, Promise.resolve(new Response(EMPTY_ARCHIVE)));
  /** @type {import("./lay.js").Begun | null} */
  let begun = arriving();
  const halves = createHalves();
  const settings = {
    ...options,
    indexURL: address(pyodide),
    lockFileContents: lock,
    packageBaseUrl: base,
    packages: [],
    _loadSnapshot: Uint8Array.from(atob(image.head), (letter) => letter.charCodeAt(0)),
    /** @param {any} settings */
    async createPyodideModule(settings) {
      const given = begun;
      begun = null; // Pyodide keeps these settings, and would keep the image
      if (!given) throw new Error("it is laid already");
      return createFrom(await moduleFactory(), settings, given, (name, first, imports) =>
        halves.open(seconds[name], first, imports),
      );
    },
  };
  const interpreter = await loadInterpreter(settings, code());
  renew(interpreter);
  attachRest(interpreter, channel, halves);
  return interpreter;
}

/** The first half of the interpreter: from the page, or where that had no luck, from where the other files are. */
const code = async () => (await handed.code) ?? WebAssembly.compileStreaming(download(image.first));

/** @returns {import("./lay.js").Begun} what the unpacker sends, part by part */
function arriving() {
  const parts = handed.image.then(received);
  const begun = { data: parts.then(([data]) => data), opening: parts.then(([, pack]) => pack).then(opened) };
  for (const promise of Object.values(begun)) promise.catch(() => {});
  return begun;
}

/**
 * @param {MessagePort} port
 * @returns {Promise<Uint8Array<ArrayBuffer>>[]}
 */
function received(port) {
  /** @type {{ resolve: (content: Uint8Array<ArrayBuffer>) => void, reject: (error: Error) => void }[]} */
  const waiting = [];
  const parts = ["data", "pack"].map(() => new Promise((resolve, reject) => waiting.push({ resolve, reject })));
  port.onmessage = ({ data: { content, fault } }) => {
    if (content) waiting.shift()?.resolve(content);
    else for (const { reject } of waiting.splice(0)) reject(new RangeError(fault));
    if (!waiting.length) port.close();
  };
  return parts;
}

/**
 * NumPy's libraries are compiled beside the interpreter's start, not in the middle of it.
 * @param {Uint8Array} pack
 */
async function opened(pack) {
  const image = imageOf(unwrap(pack));
  const compiled = await Promise.all(
    [...image.libraries].map(async ([name, bytes]) => /** @type {const} */ ([name, await WebAssembly.compile(bytes)])),
  );
  return { image, compiled: new Map(compiled) };
}

/** @param {any} interpreter */
function renew(interpreter) {
  const names = interpreter.toPy({ language: navigator.languages[0] ?? "C" });
  interpreter.runPython(source, { globals: names });
  names.destroy();
}
