"""Tables of Word documents are rows with a TAB between cells; merged cells keep the columns that they cover."""

import docx
import pytest

from minutes.sources.docx import read_docx
from tests.build.word import cell, paragraph, row, run, saved, table, word


def text_of(content: bytes) -> str:
    return read_docx(content).text


SPAN, RESTART, GOES_ON = '<w:gridSpan w:val="2"/>', '<w:vMerge w:val="restart"/>', "<w:vMerge/>"


@pytest.mark.parametrize(
    ("rows", "text"),
    [
        ([row(cell("a"), cell("b")), row(cell("c"), cell("d"))], "a\tb\nc\td\n"),
        ([row(cell("a"), cell("")), row(cell(""), cell("d"))], "a\t\n\td\n"),
        ([row(cell("a", SPAN), cell("b")), row(*map(cell, "cde"))], "a\t\tb\nc\td\te\n"),
        ([row(cell("a", RESTART), cell("b")), row(cell("", GOES_ON), cell("d"))], "a\tb\n\td\n"),
        ([row(cell("a", RESTART), cell("b")), row(cell("skjult", GOES_ON), cell("d"))], "a\tb\n\td\n"),
        (
            [row(*map(cell, "ab")), row(cell("c"), properties='<w:gridBefore w:val="1"/>')],
            "a\tb\n\tc\n",
        ),
        ([row(*map(cell, "ab")), row(cell("c"), properties='<w:gridAfter w:val="1"/>')], "a\tb\nc\t\n"),
        ([row(cell(paragraph("to") + paragraph("afsnit")), cell("b"))], "to afsnit\tb\n"),
        (
            [row(cell("<w:p><w:r><w:t>to</w:t><w:br/><w:tab/><w:t>linjer</w:t></w:r></w:p>"), cell("b"))],
            "to linjer\tb\n",
        ),
        ([row(cell("<w:p/>"), cell("<w:p/>")), row(cell("a"), cell("b"))], "a\tb\n"),
        ([f"<w:sdt><w:sdtContent>{row(cell('a'), cell('b'))}</w:sdtContent></w:sdt>"], "a\tb\n"),
        ([row(f"<w:sdt><w:sdtContent>{cell('a')}</w:sdtContent></w:sdt>", cell("b"))], "a\tb\n"),
        ([row(cell("a", '<w:gridSpan w:val="999999999"/>'), cell("b"))], "a\tb\n"),
    ],
)
def test_rows_and_cells_stand_as_the_grid_says(rows, text):
    assert text_of(word(table(*rows))) == text


def test_cells_merged_by_python_docx_stand_once():
    document = docx.Document()
    made = document.add_table(2, 3)
    for number, each in enumerate(made._cells):
        each.text = str(number)
    made.cell(0, 0).merge(made.cell(0, 1)).text = "Center"
    made.cell(0, 2).merge(made.cell(1, 2)).text = "Beløb"
    assert text_of(saved(document)) == "Center\t\tBeløb\n3\t4\t\n"


def test_a_table_in_a_cell_is_text_of_that_cell():
    inner = table(row(cell("i"), cell("j")), row(cell("k"), cell("l"))) + "<w:p/>"
    assert text_of(word(table(row(cell(inner), cell("b"))))) == "i j k l\tb\n"


def test_a_table_of_one_column_is_a_frame_around_its_text():
    inner = paragraph("Punkt 1: Lokaler") + table(row(cell("a"), cell("b"))) + paragraph("Godkendt.")
    assert text_of(word(table(row(cell(inner)), row(cell("Slut"))))) == (
        "Punkt 1: Lokaler\n\na\tb\n\nGodkendt.\n\nSlut\n"
    )


def test_two_tables_that_an_empty_paragraph_parts_stay_two():
    first, second = table(row(cell("a"), cell("b"))), table(row(cell("c"), cell("d")))
    assert text_of(word(first + paragraph("") + second)) == "a\tb\n\nc\td\n"


TAB = "</w:t><w:tab/><w:t>"


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (paragraph(f"Center{TAB}Beløb") + paragraph(f"HRC{TAB}100"), "Center\tBeløb\nHRC\t100\n"),
        (f"<w:p>{run(f'Center{TAB}Beløb</w:t><w:br/><w:t>HRC{TAB}100')}</w:p>", "Center\tBeløb\nHRC\t100\n"),
        (paragraph(f"Center{TAB}{TAB}Beløb") + paragraph(f"HRC{TAB}100"), "Center\tBeløb\nHRC\t100\n"),
        (paragraph(f"Godkendt{TAB}enstemmigt"), "Godkendt enstemmigt\n"),
        (
            paragraph(f"Dato:{TAB}5. maj") + paragraph(f"Sted:{TAB}Rådhuset"),
            "Dato: 5. maj\n\nSted: Rådhuset\n",
        ),
        (paragraph(f"1.{TAB}Lokaler") + paragraph(f"2.{TAB}Økonomi"), "1. Lokaler\n\n2. Økonomi\n"),
        (paragraph(f"{TAB}Indrykket") + paragraph(f"{TAB}Indrykket"), "Indrykket\n\nIndrykket\n"),
    ],
)
def test_columns_that_are_typed_with_tabs_are_rows_where_there_are_two(body, text):
    assert text_of(word(body)) == text


def test_deep_tables_are_read_or_refused_and_end():
    content = paragraph("inderst")
    for _ in range(40):
        content = table(row(cell(content), cell("a")))
    assert text_of(word(content)).startswith("inderst a")
