// Before the first paint: the theme; nothing is shown before it is all there, in this visitor's language (laid.js); and what is
// pressed before the page's own script is there is pressed again once it is (typed-before.js).
{
  const asked = new URLSearchParams(location.hash.slice(1));
  const dark = asked.get("theme") ? asked.get("theme") === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  document.documentElement.dataset.theme = dark ? "dark" : "light";
  document.documentElement.dataset.laid = "0";
  addEventListener("click", ({ target }) => {
    const button = target instanceof Element && target.closest("#app:not([data-engine]) button");
    if (button) document.documentElement.dataset.pressed = button.ariaLabel ?? button.textContent.trim();
  });
}
