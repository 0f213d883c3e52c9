/** Turns of the page's one thread: whoever waits for the next lets the browser answer the visitor first. */

/** The next task. */
export const task = () => new Promise((resolve) => setTimeout(resolve));

/** The next task after the browser has drawn what there is; a page that cannot be seen is not drawn. */
export async function drawn() {
  if (!document.hidden) await new Promise((resolve) => requestAnimationFrame(resolve));
  await task();
}
