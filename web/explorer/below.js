// After the first paint: what stands below the sheet, unless the page's own script has drawn all of it by then.
requestAnimationFrame(() =>
  setTimeout(() => {
    const below = document.getElementById("below");
    if (below) below.outerHTML = below.textContent ?? "";
  }),
);
