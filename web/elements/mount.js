/**
 * Draws the explorer in the place that an `<auto-diff>` keeps for it, once the element is near the viewport. Joins the
 * element's attributes to the explorer's state; must not know how a thing is drawn or how Python runs.
 */
import catalogue from "../.generated/catalogue.json";
import traces from "../.generated/traces.json";
import { createDragging } from "../explorer/dragging.js";
import { createExplorer } from "../explorer/explorer.js";
import { listenForKeys } from "../explorer/keys.js";
import { markFirstResult } from "../explorer/marks.js";
import { createTurns } from "../explorer/turns.js";
import { readState, writeAddress } from "../state/address.js";
import { PROPERTY_NAMES } from "../state/properties.js";
import { embed } from "../views/embed.js";
import { explain } from "../views/messages.js";
import { chooseLanguage, WORDS } from "../words/words.js";
import { attributesOf, partsOf, SHOW } from "./attributes.js";
import { joinEngine } from "./engine-of-page.js";
import { sharedSheet } from "./sheet.js";
import { isDarkAround, languagesAround, watchPage } from "./surroundings.js";

/** @typedef {import("../state/properties.js").State} State */
/** @typedef {import("../state/properties.js").Problem} Problem */
/** @typedef {import("../trace/types.js").Trace} Trace */
/** @typedef {ReturnType<typeof mount>} Mounted */

/** Of the parts of a trace, those that are drawn only where they are asked for. */
const COSTLY = /** @type {const} */ (["curve", "check", "code"]);

/** Milliseconds: ten elements of a page all tell how far their one Python is. */
const PACE = 400;

/** The page of its own, beside the folder of this script. */
const HOME = new URL(/* @vite-ignore */ "../", import.meta.url).href;

/**
 * @param {HTMLElement} element
 * @param {HTMLElement} place  in its shadow; what stands there is put back at the end
 * @param {State | null} kept  the state in which it was when it was taken out of the page
 */
export function mount(element, place, kept) {
  const root = Object.assign(document.createElement("div"), { className: "auto-diff" });
  root.setAttribute("part", "root");
  const engine = joinEngine();
  /** @type {Trace | null} */
  let told = null;
  const parts = () => partsOf(element.getAttribute(SHOW));
  const turns = createTurns(parts());
  const width = place.clientWidth;
  /** The room that was kept is right for what was asked for, until the reader or the page changes it. */
  const release = () => place.style.removeProperty("min-block-size");
  const dragging = createDragging(root, (from, to) => explorer.actions.move(from, to));

  const explorer = createExplorer({
    root,
    engine,
    catalogue: /** @type {import("../trace/types.js").Catalogue} */ (catalogue),
    trace: /** @type {Trace} */ (/** @type {unknown} */ (traces.default)),
    around: {
      address: {
        read: () => (kept ? { state: kept, problems: [] } : read(element)),
        write() {}, // an element has no address of its own
      },
      view: (model, actions) =>
        embed(model, /** @type {import("../explorer/actions.js").PageActions} */ (actions), {
          parts: parts(),
          link: HOME + writeAddress({ ...model.state, lang: model.lang }),
          stage: turns.stage,
        }),
      dress({ lang, theme, engine }) {
        if (root.lang !== lang) root.lang = lang;
        if (root.dataset.theme !== theme) root.dataset.theme = theme;
        if (element.dataset.engine !== engine.phase) element.dataset.engine = engine.phase;
      },
      afterDraw() {
        dragging.follow();
        if (place.clientWidth !== width) release();
      },
      parts: () => COSTLY.filter((part) => parts().includes(part)),
      pace: PACE,
      languages: () => languagesAround(element),
      dark: () => isDarkAround(element),
    },
  });

  /** @param {{ where: string, kind: string, values: Record<string, any> }} fault @param {string} message */
  const tellFault = (fault, message) =>
    element.dispatchEvent(new CustomEvent("error", { detail: { ...fault, message } }));
  const words = () => WORDS[chooseLanguage(explorer.state.lang, languagesAround(element))];
  /** @param {Problem[]} problems */
  function tellProblems(problems) {
    if (problems.length > 0) explorer.tell(problems);
    for (const problem of problems) tellFault({ where: "attribute", ...problem }, explain(words(), problem));
  }

  root.addEventListener("result", (event) => {
    event.stopPropagation();
    told = /** @type {CustomEvent<Trace>} */ (event).detail;
    element.dispatchEvent(new CustomEvent("result", { bubbles: true, composed: true, detail: told }));
  });
  root.addEventListener("error", (event) => {
    if (event instanceof CustomEvent) tellFault(event.detail, explain(words(), event.detail));
  });
  const endStatus = engine.subscribe(({ phase, cause }) => {
    if (phase === "failed") tellFault({ where: "engine", kind: "failed", values: {}, ...cause }, words().engine.failed);
  });
  const endWatch = watchPage(explorer.schedule);
  markFirstResult(root);
  for (const kind of ["input", "click"]) root.addEventListener(kind, release, { once: true });

  const stood = [...place.childNodes];
  const shadow = /** @type {ShadowRoot} */ (place.getRootNode());
  if (!shadow.adoptedStyleSheets.includes(sharedSheet())) shadow.adoptedStyleSheets.push(sharedSheet());
  let ended = false;
  /**
   * The page round it goes on while Python is on its way: each part is drawn and laid out in a task of its own, unseen, and
   * then all are shown together. An answer that is there at once is drawn at once.
   */
  async function begin() {
    if (engine.status.phase === "ready") {
      turns.skip();
      explorer.drawFirst(width);
    } else {
      root.style.cssText = `position: absolute; visibility: hidden; inline-size: ${width}px`;
      place.prepend(root);
      await turns.take(() => {
        explorer.drawFirst(width);
        root.getBoundingClientRect();
      });
      root.removeAttribute("style");
    }
    if (ended) return;
    place.replaceChildren(root);
    explorer.live();
    listenForKeys(root, root, explorer.actions);
    dragging.load();
  }
  begin();
  if (!kept) tellProblems(read(element).problems);

  return {
    get state() {
      return explorer.state;
    },
    get trace() {
      return told;
    },
    /** @param {Set<string>} names  of attributes that have changed */
    change(names) {
      const { state, problems } = read(element);
      const changed = PROPERTY_NAMES.filter((name) => attributesOf(name).some((attribute) => names.has(attribute)));
      release();
      explorer.set(Object.fromEntries(changed.map((name) => [name, state[name]])));
      tellProblems(problems);
    },
    end() {
      ended = true;
      endStatus();
      endWatch();
      explorer.end();
      dragging.end();
      engine.leave();
      place.replaceChildren(...stood);
    },
  };
}

/** What the attributes say. @param {HTMLElement} element */
const read = (element) =>
  readState((name) => {
    const given = attributesOf(name).map((attribute) => element.getAttribute(attribute));
    return given.find((text) => text !== null) ?? null;
  });
