import assert from "node:assert/strict";
import { test } from "node:test";
import { readAddress, writeAddress } from "./address.js";
import { initialState, MOST_FUNCTIONS } from "./properties.js";

test("an empty address is the worked example", () => {
  const { state, problems } = readAddress("");
  assert.deepEqual(state, initialState());
  assert.deepEqual(problems, []);
});

test("every property goes to the address and comes back", () => {
  const state = {
    x: "[0,0.5,-1e-3]",
    chain: ["square", "pow:3", "shift:-1.5"],
    y: "(x0**2+1)*sin(x1)",
    x1: "2",
    x2: "pi/4",
    range: /** @type {[number, number]} */ ([-10, 4.5]),
    eps: 1e-6,
    of: "a",
    slope: true,
    second: true,
    links: true,
    digits: 12,
    speed: 2.8,
    code: /** @type {const} */ ("library"),
    step: 4,
    lang: "ko",
    theme: "dark",
  };
  const address = writeAddress(state);
  assert.deepEqual(readAddress(address), { state, problems: [] });
  assert.equal(
    address,
    "#x=[0,0.5,-1e-3]&f=square,pow:3,shift:-1.5&y=(x0**2+1)*sin(x1)&x1=2&x2=pi/4&range=-10,4.5&step=4&eps=1e-6&of=a&slope=1&second=1&links=1&digits=12&speed=2.8&code=library&lang=ko&theme=dark",
  );
});

test("spaces that Python does not need are left out, those that keep a mistake a mistake are not", () => {
  const written = (/** @type {string} */ y) => writeAddress({ ...initialState(), y }).split("&y=")[1];
  assert.equal(written("( x0 ** 2 + 1 ) * sin( x1 )"), "(x0**2+1)*sin(x1)");
  assert.equal(written("x - -1"), "x-%20-1");
  assert.equal(written("2 * * 3"), "2*%20*3");
  for (const mistake of ["x x", "1 2"])
    assert.equal(readAddress(writeAddress({ ...initialState(), y: mistake })).state.y, mistake);
});

test("a plus is a plus, but between names of functions a space that a form has written", () => {
  assert.equal(readAddress("#y=x+1").state.y, "x+1");
  assert.equal(readAddress("#x=1e+3").state.x, "1e+3");
  assert.deepEqual(readAddress("?f=square+exp+shift:+1").state.chain, ["square", "exp", "shift:+1"]);
});

test("the address stays short: only what differs is written", () => {
  assert.equal(writeAddress(initialState()), "#x=0.5&f=square,exp,square");
});

test("unknown keys are ignored, bad values are told and lose nothing else", () => {
  const { state, problems } = readAddress("#x=2&f=exp&step=soon&lang=xx&range=3,1&utm=1");
  assert.equal(state.x, "2");
  assert.deepEqual(state.chain, ["exp"]);
  assert.equal(state.step, null);
  assert.deepEqual(
    problems.map(({ kind }) => kind),
    ["range-bad", "address-step", "address-choice"],
  );
});

test("a chain may be split by commas or spaces, and has a limit", () => {
  assert.deepEqual(readAddress("#f=square exp, square").state.chain, ["square", "exp", "square"]);
  const long = Array(MOST_FUNCTIONS + 1).fill("sin");
  assert.equal(readAddress(`#f=${long.join(",")}`).problems[0].kind, "chain-too-long");
});

test("what looks like code in the address stays text", () => {
  const { state } = readAddress("#x=__import__('os')&f=<img src=x>");
  assert.equal(state.x, "__import__('os')");
  assert.deepEqual(state.chain, ["<img", "src=x>"]);
});
