"""Tracked changes are read as accepted, with a warning; what is hidden is not printed, and not read."""

import pytest

from minutes.sources.docx import read_docx
from tests.build.word import cell, paragraph, row, run, table, word


def told(content: bytes) -> list[tuple[str, int, bool]]:
    return [(notice.code, notice.line, notice.is_warning) for notice in read_docx(content).notices]


# Tracked changes

INSERTED = f'<w:ins w:author="X">{run("ny ")}</w:ins>'
DELETED = '<w:del w:author="X"><w:r><w:delText>gammel </w:delText></w:r></w:del>'
MOVED = f"<w:moveFrom>{run('væk ')}</w:moveFrom>"
ARRIVED = f"<w:moveTo>{run('hen ')}</w:moveTo>"


@pytest.mark.parametrize(
    ("runs", "text"),
    [
        (run("En ") + INSERTED + run("plan"), "En ny plan"),
        (run("En ") + DELETED + run("plan"), "En plan"),
        (run("En ") + DELETED + INSERTED + run("plan"), "En ny plan"),
        (run("En ") + MOVED + run("plan"), "En plan"),
        (run("En ") + ARRIVED + run("plan"), "En hen plan"),
        (run("En ") + f"<w:ins>{DELETED}</w:ins>" + run("plan"), "En plan"),
        (run("En ") + f"<w:del>{run('gammel ')}</w:del>" + run("plan"), "En plan"),
    ],
)
def test_changes_are_read_as_accepted_with_a_warning(runs, text):
    content = word(paragraph("Indstilling") + f"<w:p>{runs}</w:p>")
    assert read_docx(content).text == f"Indstilling\n\n{text}\n"
    assert told(content) == [("tracked_changes", 3, True)]


def ended(text: str, mark: str) -> str:
    return paragraph(text, f"<w:rPr><w:{mark}/></w:rPr>")


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (ended("Direktionen ", "del") + paragraph("godkender."), "Direktionen godkender.\n"),
        (ended("Direktionen ", "ins") + paragraph("godkender."), "Direktionen\n\ngodkender.\n"),
        (
            f"<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{DELETED}</w:p>" + paragraph("Godkendt."),
            "Godkendt.\n",
        ),
        (ended("Direktionen", "del") + table(row(cell("a"), cell("b"))), "Direktionen\n\na\tb\n"),
        (ended("Direktionen", "del"), "Direktionen\n"),
        (
            table(row(cell("a"), cell("b")), row(cell("c"), cell("d"), properties="<w:del/>")),
            "a\tb\n",
        ),
        (
            table(row(cell("a"), cell("b")), row(cell("c"), cell("d"), properties="<w:ins/>")),
            "a\tb\nc\td\n",
        ),
    ],
)
def test_what_is_deleted_may_be_the_end_of_a_paragraph_or_a_row(body, text):
    content = word(body)
    assert read_docx(content).text == text
    assert [code for code, _, _ in told(content)] == ["tracked_changes"]


def test_a_change_of_form_changes_no_text_and_needs_no_warning():
    changed = '<w:rPr><w:b/><w:rPrChange w:author="X"><w:rPr><w:vanish/></w:rPr></w:rPrChange></w:rPr>'
    before = (
        '<w:pPr><w:pPrChange><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:pPrChange></w:pPr>'
    )
    content = word(f"<w:p>{before}<w:r>{changed}<w:t>Godkendt.</w:t></w:r></w:p>")
    assert (read_docx(content).text, told(content)) == ("Godkendt.\n", [])


# Hidden text

HIDING = (
    '<w:style w:type="paragraph" w:styleId="secret"><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="note"><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="based"><w:basedOn w:val="note"/></w:style>'
)
BY_NOTE, BY_BASED = '<w:rStyle w:val="note"/>', '<w:rStyle w:val="based"/>'
SHOWN = '<w:vanish w:val="false"/>'


@pytest.mark.parametrize(
    ("hidden", "text"),
    [
        (f"<w:p>{run('Synlig')}{run(' skjult', '<w:vanish/>')}</w:p>", "Synlig\n"),
        (f"<w:p>{run('Synlig')}{run(' skjult', BY_NOTE)}</w:p>", "Synlig\n"),
        (f"<w:p>{run('Synlig')}{run(' skjult', BY_BASED)}</w:p>", "Synlig\n"),
        (paragraph("Skjult", '<w:pStyle w:val="secret"/>') + paragraph("Synlig"), "Synlig\n"),
        (table(row(cell("a"), cell("b"), properties="<w:hidden/>"), row(cell("c"), cell("d"))), "c\td\n"),
    ],
)
def test_hidden_text_is_not_printed_and_not_read(hidden, text):
    content = word(hidden, styles=HIDING)
    assert read_docx(content).text == text
    assert told(content) == [("hidden_text", 1, False)]


@pytest.mark.parametrize(
    "shown",
    [
        paragraph("Synlig").replace("<w:rPr>", '<w:rPr><w:vanish w:val="0"/>'),
        f"<w:p>{run('Synlig', '<w:webHidden/>')}</w:p>",
        f'<w:p><w:pPr><w:pStyle w:val="secret"/></w:pPr>{run("Synlig", SHOWN)}</w:p>',
    ],
)
def test_what_is_hidden_only_elsewhere_is_read(shown):
    content = word(shown, styles=HIDING)
    assert (read_docx(content).text, told(content)) == ("Synlig\n", [])
