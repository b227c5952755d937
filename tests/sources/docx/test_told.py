"""What is not plain text is read or left out on purpose, and the archivist is told which."""

import pytest

from minutes.sources.docx import read_docx
from minutes.sources.docx.symbols import symbol
from tests.build.word import paragraph, run, word


def told(content: bytes) -> list[tuple[str, int, bool]]:
    return [(notice.code, notice.line, notice.is_warning) for notice in read_docx(content).notices]


# Fields


def mark(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def code(text: str) -> str:
    return f"<w:r><w:instrText>{text}</w:instrText></w:r>"


def a_field(instruction: str, result: str) -> str:
    return mark("begin") + code(instruction) + mark("separate") + result + mark("end")


@pytest.mark.parametrize(
    ("runs", "text", "codes"),
    [
        (a_field("HYPERLINK x", run("siden")), "siden", []),
        (a_field(' DATE \\@ "d" ', run("27. august")), "27. august", ["fields"]),
        (a_field("IF " + a_field("PAGE", run("1")) + code(" = 1"), run("ja")), "ja", ["fields"]),
        (a_field("IF", a_field("DATE", run("i dag"))), "i dag", ["fields"]),
        (mark("begin") + code("XE indeks") + mark("end") + run("ord"), "ord", ["fields"]),
        (f'<w:fldSimple w:instr="AUTHOR">{run("NN")}</w:fldSimple>', "NN", ["fields"]),
        (f'<w:fldSimple w:instr=" SEQ Tabel ">{run("1")}</w:fldSimple>', "1", []),
        (mark("end") + mark("separate") + run("ord"), "ord", []),
    ],
)
def test_of_a_field_the_result_is_read_and_not_the_code(runs, text, codes):
    content = word(f"<w:p>{runs}</w:p>")
    assert read_docx(content).text == f"{text}\n"
    assert [notice.code for notice in read_docx(content).notices] == codes


def test_a_field_that_never_ends_hides_no_more_than_its_paragraph():
    broken = f"<w:p>{mark('begin')}{code('IF')}</w:p>"
    assert read_docx(word(broken + paragraph("Godkendt."))).text == "Godkendt.\n"


# The contents


def toc(text: str, page: str, level: int = 1) -> str:
    between = "<w:r><w:tab/></w:r>"
    number = a_field("PAGEREF _Toc1", run(page, "<w:webHidden/>"))
    style = f'<w:pPr><w:pStyle w:val="toc{level}"/></w:pPr>'
    return f"<w:p>{style}<w:hyperlink>{run(text)}{between}{number}</w:hyperlink></w:p>"


TOC_STYLES = "".join(
    f'<w:style w:type="paragraph" w:styleId="toc{at}"><w:name w:val="{name} {at}"/></w:style>'
    for at, name in [(1, "toc"), (2, "toc"), (3, "Contents")]
)
LEADER = '<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="9000"/></w:tabs>'


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (toc("Lokaler", "3") + toc("Lukket", "4"), "Lokaler.....\t3\nLukket.....\t4\n"),
        (toc("Lokaler", "3") + toc("Baggrund", "3", 2), "Lokaler.....\t3\n Baggrund.....\t3\n"),
        (f"<w:sdt><w:sdtContent>{toc('Lokaler', '12')}</w:sdtContent></w:sdt>", "Lokaler.....\t12\n"),
        (toc("Tilskud til foreninger m.v.", "3"), "Tilskud til foreninger m.v......\t3\n"),
        (toc("1.</w:t><w:tab/><w:t>Lokaler", "3"), "1. Lokaler.....\t3\n"),
        (toc("Lokaler ........", "3"), "Lokaler.....\t3\n"),
        (toc("Lokaler", "side 3"), "Lokaler side 3\n"),
        (paragraph("Lokaler</w:t><w:tab/><w:t>3", LEADER), "Lokaler.....\t3\n"),
        (paragraph("Lokaler", LEADER), "Lokaler\n"),
    ],
)
def test_a_line_of_the_contents_is_title_dots_and_page(body, text):
    content = word(body, styles=TOC_STYLES)
    assert (read_docx(content).text, told(content)) == (text, [])


# Text boxes, notes, comments, pictures


def box(*paragraphs: str) -> str:
    return f"<w:txbxContent>{''.join(paragraphs)}</w:txbxContent>"


BOTH = (
    '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>{0}</wps:txbx></w:drawing></mc:Choice>'
    "<mc:Fallback><w:pict><v:textbox>{0}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
)


def test_a_text_box_is_read_once_after_its_paragraph():
    content = word(
        f"<w:p>{run('Før')}{BOTH.format(box(paragraph('i'), paragraph('boks')))}</w:p>{paragraph('Efter')}"
    )
    assert read_docx(content).text == "Før\n\ni\n\nboks\n\nEfter\n"
    assert told(content) == [("text_boxes", 1, False)]


def test_a_text_box_in_a_text_box_is_read_once():
    inner = f"<w:p>{run('ydre')}<w:r><w:pict>{box(paragraph('indre'))}</w:pict></w:r></w:p>"
    content = word(f"<w:p>{run('Før')}<w:r><w:pict>{box(inner)}</w:pict></w:r></w:p>")
    assert read_docx(content).text == "Før\n\nydre\n\nindre\n"


@pytest.mark.parametrize(
    ("reference", "notes", "text"),
    [
        (
            '<w:r><w:footnoteReference w:id="2"/></w:r>',
            {"footnotes": f'<w:footnote w:id="2">{paragraph("Se loven.")}</w:footnote>'},
            "Prisen[1] er fast.\n\n[1] Se loven.\n\nGodkendt.\n",
        ),
        (
            '<w:r><w:endnoteReference w:id="2"/></w:r>',
            {"endnotes": f'<w:endnote w:id="2">{paragraph("Se")}{paragraph("loven.")}</w:endnote>'},
            "Prisen[i] er fast.\n\n[i] Se loven.\n\nGodkendt.\n",
        ),
        (
            '<w:r><w:footnoteReference w:id="2" w:customMarkFollows="1"/><w:t>*</w:t></w:r>',
            {"footnotes": f'<w:footnote w:id="2">{paragraph("* Se loven.")}</w:footnote>'},
            "Prisen* er fast.\n\n* Se loven.\n\nGodkendt.\n",
        ),
        ('<w:r><w:footnoteReference w:id="9"/></w:r>', {}, "Prisen[1] er fast.\n\nGodkendt.\n"),
    ],
)
def test_a_note_stands_below_the_paragraph_that_refers_to_it(reference, notes, text):
    content = word(
        f"<w:p>{run('Prisen')}{reference}{run(' er fast.')}</w:p>{paragraph('Godkendt.')}", **notes
    )
    assert read_docx(content).text == text
    assert told(content) == [("footnotes", 1, False)]


def test_a_note_is_read_once_even_where_it_refers_to_itself():
    reference = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    notes = f'<w:footnote w:id="2"><w:p>{run("Se loven")}{reference}</w:p></w:footnote>'
    content = word(f"<w:p>{run('Prisen')}{reference}</w:p>", footnotes=notes)
    assert read_docx(content).text == "Prisen[1]\n\n[1] Se loven[2]\n"


def test_comments_are_left_out_and_told():
    content = word(f'<w:p>{run("Godkendt.")}<w:r><w:commentReference w:id="0"/></w:r></w:p>')
    assert (read_docx(content).text, told(content)) == ("Godkendt.\n", [("comments_left_out", 1, False)])


def test_pictures_are_left_out_and_told_with_their_number():
    content = word(f"<w:p>{run('Godkendt.')}<w:r><w:drawing/></w:r><w:r><w:object/></w:r></w:p>")
    (notice,) = read_docx(content).notices
    assert (notice.code, "2 billeder" in notice.message) == ("pictures_left_out", True)


def test_heads_and_feet_are_left_out_and_quoted():
    foot = f"<w:p>{run('Side ')}{a_field('PAGE', run('1'))}</w:p>"
    content = word(paragraph("Godkendt."), header=paragraph("Direktionen d. 27-08-2013"), footer=foot)
    read = read_docx(content)
    assert read.text == "Godkendt.\n"
    (notice,) = read.notices
    assert (notice.line, notice.code, notice.is_warning) == (1, "furniture_removed", False)
    assert "»Direktionen d. 27-08-2013«, »Side 1«" in notice.message


def test_empty_heads_are_not_worth_a_word():
    assert told(word(paragraph("Godkendt."), header=paragraph(""), footer="<w:p/>")) == []


@pytest.mark.parametrize(
    ("code", "font", "sign"),
    [
        (0xF0B7, "Symbol", "•"),
        (0xB7, "Symbol", "•"),
        (0xF061, "Symbol", "α"),
        (0xF0B3, "Symbol", "≥"),
        (0xF032, "Symbol", "2"),
        (0xF0FC, "Wingdings", "✓"),
        (0xF0A8, "Wingdings", "☐"),
        (0xF0E0, "Wingdings", "→"),
        (0x20AC, "Calibri", "€"),
        (0x2013, "", "–"),
        (0xF0A7, "", "▪"),
        (0xF041, "Wingdings", None),
        (0xD800, "", None),
        (0xE123, "", None),
        (0x07, "", None),
        (0x110000, "", None),
    ],
)
def test_a_symbol_is_the_sign_that_unicode_has_for_it(code, font, sign):
    assert symbol(code, font) == sign


@pytest.mark.parametrize("code", ["", "XYZ", "F041", "F0410000", "-1"])
def test_a_symbol_that_nobody_knows_is_left_out_and_told(code):
    content = word(f'<w:p>{run("Ja")}<w:r><w:sym w:font="Wingdings" w:char="{code}"/></w:r></w:p>')
    assert (read_docx(content).text, told(content)) == ("Ja\n", [("symbols_left_out", 1, False)])
