// Before the first paint: the theme and, where the page holds it, the language of this visitor.
{
  const asked = new URLSearchParams(location.hash.slice(1));
  const dark = asked.get("theme") ? asked.get("theme") === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  document.documentElement.dataset.theme = dark ? "dark" : "light";
  // The body begins in English. It is shown once all of it is there, so that nothing moves, or once language.js has chosen.
  const tag = asked.get("lang") ?? navigator.language;
  document.documentElement.dataset.choosing = /^en\b/i.test(tag) ? "en" : "";
}
