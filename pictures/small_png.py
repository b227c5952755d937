"""Pictures of pages as small PNG files: pages have few colours, so that each pixel needs no more than a byte."""

from __future__ import annotations

import struct
import zlib
from array import array
from collections import Counter
from collections.abc import Iterable

_MOST_COLOURS = 256
_SIGNATURE = b"\x89PNG\r\n\x1a\n"


def png_of(pixels: array[int], width: int) -> bytes:
    """Return the file of a picture, line by line of `width` pixels, each 0xRRGGBB.

    The colours that occur most are kept; each of the others becomes the one of them that is most like it.
    """
    counted = Counter(pixels)
    palette = [colour for colour, _ in counted.most_common(_MOST_COLOURS)]
    places = {colour: _nearest(colour, palette) for colour in counted}
    indices = bytes(map(places.__getitem__, pixels))
    lines = (b"\0" + indices[start : start + width] for start in range(0, len(indices), width))
    header = struct.pack(">IIBBBBB", width, len(pixels) // width, 8, 3, 0, 0, 0)
    chunks = (
        (b"IHDR", header),
        (b"PLTE", b"".join(colour.to_bytes(3, "big") for colour in palette)),
        (b"IDAT", zlib.compress(b"".join(lines), 9)),
        (b"IEND", b""),
    )
    return _SIGNATURE + b"".join(_chunk(name, content) for name, content in chunks)


def _nearest(colour: int, palette: Iterable[int]) -> int:
    """The place in the palette of the colour that is most like this one."""
    red, green, blue = colour.to_bytes(3, "big")
    distances = [
        (red - (other >> 16)) ** 2 + (green - (other >> 8 & 255)) ** 2 + (blue - (other & 255)) ** 2
        for other in palette
    ]
    return distances.index(min(distances))


def _chunk(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))
