"""What runs in the worker, behind the page: a request in, a trace out, both as JSON text.

Knows PyScript's `xworker` and the library's one entry, and nothing of what a request says.
"""

import platform

import numpy as np
from polyscript import xworker

from pyautodiff.trace import answer

xworker.sync.run = answer
xworker.sync.versions = lambda: f"{platform.python_version()} {np.__version__}"
