/** Checked by tsc and never run: what the types allow, and what they do not. */
import type { AutoDiffElement, Fault, PlainNumber } from "./auto-diff.js";

const element: AutoDiffElement = document.createElement("auto-diff");
element.x = 2;
element.x = [[0, 0.5]];
element.x = new Float64Array(3);
element.chain = ["sin", "pow:3"];
element.step = null;
const typed: string = element.x;
element.addEventListener("result", ({ detail }) => {
  const gradient: PlainNumber | undefined = detail.variables[0]?.grad?.data?.[0];
  return gradient;
});
element.addEventListener("error", (event) => {
  const fault = event instanceof CustomEvent ? (event.detail as Fault) : null;
  return fault?.message;
});
// @ts-expect-error: only Python tells it
element.trace = null;
// @ts-expect-error: a step is a number
element.step = "4";

export { typed };
