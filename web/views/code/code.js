/** The Python of this very computation, the lines of the shown step marked; three ways to say it. */
import { html, nothing } from "lit";
import { ICONS } from "../icons.js";

/** @typedef {import("../model.js").Model} Model */
/** @typedef {import("../model.js").Actions} Actions */

export const STYLES = /** @type {const} */ (["by-hand", "automatic", "library"]);

/** @param {Model} model @param {Actions} actions */
export function code(model, actions) {
  const { trace, words, state, at } = model;
  const w = words.code;
  if (!trace.code) return nothing;
  const style = trace.code[state.code] ? state.code : "automatic";
  const script = trace.code[style];
  const first = "first" in script ? script.first : 1;
  const marked = new Set(state.step === null ? [] : (script.steps[String(at.step)] ?? []));
  // It follows a moment after the numbers: the code of other numbers is not to be taken along.
  const old = model.stale.includes("code");
  /** @param {import("lit").TemplateResult} icon @param {string} name @param {() => void} act */
  const take = (icon, name, act) =>
    html`<button type="button" class="quiet small" aria-disabled=${old ? "true" : "false"} @click=${() => !old && act()}>${icon}${name}</button>`;
  const near = linesOf(trace, script, model.focus);
  const whole = `${script.lines.join("\n")}\n`;
  return html`<section class="panel code-panel" aria-busy=${old ? "true" : "false"} data-explain="code" aria-labelledby="code-title">
    <div class="panel-head">
      <h2 id="code-title">${w.title}</h2>
      <div class="panel-tools needs-script">
        <span class="choices" data-explain="codeStyle" role="group" aria-label=${w.styles}>
          ${STYLES.filter((name) => trace.code?.[name]).map(
            (name) =>
              html`<button type="button" aria-pressed=${name === style ? "true" : "false"} @click=${() => actions.setCodeStyle(name)}>${w.names[name]}</button>`,
          )}
        </span>
      </div>
    </div>
    <div class="code" tabindex="0" role="group" aria-label=${w.names[style]} translate="no">
      <ol style="counter-reset: line ${first - 1}">
        ${script.lines.map((text, index) => {
          const now = marked.has(index + 1);
          return html`<li class="${now ? `is-marked ${at.pass}` : ""} ${near.has(index + 1) ? "is-near" : ""}" aria-current=${now ? "step" : nothing}><code>${text || " "}</code></li>`;
        })}
      </ol>
    </div>
    <p class="hint">${"file" in script ? w.from(script.file) : w.runs}</p>
    ${
      style === "library"
        ? nothing
        : html`<div class="code-tools needs-script">
            ${take(ICONS.copy, words.result.copy, () => actions.copy(whole))}
            ${take(ICONS.download, ".py", () => actions.download("py", whole))}
            ${take(ICONS.download, ".ipynb", () => actions.download("ipynb", whole))}
          </div>`
    }
  </section>`;
}

/** The lines (from 1) that run a function, or that make a variable and its gradient. @param {Model["trace"]} trace @param {import("../../trace/types.js").Script} script @param {string | null} id */
function linesOf(trace, script, id) {
  const about = trace.steps.filter((step) =>
    step.pass === "seed"
      ? step.variable === id
      : step.function === id ||
        step.writes.some((write) => (typeof write === "string" ? write : write.variable) === id),
  );
  return new Set(about.flatMap(({ step }) => script.steps[String(step)] ?? []));
}
