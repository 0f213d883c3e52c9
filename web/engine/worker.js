/**
 * Workers that run what stands beside Python's files, and PyScript's program in one that has begun before it. Must not know
 * what they do.
 */

import { IS_NOBODY } from "./nobody.js";

/** @param {string} source */
const dataOf = (source) => `data:text/javascript;charset=utf-8,${encodeURIComponent(source)}`;

/**
 * A page of another site may not start our scripts as its workers, but its own may import them.
 * @param {string} module absolute address of an ES module
 */
export function startWorker(module) {
  const source = `import ${JSON.stringify(module)};`;
  // What a page without an origin makes by `blob:` its workers cannot reach.
  const url = IS_NOBODY ? dataOf(source) : URL.createObjectURL(new Blob([source], { type: "text/javascript" }));
  const worker = new Worker(url, { type: "module" });
  const end = () => {
    Worker.prototype.terminate.call(worker);
    URL.revokeObjectURL(url);
  };
  return { worker, end };
}

/** @param {string} url */
const textOf = async (url) => (await fetch(url)).text();

/**
 * Code that makes a worker by `new Worker(url)` is given one that is there already; that one is told the address, and lets
 * the program in (`interpreter/program.js`).
 */
export function createLender() {
  const Own = globalThis.Worker;
  /** @type {Worker | null} */
  let next = null;

  /** @this {unknown} @param {string} url @param {WorkerOptions} [options] */
  function Lent(url, options) {
    const kind = /** @type {Function} */ (new.target);
    if (!next) return Reflect.construct(Own, [url, options], kind);
    const lent = Object.setPrototypeOf(next, kind.prototype);
    next = null;
    const tell = (/** @type {string} */ address) =>
      Own.prototype.postMessage.call(lent, { type: "program", url: address });
    if (IS_NOBODY) textOf(url).then((source) => tell(dataOf(source)));
    else tell(url);
    return lent;
  }
  Lent.prototype = Own.prototype;

  return {
    /**
     * What is imported meanwhile will ask here.
     * @template T
     * @param {() => Promise<T>} load
     * @returns {Promise<T>}
     */
    async during(load) {
      globalThis.Worker = /** @type {any} */ (Lent);
      try {
        return await load();
      } finally {
        globalThis.Worker = Own;
      }
    },
    /** @param {Worker} worker for the next that asks */
    lend(worker) {
      next = worker;
    },
  };
}
