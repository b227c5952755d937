"""A Word document as its parts: XML files in a zip that name each other, unpacked within bounds where they are read.

A picture that is missing harms nobody, for it is never looked at; a part with a document type (DTD) is refused, for
Word writes none and attacks need one.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from collections.abc import Iterator
from typing import NamedTuple

from docx.oxml.parser import parse_xml

from minutes.sources.formats import match_format
from minutes.sources.values import UnreadableSourceError

from .elements import Element, children

# A document of five hundred pages with pictures has some hundred parts; its text takes ten megabytes of XML.
_MOST_PARTS = 10_000
_MOST_BYTES = 300_000_000
_LARGEST_PART = 25_000_000
# Of as many a long document of a hundred thousand words is made where every word is formatted by itself.
_MOST_ELEMENTS = 600_000
# The XML of long tables is packed to a fiftieth of its size, a bomb to a thousandth.
_HIGHEST_RATIO = 250
_SMALLEST_BOMB = 5_000_000
_IS_ENCRYPTED = 0x1

# Word can save its documents in the strict form of the standard: the same elements under other names.
_STRICT = b"http://purl.oclc.org/ooxml/"
_STRICT_NAMES = {
    _STRICT + b"wordprocessingml/main": b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    _STRICT + b"officeDocument/math": b"http://schemas.openxmlformats.org/officeDocument/2006/math",
    _STRICT + b"officeDocument/relationships": (
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    ),
}
_WORD = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"

DAMAGED = "Word-dokumentet er beskadiget og kan ikke læses. Åbn det i Word, gem det igen som .docx, og indlæs den fil."
_TOO_LARGE = (
    "Word-dokumentet er alt for stort, når det pakkes ud. Gem referatet uden billeder og bilag som .docx, "
    "og indlæs den fil."
)
_ENCRYPTED = (
    "Word-dokumentet er beskyttet med en adgangskode. Fjern adgangskoden i Word, og indlæs filen igen."
)
_WITH_TYPE = (
    "Word-dokumentet henviser til andre filer, som Word ikke selv gør (en DTD), og læses derfor ikke. "
    "Åbn det i Word, gem det igen som .docx, og indlæs den fil."
)


# Of an OpenDocument file its kind stands here, before all else; any other zip has its signature there, and a file.
_LONGEST_BEGINNING = 100
_SIGNATURE = 4


class Part(NamedTuple):
    """A part's name in the zip, and the element that it is."""

    name: str
    root: Element


class Package:
    """The parts of a document, each found from the one that names it."""

    def __init__(self, content: bytes) -> None:
        """Look a zip through. Raises UnreadableSourceError for what is none, is too large or has a password."""
        self._beginning = content[:_LONGEST_BEGINNING]
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(content))
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
            raise UnreadableSourceError(DAMAGED) from error
        entries = self._zip.infolist()
        _refuse_excess(entries)
        # The standard's names differ neither by case nor, in what some programs write, by the kind of slash.
        self._entries = {entry.filename.replace("\\", "/").lower(): entry for entry in entries}

    def main(self) -> Part:
        """The part that the text stands in. Raises UnreadableSourceError, saying what the file is, where none is."""
        part = next(self.related("", "officeDocument"), None)
        if part is None or part.root.tag.encode() != b"{%s}document" % _WORD:
            raise UnreadableSourceError(self._what_it_is())
        return part

    def related(self, part_name: str, kind: str) -> Iterator[Part]:
        """The parts of a kind ("styles", "footnotes") that a part names and the zip has; "" names the main part."""
        folder, file = posixpath.split(part_name)
        relations = posixpath.join(folder, "_rels", f"{file}.rels")
        if relations.lower() not in self._entries:
            return
        for relation in children(self._root(relations)):
            # Only the last word of a kind: the strict form of the standard has other addresses before it.
            is_wanted = relation.get("Type", "").rpartition("/")[2] == kind
            target = posixpath.normpath(posixpath.join("/", folder, relation.get("Target", ""))).lstrip("/")
            if is_wanted and relation.get("TargetMode") != "External" and target.lower() in self._entries:
                yield Part(target, self._root(target))

    def _root(self, part_name: str) -> Element:
        entry = self._entries.get(part_name.lower())
        if entry is None:
            raise UnreadableSourceError(self._what_it_is())
        xml = self._unpack(entry)
        if _STRICT in xml:
            for strict, usual in _STRICT_NAMES.items():
                xml = xml.replace(strict, usual)
        try:
            root = parse_xml(xml)
        except (SyntaxError, ValueError) as error:  # lxml's XMLSyntaxError is a SyntaxError
            raise UnreadableSourceError(DAMAGED) from error
        if root.getroottree().docinfo.doctype:
            raise UnreadableSourceError(_WITH_TYPE)
        if root.xpath("count(//*)") > _MOST_ELEMENTS:
            raise UnreadableSourceError(_TOO_LARGE)
        return root

    def _unpack(self, entry: zipfile.ZipInfo) -> bytes:
        try:
            with self._zip.open(entry) as file:
                # What the zip says of a size need not be true: no more than this is ever unpacked.
                xml = file.read(_LARGEST_PART + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, ValueError) as error:
            raise UnreadableSourceError(DAMAGED) from error
        if len(xml) > _LARGEST_PART:
            raise UnreadableSourceError(_TOO_LARGE)
        return xml

    def _what_it_is(self) -> str:
        if any(entry.startswith("word/") for entry in self._entries):
            return DAMAGED
        # By its beginning and the names in it alone: what stands in it may be documents, too.
        names = [entry.filename for entry in self._entries.values()]
        beginning = self._beginning if "mimetype" in names[:1] else self._beginning[:_SIGNATURE]
        kind = match_format(beginning + "\n".join(names).encode("utf-8", "replace"))
        return DAMAGED if kind is None or kind.read_as else kind.refusal


def _refuse_excess(entries: list[zipfile.ZipInfo]) -> None:
    size = sum(entry.file_size for entry in entries)
    is_bomb = any(
        entry.file_size > max(_SMALLEST_BOMB, _HIGHEST_RATIO * entry.compress_size) for entry in entries
    )
    if len(entries) > _MOST_PARTS or size > _MOST_BYTES or is_bomb:
        raise UnreadableSourceError(_TOO_LARGE)
    if any(entry.flag_bits & _IS_ENCRYPTED for entry in entries):
        raise UnreadableSourceError(_ENCRYPTED)
