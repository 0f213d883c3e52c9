import assert from "node:assert/strict";
import { test } from "node:test";
import { USUAL } from "../elements/attributes.js";
import { readAddress } from "../state/address.js";
import { initialState } from "../state/properties.js";
import { FORMATS, frameAddress, snippetsFor } from "./snippets.js";

const choice = (/** @type {Partial<import("./snippets.js").Choice>} */ change = {}) => ({
  state: initialState(),
  parts: USUAL,
  base: "https://example.org/pyautodiff/",
  figures: "y = 1 < 2",
  height: 555,
  ...change,
});

test("an embed of the worked example says x and the chain, and nothing that is so anyway", () => {
  const [{ text }] = snippetsFor("html", choice());
  assert.match(text, /<auto-diff x="0.5" chain="square exp square" style="display: block; min-block-size: 555px">/);
  assert.match(text, /<script type="module" src="https:\/\/example\.org\/pyautodiff\/embed\.js"><\/script>/);
});

test("what is chosen stands there, escaped", () => {
  const state = { ...initialState(), y: 'x < 1 & "', theme: "dark", lang: "ko", speed: 2 };
  const [{ text }] = snippetsFor("html", choice({ state, parts: ["graph", "steps"] }));
  assert.match(text, /<auto-diff x="0.5" y="x &lt; 1 &amp; &quot;" lang="ko" theme="dark" show="graph steps" style=/);
  assert.match(text, />y = 1 &lt; 2<\/a>/);
});

test("the address of a frame reads back as what was chosen", () => {
  const state = { ...initialState(), x: "[0, 0.5]", chain: ["sin", "pow:3"], step: 2, theme: "dark" };
  const address = new URL(frameAddress(choice({ state, parts: ["x", "graph"] })));
  assert.equal(address.pathname, "/pyautodiff/embed.html");
  assert.deepEqual(readAddress(address.search).state, { ...state, x: "[0,0.5]" });
  assert.equal(address.searchParams.get("show"), "x,graph");
});

test("every format has something to copy, and says where it goes", () => {
  for (const format of FORMATS)
    for (const { place, file, text } of snippetsFor(format, choice())) {
      assert.match(text, /https:\/\/example\.org|<auto-diff/);
      assert.equal(place === "settings", file !== undefined);
    }
});

test("the frame's height follows by four lines that listen to this site alone", () => {
  const [, { text }] = snippetsFor("iframe", choice());
  assert.match(text, /origin !== "https:\/\/example\.org"/);
  assert.equal(text.split("\n").length - 2, 4);
});
