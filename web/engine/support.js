/** What a browser must have for Python to run at all. Must not know how Python is started. */

import { EngineFault } from "./fault.js";

/** @type {Record<string, (scope: Record<string, any>) => unknown>} */
const FEATURES = {
  WebAssembly: (scope) => scope.WebAssembly?.instantiateStreaming,
  "WebAssembly exceptions": (scope) => scope.WebAssembly?.Exception ?? scope.WebAssembly?.Tag,
  Worker: (scope) => scope.Worker,
  BigInt64Array: (scope) => scope.BigInt64Array,
  TransformStream: (scope) => scope.TransformStream,
};

/**
 * @param {Record<string, any>} [scope]
 * @throws {EngineFault} naming the first feature that is missing
 */
export function requireSupport(scope = globalThis) {
  for (const [feature, has] of Object.entries(FEATURES))
    if (!has(scope)) throw new EngineFault({ kind: "unsupported", values: { feature } });
}
