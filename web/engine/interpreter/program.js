/**
 * Lets the program of PyScript's worker into a worker that has begun without it: what the page posts to that program waits
 * until it listens. Must not know what the program does.
 */

/** Milliseconds between two looks at whether the program listens. */
const LOOK = 4;

export function letProgramIn() {
  /** @type {MessageEvent[]} */
  const waiting = [];

  /** @param {MessageEvent} event */
  function hold(event) {
    if (!event.isTrusted) return; // one that has waited
    event.stopImmediatePropagation();
    if (event.data?.type !== "program") return waiting.push(event);
    import(/* @vite-ignore */ event.data.url).catch((error) => self.postMessage(error));
    letGo();
  }

  /** The program begins with taking the first message from all other listeners, which tells that it is there. */
  async function letGo() {
    for (let taken = false; !taken; ) {
      await pause();
      if (waiting.length) taken = !self.dispatchEvent(again(waiting[0]));
    }
    for (waiting.shift(); waiting.length; waiting.shift()) {
      await pause(); // it may listen to the next only some promises later
      self.dispatchEvent(again(waiting[0]));
    }
    self.removeEventListener("message", hold);
  }

  self.addEventListener("message", hold);
}

/** @param {MessageEvent} event */
const again = ({ data, ports }) => new MessageEvent("message", { data, ports: [...ports], cancelable: true });

const pause = () => new Promise((resolve) => setTimeout(resolve, LOOK));
