// After the first paint: what stands below the sheet, a part in each frame, until the page's own script takes over.
{
  const below = document.getElementById("below");
  /** @type {DocumentFragment | undefined} */
  let waiting;
  const next = () => requestAnimationFrame(() => setTimeout(show));
  const show = () => {
    if (!below?.isConnected) return;
    waiting ??= document.createRange().createContextualFragment(below.textContent ?? "");
    const part = waiting.firstElementChild;
    if (!part) return below.remove();
    below.before(part);
    next();
  };
  next();
}
