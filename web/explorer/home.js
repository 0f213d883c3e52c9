/**
 * The explorer as a page of its own: its state is in the address bar, language and theme are the document's, and there
 * are the presenter's mode and the explanations.
 */

import { createKeeping } from "../offline/keeping.js";
import { readAddress, writeAddress } from "../state/address.js";
import { PARTS, page } from "../views/page.js";
import { createExplaining } from "./explaining.js";
import { createExplorer } from "./explorer.js";
import { listenForKeys } from "./keys.js";
import { createPresenting } from "./presenting.js";
import { keepRecent, readRecent } from "./recent.js";
import { takeOver } from "./take-over.js";
import { createTurns, task } from "./turns.js";
import { pressAgain, typedBefore } from "./typed-before.js";

/** @typedef {import("../views/model.js").Model} Model */

/** Milliseconds without a result after which the site is kept for later: nothing of this visit waits for that. */
const KEEPING_QUIET = 5000;

/** @type {import("./explorer.js").Address} */
const addressBar = {
  read: () => readAddress(location.hash),
  write(state, isNew) {
    const address = writeAddress(state);
    if (address === location.hash) return;
    if (isNew) history.pushState(null, "", address);
    else history.replaceState(null, "", address);
  },
};

/** Even the same language, set anew, would make the browser style everything anew. @param {Model} model */
function dressDocument({ lang, theme, words }) {
  const { documentElement: page } = document;
  if (page.lang !== lang) page.lang = lang;
  if (page.dataset.theme !== theme) page.dataset.theme = theme;
  if (document.title !== words.title) document.title = words.title;
}

/**
 * @param {object} parts
 * @param {HTMLElement} parts.root   an element of its own, not in the page yet
 * @param {HTMLElement} parts.place  what the build put there, to be replaced by it
 * @param {import("../engine/shared.js").EngineClient} parts.engine
 * @param {import("../trace/types.js").Catalogue} parts.catalogue
 * @param {import("../trace/types.js").Trace} parts.trace  the worked example
 * @param {() => void} parts.afterDraw
 */
export function createHome({ root, place, engine, catalogue, trace, afterDraw }) {
  const turns = createTurns(PARTS);
  const explorer = createExplorer({
    root,
    engine,
    catalogue,
    trace,
    around: {
      address: addressBar,
      view: (model, actions) =>
        page(
          model,
          { ...actions, present: presenting.toggle, explain: explaining.toggle, embed, renew: keeping.renew },
          turns.stage,
        ),
      dress: dressDocument,
      afterDraw,
      languages: () => navigator.languages,
      dark: () => matchMedia("(prefers-color-scheme: dark)").matches,
      recent: { readRecent, keepRecent },
    },
  });
  const { actions } = explorer;

  async function embed() {
    const { openEmbedding } = await import("../embedding/dialog.js");
    openEmbedding({ state: explorer.state, lang: document.documentElement.lang });
  }

  const presenting = createPresenting({
    change: (presenting) => explorer.show({ presenting }),
    // A presentation begins before anything has run, and over again after its end.
    next: () => (explorer.state.step === null ? actions.goTo(0) : actions.stepForward()),
    previous: actions.stepBack,
  });
  const explaining = createExplaining(root, { change: (explained) => explorer.show({ explained }) });
  const keeping = createKeeping((keeping) => explorer.show({ keeping }));
  addEventListener("popstate", explorer.follow);

  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let quiet;
  function keepLater() {
    clearTimeout(quiet);
    quiet = setTimeout(() => {
      root.removeEventListener("result", keepLater);
      keeping.begin();
    }, KEEPING_QUIET);
  }
  root.addEventListener("result", keepLater);

  /** Made beside the page and put in its place, part by part, each in a task of its own: no task is long. */
  async function begin() {
    await task();
    const width = place.querySelector(".graph-block")?.clientWidth ?? 0;
    await turns.take(() => explorer.drawFirst(width));
    await task();
    await takeOver(root, place, () => {
      const typed = typedBefore(place);
      return () => {
        if (typed.focused) /** @type {HTMLElement | null} */ (root.querySelector("#x"))?.focus();
        if (typed.x === null) return;
        explorer.set({ x: typed.x });
        explorer.drawFirst(width);
      };
    });
    explorer.live();
    pressAgain(root);
    keeping.watch();
    listenForKeys(document, root, actions);
  }

  begin();
  return { actions };
}
