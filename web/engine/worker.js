/**
 * Workers that run what stands beside Python's files, and PyScript's program in one that has begun before it. Must not know
 * what they do.
 */

/**
 * A page of another site may not start our scripts as its workers, but its own may import them.
 * @param {string} module absolute address of an ES module
 */
export function startWorker(module) {
  const url = URL.createObjectURL(new Blob([`import ${JSON.stringify(module)};`], { type: "text/javascript" }));
  const worker = new Worker(url, { type: "module" });
  const end = () => {
    Worker.prototype.terminate.call(worker);
    URL.revokeObjectURL(url);
  };
  return { worker, end };
}

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
    Own.prototype.postMessage.call(lent, { type: "program", url });
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
