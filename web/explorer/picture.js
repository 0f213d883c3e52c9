/** The graph as a picture to take along: self-contained SVG, or PNG. Knows the drawn element only, nothing of traces. */

const KEPT = [
  "fill",
  "stroke",
  "stroke-width",
  "stroke-dasharray",
  "opacity",
  "paint-order",
  "font-family",
  "font-size",
  "font-weight",
  "font-style",
  "font-variant-numeric",
  "text-anchor",
  "text-decoration",
];
const MARGIN = 16;

/**
 * @param {SVGSVGElement} graph  in the page, so that its style is known
 * @param {{ title: string, light: boolean }} options  light: on white, whatever the page's theme
 * @returns {{ text: string, width: number, height: number }}
 */
export function selfContained(graph, { title, light }) {
  const { dataset } = /** @type {HTMLElement} */ (graph.closest("[data-theme]") ?? document.documentElement);
  const theme = dataset.theme;
  const lit = [graph, ...graph.querySelectorAll(".is-focus, .is-near")].map((element) => ({
    element,
    shown: element.getAttribute("class") ?? "",
  }));
  for (const { element, shown } of lit) element.setAttribute("class", shown.replace(/has-focus|is-focus|is-near/g, ""));
  if (light) dataset.theme = "light";
  const copy = /** @type {SVGSVGElement} */ (graph.cloneNode(true));
  const originals = [graph, ...graph.querySelectorAll("*")];
  const copies = [copy, ...copy.querySelectorAll("*")];
  const passing = copy.querySelectorAll(".traveller");
  const ground = getComputedStyle(graph.closest(".sheet") ?? document.body).backgroundColor;
  originals.forEach((original, index) => {
    const style = getComputedStyle(original);
    const target = copies[index];
    target.setAttribute("style", KEPT.map((name) => `${name}:${style.getPropertyValue(name)}`).join(";"));
    for (const name of ["class", "tabindex", "role", "data-id"]) target.removeAttribute(name);
  });
  dataset.theme = theme;
  for (const { element, shown } of lit) element.setAttribute("class", shown);

  const box = graph.viewBox.baseVal;
  const [width, height] = [box.width + 2 * MARGIN, box.height + 2 * MARGIN];
  copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  copy.setAttribute("viewBox", `${-MARGIN} ${-MARGIN} ${width} ${height}`);
  copy.setAttribute("width", String(width));
  copy.setAttribute("height", String(height));
  copy.setAttribute("role", "img");
  const name = document.createElementNS("http://www.w3.org/2000/svg", "title");
  name.textContent = title;
  const paper = document.createElementNS("http://www.w3.org/2000/svg", "rect");
  const place = { x: -MARGIN, y: -MARGIN, width, height, fill: ground };
  for (const [key, value] of Object.entries(place)) paper.setAttribute(key, String(value));
  copy.prepend(name, paper);
  for (const traveller of passing) traveller.remove();
  for (const comment of commentsIn(copy)) comment.remove();
  return { text: new XMLSerializer().serializeToString(copy), width, height };
}

/** @param {Node} root @returns {ChildNode[]} the template's own marks */
function commentsIn(root) {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_COMMENT);
  /** @type {ChildNode[]} */
  const found = [];
  while (walker.nextNode()) found.push(/** @type {Comment} */ (walker.currentNode));
  return found;
}

/** @param {{ text: string, width: number, height: number }} picture @param {number} [scale] @returns {Promise<Blob>} */
export async function toPng({ text, width, height }, scale = 2) {
  const image = new Image(width, height);
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  await image.decode();
  const canvas = Object.assign(document.createElement("canvas"), { width: width * scale, height: height * scale });
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("no picture")))),
  );
}
