import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { atStep } from "./at-step.js";

const { default: trace } = JSON.parse(await readFile(new URL("../.generated/traces.json", import.meta.url), "utf8"));

test("step 0: x holds data, nothing else exists, no gradient looks like 0", () => {
  const at = atStep(trace, 0);
  assert.equal(at.pass, "none");
  assert.deepEqual(at.variables.x.data?.data, [0.5]);
  assert.equal(at.variables.a.data, null);
  for (const variable of Object.values(at.variables)) assert.equal(variable.grad, null);
});

test("forward steps make one variable each", () => {
  const at = atStep(trace, 2);
  assert.equal(at.pass, "forward");
  assert.deepEqual(at.variables.b.data?.data, [1.2840254166877414]);
  assert.equal(at.variables.y.data, null);
  assert.ok(at.functions.f2.active);
  assert.ok(!at.functions.f1.active && at.functions.f1.forward);
});

test("the seed is dy/dy = 1 and belongs to y alone", () => {
  const at = atStep(trace, 4);
  assert.equal(at.pass, "seed");
  assert.deepEqual(at.variables.y.grad?.data, [1]);
  assert.equal(at.variables.y.gradient, "written");
  assert.equal(at.variables.b.grad, null);
});

test("backward steps go from the output to the input", () => {
  const at = atStep(trace, 6);
  assert.equal(at.variables.a.gradient, "written");
  assert.equal(at.variables.b.gradient, "final");
  assert.equal(at.variables.x.gradient, "none");
  assert.deepEqual(at.variables.a.grad?.data, [3.297442541400256]);
});

test("without a step everything has run and nothing is marked", () => {
  const at = atStep(trace, null);
  assert.equal(at.current, null);
  assert.deepEqual(at.variables.x.grad?.data, [3.297442541400256]);
  assert.ok(Object.values(at.functions).every((f) => f.forward && f.backward && !f.active));
});

test("a step past the last one is the last one", () => {
  assert.equal(atStep(trace, 99).step, trace.steps.length);
});
