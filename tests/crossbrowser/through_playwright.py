"""A browser that Playwright drives: Chromium by its own protocol, Firefox by WebDriver BiDi."""

from typing import Any

from playwright.sync_api import Browser, ElementHandle, Playwright

from web.make.other_browsers import firefox


class ThroughPlaywright:
    """One page of such a browser."""

    def __init__(self, browser: Browser) -> None:
        self.browser = browser
        self.page = browser.new_context(locale="en", viewport={"width": 1280, "height": 800}).new_page()

    def open(self, url: str) -> None:
        self.page.goto(url)

    def another_tab(self) -> None:
        left, self.page = self.page, self.page.context.new_page()
        left.close()

    def resize(self, width: int, height: int) -> None:
        self.page.set_viewport_size({"width": width, "height": height})

    def evaluate(self, expression: str) -> Any:
        return self.page.evaluate(expression)

    def element(self, expression: str) -> ElementHandle:
        found = self.page.evaluate_handle(expression).as_element()
        assert found, f"no element: {expression}"
        return found

    def click(self, element: str) -> None:
        self.element(element).click()

    def enter(self, element: str, text: str) -> None:
        self.element(element).click()
        self.page.keyboard.press("Control+a")
        self.page.keyboard.type(text)

    def press(self, element: str, key: str) -> None:
        self.element(element).press(key)

    def screenshot(self) -> bytes:
        return self.page.screenshot()

    def close(self) -> None:
        self.browser.close()


def firefox_page(playwright: Playwright) -> ThroughPlaywright:
    return ThroughPlaywright(playwright.firefox.launch(channel="moz-firefox", executable_path=str(firefox())))
