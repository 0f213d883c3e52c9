// What stands below the sheet, a part in each frame, where the page's own script takes long: it draws all of it itself.
{
  const PATIENCE = 1000; // milliseconds
  const below = document.getElementById("below");
  /** @type {(() => void)[] | undefined} */
  let turns;
  /** @param {HTMLElement} below */
  function turnsFor(below) {
    const held = document.createRange().createContextualFragment(below.textContent ?? "");
    return [...held.children].flatMap((block) => {
      const panels = [...block.querySelectorAll(":scope > .panel")];
      for (const panel of panels) panel.remove();
      return [() => below.before(block), ...panels.map((panel) => () => block.append(panel))];
    });
  }
  const next = () => requestAnimationFrame(() => setTimeout(show));
  function show() {
    if (!below?.isConnected) return;
    turns ??= turnsFor(below);
    const turn = turns.shift();
    if (!turn) return below.remove();
    turn();
    next();
  }
  setTimeout(next, PATIENCE);
}
