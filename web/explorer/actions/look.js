/** What a visitor can do with what is computed: step through it, walk the graph, choose what is shown. */
import { walkOrder } from "../../views/graph/graph.js";
import { fitting } from "../../views/graph/zoom.js";

/** @typedef {import("../actions.js").Means} Means */
/** @typedef {import("../../state/properties.js").State} State */

/** @param {Means} on */
export function lookActions(on) {
  const stepBy = (/** @type {1 | -1} */ by) => {
    on.player.stop();
    const last = on.trace.steps.length;
    const next = (on.state.step ?? last) + by;
    on.set({ step: next > last ? null : Math.max(next, 0) });
  };
  return {
    /** @param {string | null} focus */
    point: (focus) => on.show({ focus }),
    /** @param {string | null} open */
    showDetails: (open) => on.show({ open }),
    /** @param {string} id @param {KeyboardEvent} event */
    walk(id, event) {
      const order = walkOrder(on.trace);
      const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
      const ends = { Home: 0, End: order.length - 1 };
      const to = ends[/** @type {"Home"} */ (event.key)] ?? (by === undefined ? null : order.indexOf(id) + by);
      if (event.key === "Enter" || event.key === " ") {
        event.preventDefault();
        on.show({ open: id });
      } else if (to !== null && order[to] !== undefined) {
        event.preventDefault();
        on.show({ focus: order[to] });
        on.focusThere(`#graph [data-id="${order[to]}"]`);
      }
    },
    /** @param {number} zoom */
    zoom: (zoom) => on.show({ zoom }),
    zoomToFit() {
      const { width, height, branches } = on.graphRoom;
      on.show({ zoom: fitting(on.trace, width, height, branches) });
    },
    /** @param {string} lang */
    setLanguage: (lang) => on.set({ lang }),
    /** @param {"light" | "dark"} theme */
    setTheme: (theme) => on.set({ theme }),
    /** @param {number | null} step */
    goTo(step) {
      on.player.stop();
      on.set({ step });
    },
    stepBack: () => stepBy(-1),
    stepForward: () => stepBy(1),
    play: () => on.player.start(),
    pause: () => on.player.stop(),
    /** @param {Partial<State>} change */
    setView: (change) => on.set(change),
    /** @param {number} eps */
    setEps: (eps) => on.set({ eps }),
    /** @param {State["code"]} style */
    setCodeStyle: (style) => on.set({ code: style }),
    retry: () => on.engine.restart(),
  };
}
