"""Compresses a file as small as Zstandard can: compress.py FILE OUTPUT. Runs in the build's own environment."""

import sys
from pathlib import Path

import zstandard

given, output = map(Path, sys.argv[1:])
output.write_bytes(zstandard.ZstdCompressor(level=22).compress(given.read_bytes()))
