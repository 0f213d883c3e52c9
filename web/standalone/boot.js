/** The one script that stands in the standalone file as text: takes out the files in it, then starts the page from them. */

import { decode } from "./decode.js";
import { bytesOf, keepFiles, pageModule } from "./inside.js";

/** @type {import("./inside.js").Files} */
const files = new Map();
keepFiles(files);
try {
  for (const element of document.querySelectorAll("script[data-path]")) {
    const { path, size, full, ...told } = /** @type {Record<string, string>} */ (
      /** @type {HTMLElement} */ (element).dataset
    );
    const bytes = decode(element.textContent ?? "", Number(size));
    files.set(path, /** @type {import("./inside.js").Inside} */ ({ ...told, bytes, full: Number(full) }));
    element.remove();
    await new Promise((resolve) => setTimeout(resolve)); // no task is long
  }
  await import(/* @vite-ignore */ pageModule(await bytesOf("page/app.js")));
} catch (error) {
  /** @type {NodeListOf<HTMLElement>} */
  const notices = document.querySelectorAll(".script-off");
  for (const { style } of notices) style.display = "flex";
  throw error;
}
