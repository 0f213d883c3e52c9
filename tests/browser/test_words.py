"""Each language says everything: no English sentence is left, and the terms are those of the field."""

import re
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.browser.explorer import Explorer

TERMS = {
    "ja": ["順伝播", "逆伝播", "微分", "勾配", "計算グラフ", "変数", "関数"],
    "ko": ["순전파", "역전파", "미분", "기울기", "계산 그래프", "변수", "함수"],
}
STATES = {
    "whole": "",
    "a step": "step=5&links=1",
    "nothing has run": "step=0",
    "an expression": "x=1&x1=2&y=x0*x1%2Bsin(x0)&second=1&step=6",
    "an array": "x=[[1,2],[3,4]]&f=square,exp",
    "the second derivative": "second=1&slope=1&code=library",
    "something wrong": "x=two&range=3,1&f=pow:3,scale:2",
    "trouble": "x=-1&f=log,abs,sqrt&eps=1e-12",
    "vanishing": "f=sigmoid,sigmoid,sigmoid,sigmoid,sigmoid,sigmoid,sigmoid,sigmoid,sigmoid,sigmoid&eps=0.1",
}

TEXTS = """() => {
  const texts = [document.title];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode())
    if (!walker.currentNode.parentElement.closest("code, script, style, template, [translate=no], #language"))
      texts.push(walker.currentNode.textContent);
  for (const it of document.querySelectorAll("body *")) {
    if (it.closest("template, #language option")) continue;
    for (const name of ["aria-label", "title", "placeholder", "alt", "aria-valuetext", "label"])
      if (it.hasAttribute(name)) texts.push(it.getAttribute(name));
  }
  return texts.map((text) => text.replace(/\\s+/g, " ").trim()).filter(Boolean);
}"""

ENGLISH = re.compile(r"[A-Za-z’']{2,}(?:[ ,:]+[A-Za-z’']{2,}){2,}")
"""Three words in a row."""

NAMES = re.compile(
    r"creator|input|output|backward\(\w*=?\w*\)|NumPy|Python|pyautodiff|JavaScript|NaN|None|SVG|PNG|square|exp|inf|nan|sqrt"
)
"""What is called so in every language."""


@pytest.mark.parametrize("lang", ["ja", "ko"])
@pytest.mark.parametrize("state", STATES)
def test_no_english_sentence_is_left(explorer: Explorer, lang: str, state: str) -> None:
    explorer.open(f"{STATES[state]}&lang={lang}")
    expect(explorer.page.locator("html")).to_have_attribute("lang", lang)
    explorer.page.wait_for_timeout(350)  # the parts that follow a trace
    texts = [NAMES.sub("·", text) for text in explorer.page.evaluate(TEXTS)]
    assert len(texts) > 100
    assert [text for text in texts if ENGLISH.search(text)] == []


@pytest.mark.parametrize("lang", TERMS)
def test_terms_are_those_of_the_field(explorer: Explorer, lang: str) -> None:
    told = ""
    for address in ("step=0", "step=6", "links=1", ""):
        explorer.open(f"{address}&lang={lang}")
        expect(explorer.page.locator("html")).to_have_attribute("lang", lang)
        explorer.page.wait_for_timeout(100)
        told += "\n".join(explorer.page.evaluate(TEXTS))
    assert [term for term in TERMS[lang] if term not in told] == []


@pytest.mark.parametrize("lang", ["ja", "ko"])
@pytest.mark.parametrize("open_what", ["palette", "details"])
def test_no_english_sentence_is_left_in_a_dialog(explorer: Explorer, lang: str, open_what: str) -> None:
    explorer.open(f"lang={lang}")
    expect(explorer.page.locator("html")).to_have_attribute("lang", lang)
    opener: Any = explorer.page.locator(".chip-main" if open_what == "palette" else "#graph [data-id=a]").first
    opener.press("Enter")
    expect(explorer.page.get_by_role("dialog")).to_be_visible()
    texts = [NAMES.sub("·", text) for text in explorer.page.evaluate(TEXTS)]
    assert [text for text in texts if ENGLISH.search(text)] == []


def test_language_is_chosen_in_its_own_name_and_kept_in_the_address(explorer: Explorer) -> None:
    choice = explorer.page.locator("#language")
    assert choice.locator("option").all_text_contents() == ["English", "한국어", "日本語"]
    choice.select_option("日本語")
    expect(explorer.page.locator("html")).to_have_attribute("lang", "ja")
    assert "lang=ja" in explorer.address()
    expect(explorer.page.get_by_role("button", name="元に戻す")).to_be_visible()
