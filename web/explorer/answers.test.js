import assert from "node:assert/strict";
import { test } from "node:test";
import { initialState } from "../state/properties.js";
import { createAnswers } from "./answers.js";

/** An engine that answers when it is told to. */
function slowEngine() {
  /** @type {{ question: any, resolve: (answer: any) => void }[]} */
  const asked = [];
  return {
    asked,
    /** @param {any} question */
    ask: (question) => new Promise((resolve) => asked.push({ question, resolve })),
    /** @param {any} answer */
    async answer(answer) {
      asked.at(-1)?.resolve(answer);
      await new Promise((resolve) => setImmediate(resolve));
    },
  };
}

const worked = /** @type {any} */ ({ x: "0.5", curve: { from: "build" }, check: {}, code: {} });

function started() {
  const engine = slowEngine();
  /** @type {any[]} */
  const results = [];
  const answers = createAnswers({
    engine: /** @type {any} */ (engine),
    trace: worked,
    state: initialState(),
    change: () => {},
    result: (trace) => results.push(trace),
  });
  return { engine, answers, results };
}

test("the worked example stands until Python answers, and is fresh for its own state only", () => {
  const { answers } = started();
  assert.equal(answers.for(initialState()).fresh, true);
  const other = { ...initialState(), x: "1" };
  assert.equal(answers.for(other).fresh, false);
  assert.equal(answers.for(other).trace.x, "0.5");
});

test("a question is asked once: without its costlier parts, which come after a pause", async () => {
  const { engine, answers, results } = started();
  const state = { ...initialState(), x: "1" };
  answers.ask(state);
  assert.deepEqual(engine.asked[0].question.parts, []);
  await engine.answer({ x: "1" });
  assert.equal(results.length, 1);
  assert.equal(answers.for(state).fresh, true);
  assert.deepEqual(answers.for(state).stale, ["check", "code", "second"]);
  assert.deepEqual(answers.for(state).trace.curve, { from: "build" });
  await new Promise((resolve) => setTimeout(resolve, 200));
  assert.deepEqual(engine.asked[1].question.parts, ["check", "code"]);
});

test("an error keeps the last good trace and belongs to its own state", async () => {
  const { engine, answers } = started();
  const wrong = { ...initialState(), x: "abc" };
  answers.ask(wrong);
  await engine.answer({ error: { where: "x", kind: "x-name", values: { name: "abc" } } });
  const shown = answers.for(wrong);
  assert.equal(shown.error?.kind, "x-name");
  assert.equal(shown.fresh, false);
  assert.equal(shown.trace.x, "0.5");
  assert.equal(answers.for(initialState()).error, null);
});

test("a superseded question changes nothing", async () => {
  const { engine, answers, results } = started();
  answers.ask({ ...initialState(), x: "2" });
  await engine.answer(null);
  assert.equal(results.length, 0);
  assert.equal(answers.for(initialState()).fresh, true);
});

test("an expression is asked with the inputs it speaks of", () => {
  const { engine, answers } = started();
  answers.ask({ ...initialState(), y: "x0 * x1", x: "3", x1: "4" });
  assert.deepEqual(engine.asked[0].question.x, { x0: "3", x1: "4" });
  assert.equal(engine.asked[0].question.expression, "x0 * x1");
  assert.equal("chain" in engine.asked[0].question, false);
});

test("an answer that comes late asks for none of its parts while a newer question waits", async () => {
  const { engine, answers } = started();
  answers.ask({ ...initialState(), x: "1" });
  const newest = { ...initialState(), x: "2" };
  answers.ask(newest);
  engine.asked[0].resolve({ x: "1" });
  await new Promise((resolve) => setTimeout(resolve, 200));
  assert.deepEqual(
    engine.asked.map(({ question }) => question.x),
    ["1", "2"],
  );
  await engine.answer({ x: "2" });
  assert.equal(answers.for(newest).fresh, true);
});

test("going back to what was answered before is a question while another is on its way", async () => {
  const { engine, answers } = started();
  const first = { ...initialState(), x: "1" };
  answers.ask(first);
  await engine.answer({ x: "1" });
  answers.ask({ ...initialState(), x: "2" });
  answers.ask(first);
  engine.asked[1].resolve({ x: "2" });
  await engine.answer({ x: "1" });
  assert.equal(answers.for(first).fresh, true);
  assert.equal(answers.for(first).trace.x, "1");
});
