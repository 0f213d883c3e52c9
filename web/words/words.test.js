import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { prerender } from "../prerender/prerender.js";
import { LANGUAGES } from "../state/properties.js";
import { wordsOfEmbedding } from "./embedding/words.js";
import { chooseLanguage, WORDS as SHOWN } from "./words.js";

/** @typedef {string | ((given: any, more?: any) => string)} Word  a sentence, or what makes one of given values */

const WORDS = Object.fromEntries(Object.keys(SHOWN).map((lang) => [lang, wordsOfEmbedding(lang)]));
const OTHERS = Object.keys(WORDS).filter((lang) => lang !== "en");
const SPOKEN = Object.entries(WORDS);
/** Shows a visitor what can be typed, so it is written as it is typed. */
const TYPED = "x.hint";

/** Every word by its path, in order. @param {object} words @param {string} [path] @returns {[string, Word][]} */
const flat = (words, path = "") =>
  Object.entries(words).flatMap(([key, value]) =>
    typeof value === "object" ? flat(value, `${path}${key}.`) : [[`${path}${key}`, value]],
  );

/** A value that says its name where it stands, and has everything a sentence may ask of it. @param {string} name */
const sample = (name) =>
  new Proxy(/** @type {any} */ ({}), {
    get: (_, key) =>
      key === Symbol.toPrimitive ? () => `<${name}>` : key === "suggestions" ? ["<suggestions>"] : `<${String(key)}>`,
  });

/** @param {Word} word */
const said = (word) => (typeof word === "string" ? word : word(sample("first"), sample("second")));

/** What is given and said, in whatever order. @param {Word} word */
const given = (word) => [...new Set(said(word).match(/<\w+>/g))].sort();

const english = Object.fromEntries(flat(WORDS.en));

for (const lang of OTHERS)
  test(`${lang} has the words of English, of the same kinds`, () => {
    const kinds = (/** @type {object} */ words) =>
      Object.fromEntries(flat(words).map(([path, word]) => [path, typeof word]));
    assert.deepEqual(kinds(WORDS[lang]), kinds(WORDS.en));
  });

for (const lang of OTHERS)
  test(`${lang} tells every value that English tells`, () => {
    for (const [path, word] of flat(WORDS[lang])) assert.deepEqual(given(word), given(english[path]), path);
  });

for (const [lang, words] of SPOKEN)
  test(`every word of ${lang} is a sentence`, () => {
    for (const [path, word] of flat(words)) {
      assert.notEqual(said(word).trim(), "", path);
      assert.doesNotMatch(said(word), /undefined|NaN,|\[object|\{|\}| {2}/, path);
    }
  });

for (const [lang, words] of SPOKEN)
  test(`why Python does not run is a whole sentence in ${lang}, with or without details`, () => {
    for (const [path, word] of flat(words.engine.causes)) {
      const sentence = /** @type {(values: object) => string} */ (word)({});
      assert.match(sentence, /[.。]$/, path);
      assert.doesNotMatch(sentence, /undefined|\( *\)|（）/, path);
    }
  });

for (const [lang, words] of SPOKEN)
  test(`numbers in ${lang} are set as maths, not as code`, () => {
    for (const [path, word] of flat(words)) if (path !== TYPED) assert.doesNotMatch(said(word), /\de[-+]?\d/i, path);
  });

for (const [lang, words] of SPOKEN)
  test(`${lang} has a word for each function of the palette and for each domain`, () => {
    for (const { name, domain } of generated("catalogue").functions) {
      assert.ok(name in words.functions, name);
      assert.ok(domain.kind in words.palette.domains, domain.kind);
    }
  });

test("what has not been computed is said to be so, and is never a number", () => {
  for (const [lang, words] of SPOKEN) {
    const variable = words.variableLabel({ name: "a", data: null, gradientName: "∂y/∂a", grad: null });
    const f = words.functionLabel({ letter: "A", name: "square", formula: "x²", derivative: "2x", local: null });
    assert.match(variable, /None/, lang);
    for (const label of [variable, f]) assert.doesNotMatch(label, /null|undefined|\b0\b/, lang);
  }
});

test("the address offers the languages that there are words for", () => {
  assert.deepEqual([...LANGUAGES].sort(), Object.keys(WORDS).sort());
});

test("the language asked for comes first, then the browser's in their order, then English", () => {
  assert.equal(chooseLanguage("ko", ["ja"]), "ko");
  assert.equal(chooseLanguage(null, ["ja", "ko"]), "ja");
  assert.equal(chooseLanguage(null, ["xx", "ko"]), "ko");
  assert.equal(chooseLanguage(null, ["xx"]), "en");
  assert.equal(chooseLanguage(null), "en");
});

test("a language is known by its first subtag, in any case", () => {
  assert.equal(chooseLanguage(null, ["KO-kr"]), "ko");
  assert.equal(chooseLanguage("ja-JP"), "ja");
  assert.equal(chooseLanguage("EN", ["ko"]), "en");
});

test("a language that is not known is as good as none", () => {
  for (const asked of ["xx", "", "-", "constructor", "__proto__"]) {
    assert.equal(chooseLanguage(asked, ["ko"]), "ko", asked);
    assert.equal(chooseLanguage(asked), "en", asked);
  }
});

test("whatever can be asked about is explained, and nothing else is", () => {
  const asked = askedIn(viewSources(), workedExample());
  assert.deepEqual(
    [...asked].filter((key) => !(key in WORDS.en.explain)),
    [],
    "no words",
  );
  assert.deepEqual(
    Object.keys(WORDS.en.explain).filter((key) => key !== "explain" && !asked.has(key)),
    [],
    "words that nothing asks for",
  );
});

/** The keys of `data-explain`: as written in the sources, and as computed in the page that they make. @param {string[]} texts */
function askedIn(...texts) {
  return new Set([...texts.join("\n").matchAll(/data-explain="(\w+)"/g)].map(([, key]) => key));
}

function viewSources() {
  const views = new URL("../views/", import.meta.url);
  return readdirSync(views, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".js"))
    .map((path) => readFileSync(new URL(path.replaceAll("\\", "/"), views), "utf8"))
    .join("\n");
}

const workedExample = () =>
  prerender({ trace: generated("traces").default, catalogue: generated("catalogue"), lang: "en" });

/** @param {string} name */
function generated(name) {
  return JSON.parse(readFileSync(new URL(`../.generated/${name}.json`, import.meta.url), "utf8"));
}
