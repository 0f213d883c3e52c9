import assert from "node:assert/strict";
import { test } from "node:test";
import { BOX, layoutChain, NARROW, RADIUS } from "./layout.js";

/** @param {number} count @returns {any} the shape of a chain's trace */
const chain = (count) => ({
  inputs: ["v0"],
  functions: Array.from({ length: count }, (_, k) => ({ id: `f${k}`, inputs: [`v${k}`], outputs: [`v${k + 1}`] })),
});

for (const count of [1, 3, 10, 11, 50])
  for (const width of [288, NARROW - 1, NARROW, 1152, 1860])
    test(`${count} functions on ${width} px: everything inside, nothing overlaps`, () => {
      const { places, edges, height } = layoutChain(chain(count), width);
      const all = Object.values(places);
      assert.equal(all.length, 2 * count + 1);
      assert.equal(edges.length, 2 * count);
      for (const { x, y } of all)
        assert.ok(x >= BOX.width / 2 && x <= width - BOX.width / 2 && y >= RADIUS && y <= height);
      for (const a of all)
        for (const b of all)
          if (a !== b)
            assert.ok(Math.abs(a.x - b.x) >= RADIUS + BOX.width / 2 || Math.abs(a.y - b.y) >= RADIUS + BOX.height / 2);
    });

test("a wide sheet reads left to right, a narrow one downwards", () => {
  const wide = layoutChain(chain(3), 1152);
  assert.ok(wide.places.v0.x < wide.places.f0.x && wide.places.v0.y === wide.places.f0.y);
  const narrow = layoutChain(chain(3), 320);
  assert.ok(narrow.places.v0.y < narrow.places.f0.y && narrow.places.v0.x === narrow.places.f0.x);
});

test("the forward and the backward line run on opposite sides and opposite ways", () => {
  const { edges } = layoutChain(chain(12), 1152);
  for (const { forward, backward } of edges) {
    assert.notDeepEqual(forward[0], backward.at(-1));
    assert.ok(Math.abs(forward[0].y - (backward.at(-1)?.y ?? 0)) === 14);
    assert.equal(forward.length, backward.length);
  }
});
