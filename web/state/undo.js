/** Undo and redo over whole states. Knows only how to tell two states apart; nothing of what is in them. */
import { PROPERTIES, PROPERTY_NAMES, sameState } from "./properties.js";

/** @typedef {import("./properties.js").State} State */

const UNDOABLE = PROPERTY_NAMES.filter((name) => PROPERTIES[name].undoable);
const MOST = 200;

/** @param {State} first */
export function createUndo(first) {
  /** @type {State[]} */
  let past = [];
  /** @type {State[]} */
  let future = [];
  let present = first;

  /** A remembered state brings back only what can be undone: language, theme and step stay. @param {State} from @param {State} current */
  const merge = (from, current) => ({ ...current, ...Object.fromEntries(UNDOABLE.map((name) => [name, from[name]])) });

  return {
    /** @param {State} state @returns {boolean} whether this is a new step */
    commit(state) {
      if (sameState(state, present, UNDOABLE)) return false;
      past = [...past, present].slice(-MOST);
      future = [];
      present = state;
      return true;
    },
    /** @param {State} current @returns {State | null} */
    undo(current) {
      const previous = past.at(-1);
      if (!previous) return null;
      past = past.slice(0, -1);
      future = [...future, present];
      present = merge(previous, current);
      return present;
    },
    /** @param {State} current @returns {State | null} */
    redo(current) {
      const next = future.at(-1);
      if (!next) return null;
      future = future.slice(0, -1);
      past = [...past, present];
      present = merge(next, current);
      return present;
    },
    get canUndo() {
      return past.length > 0;
    },
    get canRedo() {
      return future.length > 0;
    },
  };
}
