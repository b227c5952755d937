"""PDF files made by hand: text and rules where a test wants them."""

from __future__ import annotations

import string
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from minutes.sources.pdf.characters import read_pages
from tests.build.pdf import assembled

WIDTH, HEIGHT = 595, 842
LEFT = 60


@dataclass(frozen=True)
class Text:
    """A line of Helvetica, or of its bold, `y` points below the top of the page; `turn` by a right angle."""

    text: str
    y: float
    x: float = LEFT
    size: float = 10
    is_bold: bool = False
    is_turned: bool = False

    def drawn(self) -> bytes:
        font = "F2" if self.is_bold else "F1"
        x, y = self.x, HEIGHT - self.y
        place = f"0 1 -1 0 {x} {y} Tm" if self.is_turned else f"1 0 0 1 {x} {y} Tm"
        escaped = self.text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
        return f"BT /{font} {self.size} Tf {place} (".encode() + escaped.encode("cp1252") + b") Tj ET"


@dataclass(frozen=True)
class Rule:
    """A line half a point thick; both ends in points from the top left corner."""

    x0: float
    y0: float
    x1: float
    y1: float

    def drawn(self) -> bytes:
        return f"0.5 w {self.x0} {HEIGHT - self.y0} m {self.x1} {HEIGHT - self.y1} l S".encode()


Drawn = Text | Rule


@cache
def _widths() -> dict[str, float]:
    """How wide Helvetica's characters are where the type is one point, as the reader of PDF files measures them."""
    characters = string.ascii_letters + string.digits + string.punctuation + " æøåÆØÅ–"
    drawn = [
        Text(f"|{character}|", 30 + 12 * (place // 20), 10 + 28 * (place % 20))
        for place, character in enumerate(characters)
    ]
    (page,) = read_pages(pdf(drawn))
    bars = [glyph for glyph in page.glyphs if glyph.text == "|" and glyph.size == 10]
    places = {(round(bar.x0), round(bar.y)): bar for bar in bars}
    widths = {}
    for each in drawn:
        left = places[round(each.x), round(each.y - HEIGHT)]
        right = min((bar for bar in bars if bar.y == left.y and bar.x0 > left.x0), key=lambda bar: bar.x0)
        widths[each.text[1:-1]] = (right.x0 - left.x1) / 10
    return widths


def width_of(text: str, size: float = 10) -> float:
    return size * sum(_widths()[character] for character in text)


def wrapped(text: str, width: float = 475, size: float = 10, indent: float = 0) -> list[str]:
    """A text in lines that are as long as there is room for whole words, the first of them indented."""
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        room = width - (indent if len(lines) == 1 else 0)
        if lines[-1] and width_of(longer, size) > room:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


def paragraph(*lines: str, y: float, x: float = LEFT, size: float = 10, indent: float = 0) -> list[Text]:
    """Lines one below the other, a fifth more than their size apart, the first of them indented."""
    return [
        Text(line, y + 1.2 * size * place, x if place else x + indent, size)
        for place, line in enumerate(lines)
    ]


def grid(columns: Sequence[float], rows: Sequence[float]) -> list[Rule]:
    """The rules of a table, by the places of its columns' and rows' edges."""
    across = [Rule(columns[0], y, columns[-1], y) for y in rows]
    return across + [Rule(x, rows[0], x, rows[-1]) for x in columns]


def pdf(*pages: Iterable[Drawn]) -> bytes:
    """The file, a page for each list of what is drawn on it."""
    count = len(pages)
    kids = " ".join(f"{5 + 2 * number} 0 R" for number in range(count))
    font = "<< /Type /Font /Subtype /Type1 /Encoding /WinAnsiEncoding /BaseFont /Helvetica{} >>"
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {count} >>".encode(),
        font.format("").encode(),
        font.format("-Bold").encode(),
    ]
    for number, page in enumerate(pages):
        content = b"\n".join(drawn.drawn() for drawn in page)
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] /Contents {6 + 2 * number} 0 R "
            f"/Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> >>".encode()
        )
        objects.append(f"<< /Length {len(content)} >>\nstream\n".encode() + content + b"\nendstream")
    return file_of(objects)


def picture_pages(texts: Iterable[str]) -> bytes:
    """A file whose pages are pictures as large as they, as a scanner makes them, each with a line of text if any."""
    texts = list(texts)
    kids = " ".join(f"{5 + 2 * number} 0 R" for number in range(len(texts)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(texts)} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /Encoding /WinAnsiEncoding /BaseFont /Helvetica >>",
        b"<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 1 >>"
        b"\nstream\n\xff\nendstream",
    ]
    for number, text in enumerate(texts):
        picture = f"q {WIDTH} 0 0 {HEIGHT} 0 0 cm /I Do Q\n".encode()
        content = picture + (Text(text, 80 + 20 * number).drawn() if text else b"")
        objects += [
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] /Contents {6 + 2 * number} 0 R "
            "/Resources << /Font << /F1 3 0 R >> /XObject << /I 4 0 R >> >> >>".encode(),
            f"<< /Length {len(content)} >>\nstream\n".encode() + content + b"\nendstream",
        ]
    return file_of(objects)


def file_of(objects: Sequence[bytes], trailer: bytes = b"") -> bytes:
    """The objects of a file, numbered from 1, the first of them its catalogue."""
    return assembled(dict(enumerate(objects, start=1)), trailer)
