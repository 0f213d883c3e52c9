/**
 * Why an engine cannot run, as a kind and its values; the words for it live in `web/words`.
 * Must not know how an engine starts.
 */

/**
 * @typedef {{ kind: "download", values: { url?: string, status?: number } }
 *   | { kind: "timeout", values: { seconds: number } }
 *   | { kind: "unsupported", values: { feature: string } }
 *   | { kind: "python", values: { message: string } }
 *   | { kind: "crashed", values: { message: string } }} Cause
 */

export class EngineFault extends Error {
  /** @param {Cause} cause */
  constructor(cause) {
    super(cause.kind, { cause });
    this.name = "EngineFault";
    /** @type {Cause} */
    this.cause = cause;
  }
}

/**
 * @param {unknown} error whatever was thrown
 * @param {"python" | "crashed"} kind what it means when it is not an `EngineFault` already
 * @returns {Cause}
 */
export function causeOf(error, kind) {
  if (error instanceof EngineFault) return error.cause;
  return { kind, values: { message: error instanceof Error ? error.message : String(error) } };
}
