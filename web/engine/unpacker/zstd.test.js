import assert from "node:assert/strict";
import { before, test } from "node:test";
import { ready, unzstd } from "./zstd.js";

/** `autodiff ` thirty times, as `zstd -19` packs it. */
const PACKED = Uint8Array.from(atob("KLUv/QRohQAASGF1dG9kaWZmIAEAAlTLEWa+7M4="), (letter) => letter.charCodeAt(0));
const HELD = "autodiff ".repeat(30);

before(() => ready);

test("what was packed comes back", () => {
  assert.equal(new TextDecoder().decode(unzstd(PACKED, HELD.length)), HELD);
});

test("what is damaged, cut short or of another size is refused", () => {
  const damaged = PACKED.slice();
  damaged[8] ^= 0xff;
  assert.throws(() => unzstd(damaged, HELD.length));
  assert.throws(() => unzstd(PACKED.subarray(0, -6), HELD.length));
  assert.throws(() => unzstd(PACKED, HELD.length - 1), RangeError);
  assert.throws(() => unzstd(PACKED, HELD.length + 1), RangeError);
});
