// Before the first paint: the worked example in this visitor's language, where the page holds it.
{
  const asked = new URLSearchParams(location.hash.slice(1)).get("lang");
  const tags = [asked ?? "", ...navigator.languages].map((tag) => tag.toLowerCase().split("-")[0]);
  const held = /** @type {HTMLElement[]} */ ([...document.querySelectorAll('script[type="text/html"]')]);
  const lang = tags.find((tag) => tag === "en" || held.some((other) => other.lang === tag)) ?? "en";
  const text = held.find((other) => other.lang === lang)?.textContent;
  const app = document.getElementById("app");
  if (text && app) {
    app.innerHTML = text;
    document.documentElement.lang = lang;
  }
  // What is typed before the page's own script is there is kept.
  const x = /** @type {HTMLInputElement | null} */ (document.getElementById("x"));
  if (x) x.readOnly = false;
}
