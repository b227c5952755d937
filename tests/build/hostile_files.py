"""Files that are made to stop, fill or fool whoever reads them, by what they are; each is made when it is asked for."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

from tests.build.documents import minutes_text
from tests.build.pdf import assembled, of_contents, pdf, stream
from tests.build.word import document_xml, paragraph, parts_of, word, zipped

_MEGABYTE = 1 << 20
_PAGE = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R %s >>"
_CATALOGUE = b"<< /Type /Catalog /Pages 2 0 R %s >>"


def _one_page(content: bytes, page: bytes = b"", catalogue: bytes = b"", **more: bytes) -> dict[int, bytes]:
    return {
        1: _CATALOGUE % catalogue,
        2: b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
        3: _PAGE % page,
        4: content,
        5: b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    }


def _truncated_pdf() -> bytes:
    return pdf(minutes_text())[:-60]


def _encrypted_pdf() -> bytes:
    key = b"(%s)" % (b"x" * 32)
    encrypt = b"<< /Filter /Standard /V 1 /R 2 /O %s /U %s /P -4 >>" % (key, key)
    trailer = b"/Encrypt 6 0 R /ID [(0123456789abcdef) (0123456789abcdef)]"
    return assembled({**_one_page(stream(b"BT ET")), 6: encrypt}, trailer)


def _xref_loop() -> bytes:
    whole = assembled(_one_page(stream(b"BT ET")))
    start = whole.index(b"xref\n0")
    return whole.replace(b"/Root 1 0 R ", b"/Root 9 0 R /Prev %d " % start)


def _tree_that_holds_itself() -> bytes:
    return assembled({1: _CATALOGUE % b"", 2: b"<< /Type /Pages /Count 9 /Kids [2 0 R 2 0 R 2 0 R] >>"})


def _flate_bomb() -> bytes:
    """Half a megabyte that unpacks to half a gigabyte of blanks, and that once more."""
    return assembled(_one_page(stream(b" " * (512 * _MEGABYTE), layers=2)))


def _text_bomb() -> bytes:
    """Two hundred megabytes of text on one page."""
    line = b"(" + b"Budget " * 140 + b") Tj T*\n"
    return of_contents([b"BT /F1 1 Tf 10 800 Td 1 TL\n" + line * 200_000 + b"ET"])


def _hundred_thousand_objects() -> bytes:
    objects = {key: b"<< /A %d 0 R >>" % (key + 1) for key in range(6, 100_006)}
    return assembled({**_one_page(stream(b"BT ET"), b"/X 6 0 R"), **objects})


def _pages_without_end() -> bytes:
    """A page that is named a hundred thousand times."""
    kids = b"3 0 R " * 100_000
    content = b"BT /F1 9 Tf 60 700 Td (Punkt) Tj ET"
    resources = b"/Resources << /Font << /F1 5 0 R >> >>"
    objects = _one_page(stream(content), resources)
    return assembled({**objects, 2: b"<< /Type /Pages /Count 100000 /Kids [%s] >>" % kids})


def _count_that_lies() -> bytes:
    objects = _one_page(stream(b"BT ET"))
    return assembled({**objects, 2: b"<< /Type /Pages /Count 2000000000 /Kids [3 0 R] >>"})


def _form_that_draws_itself() -> bytes:
    form = stream(
        b"/Me Do /Me Do /Me Do", b"/Type /XObject /Subtype /Form /Resources << /XObject << /Me 6 0 R >> >>"
    )
    return assembled({**_one_page(stream(b"/Me Do"), b"/Resources << /XObject << /Me 6 0 R >> >>"), 6: form})


def _arrays_in_arrays() -> bytes:
    return assembled(_one_page(stream(b"BT ET"), b"/X " + b"[" * 500_000 + b"]" * 500_000))


def _scanned() -> bytes:
    picture = stream(
        b"\x00" * 10_000,
        b"/Type /XObject /Subtype /Image /Width 100 /Height 100 /BitsPerComponent 8 /ColorSpace /DeviceGray",
    )
    resources = b"/Resources << /XObject << /P 6 0 R >> >>"
    return assembled({**_one_page(stream(b"595 0 0 842 0 0 cm /P Do"), resources), 6: picture})


def _page_as_large_as_a_field() -> bytes:
    content = b"BT /F1 1000000 Tf 0 0 Td (A) Tj ET"
    return of_contents([content]).replace(b"[0 0 595 842]", b"[0 0 1e30 -1e9]")


HOSTILE_PDF: dict[str, Callable[[], bytes]] = {
    "cut off": _truncated_pdf,
    "nothing but the head": lambda: b"%PDF-1.7\n",
    "with a password": _encrypted_pdf,
    "cross references in a loop": _xref_loop,
    "a tree of pages that holds itself": _tree_that_holds_itself,
    "a stream that unpacks to a gigabyte": _flate_bomb,
    "200 MB of text on a page": _text_bomb,
    "a hundred thousand objects": _hundred_thousand_objects,
    "a page named a hundred thousand times": _pages_without_end,
    "two thousand million pages, it says": _count_that_lies,
    "a form that draws itself": _form_that_draws_itself,
    "half a million arrays in each other": _arrays_in_arrays,
    "scanned": _scanned,
    "a page without measure": _page_as_large_as_a_field,
}


# Word


def _with_main(xml: str, doctype: str = "") -> bytes:
    files = parts_of("")
    files["word/document.xml"] = f'<?xml version="1.0"?>{doctype}{document_xml(xml)}'
    return zipped(files)


def _external_entity() -> bytes:
    doctype = '<!DOCTYPE x [<!ENTITY secret SYSTEM "file:///etc/passwd">]>'
    return _with_main(paragraph("REFERAT Direktionen &secret;"), doctype)


def _entities_in_entities() -> bytes:
    entities = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    return _with_main(paragraph("&e11;"), f'<!DOCTYPE x [<!ENTITY e0 "ha">{entities}]>')


def _zip_bomb() -> bytes:
    return word(paragraph(" " * (300 * _MEGABYTE)))


def _many_zip_bombs() -> bytes:
    parts = {f"word/media/{n}.xml": "0" * (20 * _MEGABYTE) for n in range(20)}
    return zipped({**parts_of(paragraph("REFERAT")), **parts})


def _sizes_that_lie() -> bytes:
    """The directory says that the main part is a hundred bytes."""
    whole = bytearray(word(paragraph("Budget " * 2_000_000)))
    entry = whole.rindex(b"word/document.xml") - 46
    whole[entry + 24 : entry + 28] = (100).to_bytes(4, "little")
    return bytes(whole)


def _hundred_thousand_parts() -> bytes:
    packed = io.BytesIO(word(paragraph("REFERAT")))
    with zipfile.ZipFile(packed, "a") as archive:
        for number in range(100_000):
            archive.writestr(f"x/{number}", b"")
    return packed.getvalue()


def _encrypted_zip() -> bytes:
    whole = bytearray(word(paragraph("REFERAT")))
    at = whole.find(b"PK\x01\x02")
    while at >= 0:
        whole[at + 8] |= 1
        at = whole.find(b"PK\x01\x02", at + 4)
    return bytes(whole)


def _part_of_another_machine() -> bytes:
    files = parts_of(paragraph("REFERAT"))
    files["_rels/.rels"] = files["_rels/.rels"].replace("word/document.xml", "http://127.0.0.1:9/word.xml")
    return zipped(files)


HOSTILE_WORD: dict[str, Callable[[], bytes]] = {
    "cut off": lambda: word(paragraph("REFERAT"))[:500],
    "an external entity": _external_entity,
    "entities in entities": _entities_in_entities,
    "300 MB of blanks": _zip_bomb,
    "20 parts of 20 MB": _many_zip_bombs,
    "sizes that lie": _sizes_that_lie,
    "a hundred thousand parts": _hundred_thousand_parts,
    "a password on each part": _encrypted_zip,
    "ten thousand tables in each other": lambda: _with_main(
        "<w:tbl><w:tr><w:tc>" * 10_000 + "</w:tc></w:tr></w:tbl>" * 10_000
    ),
    "its text on another machine": _part_of_another_machine,
    "no text": lambda: zipped(
        {name: xml for name, xml in parts_of("").items() if name != "word/document.xml"}
    ),
    "no XML": lambda: zipped({**parts_of(""), "word/document.xml": b"\x00\xff" * 1000}),
    "a part that is its own": lambda: zipped(
        {
            **parts_of(""),
            "_rels/.rels": parts_of("")["_rels/.rels"].replace("word/document.xml", "_rels/.rels"),
        }
    ),
}
