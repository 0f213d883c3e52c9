"""Compresses files as small as Zstandard can, in the build's own environment: compress.py FILE... makes FILE.zst."""

import sys
from pathlib import Path

import zstandard

for file in map(Path, sys.argv[1:]):
    made = zstandard.ZstdCompressor(level=22).compress(file.read_bytes())
    file.with_suffix(".zst").write_bytes(made)
