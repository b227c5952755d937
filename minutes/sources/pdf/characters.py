"""Characters and drawn lines of a PDF with their places: the only module that knows the library that reads it.

Places are in points. x grows to the right, y downwards; a page that is printed sideways is turned first.
"""

from __future__ import annotations

import ctypes
import itertools
import math
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

import pypdfium2  # type: ignore[import-untyped]
import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

from minutes.sources.values import UnreadableSourceError

# Minutes of a council have some hundred pages at most. What has more is no minutes, or is meant to take all there is.
MOST_PAGES = 1000
MOST_CHARACTERS = 1_000_000
# Of a page: a large table has some hundred rules, a map or a chart some ten thousand lines, which make no table.
MOST_CHARACTERS_OF_PAGE = 100_000
MOST_DRAWINGS = 2_000
# Thinner is a line; what has more segments than a rectangle's five is drawn by hand, and no shade behind text.
_THICKEST_RULE = 3
_SEGMENTS_OF_RECTANGLE = 5
# Drawings within drawings: a page, what a program placed on it, and what it held.
_DEEPEST = 3
_LONGEST_FONT_NAME = 80
# A scanned page is a picture, but for its margins; a coat of arms is not.
_SHARE_OF_SCANNED = 0.5

# A hyphen at a line's end that the library marks, Unicode's two hyphens; a TAB and a no-break space.
_SAME_AS = {"\x02": "-", "\u2010": "-", "\u2011": "-", "\t": " ", "\u00a0": " "}
_MAY_BE_ADDED = frozenset(" \r\n\x02-\xad")

BROKEN = (
    "Filen er beskadiget, så den ikke kan læses som PDF. Hent den igen, hvor den kom fra, "
    "eller gem referatet som PDF på ny i det program, det er skrevet i."
)
LOCKED = (
    "Filen er beskyttet med en adgangskode. Gem den som PDF uden adgangskode, og indlæs den fil, "
    "eller indlæs det Word-dokument, den er lavet af."
)


class Glyph(NamedTuple):
    """A character: from x0 to x1 on a baseline at y, in points; `order` counts as the file draws them."""

    text: str
    x0: float
    x1: float
    y: float
    size: float
    font: bytes
    order: int


class Box(NamedTuple):
    """A rectangle; without width or height, a line."""

    x0: float
    y0: float
    x1: float
    y1: float

    @property
    def width(self) -> float:
        return self.x1 - self.x0

    @property
    def height(self) -> float:
        return self.y1 - self.y0


@dataclass(frozen=True, slots=True)
class Page:
    """What a page shows: characters, drawn lines and frames, all drawn shapes, and the text that stands apart."""

    number: int
    """From 0."""
    paper: Box
    glyphs: list[Glyph] = field(default_factory=list)
    frames: list[Box] = field(default_factory=list)
    shapes: list[Box] = field(default_factory=list)
    apart: str = ""
    """Characters that run in another direction than the text, as a stamp in the margin, or stand beside the paper."""
    has_picture: bool = False
    """Whether a picture covers much of the page, as it does where a page was scanned."""


def read_pages(content: bytes) -> Iterator[Page]:
    """The pages of a PDF.

    Raises UnreadableSourceError where it is broken, is protected by a password, or holds more than minutes have.
    """
    document = _open(content)
    try:
        if len(document) > MOST_PAGES:
            raise _too_large("sider", len(document), MOST_PAGES)
        count = 0
        for number in range(len(document)):
            page = _read_page(document, number)
            count += len(page.glyphs)
            if count > MOST_CHARACTERS:
                raise _too_large("tegn", count, MOST_CHARACTERS)
            yield page
    finally:
        document.close()


def _open(content: bytes) -> pypdfium2.PdfDocument:
    try:
        document = pypdfium2.PdfDocument(content)
        pages = len(document)
    except pypdfium2.PdfiumError as error:
        is_locked = getattr(error, "err_code", None) in (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY)
        raise UnreadableSourceError(LOCKED if is_locked else BROKEN) from error
    if not pages:
        raise UnreadableSourceError(BROKEN)
    return document


def _too_large(what: str, found: int, most: int) -> UnreadableSourceError:
    return UnreadableSourceError(
        f"Filen har {_figure(found)} {what}; der læses højst {_figure(most)}. "
        "Del den, så hvert møde bliver en fil for sig."
    )


def _figure(number: int) -> str:
    return f"{number:,}".replace(",", ".")


def _read_page(document: pypdfium2.PdfDocument, number: int) -> Page:
    try:
        page = document[number]
    except pypdfium2.PdfiumError as error:
        raise UnreadableSourceError(f"Side {number + 1} kan ikke læses. {BROKEN}") from error
    try:
        characters = _read_characters(page, number)
        turn = _direction(characters)
        left, bottom, right, top = page.get_cropbox()
        paper = _turned(turn, left, bottom, right, top)
        glyphs, apart = _upright(characters, turn, paper)
        return Page(number, paper, glyphs, *_drawings(page, turn), apart, _has_large_picture(page, paper))
    finally:
        page.close()


class _Run(NamedTuple):
    """Characters that the file draws at one go: in one font and size, from one point in one direction."""

    direction: tuple[int, int]
    origin: tuple[float, float]
    size: float
    font: bytes


# A character as the library places it: what it is, its left, bottom, right and top edge, and the run that it is of.
_Placed = tuple[str, float, float, float, float, _Run]


def _read_characters(page: pypdfium2.PdfPage, number: int) -> list[_Placed]:
    text_page = page.get_textpage()
    try:
        count = text_page.count_chars()
        if count > MOST_CHARACTERS_OF_PAGE:
            raise _too_large(f"tegn på side {number + 1}", count, MOST_CHARACTERS_OF_PAGE)
        return list(_characters(text_page.raw, count))
    finally:
        text_page.close()


def _characters(text_page: object, count: int) -> Iterator[_Placed]:
    box = pdfium.FS_RECTF()
    runs: dict[int, _Run] = {}
    for index in range(count):
        text = chr(pdfium.FPDFText_GetUnicode(text_page, index))
        # What the library adds between characters are its own guesses at blanks and line ends.
        if text in _MAY_BE_ADDED and pdfium.FPDFText_IsGenerated(text_page, index) == 1:
            continue
        if "\ud800" <= text <= "\udfff":
            continue
        # To ask for each character what is the same for all of a run takes most of the time.
        drawn = ctypes.cast(pdfium.FPDFText_GetTextObject(text_page, index), ctypes.c_void_p).value or 0
        run = runs.get(drawn)
        if run is None:
            run = runs[drawn] = _read_run(text_page, index)
        pdfium.FPDFText_GetLooseCharBox(text_page, index, box)
        yield _SAME_AS.get(text, text), box.left, box.bottom, box.right, box.top, run


def _read_run(text_page: object, index: int) -> _Run:
    """What a character shares with those that are drawn with it."""
    matrix = pdfium.FS_MATRIX()
    x, y = ctypes.c_double(), ctypes.c_double()
    font = ctypes.create_string_buffer(_LONGEST_FONT_NAME)
    pdfium.FPDFText_GetMatrix(text_page, index, matrix)
    pdfium.FPDFText_GetCharOrigin(text_page, index, x, y)
    pdfium.FPDFText_GetFontInfo(text_page, index, font, _LONGEST_FONT_NAME, None)
    size = pdfium.FPDFText_GetFontSize(text_page, index) * math.hypot(matrix.c, matrix.d)
    return _Run(
        direction=_axis(matrix.a, matrix.b),
        origin=(x.value, y.value),
        size=size if 0 < size < math.inf else 1.0,
        font=font.value,
    )


def _axis(a: float, b: float) -> tuple[int, int]:
    """Which way a line runs: (1, 0) to the right, (0, 1) upwards, and so on."""
    if abs(a) >= abs(b):
        return (1 if a >= 0 else -1), 0
    return 0, (1 if b > 0 else -1)


def _direction(characters: list[_Placed]) -> tuple[int, int]:
    """The direction in which most of a page's characters run."""
    directions = Counter(run.direction for text, *_, run in characters if not text.isspace())
    return directions.most_common(1)[0][0] if directions else (1, 0)


def _turned(turn: tuple[int, int], left: float, bottom: float, right: float, top: float) -> Box:
    (x0, y0), (x1, y1) = _turned_point(turn, left, bottom), _turned_point(turn, right, top)
    return Box(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))


def _turned_point(turn: tuple[int, int], x: float, y: float) -> tuple[float, float]:
    dx, dy = turn
    return x * dx + y * dy, x * dy - y * dx


def _upright(characters: list[_Placed], turn: tuple[int, int], paper: Box) -> tuple[list[Glyph], str]:
    """The characters that run with the page and stand on it, and the text of the others."""
    glyphs, apart = [], []
    for order, (text, left, bottom, right, top, run) in enumerate(characters):
        x0, _, x1, _ = (
            (left, bottom, right, top) if turn == (1, 0) else _turned(turn, left, bottom, right, top)
        )
        y = _turned_point(turn, *run.origin)[1]
        # A character at the edge is cut; one that is outside by half is not to be seen.
        is_on_paper = paper.x0 <= (x0 + x1) / 2 <= paper.x1 and paper.y0 <= y <= paper.y1 + run.size
        if run.direction == turn and is_on_paper:
            glyphs.append(Glyph(text, x0, x1, y, run.size, run.font, order))
        else:
            apart.append(text)
    return glyphs, "".join(apart)


def _drawings(page: pypdfium2.PdfPage, turn: tuple[int, int]) -> tuple[list[Box], list[Box]]:
    """The lines and frames that may be a table's, and all shapes; none of a page that is a drawing."""
    frames, shapes = [], []
    stroke, fill = ctypes.c_int(), ctypes.c_int()
    for path in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH], max_depth=_DEEPEST):
        try:
            shape = _turned(turn, *path.get_bounds())
        except pypdfium2.PdfiumError:
            continue
        shapes.append(shape)
        if len(shapes) > MOST_DRAWINGS:
            return [], []
        pdfium.FPDFPath_GetDrawMode(path, fill, stroke)
        is_drawn_by_hand = pdfium.FPDFPath_CountSegments(path) > _SEGMENTS_OF_RECTANGLE
        if stroke.value or is_drawn_by_hand or min(shape.width, shape.height) < _THICKEST_RULE:
            frames.append(shape)
    return frames, shapes


def _has_large_picture(page: pypdfium2.PdfPage, paper: Box) -> bool:
    pictures = page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=_DEEPEST)
    for picture in itertools.islice(pictures, MOST_DRAWINGS):
        left, bottom, right, top = picture.get_bounds()
        if (right - left) * (top - bottom) > _SHARE_OF_SCANNED * paper.width * paper.height:
            return True
    return False
