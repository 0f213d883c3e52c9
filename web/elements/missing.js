// In the frame: where its script cannot be loaded, the fallback says why.
addEventListener(
  "error",
  ({ target }) => {
    if (target instanceof HTMLScriptElement)
      document.body.dataset.missing = origin === "null" ? "sandboxed" : "missing";
  },
  true,
);
