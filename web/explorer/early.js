// Before the first paint: the theme and, where the page holds it, the language of this visitor.
{
  const asked = new URLSearchParams(location.hash.slice(1));
  const dark = asked.get("theme") ? asked.get("theme") === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  document.documentElement.dataset.theme = dark ? "dark" : "light";
  // The body begins in English; where another language is wanted it is not shown before language.js has chosen.
  const tag = asked.get("lang") ?? navigator.language;
  if (!/^en\b/i.test(tag)) document.documentElement.dataset.choosing = "";
}
