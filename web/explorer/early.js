// Before the first paint: the theme; and nothing is shown before it is all there, in this visitor's language (laid.js).
{
  const asked = new URLSearchParams(location.hash.slice(1));
  const dark = asked.get("theme") ? asked.get("theme") === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  document.documentElement.dataset.theme = dark ? "dark" : "light";
  document.documentElement.dataset.laid = "0";
}
