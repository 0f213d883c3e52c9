/**
 * What was asked of the engine and what it answered: the last good trace stays until a newer one is there. The trace
 * itself is asked for at once; its costlier parts follow when the visitor pauses, and only where they have changed.
 */
import { inputsOf, PROPERTIES, textOf } from "../state/properties.js";

/** @typedef {import("../state/properties.js").State} State */
/** @typedef {import("../state/properties.js").PropertyName} PropertyName */
/** @typedef {import("../trace/types.js").Trace} Trace */
/** @typedef {import("../trace/types.js").TraceError} TraceError */
/** @typedef {"curve" | "check" | "code" | "second"} Part */

/** What the trace itself depends on. @type {PropertyName[]} */
const QUESTION = ["x", "chain", "y", "x1", "x2"];
/** What each part of a trace depends on. @type {Record<Part, PropertyName[]>} */
const PARTS = {
  curve: ["chain", "y", "range", "x1", "x2"],
  check: [...QUESTION, "eps"],
  code: QUESTION,
  second: [...QUESTION, "second"],
};
const PART_NAMES = /** @type {Part[]} */ (Object.keys(PARTS));
/** Milliseconds without a change after which the visitor has paused. */
const PAUSE = 120;

/** @param {State} state @param {PropertyName[]} names */
const keyOf = (state, names) =>
  names
    .map((name) => /** @type {import("../state/properties.js").Property<any>} */ (PROPERTIES[name]).write(state[name]))
    .join("&");
const traceKey = (/** @type {State} */ state) => keyOf(state, QUESTION);

/**
 * @param {object} parts
 * @param {import("../engine/shared.js").EngineClient} parts.engine
 * @param {Trace} parts.trace  the worked example
 * @param {State} parts.state  the state it belongs to
 * @param {() => void} parts.change  called when there is something new to draw
 * @param {(trace: Trace) => void} parts.result
 * @param {(error: TraceError) => void} [parts.error]
 * @param {() => readonly Part[]} [parts.wanted]  the costlier parts that are shown; all of them where nothing is said
 */
export function createAnswers({ engine, trace, state: first, change, result, error, wanted = () => PART_NAMES }) {
  let drawn = { trace, key: traceKey(first), live: false };
  /** @type {{ key: string, error: TraceError | null }} */
  let answered = { key: drawn.key, error: null };
  const held = /** @type {Record<Part, { key: string, value: any }>} */ (
    Object.fromEntries(PART_NAMES.map((part) => [part, { key: keyOf(first, PARTS[part]), value: trace[part] ?? null }]))
  );
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let pause;
  /** What was asked for last: the parts of anything older must not take the place of its question. @type {State} */
  let newest = first;

  /** @param {State} state @param {Part[]} parts */
  async function put(state, parts) {
    const [low, high] = state.range;
    const question =
      state.y === null
        ? { x: state.x, chain: state.chain.join(" ") }
        : { x: Object.fromEntries(inputsOf(state.y).map((name) => [name, textOf(state, name)])), expression: state.y };
    const answer = await engine.ask({ version: 1, ...question, parts, range: [low, high], eps: state.eps });
    if (answer === null) return;
    if ("error" in answer) {
      answered = { key: traceKey(state), error: answer.error };
      error?.(answer.error);
      change();
      return;
    }
    answered = { key: traceKey(state), error: null };
    drawn = { trace: answer, key: answered.key, live: true };
    for (const part of parts) held[part] = { key: keyOf(state, PARTS[part]), value: answer[part] ?? null };
    if (parts.length === 0) result(answer);
    change();
    if (state === newest) askParts(state);
  }

  /** @param {State} state */
  function askParts(state) {
    clearTimeout(pause);
    const missing = wanted().filter(
      (part) => held[part].key !== keyOf(state, PARTS[part]) && (part !== "second" || state.second),
    );
    if (missing.length > 0) pause = setTimeout(() => put(state, missing), PAUSE);
  }

  return {
    /** @param {State} state */
    ask(state) {
      // What was answered before is no answer while another question is on its way.
      const known = traceKey(state) === answered.key && traceKey(state) === traceKey(newest);
      newest = state;
      clearTimeout(pause);
      if (drawn.live && known) {
        if (answered.error === null) askParts(state);
      } else put(state, []);
    },
    /** No more parts are asked for. */
    end: () => clearTimeout(pause),
    /** What can be drawn for a state. @param {State} state */
    for(state) {
      const key = traceKey(state);
      const trace = { ...drawn.trace, ...Object.fromEntries(PART_NAMES.map((part) => [part, held[part].value])) };
      return {
        trace: /** @type {Trace} */ (trace),
        fresh: drawn.key === key,
        live: drawn.live,
        stale: PART_NAMES.filter((part) => held[part].key !== keyOf(state, PARTS[part])),
        error: answered.key === key ? answered.error : null,
      };
    },
  };
}
