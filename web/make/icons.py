"""The icons of the installed page as PNG: the two arrows of the mark, forward and backward, on paper."""

import struct
import zlib
from math import hypot
from pathlib import Path

PAPER, FORWARD, BACKWARD = (0xFB, 0xFA, 0xF6), (0x00, 0x5F, 0x9E), (0xB2, 0x3F, 0x00)
SIDE = 32
"""Units along a side of the mark."""
CORNER, STROKE = 7.0, 3.0
Segment = tuple[float, float, float, float]
ARROWS: dict[tuple[int, int, int], list[Segment]] = {
    FORWARD: [(6, 12, 23, 12), (18, 7, 23, 12), (23, 12, 18, 17)],
    BACKWARD: [(26, 21, 9, 21), (14, 16, 9, 21), (9, 21, 14, 26)],
}
TILE = 16
"""Pixels along a side of a tile; in most of them there is no arrow."""
MASKABLE = 0.72
"""How large the mark is drawn where a system cuts the icon to a shape of its own."""
APPLE = 0.86


def icons(site: Path) -> None:
    """Put every icon into the site."""
    for name, size, scale, corner in (
        ("icon-192.png", 192, 1.0, CORNER),
        ("icon-512.png", 512, 1.0, CORNER),
        ("icon-maskable-512.png", 512, MASKABLE, 0.0),
        ("icon-apple-180.png", 180, APPLE, 0.0),
    ):
        (site / name).write_bytes(png(draw(size, scale, corner), size))


def draw(size: int, scale: float, corner: float) -> bytearray:
    """The mark as rows of red, green, blue and opacity."""
    pixels = bytearray(bytes((*PAPER, 255)) * size * size)
    unit = size / SIDE
    for top in range(0, size, TILE):
        for left in range(0, size, TILE):
            draw_tile(pixels, size, (left, top), unit * scale)
    round_off(pixels, size, corner * unit)
    return pixels


def draw_tile(pixels: bytearray, size: int, tile: tuple[int, int], unit: float) -> None:
    """Draw what of the arrows lies in one tile."""
    left, top = tile
    half = STROKE * unit / 2
    middle = size / 2
    within = half + TILE
    centre = (left + TILE / 2 - middle, top + TILE / 2 - middle)
    for colour, segments in ARROWS.items():
        placed = [tuple((end - SIDE / 2) * unit for end in segment) for segment in segments]
        near = [segment for segment in placed if distance(*centre, segment) < within]
        if not near:
            continue
        for y in range(top, min(top + TILE, size)):
            for x in range(left, min(left + TILE, size)):
                here = (x + 0.5 - middle, y + 0.5 - middle)
                cover = half + 0.5 - min(distance(*here, segment) for segment in near)
                blend(pixels, 4 * (y * size + x), colour, min(max(cover, 0.0), 1.0))


def distance(x: float, y: float, segment: tuple[float, ...]) -> float:
    """From a point to the nearest point of a segment."""
    x0, y0, x1, y1 = segment
    dx, dy = x1 - x0, y1 - y0
    along = min(max(((x - x0) * dx + (y - y0) * dy) / (dx * dx + dy * dy), 0.0), 1.0)
    return hypot(x - x0 - along * dx, y - y0 - along * dy)


def blend(pixels: bytearray, at: int, colour: tuple[int, int, int], cover: float) -> None:
    """Lay a colour over a pixel."""
    for channel, value in enumerate(colour):
        pixels[at + channel] = round(pixels[at + channel] * (1 - cover) + value * cover)


def round_off(pixels: bytearray, size: int, radius: float) -> None:
    """Take the corners away."""
    for y in range(int(radius)):
        for x in range(int(radius)):
            cover = min(max(radius + 0.5 - hypot(radius - x - 0.5, radius - y - 0.5), 0.0), 1.0)
            for row, column in ((y, x), (y, size - 1 - x), (size - 1 - y, x), (size - 1 - y, size - 1 - x)):
                pixels[4 * (row * size + column) + 3] = round(255 * cover)


def png(pixels: bytearray, size: int) -> bytes:
    """A square picture in red, green, blue and opacity as a PNG file."""
    row = 4 * size
    lines = b"".join(b"\0" + pixels[start : start + row] for start in range(0, row * size, row))
    header = struct.pack(">IIBBBBB", size, size, 8, 6, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(lines, 9)) + chunk(b"IEND", b"")


def chunk(kind: bytes, content: bytes) -> bytes:
    """A part of a PNG file."""
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
