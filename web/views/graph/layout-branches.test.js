import assert from "node:assert/strict";
import { test } from "node:test";
import { BOX, RADIUS } from "./layout.js";
import { layoutBranches } from "./layout-branches.js";

/** y = (x² + 1) · sin x, and x · x: branches, joins, one variable used twice by one function. @type {any} */
const branching = {
  inputs: ["x"],
  variables: ["x", "a", "b", "c", "y"].map((id) => ({ id })),
  functions: [
    { id: "f1", inputs: ["x", "x"], outputs: ["a"] },
    { id: "f2", inputs: ["x"], outputs: ["b"] },
    { id: "f3", inputs: ["a"], outputs: ["c"] },
    { id: "f4", inputs: ["c", "b"], outputs: ["y"] },
  ],
};

for (const width of [320, 1152])
  test(`a graph that branches on ${width} px: inside, apart, left to right`, () => {
    const { places, edges, width: whole, height } = layoutBranches(branching, width);
    const all = Object.values(places);
    assert.equal(all.length, 9);
    assert.equal(edges.length, 10);
    assert.ok(whole >= width);
    for (const { x, y } of all)
      assert.ok(x >= BOX.width / 2 && x <= whole - BOX.width / 2 && y >= RADIUS && y <= height);
    for (const a of all)
      for (const b of all)
        if (a !== b) assert.ok(Math.abs(a.x - b.x) >= 110 || Math.abs(a.y - b.y) >= 120, `${a.id} and ${b.id}`);
    for (const { forward, backward } of edges) {
      assert.ok(forward[0].x < /** @type {any} */ (forward.at(-1)).x);
      assert.ok(backward[0].x > /** @type {any} */ (backward.at(-1)).x);
    }
  });

test("two lines into one function end at different places", () => {
  const ends = layoutBranches(branching, 1152)
    .edges.filter((edge) => edge.to === "f1")
    .map(({ forward }) => forward.at(-1)?.y);
  assert.equal(new Set(ends).size, 2);
});
