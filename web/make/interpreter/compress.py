"""Compresses files as small as Zstandard can, in the build's own environment: compress.py FILE... makes FILE.zst.

Whoever reads one needs no more memory for it than the window, 8 MB, and finds out whether it is damaged by the checksum
in it.
"""

import sys
from pathlib import Path

import zstandard

WINDOW = 23
"""Its size, as a power of two."""

parameters = zstandard.ZstdCompressionParameters.from_level(22, window_log=WINDOW, write_checksum=True)
for file in map(Path, sys.argv[1:]):
    made = zstandard.ZstdCompressor(compression_params=parameters).compress(file.read_bytes())
    file.with_suffix(".zst").write_bytes(made)
