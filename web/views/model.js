/**
 * What the views are given, as types: the model of the page and the visitor's actions. No logic.
 *
 * @typedef {{ mode: "add" | "swap", index: number, search: string }} PaletteState
 *
 * @typedef {object} Model
 * @property {import("../state/properties.js").State} state
 * @property {import("../words/en.js").Words} words
 * @property {string} lang
 * @property {"light" | "dark"} theme
 * @property {import("../trace/types.js").Catalogue} catalogue
 * @property {import("../trace/types.js").Trace} trace   the last good one
 * @property {import("../trace/at-step.js").AtStep} at
 * @property {boolean} fresh   the trace belongs to the state
 * @property {boolean} live    it was told by the Python of this visit
 * @property {string[]} stale  the parts of the trace that do not belong to the state yet
 * @property {import("../trace/types.js").TraceError | null} error  why there is no trace of the state
 * @property {import("../state/properties.js").Problem[]} problems  of the address
 * @property {import("../engine/index.js").Status} engine
 * @property {{ canUndo: boolean, canRedo: boolean }} undo
 * @property {string | null} focus   id of the graph's node that is pointed at
 * @property {string | null} open    id of the graph's node whose details are shown
 * @property {number} chip   index of the chip that Tab reaches
 * @property {PaletteState | null} palette
 * @property {number[]} widths   of the graph; two while it is not known which one fits
 * @property {number | null} zoom   how large the graph is drawn; null: as fits
 * @property {string} said   what was last told to screen readers
 * @property {string | null} toast  what is told in passing
 * @property {import("../explorer/recent.js").Recent[]} recent
 * @property {string | null} explained  what is being explained: a key of the words
 * @property {boolean} presenting
 * @property {import("../offline/keeping.js").Keeping} keeping
 * @property {boolean} interactive  false in the HTML that the build makes: nothing there may pretend to work
 * @property {import("./graph/graph.js").Branches | null} branches
 * @property {boolean} playing  the steps are being played
 *
 * @typedef {import("../explorer/actions.js").PageActions} Actions
 */
export {};
