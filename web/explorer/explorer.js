/**
 * The explorer's one rule: set state → ask the engine (latest wins) → draw. Holds the model; is handed what surrounds
 * it — a page of its own or a place in another — and knows nothing of Python or of how a thing is drawn.
 */
import { initialState, sameState } from "../state/properties.js";
import { createUndo } from "../state/undo.js";
import { atStep } from "../trace/at-step.js";
import { isChain } from "../trace/partials.js";
import { chooseLanguage, WORDS } from "../words/words.js";
import { createActions } from "./actions.js";
import { createAnswers } from "./answers.js";
import { createDrawing } from "./drawing.js";
import { makePannable } from "./pan.js";
import { createPlayer } from "./player.js";
import { createSpeaking } from "./speaking.js";

/** @typedef {import("../state/properties.js").State} State */
/** @typedef {import("../views/model.js").Model} Model */
/** @typedef {import("../trace/types.js").Trace} Trace */
/** @typedef {Pick<Model, "focus" | "open" | "chip" | "palette" | "said" | "toast" | "explained" | "zoom" | "presenting" | "keeping">} Screen */

/** Milliseconds for which something told in passing stands there. */
const PASSING = 2400;
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
 * @property {() => readonly import("./answers.js").Part[]} [parts]  the costlier parts of a trace that are shown
 * @property {number} [pace]  milliseconds between two drawings of the engine's progress, where there are many
 * @property {() => boolean} dark  whether a dark theme suits where none is asked for
 * @property {Pick<typeof import("./recent.js"), "readRecent" | "keepRecent">} [recent]  where chains are kept on the visitor's machine, if they are
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
    keeping: { online: true, kept: "no", renewed: false },
  };
  let recent = around.recent?.readRecent() ?? [];
  /** @type {Model["branches"]} */
  let branches = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let passing;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let progress;

  const drawing = createDrawing({
    root,
    view() {
      const now = model();
      loadBranches(now.trace);
      if (state.second && now.trace.second && "trace" in now.trace.second && now.trace.second.trace)
        loadBranches(now.trace.second.trace);
      around.dress(now);
      root.dataset.engine = now.engine.phase;
      return {
        content: around.view(now, actions),
        dialogs: { palette: now.palette !== null, details: now.open !== null },
      };
    },
    after: around.afterDraw,
  });
  const { schedule } = drawing;

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
    error(detail) {
      root.dispatchEvent(new CustomEvent("error", { detail }));
    },
    wanted: around.parts,
  });

  /** @returns {Model} */
  function model() {
    const lang = chooseLanguage(state.lang, around.languages());
    const dark = state.theme ? state.theme === "dark" : around.dark();
    const shown = answers.for(state);
    return {
      ...screen,
      ...shown,
      playing: player.playing,
      interactive: true,
      branches,
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
      widths: drawing.width > 0 ? [drawing.width] : [1152, 328],
    };
  }

  /** The layout of graphs that branch is loaded when the first of them is there. @param {Trace} shown */
  async function loadBranches(shown) {
    if (branches || isChain(shown)) return;
    const { layoutBranches } = await import("../views/graph/layout-branches.js");
    branches = layoutBranches;
    schedule();
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
    if (engine.status.phase !== "ready" || answers.for(state).fresh) schedule();
    else drawing.scheduleWithAnswer();
  }

  /** @param {import("../state/properties.js").Problem[]} told */
  function tell(told) {
    problems = told;
    schedule();
  }

  /** How far the engine is, is drawn no more often than suits the place. @param {Model["engine"]} status */
  function followEngine({ phase }) {
    if (phase !== "starting" || !around.pace) return schedule();
    progress ??= setTimeout(() => {
      progress = undefined;
      schedule();
    }, around.pace);
  }

  function settleState() {
    const isNew = undo.commit(state);
    if (isNew && (state.y !== null || state.chain.length > 0)) recent = around.recent?.keepRecent(state) ?? [];
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

  const theme = matchMedia("(prefers-color-scheme: dark)");
  theme.addEventListener("change", schedule);
  const unsubscribe = engine.subscribe(followEngine);

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
      const { width } = drawing;
      const top = root.querySelector("#graph")?.getBoundingClientRect().top ?? 0;
      return { width, height: innerHeight - Math.max(0, Math.min(top, innerHeight / 2)) - BELOW_GRAPH, branches };
    },
    get recent() {
      return recent;
    },
    get words() {
      return model().words;
    },
    root,
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
    tell: (problem) => tell([problem]),
    tellInPassing(/** @type {string} */ toast) {
      clearTimeout(passing);
      screen = { ...screen, toast };
      schedule();
      passing = setTimeout(() => {
        screen = { ...screen, toast: null };
        schedule();
      }, PASSING);
    },
    focusThere: drawing.focusThere,
    focusOn: drawing.focusOn,
  });

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
    tell,
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
    /** Draws at once, though nothing is live yet. @param {number} width  of the graph */
    drawFirst: drawing.drawFirst,
    /** From here on whatever changes is drawn. */
    live() {
      makePannable(root);
      drawing.live();
    },
    /** Something round the drawing changed. */
    schedule,
    /** Nothing is asked, told or drawn any more. */
    end() {
      player.stop();
      speak.end();
      clearTimeout(passing);
      clearTimeout(progress);
      answers.end();
      unsubscribe();
      theme.removeEventListener("change", schedule);
      drawing.end();
    },
  };
}
