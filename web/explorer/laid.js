// Before the first paint: the worked example is laid out piece by piece, each in a task of its own (page.css has the pieces),
// and then shown at once: no task is long, and nothing moves.
{
  const LAST = 3;
  const { dataset } = document.documentElement;
  const lay = () => {
    document.body.getBoundingClientRect();
    const next = Number(dataset.laid) + 1;
    if (next > LAST) delete dataset.laid;
    else {
      dataset.laid = String(next);
      setTimeout(lay);
    }
  };
  setTimeout(lay);
}
