"""What is no Word document, or a hostile one, is refused with what to do; what only looks odd is read."""

import io
import random
import zipfile

import pytest

from minutes.sources.docx import read_docx
from minutes.sources.values import UnreadableSourceError
from tests.build.word import MAIN_TYPE, document_xml, numbered, paragraph, parts_of, table, word, zipped

PLAIN = parts_of(paragraph("Godkendt."))
OFFICE = "application/vnd.ms-word"
RELATIONS = "word/_rels/document.xml.rels"


def refusal(content: bytes) -> str:
    with pytest.raises(UnreadableSourceError) as refused:
        read_docx(content)
    message = str(refused.value)
    assert message.endswith(".")
    assert "\n" not in message
    return message


def without(name: str) -> dict[str, str]:
    return {key: text for key, text in PLAIN.items() if key != name}


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "beskadiget"),
        (b"PK\x03\x04", "beskadiget"),
        (zipped(PLAIN)[:300], "beskadiget"),
        (zipped(PLAIN)[:-30], "beskadiget"),
        (zipped(without("word/document.xml")), "beskadiget"),
        (zipped(without("_rels/.rels")), "beskadiget"),
        (zipped({**PLAIN, "word/document.xml": "<w:document"}), "beskadiget"),
        (zipped({**PLAIN, "word/document.xml": ""}), "beskadiget"),
        (zipped({**PLAIN, "word/document.xml": "<html/>"}), "beskadiget"),
        (zipped({"notat.txt": "hej"}), "zip-fil"),
        (zipped({"[Content_Types].xml": "<Types/>", "xl/workbook.xml": "<x/>"}), "regneark"),
        (zipped({"[Content_Types].xml": "<Types/>", "ppt/presentation.xml": "<x/>"}), "præsentation"),
        (
            zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<x/>"}),
            "OpenDocument",
        ),
        (zipped({"META-INF/MANIFEST.MF": "", "META-INF/manifest.xml": ""}), "pakke"),
        (word(""), "tomt"),
        (word(paragraph(" ") + "<w:p/>"), "tomt"),
        (word("<w:p><w:r><w:drawing/></w:r></w:p>"), "skannede"),
        (word(paragraph("a") + '<w:altChunk r:id="x"/>'), "andre filer"),
        (word(paragraph("a") + '<w:subDoc r:id="x"/>'), "andre filer"),
    ],
)
def test_what_is_no_word_document_is_refused_with_what_to_do(content, said):
    assert said in refusal(content)


BILLION = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10 if n else "ha"}">' for n in range(12))


@pytest.mark.parametrize(
    "declared",
    [
        '<!DOCTYPE w SYSTEM "http://127.0.0.1:9/x.dtd">',
        '<!DOCTYPE w [<!ENTITY file SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE w [<!ENTITY % outside SYSTEM "http://127.0.0.1:9/x"> %outside;]>',
        f"<!DOCTYPE w [{BILLION}]>",
        "<!DOCTYPE w>",
    ],
)
@pytest.mark.parametrize("part", ["word/document.xml", "_rels/.rels", RELATIONS])
def test_a_document_type_is_refused_in_every_part(declared, part):
    files = {**PLAIN, part: declared + PLAIN[part].replace("Godkendt.", "&file;&a11;")}
    assert "Godkendt" not in refusal(zipped(files))


def bomb(size: int) -> bytes:
    return zipped({**PLAIN, "word/media/image1.png": b"\0" * size})


@pytest.mark.parametrize(
    "content",
    [
        bomb(20_000_000),
        word(paragraph("a" * 8_000_000)),
        zipped({**PLAIN, "word/document.xml": document_xml(paragraph("a ") * 300_000)}),
        zipped({**PLAIN, **{f"word/media/{number}.png": b"" for number in range(10_001)}}),
    ],
    ids=["a picture that unpacks without end", "endless text", "a million elements", "ten thousand parts"],
)
def test_a_bomb_is_refused(content):
    assert "alt for stort" in refusal(content)


def test_a_part_that_is_larger_than_the_zip_says_is_not_unpacked_further():
    content = bytearray(
        zipped({"a": b"", **PLAIN, "word/document.xml": document_xml(paragraph("ord " * 9_000))})
    )
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        size = archive.getinfo("word/document.xml").file_size
    lying = bytes(content).replace(size.to_bytes(4, "little"), (100).to_bytes(4, "little"))
    assert "beskadiget" in refusal(lying)


def test_a_zip_with_a_password_is_refused():
    content = bytearray(zipped(PLAIN))
    for signature, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = content.find(signature)
        while at >= 0:
            content[at + flags] |= 1
            at = content.find(signature, at + 1)
    assert "adgangskode" in refusal(bytes(content))


def test_text_that_is_nested_without_end_is_refused():
    content = paragraph("inderst")
    for _ in range(400):
        content = table(f"<w:tr><w:tc>{content}</w:tc></w:tr>")
    refusal(word(content))


# What Word opens is read


@pytest.mark.parametrize(
    "files",
    [
        parts_of(paragraph("Godkendt."), main_type=f"{OFFICE}.document.macroEnabled.main+xml"),
        parts_of(paragraph("Godkendt."), main_type=MAIN_TYPE.replace("document.main", "template.main")),
        {name.replace("word/", "WORD/"): text for name, text in PLAIN.items()},
        {name.replace("/", "\\") if "document" in name else name: text for name, text in PLAIN.items()},
        {
            **PLAIN,
            "word/document.xml": '<?xml version="1.0" encoding="utf-8"?><?mso x?>'
            + PLAIN["word/document.xml"],
        },
        {**PLAIN, "word/document.xml": PLAIN["word/document.xml"].encode("utf-16")},
        {**PLAIN, "_rels/.rels": PLAIN["_rels/.rels"].replace('"word/', '"/word/')},
        without(RELATIONS),
        without("[Content_Types].xml"),
        {
            **PLAIN,
            RELATIONS: PLAIN[RELATIONS].replace(
                "</", '<Relationship Id="i" Type="x/image" Target="NULL"/></'
            ),
        },
        {
            **PLAIN,
            RELATIONS: PLAIN[RELATIONS].replace(
                "</", '<Relationship Id="i" Type="x/styles" Target="no.xml"/></'
            ),
        },
        {
            name: text.replace(
                "http://schemas.openxmlformats.org/officeDocument/2006/",
                "http://purl.oclc.org/ooxml/officeDocument/",
            ).replace(
                "http://schemas.openxmlformats.org/wordprocessingml/2006/",
                "http://purl.oclc.org/ooxml/wordprocessingml/",
            )
            for name, text in PLAIN.items()
        },
    ],
    ids=[
        "docm",
        "dotx",
        "capitals",
        "backslashes",
        "an instruction",
        "utf-16",
        "absolute",
        "no relations",
        "no types",
        "a missing picture",
        "missing styles",
        "strict",
    ],
)
def test_other_programs_documents_are_read(files):
    assert read_docx(zipped(files)).text == "Godkendt.\n"


@pytest.mark.parametrize("seed", range(60))
def test_a_damaged_document_is_read_or_refused_and_nothing_else(seed):
    chance = random.Random(seed)
    content = bytearray(
        word(numbered("a") + paragraph("b") + table("<w:tr><w:tc/><w:tc/></w:tr>"), numbering="")
    )
    for _ in range(chance.randint(1, 20)):
        content[chance.randrange(len(content))] = chance.randrange(256)
    try:
        read = read_docx(bytes(content))
    except UnreadableSourceError as refused:
        assert str(refused).endswith(".")
    else:
        assert read.text.endswith("\n")


@pytest.mark.parametrize("seed", range(60))
def test_a_document_of_damaged_xml_is_read_or_refused_and_nothing_else(seed):
    """The zip is whole, so that what is damaged is met where it is read."""
    chance = random.Random(seed)
    numbering = '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"/></w:abstractNum><w:num w:numId="1"/>'
    files = parts_of(numbered("a") + paragraph("b"), numbering=numbering, styles="<w:style/>", footnotes="")
    for name in chance.sample(sorted(files), 2):
        text = list(files[name])
        for _ in range(chance.randint(1, 3)):
            text[chance.randrange(len(text))] = chance.choice('<>"/=:w0a\0&é')
        files[name] = "".join(text)
    try:
        read = read_docx(zipped(files))
    except UnreadableSourceError as refused:
        assert str(refused).endswith(".")
    else:
        assert read.text.endswith("\n")
