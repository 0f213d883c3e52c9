import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { forShadow, THEMABLE, themable } from "./for-shadow.js";

const read = (/** @type {string} */ name) => readFileSync(new URL(`${name}.css`, import.meta.url), "utf8");

test("what is the page's becomes the place's", () => {
  assert.equal(forShadow(':root[data-theme="dark"]{a:b}'), '.auto-diff[data-theme="dark"]{a:b}');
  assert.equal(forShadow("html{a:b}body{c:d}"), ".auto-diff{a:b}.auto-diff{c:d}");
  assert.equal(forShadow(":lang(ko) p,body p{a:b}"), ":lang(ko) p,.auto-diff p{a:b}");
});

test("sizes follow the place: others' rem and the window's width mean nothing there", () => {
  assert.equal(forShadow("a{b:1.5rem}"), "a{b:calc(1.5 * var(--auto-diff-rem, 16px))}");
  assert.equal(forShadow("a{b:calc(.5rem + 1.25vw)}"), "a{b:calc(calc(.5 * var(--auto-diff-rem, 16px)) + 1.25cqi)}");
  assert.equal(forShadow("@media (max-width: 639px){a{b:c}}"), "@container auto-diff (max-width: 639px){a{b:c}}");
  assert.equal(forShadow("@media (width<=639px){a{b:c}}"), "@container auto-diff (width<=639px){a{b:c}}");
  assert.equal(forShadow("@media print{@page{margin:1mm}a{b:c}}"), "@media print{a{b:c}}");
});

test("no sheet of the page has a size or a query left that would look at another's page", () => {
  for (const name of ["tokens", "page", "graph", "chain", "panels"])
    assert.doesNotMatch(
      forShadow(read(name)),
      /\d(?:rem|vw)\b|@media \((?:max|min)-width|:root|(?:^|\n)(?:html|body)\b/,
    );
});

test("every colour and face can be given, in either theme", () => {
  const tokens = themable(read("tokens"));
  for (const name of THEMABLE) assert.match(tokens, new RegExp(`--${name}:\\s*var\\(--auto-diff-${name},`));
  assert.match(tokens, /--sheet:var\(--auto-diff-sheet,#1b1e23\)/);
});
