# What learners do in Python, a function each; `test_start_kinds.py` runs it in the worker, after each kind of start.
import json as _json
import sys as _sys


def modules():
    import importlib

    names = """abc argparse array ast asyncio base64 bisect bz2 calendar cmath collections configparser contextlib copy
        csv dataclasses datetime decimal difflib dis doctest email.message enum fractions functools getpass glob graphlib
        gzip hashlib heapq hmac html.parser http.client importlib.metadata inspect io ipaddress itertools json logging
        lzma math mimetypes operator os pathlib pickle platform pprint queue random re sched secrets shelve shlex
        sqlite3 statistics string struct sys tarfile tempfile textwrap threading time timeit tokenize tomllib traceback
        types typing unicodedata unittest.mock urllib.parse uuid warnings weakref xml.etree.ElementTree zipfile zlib
        zoneinfo not_a_module numpy.not_a_module numpy.char numpy.fft numpy.ma numpy.polynomial numpy.random numpy.rec
        numpy.testing encodings.cp1252 encodings.euc_kr""".split()
    told = {}
    for name in names:
        try:
            told[name] = getattr(importlib.import_module(name), "__file__", "")
        except ImportError as error:
            told[name] = f"{type(error).__name__}: {error}"
    return told


def linear_algebra():
    import numpy as np

    a = np.array([[2.0, 1.0], [1.0, 3.0]])
    return [np.linalg.solve(a, [1, 2]).tolist(), np.linalg.eigvalsh(a).tolist(), np.linalg.inv(a).tolist()]


def fourier():
    import numpy as np

    return np.abs(np.fft.rfft(np.sin(np.arange(8)))).round(12).tolist()


def masked():
    import numpy as np

    masked = np.ma.masked_array([1.0, 2.0, 4.0], mask=[0, 1, 0])
    return [float(masked.mean()), float(np.median([3.0, 1.0, 2.0])), repr(masked)]


def seeded():
    import numpy as np

    return [np.random.default_rng(7).normal(size=3).tolist(), np.random.RandomState(7).rand(2).tolist()]


def large():
    import numpy as np

    return [float(np.ones((1500, 1500)).sum()), float((np.arange(1_000_000) ** 0.5).sum())]


def too_large():
    import numpy as np

    try:
        np.ones(400_000_000)
    except MemoryError as error:
        return type(error).__name__
    return "it fitted"


def lines():
    import traceback

    import numpy as np

    told = []
    for wrong in (
        lambda: np.linalg.inv(np.ones((2, 3))),
        lambda: _json.loads("["),
        lambda: __import__("re").compile("("),
    ):
        try:
            wrong()
        except Exception:
            told.append(traceback.format_exc().splitlines()[3:])
    return told


def sources():
    import inspect

    import numpy as np

    return [inspect.getsource(np.median)[:200], inspect.getsource(_json.dumps)[:200], inspect.getfile(_json)]


def own_sources():
    import inspect
    import traceback

    import pyautodiff

    told = [inspect.getsource(pyautodiff.Variable.backward), inspect.getsource(pyautodiff.Square)]
    try:
        pyautodiff.Variable("no array")
    except TypeError:
        told.append(traceback.format_exc().splitlines()[3:])
    return told


def answers_kept_from_elsewhere():
    from pyautodiff import expression_text, trace

    kept = [value for module in (expression_text, trace) for value in vars(module).values()]
    return [one.cache_info().currsize for one in kept if hasattr(one, "cache_info")]


def docs():
    import dataclasses

    import numpy as np

    return [np.linspace.__doc__[:300], np.add.__doc__[:300], dataclasses.dataclass.__doc__[:200], _json.__doc__[:80]]


def asserts():
    try:
        assert 1 == 2, "it is told"
    except AssertionError as error:
        return [str(error), __debug__, _sys.flags.optimize]


def asynchronous():
    import asyncio

    return [asyncio.iscoroutine(asyncio.sleep), type(asyncio.get_event_loop()).__name__]


def records():
    from dataclasses import dataclass
    from decimal import Decimal
    from fractions import Fraction

    @dataclass(order=True)
    class Point:
        x: int
        y: int = 2

    return [repr(Point(1)), Point(1) < Point(2), str(Decimal(1) / 7), str(Fraction(3, 9))]


def expressions():
    import re

    return [re.sub(r"(?P<a>\w+)", r"<\g<a>>", "one two"), re.findall(r"\d+", "1 22 333")]


def tested():
    import io
    import unittest

    class Sums(unittest.TestCase):
        def test_right(self):
            self.assertEqual(1 + 1, 2)

        def test_wrong(self):
            self.assertAlmostEqual(1.0, 1.1)

    out = io.StringIO()
    result = unittest.TextTestRunner(stream=out).run(unittest.defaultTestLoader.loadTestsFromTestCase(Sums))
    return [result.testsRun, len(result.failures), out.getvalue().splitlines()[0]]


def surroundings():
    import os
    import time

    return [
        dict(os.environ),
        time.tzname,
        time.timezone,
        abs(time.time() - _now()) < 60,
        os.getcwd(),
        os.path.isdir("/tmp"),
    ]


def _now():
    from js import Date

    return Date.now() / 1000


def installed():
    import importlib.metadata
    import importlib.util

    return [
        importlib.metadata.version("numpy"),
        importlib.util.find_spec("numpy.fft").origin,
        [type(finder).__name__ for finder in _sys.meta_path if not isinstance(finder, type)],
        list(_sys.path),
    ]


def compressed():
    import bz2
    import lzma
    import zlib

    return [len(pack.compress(b"a" * 1000)) for pack in (bz2, lzma, zlib)]


def paths():
    import numpy as np

    return [np.__file__, _json.__file__, np.linalg.__file__, _json.__spec__.origin]


def random():
    import random
    import secrets
    import uuid

    import numpy as np

    return [random.random(), np.random.rand(), secrets.randbits(60), str(uuid.uuid4())]


def _told():
    results = {}
    for name, program in list(globals().items()):
        if getattr(program, "__module__", None) == __name__ and callable(program) and not name.startswith("_"):
            if program.__code__.co_filename == _told.__code__.co_filename:
                try:
                    results[name] = program()
                except Exception as error:
                    results[name] = f"{type(error).__name__}: {error}"
    return results


print("PROGRAMS " + _json.dumps(_told(), default=str))
