/** An engine that failed for want of a connection starts anew when there is one. Must not know how it starts. */

/** What may be well once there is a connection again. @type {readonly (string | undefined)[]} */
const PASSING = ["download", "timeout"];

/**
 * @template {Pick<import("./create-engine.js").Engine, "status" | "restart">} E
 * @param {E} engine
 * @param {EventTarget} [connection] tells `online`
 */
export function resumeOnline(engine, connection = globalThis) {
  connection.addEventListener("online", () => {
    const { phase, cause } = engine.status;
    if (phase === "failed" && PASSING.includes(cause?.kind)) engine.restart();
  });
  return engine;
}
