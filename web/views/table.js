/** The same numbers as the graph, one row a function. Also the graph's text form for those who do not see it. */
import { html } from "lit";
import { compact } from "../maths/numbers.js";
import { fill, math, nameTex } from "../maths/tex.js";
import { DIGITS } from "../state/properties.js";
import { partialsOf } from "../trace/partials.js";

/** @typedef {import("./model.js").Model} Model */
/** @typedef {import("./model.js").Actions} Actions */
/** @typedef {import("../trace/types.js").PlainArray} PlainArray */

/** @param {Model} model @param {Actions} actions */
export function table(model, actions) {
  const { trace, at, words, focus, state } = model;
  const w = words.table;
  const cell = (
    /** @type {string} */ kind,
    /** @type {string} */ label,
    /** @type {unknown} */ name,
    /** @type {PlainArray | null} */ value,
  ) =>
    html`<td class=${kind} data-label=${label}><span class="cell-name">${name}</span><span class="cell-equals"> = </span><span class="cell-value ${value ? "" : "is-none"}">${value ? compact(value, { digits: state.digits }) : kind === "backward" ? "None" : words.notYet}</span></td>`;
  return html`<section class="table-block" data-explain="table" aria-labelledby="table-title">
    <div class="panel-head">
      <h2 id="table-title">${w.title}</h2>
      <label class="panel-tools needs-script" data-explain="digits"><span>${w.digits}</span>
        <select @change=${(/** @type {Event & { target: HTMLSelectElement }} */ event) => actions.setView({ digits: Number(event.target.value) })}>
          ${DIGITS.map((digits) => html`<option value=${digits} ?selected=${digits === state.digits} .selected=${digits === state.digits}>${digits}</option>`)}
        </select></label>
    </div>
    <div class="table-scroll" tabindex="0" role="group" aria-label=${w.title}>
      <table>
        <thead>
          <tr class="passes"><td></td><th scope="colgroup" colspan="2" class="forward">${w.forward} →</th><td></td><th scope="colgroup" colspan="2" class="backward">← ${w.backward}</th></tr>
          <tr><th scope="col">${w.function}</th><th scope="col" class="forward">${w.input}</th><th scope="col" class="forward">${w.output}</th><th scope="col">${w.local}</th><th scope="col" class="backward">${w.upstream}</th><th scope="col" class="backward">${w.downstream}</th></tr>
        </thead>
        <tbody>
          ${trace.functions.flatMap((f) =>
            partialsOf(f).map(({ input, tex, local }, index) => {
              const [output] = f.outputs;
              const done = at.functions[f.id];
              const many = f.inputs.length > 1;
              const near = focus === f.id || focus === input || focus === output;
              const symbol = many
                ? `\\partial ${nameTex(output)}/\\partial ${nameTex(input)}`
                : `${nameTex(f.letter)}'(${nameTex(input)})`;
              const write = at.writes[`${f.id}:${index}`] ?? null;
              return html`<tr class="${focus === f.id ? "is-focus" : near ? "is-near" : ""} ${done.active ? "is-active" : ""}" @pointerenter=${() => actions.point(f.id)} @pointerleave=${() => actions.point(null)}>
              <th scope="row"><span class="letter">${f.letter}</span> <code>${f.name}</code> <span class="row-formula">${math(fill(f.formula, f.inputs.map(nameTex)))}</span></th>
              ${cell("forward", w.input, math(nameTex(input)), at.variables[input].data)}
              ${cell("forward", w.output, math(nameTex(output)), at.variables[output].data)}
              ${cell("local", w.local, math(`${symbol} = ${tex}`), done.forward ? local : null)}
              ${cell("backward", w.upstream, partial(output), at.variables[output].grad)}
              ${cell("backward", w.downstream, partial(input), write)}
            </tr>`;
            }),
          )}
        </tbody>
      </table>
    </div>
    <p class="hint">${w.hint}</p>
  </section>`;
}

/** @param {string} name */
const partial = (name) => math(`\\partial y/\\partial ${nameTex(name)}`);
