/** The page about embedding: the builder, then what an author can rely on. */
import { html } from "lit";
import { THEMABLE } from "../../styles/for-shadow.js";
import { WORDS } from "../../words/words.js";

/** @typedef {import("../../words/embedding/words.js").Words} Words */

/** An example for each attribute, in the order of their meanings. @type {Record<string, string>} */
const EXAMPLES = {
  x: 'x="0.5"',
  chain: 'chain="square exp pow:3"',
  y: 'y="(x**2 + 1) * sin(x)"',
  x1: 'x1="2"',
  range: 'range="-2,2"',
  step: 'step="4"',
  show: 'show="graph steps"',
  lang: 'lang="ko"',
  theme: 'theme="dark"',
  digits: 'digits="4"',
  links: 'links="1"',
  code: 'code="automatic"',
  slope: 'slope="1"',
  of: 'of="a"',
  eps: 'eps="1e-6"',
};

const SCRIPT = `const element = document.querySelector("auto-diff");
element.addEventListener("result", ({ detail }) => console.log(detail.variables[0].grad.data));
element.x = 2;
element.chain = "sin exp";`;

const MESSAGE = `frame.contentWindow.postMessage({ type: "pyautodiff:set", x: 2, chain: "sin exp" }, "*");
addEventListener("message", ({ source, data }) => {
  if (source === frame.contentWindow && data.type === "pyautodiff:result") console.log(data.trace);
});`;

/**
 * @param {Words} words
 * @param {string} lang
 * @param {unknown} builder  the element in which the builder stands
 * @param {(lang: string) => void} speak
 */
export function guide(words, lang, builder, speak) {
  const w = words.embedding;
  const g = w.guide;
  return html`<header class="top">
      <h1 class="brand"><a class="brand-name" href="./#lang=${lang}">py<b>autodiff</b></a> <span class="tagline">${w.title}</span></h1>
      <div class="preferences" style="margin-inline-start: auto">
        <label class="visually-hidden" for="language">${words.chooseLanguage}</label>
        <select id="language" @change=${(/** @type {Event & { target: HTMLSelectElement }} */ event) => speak(event.target.value)}>
          ${Object.entries(WORDS).map(([key, { language }]) => html`<option value=${key} lang=${key} .selected=${key === lang}>${language}</option>`)}
        </select>
      </div>
    </header>
    <main class="guide">
      <section><p>${w.intro}</p>${builder}</section>
      <section aria-labelledby="attributes"><h2 id="attributes">${g.attributes}</h2><p>${g.attributesIntro}</p>
        <div class="table-scroll" tabindex="0" role="group" aria-labelledby="attributes"><table>
          <thead><tr><th scope="col">${g.attribute}</th><th scope="col">${g.meaning}</th><th scope="col">${g.example}</th></tr></thead>
          <tbody>${Object.entries(g.meanings).map(([name, meaning]) => html`<tr><th scope="row"><code>${name}</code></th><td>${meaning}</td><td><code>${EXAMPLES[name]}</code></td></tr>`)}</tbody>
        </table></div></section>
      <section><h2>${g.script}</h2><p>${g.scriptIntro}</p>${example(SCRIPT)}</section>
      <section><h2>${g.frames}</h2><p>${g.framesIntro}</p><p>${g.sandbox}</p>${example(MESSAGE)}</section>
      <section><h2>${g.look}</h2><p>${g.lookIntro}</p>
        ${example(`auto-diff {\n${THEMABLE.map((name) => `  --auto-diff-${name}: …;`).join("\n")}\n}`)}</section>
      <section><h2>${g.cost}</h2><p>${g.costIntro}</p></section>
      <p><a href="./#lang=${lang}">${w.back}</a></p>
    </main>`;
}

/** @param {string} text */
const example = (text) => html`<div class="snippet"><pre tabindex="0" translate="no"><code>${text}</code></pre></div>`;
