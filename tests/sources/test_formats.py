"""What a file is by its bytes, what is said of it where it is not read, and what its name decides."""

import re
from pathlib import PurePath

import pytest

from minutes.sources.formats import (
    FORMATS,
    READ_APART,
    is_named_as_read,
    match_format,
    media_type,
    why_not_by_name,
)
from tests.build.documents import minutes_text
from tests.build.pdf import pdf
from tests.build.word import paragraph, word, zipped

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500)


def ole(stream: str) -> bytes:
    """An OLE container with a stream of this name in its directory."""
    return OLE + stream.encode("utf-16-le") + bytes(100)


def open_document(kind: str) -> bytes:
    return zipped({"mimetype": ""}).replace(
        b"mimetype", f"mimetypeapplication/vnd.oasis.opendocument.{kind}".encode(), 1
    )


EMAIL = (
    b"From: Anna <a@example.dk>\r\nTo: Bo\r\nSubject: Referat\r\n af i dag\r\nMIME-Version: 1.0\r\n\r\nHej"
)
KNOWN = [
    (pdf("REFERAT"), "PDF-dokument"),
    (b"\xef\xbb\xbf\r\n" + pdf("REFERAT"), "PDF-dokument"),
    (b"\0" * 1000 + b"%PDF-1.4", "PDF-dokument"),
    (word(paragraph("REFERAT")), "Word-dokument (.docx)"),
    (zipped({"xl/workbook.xml": "x", "[Content_Types].xml": "x"}), "regneark (.xlsx)"),
    (zipped({"ppt/presentation.xml": "x"}), "præsentation (.pptx)"),
    (zipped({"Index/Document.iwa": "x"}), "Pages"),
    (open_document("text"), "OpenDocument-dokument (.odt)"),
    (open_document("spreadsheet"), "OpenDocument-regneark (.ods)"),
    (
        zipped({"content.xml": "x", "META-INF/manifest.xml": "x"}),
        "OpenDocument-dokument (.odt eller lignende)",
    ),
    (zipped({"META-INF/MANIFEST.MF": "x"}), "pakke til et program"),
    (zipped({"referat.txt": "REFERAT"}), "zip-fil"),
    (zipped({}), "zip-fil"),
    (ole("WordDocument"), "ældre Word-dokument (.doc)"),
    (ole("Workbook"), "ældre regneark (.xls)"),
    (ole("PowerPoint Document"), "ældre præsentation (.ppt)"),
    (ole("__properties_version1.0") + ole("WordDocument"), "e-mail (.msg)"),
    (ole("EncryptedPackage"), "Office-dokument med adgangskode"),
    (OLE, "ældre Word- eller Office-dokument"),
    (rb"{\rtf1\ansi REFERAT}", "RTF-dokument"),
    (b"\x89PNG\r\n\x1a\n", "billede (PNG)"),
    (b"\xff\xd8\xff\xe0\x00\x10JFIF", "billede (JPEG)"),
    (b"GIF89a\x01\x00", "billede (GIF)"),
    (b"II*\x00\x08", "billede (TIFF)"),
    (b"MM\x00*\x00", "billede (TIFF)"),
    (b"BM\x36\x10\x00\x00\x00\x00\x00\x00\x36", "billede (BMP)"),
    (b"RIFF\x24\x00\x00\x00WEBPVP8 ", "billede (WebP)"),
    (b"\x00\x00\x00\x18ftypheic\x00", "billede (HEIC)"),
    (b"\x00\x00\x00\x20ftypisom", "lyd- eller videofil"),
    (b"ID3\x04\x00", "lyd- eller videofil"),
    (b"RIFF\x24\x00\x00\x00WAVEfmt ", "lyd- eller videofil"),
    (b"\x1f\x8b\x08\x00", "pakket fil (gzip)"),
    (b"7z\xbc\xaf\x27\x1c", "pakket fil (7z)"),
    (b"Rar!\x1a\x07\x00", "pakket fil (rar)"),
    (b"%!PS-Adobe-3.0", "PostScript"),
    (EMAIL, "e-mail"),
    (b"Return-Path: <a@example.dk>\nSubject: Referat\n\nHej", "e-mail"),
    (b"From anna@example.dk Tue Aug 27 10:00:00 2013\nReceived: from x\n\nHej", "e-mail"),
    (b"<!DOCTYPE html><html><p>REFERAT", "webside (HTML)"),
    (b"\n <HTML lang=da>", "webside (HTML)"),
    (b'<?xml version="1.0"?>\n<!-- gemt -->\n<html xmlns="x">', "webside (HTML)"),
    (b'<?xml version="1.0"?><w:wordDocument>', "XML-fil"),
]
TEXTS = [
    b"",
    b"REFERAT Direktionen",
    minutes_text().encode(),
    b"PK er forkortelsen",
    b"BM: bygningsmyndigheden",
    b"{\\rt",
    b"\xff\xfeR\x00",
    b"<punkt 1>",
    b"Til: Direktionen\nFra: Borgmesteren\nEmne: Referat\n\nREFERAT",
    b"To: Direktionen\nSubject: Referat\n\nReceived: intet",
    b"Dato: 27-08-2013\nSted: Lokale 1\n\nMIME-Version: nej",
    b"x" * 1025 + b"%PDF-1.7",
    b"II. Indstilling",
    b"ID3 er et mobiltelefonnummer",
    b"From the minutes\nReferat",
]


@pytest.mark.parametrize(("content", "name"), KNOWN, ids=[f"{name} {n}" for n, (_, name) in enumerate(KNOWN)])
def test_a_format_is_known_by_its_bytes(content, name):
    kind = match_format(content)
    assert kind is not None
    assert name in kind.name


@pytest.mark.parametrize("content", TEXTS)
def test_all_else_may_be_text(content):
    assert match_format(content) is None


def test_every_format_is_met_in_these_tests():
    assert {match_format(content) for content, _ in KNOWN} >= {
        kind for kind in FORMATS if kind.name != "et Office-dokument"
    }


@pytest.mark.parametrize("kind", FORMATS, ids=lambda kind: kind.name)
def test_what_is_refused_is_refused_with_what_to_do(kind):
    assert re.fullmatch(r"Filen er (et|en) .+\. (Find|Åbn|Pak|Gem|Et billede) .+\.", kind.refusal)
    assert kind.read_as in {"", *READ_APART}


def test_a_document_that_others_stand_in_is_what_it_is_itself():
    inner = zipped({"xl/workbook.xml": "x"})
    assert match_format(word(paragraph("REFERAT")) + inner).read_as == "docx"
    assert match_format(ole("__properties_version1.0") + word(paragraph("REFERAT"))).read_as == ""


def test_megabytes_without_a_format_are_told_at_once():
    for content in (
        b"A: b\n" * 2_000_000,
        b" " * 10_000_000,
        b"A-" * 5_000_000,
        b"x: \n " * 2_000_000,
        b"<!--" * 2_500_000,
    ):
        assert match_format(content) is None


# Names


@pytest.mark.parametrize(
    "name",
    [
        "referat.txt",
        "REFERAT.TXT",
        "mappe/møde 5. februar.Txt",
        "referat.docx.txt",
        "referat.pdf",
        "Referat.PDF",
        "a.docx",
    ],
)
def test_what_is_read_is_named_so(name):
    assert is_named_as_read(PurePath(name))


@pytest.mark.parametrize(
    "name",
    [
        "referat.doc",
        "referat.txt.exe",
        "txt",
        ".txt",
        ".pdf",
        "referat",
        "referat.txt~",
        "",
        "~$referat.docx",
        "._referat.pdf",
    ],
)
def test_other_names_are_not_looked_at(name):
    assert not is_named_as_read(PurePath(name))


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("referat.doc", ole("WordDocument"), "Filen er et ældre Word-dokument (.doc). Åbn det i Word"),
        ("referat.odt", open_document("text"), "gem det som Word-dokument (.docx)"),
        ("scan.jpg", b"\xff\xd8\xff\xe0", "tekstgenkendelse (OCR)"),
        (
            "referat",
            pdf("REFERAT"),
            "Filen er et PDF-dokument, men hedder ikke sådan; filen ender på ingenting.",
        ),
        ("laesmig.md", b"ikke et referat", "Word-dokument (.docx); filen ender på .md."),
        ("~$ferat.docx", b"\x05Anna", "hjælpefil"),
        ("._referat.pdf", b"\x00\x05\x16\x07", "hjælpefil"),
    ],
)
def test_a_file_that_is_passed_over_is_told_by_its_bytes(name, content, sentence):
    assert sentence in why_not_by_name(PurePath(name), content)


@pytest.mark.parametrize(
    ("read_as", "type_"),
    [
        ("pdf", "application/pdf"),
        ("docx", "wordprocessingml.document"),
        ("utf-8", "text/plain"),
        ("", "text/plain"),
    ],
)
def test_a_document_is_handed_out_as_what_it_was_read_as(read_as, type_):
    assert media_type(read_as).endswith(type_)
