/**
 * Clears the memory that an interpreter has freed: it holds what nobody reads, and would be downloaded. All that either
 * allocator gives from what is free is taken, cleared and given back.
 */

/** The largest block of Python's own allocator, and the step between its sizes. */
const SMALL = 512;
const STEP = 8;
/** As much of one size is surely no longer from what was free. */
const ENOUGH = { first: 6 << 20, other: 256 << 10 };
const LARGE = 1 << 16;
const MIDDLE = 1 << 10;
const LEAST = 16;

/** @param {any} module Emscripten's */
export function clearFreed(module) {
  const top = () => module.HEAPU32[module._emscripten_get_sbrk_ptr() >>> 2];
  const end = top();
  for (const _ of [1, 2]) {
    for (let size = SMALL; size >= STEP; size -= STEP)
      clearSmall(module, size, size === SMALL ? ENOUGH.first : ENOUGH.other, end);
  }
  /** @type {number[]} */
  const taken = [];
  for (let size = LARGE; size >= LEAST; size = size > MIDDLE ? size >>> 1 : size - STEP) {
    for (;;) {
      const at = module._malloc(size) >>> 0;
      if (!at || at + size > end) {
        module._free(at);
        break;
      }
      module.HEAPU8.fill(0, at, at + size);
      taken.push(at);
    }
  }
  for (const at of taken) module._free(at);
  module.HEAPU8.fill(0, module._emscripten_stack_get_end() >>> 0, module._emscripten_stack_get_current() >>> 0);
}

/**
 * @param {any} module
 * @param {number} size
 * @param {number} enough
 * @param {number} end
 */
function clearSmall(module, size, enough, end) {
  /** @type {number[]} */
  const taken = [];
  for (let sum = 0; sum < enough; sum += size) {
    const at = module._PyObject_Malloc(size) >>> 0;
    if (!at) break;
    taken.push(at);
    module.HEAPU8.fill(0, at, at + size);
    if (at >= end) break;
  }
  for (const at of taken) module._PyObject_Free(at);
}
