// The worked example is all there: where English is wanted it can be seen.
if (document.documentElement.dataset.choosing === "en") delete document.documentElement.dataset.choosing;
