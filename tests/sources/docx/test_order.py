"""What stands in a Word document stands in its text, in its order: a paragraph a line, entries and rows close."""

import docx
import pytest

from minutes.sources.docx import read_docx
from tests.build.word import paragraph, run, saved, word, written


def text_of(content: bytes) -> str:
    return read_docx(content).text


def test_minutes_are_read_in_their_order():
    document = docx.Document()
    document.add_heading("REFERAT Direktionen d. 27-08-2013", 0)
    document.add_paragraph("Mødedato Tirsdag d. 27. august 2013 kl. 10:00")
    document.add_heading("Punkt 1: Lokaler", 1)
    document.add_paragraph("13/4711")
    document.add_paragraph("Der er to muligheder:")
    document.add_paragraph("Rådhuset", style="List Bullet")
    document.add_paragraph("Biblioteket", style="List Bullet")
    table = document.add_table(2, 2)
    for cell, text in zip(table._cells, ["Sted", "Pladser", "Rådhuset", "40"], strict=True):
        cell.text = text
    document.add_paragraph("Beslutning i Direktionen den 27-08-2013")
    assert text_of(saved(document)) == (
        "REFERAT Direktionen d. 27-08-2013\n\nMødedato Tirsdag d. 27. august 2013 kl. 10:00\n\n"
        "Punkt 1: Lokaler\n\n13/4711\n\nDer er to muligheder:\n\n- Rådhuset\n- Biblioteket\n\n"
        "Sted\tPladser\nRådhuset\t40\n\nBeslutning i Direktionen den 27-08-2013\n"
    )


@pytest.mark.parametrize(
    ("runs", "text"),
    [
        (run("Lo") + run("kaler"), "Lokaler"),
        (run("Rådhus") + "<w:r><w:noBreakHyphen/></w:r>" + run("pladsen"), "Rådhus-pladsen"),
        (run("Rådhus") + "<w:r><w:softHyphen/></w:r>" + run("pladsen"), "Rådhuspladsen"),
        (run("Sted:") + "<w:r><w:tab/></w:r>" + run("Rådhuset"), "Sted: Rådhuset"),
        (run("Rådhuset") + "<w:r><w:tab/></w:r>" + run("40 pladser"), "Rådhuset 40 pladser"),
        (run("  to \u00a0 blanke  "), "to blanke"),
        (run("en linje\nmed et linjeskift i filen"), "en linje med et linjeskift i filen"),
        (run("Sted") + "<w:r><w:br/></w:r>" + run("Tid"), "Sted\nTid"),
        (run("Sted") + "<w:r><w:cr/></w:r>" + run("Tid"), "Sted\nTid"),
        (run("Sted") + '<w:r><w:br w:type="page"/></w:r>' + run("Tid"), "Sted\n\nTid"),
        (run("Sted") + '<w:r><w:br w:type="column"/></w:r>' + run("Tid"), "Sted\n\nTid"),
        ("<w:proofErr/>" + run("Sted") + "<w:bookmarkStart/><w:lastRenderedPageBreak/>", "Sted"),
        (f'<w:hyperlink r:id="a">{run("kommunens side")}</w:hyperlink>', "kommunens side"),
        (f"<w:smartTag>{run('Taastrup')}</w:smartTag>", "Taastrup"),
        (f"<w:sdt><w:sdtPr/><w:sdtContent>{run('27-08-2013')}</w:sdtContent></w:sdt>", "27-08-2013"),
        ("<m:oMath><m:r><m:t>a=b</m:t></m:r></m:oMath>", "a=b"),
    ],
)
def test_a_paragraph_is_what_is_printed_of_it(runs, text):
    assert text_of(word(f"<w:p>{runs}</w:p>")) == f"{text}\n"


def test_a_document_has_no_pages_and_nothing_to_say_of():
    read = read_docx(word(paragraph("Referat")))
    assert (read.page_starts, read.notices) == ((), ())


def test_empty_paragraphs_are_no_lines():
    assert (
        text_of(written(lambda new: [new.add_paragraph(text) for text in ("", "a", " ", "b", "")]))
        == "a\n\nb\n"
    )
