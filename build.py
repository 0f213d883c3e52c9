#!/usr/bin/env python3
"""Builds, serves and tests pyautodiff. Needs Python 3.11 or newer; everything else it gets itself.

    python build.py serve       the page, at an address on this machine
    python build.py test        every check there is
    python build.py build       only dist/, ready for any static host
    python build.py standalone  the same, and says where the whole page in one file is
    python build.py package     the embed, as npm publishes it

The steps are in web/make/, one idea a file; this file reads from top to bottom.
"""

import argparse
import sys
from collections.abc import Sequence

if sys.version_info < (3, 11):  # noqa: UP036 — the steps could not even be imported, and the message would be a traceback
    sys.exit(f"Python {sys.version.split()[0]} is too old.\nWhat to do:\n  - Run build.py with Python 3.11 or newer.")

from web.make.checks import checks
from web.make.npm_package import npm_package
from web.make.paths import DIST
from web.make.progress import BuildError
from web.make.serve import serve
from web.make.site import site
from web.make.standalone import NAME


def main(arguments: Sequence[str]) -> int:
    """Do what the command line says; give the exit status."""
    options, rest = parser().parse_known_args(arguments)
    if rest and options.command != "test":
        parser().error(f"unrecognized arguments: {' '.join(rest)}")
    try:
        if options.command == "test":
            return checks(rest)
        if options.command == "package":
            site()
            sys.stdout.write(f"The package is {npm_package()}\n")
        elif options.command == "serve":
            site()
            serve(DIST, options.port, browse=options.browser)
        else:
            site(options.base)
            made = f"page in one file is {DIST / NAME}" if options.command == "standalone" else f"site is in {DIST}"
            sys.stdout.write(f"The {made}\n")
    except BuildError as error:
        sys.stderr.write(f"\n{error}\n")
        return 1
    except OSError as error:
        sys.stderr.write(
            f"\nThe build cannot go on: {error}\nWhat to do:\n  - Mend that (space, permissions), then run again.\n"
        )
        return 1
    except KeyboardInterrupt:
        sys.stderr.write("\nInterrupted. What was finished is kept; the last good dist/ is in place.\n")
        return 130
    return 0


def parser() -> argparse.ArgumentParser:
    """The command line."""
    commands = argparse.ArgumentParser(prog="build.py", description="Builds, serves and tests pyautodiff.")
    of = commands.add_subparsers(dest="command", required=True)
    serving = of.add_parser("serve", help="build what changed, serve it on this machine and open a browser")
    serving.add_argument("--port", type=int, default=0, help="the port to use (a free one)")
    serving.add_argument("--no-browser", dest="browser", action="store_false", help="do not open a browser")
    of.add_parser("test", help="run every check; further arguments go to pytest, which then runs alone")
    of.add_parser("package", help="pack the embed for npm")
    building = of.add_parser("build", help="write dist/ and nothing else")
    alone = of.add_parser("standalone", help="write the whole page in one file, and the rest of dist/ with it")
    for command in (building, alone):
        command.add_argument("--base", default="/", help="the path it will be served at: only 404.html needs it (/)")
    return commands


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
