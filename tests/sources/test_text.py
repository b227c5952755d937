"""Whatever bytes are uploaded, the text that comes out keeps the guarantees of minutes.sources.text."""

import codecs
import re
import time
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from minutes.sources.text import numbered_text, read_source
from minutes.sources.values import UnreadableSourceError

DANISH = "REFERAT Direktionen d. 27-08-2013\n\nÆblegrød på Ærø – “småt”\n"


def text_of(content: bytes) -> str:
    return read_source(content).text


# Encodings


@pytest.mark.parametrize(
    ("content", "encoding"),
    [
        (DANISH.encode(), "utf-8"),
        (codecs.BOM_UTF8 + DANISH.encode(), "utf-8-sig"),
        (DANISH.encode("utf-16"), "utf-16"),
        (codecs.BOM_UTF16_BE + DANISH.encode("utf-16-be"), "utf-16"),
        (DANISH.encode("utf-16-le"), "utf-16-le"),
        (DANISH.encode("utf-16-be"), "utf-16-be"),
        (DANISH.encode("utf-32"), "utf-32"),
        (codecs.BOM_UTF32_BE + DANISH.encode("utf-32-be"), "utf-32"),
        (DANISH.encode("cp1252"), "cp1252"),
        (DANISH.encode("mac_roman"), "mac_roman"),
        (b"REFERAT Direktionen", "utf-8"),
    ],
)
def test_the_encoding_is_found_and_the_text_is_the_same(content, encoding):
    source = read_source(content)
    assert source.encoding == encoding
    assert source.text in (DANISH, "REFERAT Direktionen")


PLAIN = "REFERAT Direktionen\n\nÆblegrød på Ærø: SMÅBØRN, ålen, øl, én idé, § 4\n"


@pytest.mark.parametrize("encoding", ["cp1252", "cp850", "mac_roman"])
@pytest.mark.parametrize(
    "text",
    [
        PLAIN,
        "Mødet",
        "DAGSORDEN FOR MØDET",
        "Åben",
        "På Ø",
        "Ændringer på området",
        "Forældre‑ og børnehuset på øen drøftes; æ, ø og å.\n".replace("‑", "-"),
        "MØDEDATO: Lørdag på Rådhuset – “Café Ærø”, § 4, ½ kr., 20°, €".encode("cp1252").decode("cp1252"),
    ],
)
def test_the_letters_around_tell_windows_dos_and_the_mac_apart(text, encoding):
    content = text.encode(encoding, "ignore")
    source = read_source(content)
    assert source.encoding == encoding
    assert source.text == content.decode(encoding)


def test_danish_in_the_nordic_dos_encoding_is_read_as_the_other_dos_encoding():
    assert text_of("Ærø på tærø: SMÅBØRN".encode("cp865")) == "Ærø på tærø: SMÅBØRN"


@pytest.mark.parametrize(
    "text",
    [
        "The board’s members’ minutes",
        "‘quoted’ words, ‘and others’",
        "Rock ‘n’ roll på skolen",
        "“citat” – og … • ½ 20° € ® © ™",
        "‹ord› på †",
        "São João, François, Müller, Åse",
        "Øl, æbler: “PÅ” – 3¾ times ®",
        "Œuvre, Žižek, Šmid på kø",
    ],
)
def test_signs_and_names_of_windows_are_not_taken_for_the_letters_of_another(text):
    source = read_source(text.encode("cp1252"))
    assert (source.encoding, source.text) == ("cp1252", text)


def test_a_text_with_stray_nul_bytes_is_not_taken_for_utf16():
    assert text_of(b"Punkt 1:\0 Lukket\0\0") == "Punkt 1: Lukket"


def test_capital_letters_with_accents_alone_do_not_make_a_cp1252_text_look_damaged():
    assert text_of("São João, ÁÀÃ Å".encode("cp1252")) == "São João, ÁÀÃ Å"


# Refusals


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (b"PK\x03\x04\x14\x00", "zip-fil"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "ældre Word"),
        (rb"{\rtf1\ansi Referat}", "RTF"),
        (b"\x89PNG\r\n\x1a\n", "billede"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "billede"),
        (b"GIF89a", "billede"),
        (b"\x1f\x8b\x08\x00", "pakket"),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3", "PDF-dokument"),
        ("\u200b%PDF-1.7".encode(), "PDF-dokument"),
        ("\u200b{\\rtf1".encode(), "RTF"),
        ("<html>".encode("utf-16"), "webside"),
        (b"MIME-Version: 1.0\n\nHej", "e-mail"),
    ],
)
def test_another_kind_of_file_is_named_and_the_archivist_is_told_what_to_do(content, what):
    with pytest.raises(UnreadableSourceError, match=what) as error:
        read_source(content)
    assert re.search("indlæs|Hent den igen", str(error.value))


@pytest.mark.parametrize(
    "content", [b"", b" \r\n\t\f ", b"\0\0\0", codecs.BOM_UTF8, "\u00a0\u200b\u00ad".encode()]
)
def test_a_file_without_text_is_refused_as_empty(content):
    with pytest.raises(UnreadableSourceError, match="tom"):
        read_source(content)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"Referat\nlinje to \x81\n", r"Windows-1252 \(byte 0x81 i linje 2\)"),
        ("Mødet i\nDirektionen".encode() + b"\n\xff", "tekst i UTF-8, men er beskadiget i linje 3"),
        (codecs.BOM_UTF8 + b"Referat\xf8", "tekst i UTF-8, men er beskadiget i linje 1"),
        (DANISH.encode("utf-16")[:-1], "tekst i UTF-16, men er beskadiget i linje"),
    ],
)
def test_damaged_text_is_refused_with_the_line_of_the_damage(content, sentence):
    with pytest.raises(UnreadableSourceError, match=sentence):
        read_source(content)


SAVE = "gem det som tekst i UTF-8: i Word med »Gem som«"


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("DrÃ¸ftes pÃ¥ mÃ¸det", r"tekst i UTF-8, som er læst som Windows-1252 .*»Ã¸« \(linje 2\)"),
        (
            "Dr\u00c3\u0098FTES P\u00c3\u0085 M\u00c3\u0098DET",
            r"UTF-8, som er læst som Windows-1252 .*\(linje 2\)",
        ),
        ("Dr?ftes p? m?det, f?r det er r?dt", r"spørgsmålstegn, .*forkert tegnsæt"),
        ("Dr\ufffdftes p\ufffd m\ufffddet", r"gået tabt, .*forkert tegnsæt"),
        ("Dr&oslash;ftes p&aring; m&oslash;det", r"webside \(HTML\)"),
        ("Dr=F8ftes p=E5 m=F8det", r"mail \(quoted-printable\)"),
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_damaged_letters_are_refused_with_the_line_and_what_to_do(text, sentence, encoding):
    content = f"REFERAT Direktionen\n{text}\n".encode(encoding)
    with pytest.raises(UnreadableSourceError, match=sentence) as error:
        read_source(content)
    assert SAVE in str(error.value)


def test_a_stored_document_with_damaged_letters_is_read_all_the_same():
    content = "REFERAT Direktionen\nDrÃ¸ftes pÃ¥ mÃ¸det".encode()
    assert (
        read_source(content, allow_damage=True).text
        == numbered_text(content, allow_damage=True)
        == content.decode()
    )


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7", b"Referat\x81", "Mødet\n".encode() + b"\xff"])
def test_what_is_no_text_is_refused_of_a_stored_document_too(content):
    with pytest.raises(UnreadableSourceError):
        read_source(content, allow_damage=True)


def test_a_damaged_letter_that_is_quoted_refuses_no_document():
    text = f"{DANISH * 3}I brevet stod »mÃ¸det«.\n"
    assert text_of(text.encode()) == text


# Cleaning


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("en\r\nto\rtre\nfire", "en\nto\ntre\nfire"),
        ("ansvar\t\tHRC\t", "ansvar\t\tHRC\t"),
        ("1\u00a0000\u2009kr.\u202f", "1 000 kr. "),
        ("kom\u00admune", "kommune"),
        ("kom\u200bmune\u200d\u2060\ufeff", "kommune"),
        ("\u202etxet\u202c \u2066x\u2069", "txet x"),
        ("a\x00b\x07c\x1bd\x7fe\x9ff", "abcdef"),
        ("a\ue000b\uf8ffc\U000f0000d\U0010fffde", "abcde"),
        ("a\ufdd0b\uffffc\U0001fffed", "abcd"),
        ("\uf0b7 mælk \uf0a7 brød", "· mælk · brød"),
        ("A\u030arhus a\u030a e\u0301", "Århus å é"),
        ("\u212bngström", "Ångström"),
        ("smukt \U0001f600 og \u2026 – “”", "smukt \U0001f600 og … – “”"),
    ],
)
def test_characters_that_nobody_sees_are_gone_and_the_others_stay(raw, clean):
    assert text_of(raw.encode()) == clean


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_lone_surrogates_are_gone(encoding):
    content = "Punkt 1\ud800: Lukket\udfff".encode(encoding, "surrogatepass")
    assert text_of(content) == "Punkt 1: Lukket"


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("side 1\n\fside 2", "side 1\nside 2"),
        ("side 1\f\nside 2", "side 1\nside 2"),
        ("side 1\n\f\nside 2", "side 1\n\nside 2"),
        ("\fside 1\n\f\f  \f side 2\n\f", "side 1\n side 2\n"),
        ("side 1 \f \nside 2", "side 1  \nside 2"),
        ("side 1\n\v\u2028side 2", "side 1\nside 2"),
    ],
)
def test_a_page_break_beside_a_line_end_moves_no_line(raw, clean):
    assert text_of(raw.encode()) == clean


@pytest.mark.parametrize("page_break", ["\f", "\v", "\u0085", "\u2028", "\u2029", "\f\f", "\f \f"])
def test_a_page_break_within_a_line_ends_the_line(page_break):
    assert text_of(f"sidste linje{page_break}Punkt 2: Lukket".encode()) == "sidste linje\nPunkt 2: Lukket"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-be", "cp1252"])
def test_lines_are_numbered_alike_whatever_ends_them_in_whatever_encoding(end, encoding):
    content = end.join(["REFERAT Møde", "", "på Ærø", ""]).encode(encoding)
    assert numbered_text(content).split("\n") == ["REFERAT Møde", "", "på Ærø", ""]


def test_what_a_page_break_begins_has_a_number_of_its_own():
    lines = numbered_text(b"Der er 40 pladser.\fSide 2 af 3\r\nBeslutning\r\n\fBilag").split("\n")
    assert lines == ["Der er 40 pladser.", "Side 2 af 3", "Beslutning", "Bilag"]


def test_the_numbered_text_is_the_one_that_is_read():
    content = "\ufeffREFERAT\u00a0Direktionen\r\nPunkt 1".encode()
    assert numbered_text(content) == read_source(content).text == "REFERAT Direktionen\nPunkt 1"


def test_lines_keep_the_numbers_that_an_editor_shows():
    pages = "\f".join(f"linje på side {page}\r\n\r\n" for page in range(1, 50))
    lines = text_of(pages.encode()).split("\n")
    assert [number for number, line in enumerate(lines) if line] == list(range(0, 98, 2))


def test_a_letter_carries_thirty_marks_at_most():
    assert text_of(("x" + "\u0301\u0316" * 50).encode()) == "x" + "\u0316" * 15 + "\u0301" * 15


# Guarantees for all bytes

pieces = st.lists(
    st.one_of(
        st.text(max_size=8),
        st.text(
            st.sampled_from("\0\t\n\v\f\r \x85\xa0\u00ad\u200b\u2028\u030a\ud800\ue000\ufdd0\ufeffaÅ"),
            max_size=8,
        ),
    ),
    max_size=8,
).map("".join)
any_bytes = st.one_of(
    st.binary(max_size=200),
    pieces.map(lambda text: text.encode("utf-8", "surrogatepass")),
    pieces.map(lambda text: text.encode("utf-16", "surrogatepass")),
    pieces.map(lambda text: text.encode("cp1252", "ignore")),
)


def is_welcome(char: str) -> bool:
    category = unicodedata.category(char)
    if char in "\t\n":
        return True
    is_noncharacter = 0xFDD0 <= ord(char) <= 0xFDEF or ord(char) & 0xFFFE == 0xFFFE
    return (
        category not in {"Cc", "Cs", "Co", "Zl", "Zp"}
        and (category != "Zs" or char == " ")
        and not is_noncharacter
    )


@given(any_bytes)
@example(b"\xff\xfe")
@example("\u200b%PDF-".encode())
@example(("a" + "\u0344" * 40).encode())
def test_any_bytes_give_clean_text_or_a_refusal(content):
    try:
        source = read_source(content)
    except UnreadableSourceError as refusal:
        assert str(refusal).endswith(".")
        return
    assert source.text.strip()
    assert all(is_welcome(char) for char in source.text)
    assert unicodedata.is_normalized("NFC", source.text)
    assert read_source(content) == source
    assert read_source(source.text.encode()).text == source.text


@pytest.mark.parametrize(
    "content",
    [
        ("x" + "\u0301\u0316" * 500_000).encode(),
        b"\f " * 1_000_000,
        b"a\f " * 660_000,
        b"\r" * 2_000_000 + b"x",
        (b"\xc3\xa6\xc2\xa0" * 500_000),
    ],
    ids=[
        "marks on one letter",
        "page breaks only",
        "page breaks in lines",
        "old line ends",
        "no-break spaces",
    ],
)
def test_two_megabytes_of_hostile_text_take_seconds(content):
    started = time.process_time()
    try:
        read_source(content)
    except UnreadableSourceError:
        assert not content.strip()
    assert time.process_time() - started < 5
