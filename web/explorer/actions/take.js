/** What a visitor can take along: numbers, the link, the code, the picture. */
import { notebook, save } from "../download.js";
import { selfContained, toPng } from "../picture.js";

/** @typedef {import("../actions.js").Means} Means */

const TOAST = 1800;

/** @param {Means} on */
export function takeActions(on) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  /** @param {string} toast */
  function tell(toast) {
    clearTimeout(timer);
    on.show({ toast });
    timer = setTimeout(() => on.show({ toast: null }), TOAST);
  }

  /** @param {string} text */
  async function copy(text) {
    try {
      await navigator.clipboard.writeText(text);
      tell(on.words.result.copied);
    } catch {
      tell(on.words.result.notCopied);
    }
  }

  return {
    copy,
    copyLink: () => copy(location.href),
    /** @param {"py" | "ipynb"} kind @param {string} source */
    download(kind, source) {
      const type = kind === "py" ? "text/x-python" : "application/x-ipynb+json";
      save(`pyautodiff.${kind}`, new Blob([kind === "py" ? source : notebook(source)], { type }));
    },
    /** @param {"svg" | "png" | "print"} kind */
    async picture(kind) {
      if (kind === "print") return print();
      const graph = /** @type {SVGSVGElement | null} */ (document.querySelector(".graph"));
      if (!graph) return;
      const picture = selfContained(graph, { title: graph.getAttribute("aria-label") ?? "pyautodiff", light: true });
      const blob = kind === "svg" ? new Blob([picture.text], { type: "image/svg+xml" }) : await toPng(picture);
      save(`pyautodiff.${kind}`, blob);
    },
  };
}
