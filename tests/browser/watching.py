"""What a page complains of. Must not know which page it is, nor what a test makes of it."""

from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext


def watched(context: BrowserContext, url: str, faults: list[str]) -> BrowserContext:
    """Write down what goes wrong in a context whose pages come from `url`: errors, and requests to anyone else."""
    origin = "{0.scheme}://{0.netloc}".format(urlsplit(url))

    def watch_request(url: str) -> None:
        if not url.startswith((origin, "data:", "blob:")):
            faults.append(f"foreign request: {url}")

    context.on("request", lambda request: watch_request(request.url))
    context.on("weberror", lambda error: faults.append(f"uncaught: {error.error}"))
    context.on("console", lambda said: faults.append(f"console: {said.text}") if said.type == "error" else None)
    return context
