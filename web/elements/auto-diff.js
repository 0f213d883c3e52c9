/**
 * `<auto-diff>`: the explorer as an element of any page. This class is all that a page loads until the first one comes
 * near the viewport: it knows its attributes and how much room it will take, and nothing of drawing or of Python.
 */
import { PROPERTIES } from "../state/properties.js";
import { ATTRIBUTES, attributesOf, partsOf, SHOW, textOfValue } from "./attributes.js";
import { forget, whenNear } from "./near.js";
import { roomFor } from "./room.js";

/** @typedef {import("./mount.js").Mounted} Mounted */
/** @typedef {import("../state/properties.js").PropertyName} PropertyName */
/** @typedef {import("../trace/types.js").Trace} Trace */

/**
 * @fires result  bubbles; `detail` is the trace (`trace.schema.json`)
 * @fires error   `detail` is `{ where, kind, values, message }`: a value that cannot be used, or why Python does not run
 */
export class AutoDiff extends HTMLElement {
  static observedAttributes = ATTRIBUTES;

  /** @type {Mounted | null} */
  #mounted = null;
  /** Where it was when it was taken out of the page. @type {import("../state/properties.js").State | null} */
  #kept = null;
  /** Attributes that have changed since they were last told. @type {Set<string>} */
  #changed = new Set();
  /** The place in which it is drawn; what stands inside the tag shows until then. */
  #place = document.createElement("div");

  constructor() {
    super();
    const style = new CSSStyleSheet();
    style.replaceSync(":host { display: block } :host([hidden]) { display: none }");
    const shadow = this.attachShadow({ mode: "open" });
    shadow.adoptedStyleSheets = [style];
    this.#place.append(document.createElement("slot"));
    shadow.append(this.#place);
  }

  connectedCallback() {
    if (this.#mounted) return;
    this.#reserve();
    this.dataset.engine ??= "idle";
    whenNear(this, () => this.#begin());
  }

  /** Where it was only moved to another place it is connected again before the next task. */
  disconnectedCallback() {
    forget(this);
    queueMicrotask(() => {
      if (this.isConnected || !this.#mounted) return;
      this.#kept = this.#mounted.state;
      this.#mounted.end();
      this.#mounted = null;
    });
  }

  /** Several changes are one. @param {string} name */
  attributeChangedCallback(name) {
    if (this.#changed.size === 0) queueMicrotask(() => this.#tellChanges());
    this.#changed.add(name);
  }

  /** What stands for x, as typed. Takes a number, an array or text. @type {any} */
  get x() {
    return this.#get("x");
  }
  set x(value) {
    this.#set("x", value);
  }

  /** The functions, e.g. "square exp pow:3". Takes a list of words too. @type {any} */
  get chain() {
    return this.#get("chain").replaceAll(",", " ");
  }
  set chain(value) {
    this.#set("chain", value);
  }

  /** An expression instead of the chain, e.g. "x**2 + sin(x)", or "". @type {any} */
  get y() {
    return this.#get("y");
  }
  set y(value) {
    if (value === null || value === "") this.removeAttribute("y");
    else this.#set("y", value);
  }

  /** How many steps have run; null when all have. @type {number | null} */
  get step() {
    const text = this.#get("step");
    return text === "" ? null : Number(text);
  }
  set step(value) {
    if (value === null) this.removeAttribute("step");
    else this.#set("step", value);
  }

  /** The last good trace that Python told here, else null. @type {Trace | null} */
  get trace() {
    return this.#mounted?.trace ?? null;
  }

  /** @param {PropertyName} name @returns {string} */
  #get(name) {
    const { write, initial } = /** @type {import("../state/properties.js").Property<any>} */ (PROPERTIES[name]);
    if (this.#mounted) return write(this.#mounted.state[name]);
    const given = attributesOf(name).map((attribute) => this.getAttribute(attribute));
    return given.find((text) => text !== null) ?? write(initial);
  }

  /** @param {PropertyName} name @param {unknown} value */
  #set(name, value) {
    this.setAttribute(attributesOf(name)[0], textOfValue(value));
  }

  #tellChanges() {
    const changed = this.#changed;
    this.#changed = new Set();
    if (this.#mounted) this.#mounted.change(changed);
    else if (this.isConnected) this.#reserve();
  }

  /** Nothing round it moves when it is drawn. */
  #reserve() {
    const words = this.#get("chain")
      .split(/[\s,]+/)
      .filter(Boolean);
    const room = roomFor(partsOf(this.getAttribute(SHOW)), words, this.clientWidth);
    this.#place.style.minBlockSize = `${room}px`;
    // What the page itself kept free for it was for the time before this script.
    this.style.removeProperty("min-block-size");
  }

  async #begin() {
    try {
      const { mount } = await import("./mount.js");
      // A task of its own for each, so that the page round them can go on in between.
      await new Promise((resolve) => setTimeout(resolve));
      if (this.isConnected && !this.#mounted) this.#mounted = mount(this, this.#place, this.#kept);
    } catch (error) {
      const detail = { where: "engine", kind: "download", values: {}, message: String(error) };
      this.dispatchEvent(new CustomEvent("error", { detail }));
    }
  }
}
