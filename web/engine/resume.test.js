import assert from "node:assert/strict";
import { test } from "node:test";
import { resumeOnline } from "./resume.js";

/** @param {any} status */
function restartsOf(status) {
  const connection = new EventTarget();
  let restarts = 0;
  const restart = async () => {
    restarts += 1;
  };
  resumeOnline({ status, restart }, connection);
  connection.dispatchEvent(new Event("online"));
  return restarts;
}

test("an engine that failed for want of a connection starts anew when there is one", () => {
  assert.equal(restartsOf({ phase: "failed", progress: 0.2, cause: { kind: "download", values: {} } }), 1);
  assert.equal(restartsOf({ phase: "failed", progress: 0.2, cause: { kind: "timeout", values: { seconds: 90 } } }), 1);
});

test("an engine that runs, starts, or failed for another reason is left alone", () => {
  assert.equal(restartsOf({ phase: "ready", progress: 1 }), 0);
  assert.equal(restartsOf({ phase: "starting", progress: 0.1 }), 0);
  assert.equal(restartsOf({ phase: "failed", progress: 0, cause: { kind: "crashed", values: { message: "" } } }), 0);
});
