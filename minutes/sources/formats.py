"""What a file is, by its bytes alone: who reads it, or the sentence that refuses it and says what to do instead.

How a file is named decides nothing but what a folder and an upload are looked through for.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import PurePath

# How the names of all files end that are looked at; in capitals, too.
READ_SUFFIXES = (".txt", ".pdf", ".docx")
# What `read_as` can be.
READ_APART = frozenset({"pdf", "docx"})
# How far into a file its signature may reach: that of e-mail is the longest.
LONGEST_HEAD = 16_384
READ_FILES = "tekstfil (.txt), PDF (.pdf) eller Word-dokument (.docx)"
# What Word keeps beside a document that somebody has open, and macOS beside every file of a foreign disk.
_BESIDE_OTHER_FILES = ("~$", "._")

_IN_WORD = "Åbn det i Word, gem det som Word-dokument (.docx), og indlæs den fil."
_ELSEWHERE = f"Find referatet som {READ_FILES}, og indlæs den fil."
_ONE_BY_ONE = "Pak den ud, og indlæs referaterne i den hver for sig."
_ATTACHED = "Gem det referat, der er vedhæftet eller står i den, som en fil for sig, og indlæs den."
_OF_A_PICTURE = (
    "Et billede har ingen tekst. Find referatet som tekst, PDF eller Word-dokument, eller lad et program til "
    "tekstgenkendelse (OCR) gøre billedet til et Word-dokument, og indlæs den fil."
)


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file that is not plain text, and what the archivist reads that it is.

    Its bytes begin with `signature`, a pattern, and hold `inside` somewhere. `read_as` names who reads it
    (`minutes.sources.reader`); where that is nobody, `instead` says what to do.
    """

    name: str
    signature: bytes
    inside: bytes = b""
    read_as: str = ""
    instead: str = _ELSEWHERE

    @property
    def refusal(self) -> str:
        return f"Filen er {self.name}. {self.instead}"

    def fits(self, content: bytes) -> bool:
        head = content[:LONGEST_HEAD]
        return re.match(self.signature, head, re.DOTALL) is not None and self.inside in content


def _utf16(name: str) -> bytes:
    """As an OLE container has the names of its streams."""
    return name.encode("utf-16-le")


_ZIP = rb"PK(?:\x03\x04|\x05\x06|\x07\x08)"
_OLE = rb"\xd0\xcf\x11\xe0"
_OPEN_DOCUMENT = _ZIP + rb".{26}mimetypeapplication/vnd\.oasis\.opendocument\."
# The lines that e-mail begins with (RFC 5322), up to one that nothing else has.
_EMAIL = (
    rb"\s*(?:From [^\n]*\n)?(?:[A-Za-z][A-Za-z0-9-]*:[^\n]*\n(?:[ \t][^\n]*\n)*){0,100}?"
    rb"(?i:mime-version|message-id|received|return-path|dkim-signature):"
)
_HTML = rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,500}?-->\s*)?<(?i:!doctype\s+html|html|head|body)\b"

# The zip files that are told apart by what is in them, the surest first.
PACKAGES = (
    Format("et OpenDocument-regneark (.ods)", _OPEN_DOCUMENT + rb"spreadsheet"),
    Format("et OpenDocument-dokument (.odt)", _OPEN_DOCUMENT, instead=_IN_WORD),
    Format("et Word-dokument (.docx)", _ZIP, b"word/document", read_as="docx"),
    Format("et regneark (.xlsx)", _ZIP, b"xl/workbook"),
    Format("en præsentation (.pptx)", _ZIP, b"ppt/presentation"),
    Format("et dokument fra Pages, Numbers eller Keynote", _ZIP, b"Index/Document.iwa", instead=_IN_WORD),
    # Names can be written otherwise; its reader looks closer.
    Format("et Office-dokument", _ZIP, b"[Content_Types].xml", read_as="docx"),
    Format("et OpenDocument-dokument (.odt eller lignende)", _ZIP, b"content.xml", instead=_IN_WORD),
    Format("en pakke til et program", _ZIP, b"META-INF/"),
    Format("en zip-fil", _ZIP, instead=_ONE_BY_ONE),
)
# A message holds the documents that are attached to it, so it comes before them.
_CONTAINERS = (
    Format("en e-mail (.msg)", _OLE, _utf16("__properties_version1.0"), instead=_ATTACHED),
    Format(
        "et Office-dokument med adgangskode",
        _OLE,
        _utf16("EncryptedPackage"),
        instead="Åbn det med adgangskoden, fjern den under »Filer«, »Oplysninger« og »Beskyt«, gem dokumentet, "
        "og indlæs det igen.",
    ),
    Format("et ældre Word-dokument (.doc)", _OLE, _utf16("WordDocument"), instead=_IN_WORD),
    Format("et ældre regneark (.xls)", _OLE, _utf16("Workbook")),
    Format("en ældre præsentation (.ppt)", _OLE, _utf16("PowerPoint Document")),
    Format("et ældre Word- eller Office-dokument", _OLE, instead=_IN_WORD),
)
_PICTURES = tuple(
    Format(f"et billede ({name})", signature, instead=_OF_A_PICTURE)
    for name, signature in (
        ("PNG", rb"\x89PNG"),
        ("JPEG", rb"\xff\xd8\xff"),
        ("GIF", rb"GIF8[79]a"),
        ("TIFF", rb"II\*\x00|MM\x00\*"),
        ("BMP", rb"BM.{4}\x00{4}"),
        ("WebP", rb"RIFF.{4}WEBP"),
        ("HEIC", rb".{4}ftyp(?:hei[cmsx]|hev[cx]|mif1|msf1|avi[fs])"),
    )
)
FORMATS = (
    *PACKAGES,
    *_CONTAINERS,
    *_PICTURES,
    Format("en lyd- eller videofil", rb".{4}ftyp|ID3[\x02-\x04]|RIFF.{4}(?:WAVE|AVI )|OggS"),
    Format("en pakket fil (gzip)", rb"\x1f\x8b", instead=_ONE_BY_ONE),
    Format("en pakket fil (7z)", rb"7z\xbc\xaf\x27\x1c", instead=_ONE_BY_ONE),
    Format("en pakket fil (rar)", rb"Rar!\x1a\x07", instead=_ONE_BY_ONE),
    Format("et RTF-dokument", rb"\s*\{\\rtf", instead=_IN_WORD),
    Format("en PostScript-fil", rb"%!PS"),
    # The head of a PDF may stand anywhere in its first 1,024 bytes (Adobe's implementation note 13 to PDF 1.7).
    Format("et PDF-dokument", rb".{0,1019}%PDF-", read_as="pdf"),
    Format("en e-mail eller en gemt webside (.eml, .mht)", _EMAIL, instead=_ATTACHED),
    Format(
        "en webside (HTML)",
        _HTML,
        instead="Åbn den i en browser, gem den som PDF med »Udskriv«, og indlæs den fil.",
    ),
    Format("en XML-fil", rb"\s*<\?xml\b"),
)


def match_format(content: bytes) -> Format | None:
    """The format that a file's bytes are of, or None where they may be text.

    Of a zip file, its beginning and the names of the files in it say more surely than all its bytes what it is: these
    can be of a document in the document.
    """
    return next((kind for kind in FORMATS if kind.fits(content)), None)


def media_type(read_as: str) -> str:
    """How a browser is told what a stored document is, by what it was read as: "pdf", "docx", or an encoding."""
    return _MEDIA_TYPES.get(read_as, "text/plain")


_MEDIA_TYPES = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}


def is_named_as_read(path: PurePath) -> bool:
    """Whether a file's name says that it is of a format that is read: "referat.txt", "REFERAT.PDF"."""
    return path.suffix.lower() in READ_SUFFIXES and not path.name.startswith(_BESIDE_OTHER_FILES)


def why_not_by_name(name: PurePath, content: bytes) -> str:
    """Why a file is not looked at that is not named as one that is read, by its bytes or the first of them."""
    if name.name.startswith(_BESIDE_OTHER_FILES):
        return "Filen er en hjælpefil, som Word eller macOS har lagt, og intet referat."
    kind = match_format(content)
    if kind and not kind.read_as:
        return kind.refusal
    what = f"Filen er {kind.name}, men hedder ikke sådan" if kind else f"Et referat er en {READ_FILES}"
    return f"{what}; filen ender på {name.suffix or 'ingenting'}."
