/**
 * The explorer's one rule: set state → ask the engine (latest wins) → draw. Holds the model; is handed what surrounds
 * it — a page of its own or a place in another — and knows nothing of Python or of how a thing is drawn.
 */
import { render } from "lit";
import { initialState, sameState } from "../state/properties.js";
import { createUndo } from "../state/undo.js";
import { atStep } from "../trace/at-step.js";
import { isChain } from "../trace/partials.js";
import { chooseLanguage, WORDS } from "../words/words.js";
import { createActions } from "./actions.js";
import { createAnswers } from "./answers.js";
import { followMarkedLine } from "./follow.js";
import { makePannable } from "./pan.js";
import { createPlayer } from "./player.js";
import { keepRecent, readRecent } from "./recent.js";
import { createSpeaking } from "./speaking.js";

/** @typedef {import("../state/properties.js").State} State */
/** @typedef {import("../views/model.js").Model} Model */
/** @typedef {import("../trace/types.js").Trace} Trace */
/** @typedef {Pick<Model, "focus" | "open" | "chip" | "palette" | "said" | "toast" | "explained" | "zoom" | "presenting">} Screen */

/** Milliseconds for which something told in passing stands there. */
const PASSING = 2400;
/** Milliseconds in which Python usually answers. */
const MOMENT = 50;
/** Pixels that the step controls take below a graph that is shown whole. */
const BELOW_GRAPH = 132;

/**
 * @typedef {object} Address  where the state is written down, so that it can come from there
 * @property {() => { state: State, problems: import("../state/properties.js").Problem[] }} read
 * @property {(state: State, isNew: boolean) => void} write  isNew: a step that going back leads over
 *
 * @typedef {object} Surroundings
 * @property {Address} address
 * @property {(model: Model, actions: import("./actions.js").Actions) => unknown} view  what is drawn
 * @property {(model: Model) => void} dress  language and theme of what is round the drawing
 * @property {() => void} [afterDraw]
 * @property {() => readonly string[]} languages  the visitor's, the best first
 */

/**
 * @param {object} parts
 * @param {HTMLElement} parts.root   an element of its own, not in the page yet
 * @param {import("../engine/shared.js").EngineClient} parts.engine
 * @param {import("../trace/types.js").Catalogue} parts.catalogue
 * @param {Trace} parts.trace  the worked example, to stand until Python answers
 * @param {Surroundings} parts.around
 */
export function createExplorer({ root, engine, catalogue, trace, around }) {
  const { address } = around;
  let { state, problems } = address.read();
  const undo = createUndo(state);
  /** @type {Screen} */
  let screen = {
    focus: null,
    open: null,
    chip: 0,
    palette: null,
    said: "",
    toast: null,
    explained: null,
    zoom: null,
    presenting: false,
  };
  let recent = readRecent();
  /** @type {Model["branches"]} */
  let branches = null;
  let width = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let passing;
  let scheduled = false;
  /** What is to have the focus once it is drawn. @type {string | null} */
  let wanted = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let waiting;
  /** The first drawing is made in two parts, each a task; until both are there nothing else is drawn. */
  let whole = false;
  let begun = false;

  const speak = createSpeaking((said) => {
    screen = { ...screen, said: model().words.result.spoken(said) };
    schedule();
  });
  const answers = createAnswers({
    engine,
    trace,
    state: initialState(),
    change: schedule,
    result(answer) {
      root.dispatchEvent(new CustomEvent("result", { bubbles: true, detail: answer }));
      speak(answer);
    },
  });

  /** @returns {Model} */
  function model() {
    const lang = chooseLanguage(state.lang, around.languages());
    const dark = state.theme ? state.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
    const shown = answers.for(state);
    return {
      ...screen,
      ...shown,
      playing: player.playing,
      interactive: true,
      branches,
      whole,
      recent,
      state,
      problems,
      lang,
      words: WORDS[lang],
      theme: dark ? "dark" : "light",
      catalogue,
      at: atStep(shown.trace, shown.fresh ? state.step : null),
      engine: engine.status,
      undo: { canUndo: undo.canUndo, canRedo: undo.canRedo },
      widths: width > 0 ? [width] : [1152, 328],
    };
  }

  /** The layout of graphs that branch is loaded when the first of them is there. @param {Trace} shown */
  async function loadBranches(shown) {
    if (branches || isChain(shown)) return;
    const { layoutBranches } = await import("../views/graph/layout-branches.js");
    branches = layoutBranches;
    schedule();
  }

  function draw() {
    scheduled = false;
    clearTimeout(waiting);
    waiting = undefined;
    const now = model();
    loadBranches(now.trace);
    if (state.second && now.trace.second && "trace" in now.trace.second && now.trace.second.trace)
      loadBranches(now.trace.second.trace);
    around.dress(now);
    root.dataset.engine = now.engine.phase;
    render(around.view(now, actions), root);
    syncDialog("palette", now.palette !== null);
    syncDialog("details", now.open !== null);
    followMarkedLine(root);
    giveFocus();
    around.afterDraw?.();
  }

  /** What was asked for is there now, and what a dialog did with the focus is done. */
  function giveFocus() {
    const target = wanted === null ? null : /** @type {HTMLElement | null} */ (root.querySelector(wanted));
    wanted = null;
    if (target) requestAnimationFrame(() => target.focus());
  }

  function schedule() {
    if (scheduled || !begun) return;
    scheduled = true;
    requestAnimationFrame(draw);
  }

  /** An answer that comes within a moment is drawn together with the question: one drawing, and nothing looks stale. */
  function scheduleWithAnswer() {
    if (engine.status.phase !== "ready" || answers.for(state).fresh) return schedule();
    waiting ??= setTimeout(schedule, MOMENT);
  }

  /** A dialog is open exactly when the model says so. @param {string} id @param {boolean} open */
  function syncDialog(id, open) {
    const dialog = /** @type {HTMLDialogElement | null} */ (root.querySelector(`#${id}`));
    if (!dialog || dialog.open === open) return;
    if (open) dialog.showModal();
    else dialog.close();
  }

  function watchWidth() {
    const block = root.querySelector(".graph-block");
    if (!block) return;
    new ResizeObserver(([entry]) => {
      const now = Math.floor(entry.contentRect.width);
      if (now === width) return;
      width = now;
      schedule();
    }).observe(block);
  }

  /**
   * The update rule.
   * @param {Partial<State>} change
   * @param {{ settle?: boolean }} [options]  settle: a complete change: a step of undo, an entry of the browser's history
   */
  function set(change, { settle = true } = {}) {
    const before = state;
    state = { ...state, ...change };
    problems = [];
    if (!sameState(before, state, ["chain", "y"])) screen = { ...screen, zoom: null };
    if (!("step" in change) && !sameState(before, state, ["chain", "y"])) state.step = null;
    if (settle) settleState();
    answers.ask(state);
    scheduleWithAnswer();
  }

  function settleState() {
    const isNew = undo.commit(state);
    if (isNew && (state.y !== null || state.chain.length > 0)) recent = keepRecent(state);
    address.write(state, isNew);
  }

  /** A state from outside: undo, redo, the browser's back and forward. @param {State} next @param {{ remember: boolean }} how */
  function replace(next, { remember }) {
    player.stop();
    state = next;
    if (remember) undo.commit(state);
    answers.ask(state);
    schedule();
  }

  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", schedule);
  engine.subscribe(schedule);

  const player = createPlayer({
    step() {
      const { length } = answers.for(state).trace.steps;
      const next = state.step === null || state.step >= length ? 0 : state.step + 1;
      set({ step: next });
      return next < length;
    },
    change: schedule,
    interval: () => 1000 / state.speed,
  });

  const actions = createActions({
    get state() {
      return state;
    },
    get trace() {
      return answers.for(state).trace;
    },
    get fresh() {
      return answers.for(state).fresh;
    },
    get graphRoom() {
      const top = root.querySelector("#graph")?.getBoundingClientRect().top ?? 0;
      return { width, height: innerHeight - Math.max(0, Math.min(top, innerHeight / 2)) - BELOW_GRAPH, branches };
    },
    get recent() {
      return recent;
    },
    get words() {
      return model().words;
    },
    engine,
    catalogue,
    player,
    set,
    /** @param {Partial<Screen>} change */
    show(change) {
      screen = { ...screen, ...change };
      schedule();
    },
    /** @param {"undo" | "redo"} way */
    travel(way) {
      const next = undo[way](state);
      if (!next) return;
      address.write(next, true);
      problems = [];
      replace(next, { remember: false });
    },
    /** @param {import("../state/properties.js").Problem} problem */
    tell(problem) {
      problems = [problem];
      schedule();
    },
    tellInPassing(/** @type {string} */ toast) {
      clearTimeout(passing);
      screen = { ...screen, toast };
      schedule();
      passing = setTimeout(() => {
        screen = { ...screen, toast: null };
        schedule();
      }, PASSING);
    },
    focusOn(/** @type {string} */ selector) {
      wanted = selector;
      schedule();
    },
  });

  /** From here on whatever changes is drawn. */
  function live() {
    begun = true;
    watchWidth();
    makePannable(root);
    schedule();
  }

  answers.ask(state);
  return {
    actions,
    get state() {
      return state;
    },
    get trace() {
      return answers.for(state).trace;
    },
    set,
    /** @param {Partial<Screen>} change */
    show(change) {
      screen = { ...screen, ...change };
      schedule();
    },
    /** The address was changed from outside. */
    follow() {
      const read = address.read();
      problems = read.problems;
      replace(read.state, { remember: true });
    },
    /** Draws at once, though nothing is live yet. @param {{ width: number, whole: boolean }} how */
    drawFirst(how) {
      ({ width, whole } = how);
      draw();
    },
    live,
  };
}
