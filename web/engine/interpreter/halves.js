/**
 * A WebAssembly module that the build has split in two (`web/make/split.py`): the first half has what a start runs, and for
 * each other function a call through a table that the second half fills. Whoever makes such a call before that has the
 * second half brought at once. Must not know what the module is for.
 */

/** Names of what one half exports for the other begin with it. */
const OWN = "split:";

/** A module that imports a function and exports it as WebAssembly's own: only such can stand in a table. */
const HANDED_ON = Uint8Array.of(
  ...[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0], // magic number, version
  ...[1, 4, 1, 0x60, 0, 0], // a type: nothing in, nothing out
  ...[2, 6, 1, 0, 1, 0x66, 0, 0], // import "" "f"
  ...[7, 5, 1, 1, 0x66, 0, 0], // export "f"
);

/**
 * @param {WebAssembly.Instance} first
 * @param {WebAssembly.Imports} imports that it was made with
 * @param {() => WebAssembly.Module} bring the second half, at once
 * @returns {{ exports: WebAssembly.Exports, complete: (second: WebAssembly.Module) => void }} what the whole module would
 *   export, and how it is told of the second half beforehand
 */
export function joined({ exports: all }, imports, bring) {
  const own = /** @type {any} */ ({});
  /** @type {WebAssembly.Exports} */
  const exports = {};
  for (const [name, value] of Object.entries(all)) {
    if (name.startsWith(OWN)) own[name.slice(OWN.length)] = value;
    else exports[name] = value;
  }
  /** @param {WebAssembly.Module} second */
  const complete = (second) => {
    if (own.loaded.value) return;
    new WebAssembly.Instance(second, { ...imports, split: own });
    own.loaded.value = 1;
  };
  own.table.set(
    0,
    handedOn(() => complete(bring())),
  );
  return { exports, complete };
}

/** @param {() => void} f */
const handedOn = (f) => new WebAssembly.Instance(new WebAssembly.Module(HANDED_ON), { "": { f } }).exports.f;
