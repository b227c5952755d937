"""A paragraph as Word prints it: its runs in order, the results of fields, without what is hidden or deleted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from .elements import Element, attribute, children, is_on, name, path_of, value
from .notes import Note, Notes
from .remarks import Seen
from .styles import Styles
from .symbols import symbol

# Where a page or a column ends by hand; XML has no such character, so that no text can hold it.
PAGE_BREAK = "\f"

_TEXTS = frozenset({name("w:t"), name("m:t")})
_SIGNS = {
    name("w:tab"): "\t",
    name("w:ptab"): "\t",
    name("w:cr"): "\n",
    name("w:noBreakHyphen"): "-",
}
# What holds no text that is printed here: properties, the codes of fields, the reading above a word (ruby).
_SKIPPED = frozenset(
    map(
        name,
        ("w:pPr", "w:rPr", "w:sdtPr", "w:sdtEndPr", "w:instrText", "w:delInstrText", "w:delText", "w:rt"),
    )
)
_DELETED = frozenset(map(name, ("w:del", "w:moveFrom")))
_INSERTED = frozenset(map(name, ("w:ins", "w:moveTo")))
_DRAWINGS = frozenset(map(name, ("w:drawing", "w:pict", "w:object")))
_TEXT_BOX = name("w:txbxContent")
_NOTE_REFERENCES = {name("w:footnoteReference"): "footnote", name("w:endnoteReference"): "endnote"}
# Fields whose results are text that somebody wrote, or that the printed document has as well.
_PLAIN_FIELDS = frozenset({"HYPERLINK", "TOC", "PAGEREF", "REF", "SEQ", "NOTEREF"})


@dataclass(slots=True)
class Content:
    """What a paragraph holds: its text, and what is read below it. `runs_on`: its end is deleted or hidden."""

    text: str = ""
    boxes: list[Element] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    seen: list[Seen] = field(default_factory=list)
    runs_on: bool = False


@dataclass(slots=True)
class _Field:
    """A field that has begun: of what stands in its code nothing is printed."""

    code: str = ""
    is_code: bool = True


def read_paragraph(paragraph: Element, styles: Styles, notes: Notes) -> Content:
    """Return what a paragraph holds."""
    return _Reading(paragraph, styles, notes).content


class _Reading:
    """One paragraph being read. Of a field that goes on in the next, what stands there is the result."""

    def __init__(self, paragraph: Element, styles: Styles, notes: Notes) -> None:
        self._styles, self._notes = styles, notes
        self._is_hidden_by_style = styles.hides(styles.style_of(paragraph))
        self._fields: list[_Field] = []
        # Of these one a paragraph is enough to tell.
        self._changes: dict[Seen, None] = {}
        self.content = Content()
        self.content.text = "".join(self._inside(paragraph))
        self.content.runs_on = self._end_is_gone(paragraph)
        self.content.seen += self._changes

    def _end_is_gone(self, paragraph: Element) -> bool:
        mark = paragraph.find(path_of("w:pPr/w:rPr"))
        if mark is None:
            return False
        if any(mark.find(tag) is not None for tag in _DELETED):
            self._changes[Seen.TRACKED] = None
            return True
        if any(mark.find(tag) is not None for tag in _INSERTED):
            self._changes[Seen.TRACKED] = None
        return bool(is_on(mark, "w:specVanish")) or (
            bool(is_on(mark, "w:vanish")) and Seen.HIDDEN in self._changes
        )

    def _inside(self, parent: Element) -> Iterator[str]:
        for child in children(parent):
            yield from self._pieces(child)

    def _pieces(self, element: Element) -> Iterator[str]:
        tag = element.tag
        if tag in _SKIPPED:
            if tag == name("w:instrText") and self._fields:
                self._fields[-1].code += element.text or ""
        elif tag in _TEXTS:
            if not self._in_code():
                # Line ends and TABs in the XML are blanks to Word; those of the text are elements.
                yield self._readable(" ".join((element.text or "").splitlines()).replace("\t", " "))
        elif tag in _SIGNS:
            yield _SIGNS[tag]
        elif tag in _DELETED:
            self._changes[Seen.TRACKED] = None
        elif tag in _DRAWINGS:
            self._draw(element)
        else:
            yield from self._special(element)

    def _special(self, element: Element) -> Iterator[str]:
        """What is read in a way of its own; anything else is a wrapper, and read for what is in it."""
        tag = element.tag
        if tag == name("w:r"):
            if self._is_hidden(element):
                self._changes[Seen.HIDDEN] = None
                self._follow_fields(element)
            else:
                yield from self._inside(element)
        elif tag == name("w:br"):
            yield PAGE_BREAK if attribute(element, "w:type") in {"page", "column"} else "\n"
        elif tag == name("w:sym"):
            yield self._symbol(element)
        elif tag == name("w:fldChar"):
            self._field(element)
        elif tag in _NOTE_REFERENCES:
            note = self._notes.note(_NOTE_REFERENCES[tag], element)
            self.content.notes.append(note)
            self.content.seen.append(Seen.FOOTNOTE)
            yield note.label
        elif tag == name("w:commentReference"):
            self.content.seen.append(Seen.COMMENT)
        elif tag == name("mc:AlternateContent"):
            yield from self._alternatives(element)
        else:
            if tag in _INSERTED:
                self._changes[Seen.TRACKED] = None
            elif tag == name("w:fldSimple"):
                self._tell_field(attribute(element, "w:instr"))
            yield from self._inside(element)

    def _is_hidden(self, run: Element) -> bool:
        direct = is_on(run, "w:rPr/w:vanish")
        if direct is not None:
            return direct
        style = value(run, "w:rPr/w:rStyle")
        return self._is_hidden_by_style or bool(style and self._styles.hides(style))

    # Fields: begin, code, separate, result, end; one can stand in another's code or result.

    def _in_code(self) -> bool:
        return any(begun.is_code for begun in self._fields)

    def _field(self, mark: Element) -> None:
        kind = attribute(mark, "w:fldCharType")
        if kind == "begin":
            self._fields.append(_Field())
        elif kind == "separate" and self._fields:
            self._fields[-1].is_code = False
        elif kind == "end" and self._fields:
            self._tell_field(self._fields.pop().code)

    def _follow_fields(self, run: Element) -> None:
        for mark in run.iterfind(name("w:fldChar")):
            self._field(mark)

    def _tell_field(self, code: str) -> None:
        kind = code.split(maxsplit=1)[0].upper() if code.strip() else ""
        if kind and kind not in _PLAIN_FIELDS:
            self.content.seen.append(Seen.FIELD)

    # Drawings

    def _alternatives(self, element: Element) -> Iterator[str]:
        """The same thing for newer and for older programs: one of them is enough."""
        boxes = len(self.content.boxes)
        for alternative in children(element):
            text = "".join(self._inside(alternative))
            if text or len(self.content.boxes) > boxes:
                yield text
                return

    def _draw(self, drawing: Element) -> None:
        # A text box in a text box is read when the outer one is.
        boxes = [
            box
            for box in drawing.iter(_TEXT_BOX)
            if next(box.iterancestors(_TEXT_BOX, *_DRAWINGS)) is drawing
        ]
        self.content.boxes += boxes
        self.content.seen += [Seen.TEXT_BOX] * len(boxes) if boxes else [Seen.PICTURE]

    def _symbol(self, element: Element) -> str:
        code = attribute(element, "w:char")
        sign = symbol(int(code, 16), attribute(element, "w:font")) if _is_hexadecimal(code) else None
        if sign is None:
            self.content.seen.append(Seen.SYMBOL)
        return sign or ""

    def _readable(self, text: str) -> str:
        """Text whose signs of symbol fonts are those that they stand for."""
        if text.isascii() or not any("\uf000" <= char <= "\uf0ff" for char in text):
            return text
        return "".join(
            (symbol(ord(char), "") or "") if "\uf000" <= char <= "\uf0ff" else char for char in text
        )


def _is_hexadecimal(code: str) -> bool:
    return 0 < len(code) <= 6 and all(digit in "0123456789abcdefABCDEF" for digit in code)
