/** What a visitor can take along: numbers, the link, the code, the picture. How files are made is loaded when first needed. */

/** @typedef {import("../actions.js").Means} Means */

/** @param {Means} on */
export function takeActions(on) {
  /** @param {string} text @param {string} [done]  what is told then */
  async function copy(text, done = on.words.result.copied) {
    try {
      await navigator.clipboard.writeText(text);
      on.tellInPassing(done);
    } catch {
      on.tellInPassing(on.words.result.notCopied);
    }
  }

  return {
    copy: (/** @type {string} */ text) => copy(text),
    copyLink: () => copy(location.href, on.words.chain.linkCopied),
    /** @param {"py" | "ipynb"} kind @param {string} source */
    async download(kind, source) {
      const { notebook, save } = await import("../download.js");
      const type = kind === "py" ? "text/x-python" : "application/x-ipynb+json";
      save(`pyautodiff.${kind}`, new Blob([kind === "py" ? source : notebook(source)], { type }));
    },
    /** @param {"svg" | "png" | "print"} kind */
    async picture(kind) {
      if (kind === "print") return print();
      const graph = /** @type {SVGSVGElement | null} */ (on.root.querySelector(".graph"));
      if (!graph) return;
      const [{ save }, { selfContained, toPng }] = await Promise.all([
        import("../download.js"),
        import("../picture.js"),
      ]);
      const picture = selfContained(graph, { title: graph.getAttribute("aria-label") ?? "pyautodiff", light: true });
      const blob = kind === "svg" ? new Blob([picture.text], { type: "image/svg+xml" }) : await toPng(picture);
      save(`pyautodiff.${kind}`, blob);
    },
  };
}
