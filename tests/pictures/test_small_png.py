"""Pictures are written with a byte a pixel, and as what they show."""

import struct
import zlib
from array import array

from pictures.small_png import png_of


def read_png(file: bytes) -> tuple[int, list[int]]:
    """The width and the pixels of a PNG whose lines are not filtered: an independent reader of chunks."""
    assert file.startswith(b"\x89PNG\r\n\x1a\n")
    chunks, at = {}, 8
    while at < len(file):
        (length,) = struct.unpack(">I", file[at : at + 4])
        name, content = file[at + 4 : at + 8], file[at + 8 : at + 8 + length]
        assert struct.unpack(">I", file[at + 8 + length : at + 12 + length])[0] == zlib.crc32(name + content)
        chunks[name], at = content, at + 12 + length
    width, height, depth, kind, *_ = struct.unpack(">IIBBBBB", chunks[b"IHDR"])
    assert (depth, kind) == (8, 3)
    palette = [
        int.from_bytes(chunks[b"PLTE"][place : place + 3]) for place in range(0, len(chunks[b"PLTE"]), 3)
    ]
    lines = zlib.decompress(chunks[b"IDAT"])
    assert len(lines) == height * (width + 1)
    pixels = [palette[place] for row in range(height) for place in lines[row * (width + 1) + 1 :][:width]]
    return width, pixels


def test_few_colours_are_kept_as_they_are():
    pixels = [0xFFFFFF, 0x0A566B, 0x000000, 0xFFFFFF, 0xFFFFFF, 0x123456]
    assert read_png(png_of(array("I", pixels), 3)) == (3, pixels)


def test_of_many_colours_the_rare_ones_become_the_likest():
    often = [0x010101 * shade for shade in range(256)]
    pixels = [*often, *often, 0x808182, 0xFFFEFF]
    _, shown = read_png(png_of(array("I", pixels), 2))
    assert shown[:512] == pixels[:512]
    assert shown[512:] == [0x818181, 0xFFFFFF]
