// Before the first paint: the worked example in this visitor's language, where the page holds it.
{
  const asked = new URLSearchParams(location.hash.slice(1)).get("lang");
  const tags = [asked ?? "", ...navigator.languages].map((tag) => tag.toLowerCase().split("-")[0]);
  const held = /** @type {HTMLTemplateElement[]} */ ([...document.querySelectorAll("template[lang]")]);
  const lang = tags.find((tag) => tag === "en" || held.some((template) => template.lang === tag)) ?? "en";
  const template = held.find((other) => other.lang === lang);
  if (template) {
    document.getElementById("app")?.replaceChildren(template.content);
    document.documentElement.lang = lang;
  }
  delete document.documentElement.dataset.choosing;
  // What is typed before the page's own script is there is kept.
  const x = /** @type {HTMLInputElement | null} */ (document.getElementById("x"));
  if (x) x.readOnly = false;
}
