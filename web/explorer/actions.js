/** Everything a visitor can do. Each action is one change of state or of what is open; none draws, none knows Python. */
import { chainActions } from "./actions/chain.js";
import { lookActions } from "./actions/look.js";
import { takeActions } from "./actions/take.js";

/** @typedef {import("../state/properties.js").State} State */

/**
 * @typedef {object} Means  what an action may use
 * @property {State} state
 * @property {import("../trace/types.js").Trace} trace
 * @property {boolean} fresh  the trace belongs to the state
 * @property {import("../words/en.js").Words} words
 * @property {import("../trace/types.js").Catalogue} catalogue
 * @property {HTMLElement} root  what is drawn is in it
 * @property {import("../engine/shared.js").EngineClient} engine
 * @property {ReturnType<typeof import("./player.js").createPlayer>} player
 * @property {{ width: number, height: number, branches: import("../views/graph/graph.js").Branches | null }} graphRoom  what of the screen the graph may fill
 * @property {import("./recent.js").Recent[]} recent
 * @property {(change: Partial<State>, options?: { settle?: boolean }) => void} set
 * @property {(change: Partial<import("./explorer.js").Screen>) => void} show
 * @property {(way: "undo" | "redo") => void} travel
 * @property {(problem: import("../state/properties.js").Problem) => void} tell
 * @property {(text: string) => void} tellInPassing
 * @property {(selector: string) => void} focusThere  at once
 * @property {(selector: string) => void} focusOn  once it is drawn
 *
 * @typedef {ReturnType<typeof createActions>} Actions
 * @typedef {Actions & { present: () => void, explain: () => void, embed: () => void, renew: () => void }} PageActions  those of the page round it, too
 */

/** @param {Means} on */
export const createActions = (on) => ({ ...chainActions(on), ...lookActions(on), ...takeActions(on) });
