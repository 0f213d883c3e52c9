"""Finds Firefox and WebKitGTK for the core suite, or installs them from packages.

The whole suite does without them: where one cannot be had, this says why, and its tests are skipped with that reason.
"""

import os
import shutil
from dataclasses import dataclass
from pathlib import Path

from web.make.browser import from_packages, works
from web.make.progress import BuildError

MINI_BROWSERS = ("/usr/lib/*/webkit2gtk-4.*/MiniBrowser", "/usr/libexec/webkit2gtk-4.*/MiniBrowser")


@dataclass(frozen=True)
class WebKit:
    """A WebKit to be driven: it draws on a screen, so it comes with a virtual one."""

    driver: Path
    browser: Path
    screen: Path


def firefox() -> Path:
    """The path of a Firefox; the variable PYAUTODIFF_FIREFOX names one outright."""
    for name in (os.environ.get("PYAUTODIFF_FIREFOX"), "firefox-esr", "firefox"):
        found = shutil.which(name) if name else None
        if found and works(Path(found)):
            return Path(found)
    raise BuildError("No Firefox here that runs (firefox-esr or firefox on the path).")


def webkit() -> WebKit:
    """WebKitGTK's driver and small browser, and Xvfb for them to draw on."""
    driver, screen = shutil.which("WebKitWebDriver"), shutil.which("Xvfb")
    browsers = [found for pattern in MINI_BROWSERS for found in sorted(Path("/").glob(pattern.removeprefix("/")))]
    missing = [
        name for name, found in (("WebKitWebDriver", driver), ("MiniBrowser", browsers), ("Xvfb", screen)) if not found
    ]
    if not (driver and browsers and screen):
        raise BuildError(f"No WebKitGTK here that can be driven ({' and '.join(missing)} not found).")
    return WebKit(Path(driver), browsers[-1], Path(screen))


PACKAGES = ((firefox, ("firefox-esr",)), (webkit, ("webkit2gtk-driver", "xvfb")))


def install_others() -> list[str]:
    """Install what is missing where that may be done; give a sentence for each that is still missing."""
    missing = []
    for find, names in PACKAGES:
        try:
            find()
        except BuildError as absent:
            try:
                from_packages(*names)
                find()
            except BuildError as error:
                missing.append(" ".join([absent.what, error.what, *error.output.strip().splitlines()[-1:]]))
    return missing
