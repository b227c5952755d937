"""What cannot be read is refused with a sentence that says what it is and what to do."""

import zlib

import pytest

from minutes.sources.pdf import characters, read_pdf
from minutes.sources.values import UnreadableSourceError
from tests.build.drawing import Rule, Text, file_of, paragraph, pdf, picture_pages, wrapped

SENTENCE = (
    "Direktionen drøftede sagen og besluttede, at den skal tages op igen på det næste møde i september."
)
WHOLE = pdf(paragraph(*wrapped(SENTENCE), y=80))


def refusal(content):
    with pytest.raises(UnreadableSourceError) as refused:
        read_pdf(content)
    return str(refused.value)


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"%PDF-1.7\n%%EOF\n", id="no more than its first and last line"),
        pytest.param(b"%PDF-1.7\n" + b"\x00" * 10_000 + b"\n%%EOF\n", id="zeros"),
        pytest.param(b"%PDF-1.7\n" + bytes(range(256)) * 40 + b"\n%%EOF\n", id="noise"),
        pytest.param(
            file_of([b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [] /Count 0 >>"]),
            id="no pages",
        ),
        pytest.param(file_of([b"<< /Type /Catalog >>"]), id="no tree of pages"),
    ],
)
def test_a_broken_file_is_refused(content):
    assert "beskadiget" in refusal(content) and "Hent den igen" in refusal(content)


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7\n", WHOLE[:200], WHOLE[:-20]])
def test_a_file_that_was_cut_off_is_refused(content):
    assert "skåret over" in refusal(content) and "Hent den igen" in refusal(content)


def test_a_file_that_was_damaged_a_little_is_still_read():
    assert SENTENCE in read_pdf(WHOLE.replace(b"startxref", b"startxxxx")).text


def test_a_locked_file_is_refused():
    locked = file_of(
        [b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [] /Count 0 >>"],
        b"/ID [<00><00>] /Encrypt << /Filter /Standard /V 2 /R 3 /Length 128 /P -44 "
        b"/O <" + b"11" * 32 + b"> /U <" + b"22" * 32 + b"> >>",
    )
    assert "adgangskode" in refusal(locked) and "uden adgangskode" in refusal(locked)


def test_scanned_pages_are_refused():
    assert "scanner" in refusal(picture_pages(["", ""])) and "OCR" in refusal(picture_pages(["", ""]))


def test_a_stamp_on_a_scanned_page_is_no_text():
    assert "scanner" in refusal(picture_pages(["Modtaget 2013"]))


def test_one_scanned_page_among_others_is_a_warning():
    read = read_pdf(picture_pages([SENTENCE, "", SENTENCE]))
    (notice,) = read.notices
    assert notice.code == "page_without_text" and notice.is_warning and notice.message.startswith("Side 2 ")
    assert notice.line == read.page_starts[1]


def test_the_text_that_was_recognised_below_a_picture_is_read():
    assert SENTENCE in read_pdf(picture_pages([SENTENCE])).text


def test_a_page_without_anything_is_refused():
    assert "ingen tekst" in refusal(pdf([]))


def shifted(text, by):
    return "".join(
        chr(ord(letter) + by) if letter.isascii() and letter.isalpha() else letter for letter in text
    )


@pytest.mark.parametrize("by", [1, 3])
def test_letters_that_make_no_danish_words_are_refused(by):
    lines = wrapped(shifted(" ".join([SENTENCE] * 4).replace("z", "a"), by))
    assert "skrifttyper" in refusal(pdf(paragraph(*lines, y=80)))


def test_a_table_of_figures_is_no_broken_font():
    figures = [
        Text(f"{year} {amount}.000", 80 + 14 * year % 600) for year, amount in enumerate(range(300, 340))
    ]
    assert "300.000" in read_pdf(pdf([*paragraph(*wrapped(SENTENCE), y=60), *figures])).text


def test_few_words_without_small_ones_are_no_broken_font():
    assert read_pdf(pdf([Text("Godkendt.", 80)])).text == "Godkendt.\n"


def test_more_pages_than_minutes_have_are_refused():
    message = refusal(pdf(*[[] for _ in range(characters.MOST_PAGES + 1)]))
    assert "1.001 sider" in message and "højst 1.000." in message


def test_more_characters_than_a_page_has_are_refused():
    lines = [Text(f"{SENTENCE} ", 10 + place * 0.7, -300 + place % 7 * 50) for place in range(1100)]
    message = refusal(pdf(lines))
    assert "tegn på side 1" in message and "højst 100.000" in message


def test_a_drawing_of_thousands_of_lines_does_not_hide_the_text():
    strokes = [Rule(60 + place % 400, 100, 60 + place % 400, 100 + place % 600) for place in range(9000)]
    assert SENTENCE in read_pdf(pdf([Text(SENTENCE, 80), *strokes])).text


def test_a_stream_that_unpacks_to_very_much_is_bounded():
    packed = zlib.compress(b"(a) Tj " * 3_000_000)
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
        b"/Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>",
        f"<< /Filter /FlateDecode /Length {len(packed)} >>\nstream\n".encode() + packed + b"\nendstream",
    ]
    with pytest.raises(UnreadableSourceError):
        read_pdf(file_of(objects))
