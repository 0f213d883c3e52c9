/** Everything about one node of the graph, with every digit: the full values of an array are here. */
import { html, nothing } from "lit";
import { code, full, shapeText } from "../maths/numbers.js";
import { fill, math, nameTex } from "../maths/tex.js";
import { isScalar, rowsOf, toNumber } from "../trace/arrays.js";
import { partialsOf } from "../trace/partials.js";
import { askButton, explanation } from "./explanation.js";
import { ICONS } from "./icons.js";
import { closeOnBackdrop } from "./palette.js";

/** @typedef {import("./model.js").Model} Model */
/** @typedef {import("./model.js").Actions} Actions */
/** @typedef {import("../trace/types.js").PlainArray} PlainArray */

/** @param {Model} model @param {Actions} actions */
export function details(model, actions) {
  const { open, trace } = model;
  const variable = trace.variables.find(({ id }) => id === open);
  const f = trace.functions.find(({ id }) => id === open);
  return html`<dialog id="details" class="sheet-dialog" aria-labelledby="details-title" @close=${() => actions.showDetails(null)} @click=${closeOnBackdrop}>
    ${
      variable || f
        ? html`<div class="sheet-inside">
          <div class="sheet-head">
            <h2 id="details-title">${variable ? html`<span class="visually-hidden">${variable.name}</span><span aria-hidden="true">${math(nameTex(variable.name))}</span>` : html`<span class="letter">${f?.letter}</span> <code>${f?.name}</code>`}</h2>
            ${askButton(model, actions)}<button type="button" class="quiet" data-explain="close" autofocus aria-label=${model.words.details.close} @click=${() => actions.showDetails(null)}>${ICONS.close}</button>
          </div>
          <dl class="facts">${variable ? variableFacts(variable, model, actions) : f ? functionFacts(f, model, actions) : nothing}</dl>
          ${explanation(model)}
        </div>`
        : nothing
    }
  </dialog>`;
}

/** @param {import("../trace/types.js").TraceVariable} variable @param {Model} model @param {Actions} actions */
function variableFacts(variable, { words, at, trace }, actions) {
  const { data, grad } = at.variables[variable.id];
  const creator = trace.functions.find(({ id }) => id === variable.creator);
  const w = words.details;
  return html`
    <dt class="forward" data-explain="value">${w.data}</dt><dd class="forward" data-explain="value">${values(data, words, actions)}</dd>
    <dt class="backward" data-explain="gradient">${w.grad} ${math(`\\frac{\\partial y}{\\partial ${nameTex(variable.name)}}`)}</dt><dd class="backward" data-explain="gradient">${values(grad, words, actions)}</dd>
    <dt data-explain="creator">${w.creator}</dt><dd data-explain="creator">${creator ? html`<span class="letter">${creator.letter}</span> <code>${creator.name}</code>` : w.creatorNone}</dd>
    ${creator ? html`<dt data-explain="generation">${w.generation}</dt><dd data-explain="generation">${w.generationOf(variable.generation)}</dd>` : nothing}
    <dt data-explain="shape">${w.shape}</dt><dd data-explain="shape">${isScalar(variable.data) ? w.scalar : shapeText(variable.data.shape)} · <code>${variable.data.dtype}</code></dd>`;
}

/** @param {import("../trace/types.js").TraceFunction} f @param {Model} model @param {Actions} actions */
function functionFacts(f, { words, at }, actions) {
  const w = words.details;
  const [output] = f.outputs;
  const names = f.inputs.map(nameTex);
  return html`
    <dt data-explain="formula">${w.formula}</dt><dd data-explain="formula">${math(`${nameTex(output)} = ${fill(f.formula, names)}`)}</dd>
    ${f.inputs.map((input) => html`<dt class="forward" data-explain="value">${w.input} ${math(nameTex(input))}</dt><dd data-explain="value">${values(at.variables[input].data, words, actions)}</dd>`)}
    <dt class="forward" data-explain="value">${w.output} ${math(nameTex(output))}</dt><dd data-explain="value">${values(at.variables[output].data, words, actions)}</dd>
    ${partialsOf(f).map(
      ({
        input,
        tex,
        local,
      }) => html`<dt data-explain="local">${w.local} ${math(`\\frac{\\partial ${nameTex(output)}}{\\partial ${nameTex(input)}} = ${tex}`)}</dt>
        <dd data-explain="local">${values(at.functions[f.id].forward ? local : null, words, actions)}</dd>`,
    )}
    ${[output, ...f.inputs].map((id, index) => html`<dt class="backward" data-explain="gradient">${index === 0 ? words.table.upstream : words.table.downstream} ${math(`\\frac{\\partial y}{\\partial ${nameTex(id)}}`)}</dt><dd class="backward" data-explain="gradient">${values(index === 0 ? at.variables[output].grad : (at.writes[`${f.id}:${index - 1}`] ?? null), words, actions)}</dd>`)}
    <dt data-explain="generation">${w.generation}</dt><dd data-explain="generation">${w.generationOf(f.generation)}</dd>`;
}

/** @param {PlainArray | null} array @param {import("../words/en.js").Words} words @param {Actions} actions */
function values(array, words, actions) {
  if (!array) return html`<span class="is-none">None</span>`;
  if (array.summary) {
    const { size, min, max, mean, head, tail } = array.summary;
    return html`<p>${words.details.summarised({ size, min: full(min), max: full(max), mean: full(mean) })}</p>
      <p class="digits">${head.map(full).join(", ")}, …, ${tail.map(full).join(", ")}</p>`;
  }
  const rows = rowsOf(array);
  const heat = heatOf(array);
  const python = rows.map((row) => row.map(code).join(", "));
  const text = isScalar(array)
    ? python[0]
    : array.shape.length === 1
      ? `[${python[0] ?? ""}]`
      : `[${python.map((row) => `[${row}]`).join(",\n ")}]`;
  return html`<span class="with-copy">
      ${
        isScalar(array)
          ? html`<span class="digits">${full(rows[0][0])}</span>`
          : html`<span class="grid-scroll" data-explain="grid" tabindex="0" role="group" aria-label=${words.details.data}><table class="grid"><tbody>${rows.map((row) => html`<tr>${row.map((value) => html`<td style="--heat: ${heat(value)}">${full(value)}</td>`)}</tr>`)}</tbody></table></span>`
      }
      <button type="button" class="quiet" data-explain="copy" aria-label=${words.result.copy} title=${words.result.copy} @click=${() => actions.copy(text)}>${ICONS.copy}</button>
    </span>`;
}

/** How strong an element is among the others, 0 to 1: the grid is shaded by it. @param {PlainArray} array */
function heatOf(array) {
  const sizes = (array.data ?? []).map((value) => Math.abs(toNumber(value))).filter(Number.isFinite);
  const most = Math.max(...sizes, Number.MIN_VALUE);
  return (/** @type {import("../trace/types.js").PlainNumber} */ value) => {
    const size = Math.abs(toNumber(value));
    return Number.isFinite(size) ? (size / most).toFixed(3) : 1;
  };
}
