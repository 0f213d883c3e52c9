/**
 * Lets the program of PyScript's worker into a worker that has begun without it: what the page posts to that program waits
 * until it listens. Must not know what the program does.
 */

/** @typedef {{ type: "program", url: string }} Program what the page posts first: where the program is */

export function letProgramIn() {
  /** @type {MessageEvent[]} */
  const waiting = [];
  /** @param {MessageEvent} event */
  const hold = (event) => {
    if (!event.isTrusted) return; // posted before, and let go now
    event.stopImmediatePropagation();
    if (event.data?.type === "program") run(event.data.url, letGo);
    else waiting.push(event);
  };
  const letGo = async () => {
    await pause();
    for (let event = waiting.shift(); event; event = waiting.shift()) {
      const { data, ports } = event;
      self.dispatchEvent(new MessageEvent("message", { data, ports: [...ports] }));
      await pause();
    }
    self.removeEventListener("message", hold);
  };
  self.addEventListener("message", hold);
}

/** What listens to one message may begin to listen to the next only some promises later. */
function pause() {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve(undefined);
    };
    port2.postMessage(null);
  });
}

/**
 * @param {string} url
 * @param {() => void} whenListening
 */
function run(url, whenListening) {
  const { addEventListener } = self;
  self.addEventListener = (/** @type {any[]} */ ...given) => {
    Reflect.apply(addEventListener, self, given);
    if (given[0] !== "message") return;
    self.addEventListener = addEventListener;
    whenListening();
  };
  import(/* @vite-ignore */ url).catch((error) => self.postMessage(error));
}
