"""What Word counts and draws itself is in the text as it is printed, the second level behind a blank."""

import docx
import pytest

from minutes.sources.docx import read_docx
from minutes.sources.docx.numerals import numeral
from tests.build.word import cell, level, lists, numbered, paragraph, row, saved, table, word


def lines(content: bytes) -> list[str]:
    return [line for line in read_docx(content).text.split("\n") if line]


def counted(definition: str, *levels: int, styles: str = "") -> list[str]:
    """What is drawn before a paragraph of each of these levels."""
    body = "".join(numbered("x", at) for at in levels)
    return [line.removesuffix("x") for line in lines(word(body, numbering=lists(definition), styles=styles))]


@pytest.mark.parametrize(
    ("number_format", "written", "drawn"),
    [
        ("decimal", "%1.", ["1. ", "2. ", "3. "]),
        ("decimal", "%1)", ["1) ", "2) ", "3) "]),
        ("decimal", "(%1)", ["(1) ", "(2) ", "(3) "]),
        ("decimal", "Punkt %1: ", ["Punkt 1: ", "Punkt 2: ", "Punkt 3: "]),
        ("decimal", "§ %1", ["§ 1 ", "§ 2 ", "§ 3 "]),
        ("decimalZero", "%1", ["01 ", "02 ", "03 "]),
        ("lowerLetter", "%1)", ["a) ", "b) ", "c) "]),
        ("upperLetter", "%1.", ["A. ", "B. ", "C. "]),
        ("lowerRoman", "%1.", ["i. ", "ii. ", "iii. "]),
        ("upperRoman", "%1.", ["I. ", "II. ", "III. "]),
        ("ordinal", "%1", ["1. ", "2. ", "3. "]),
        ("cardinalText", "%1.", ["1. ", "2. ", "3. "]),
        ("bullet", "•", ["- "] * 3),
        ("bullet", "\uf0b7", ["- "] * 3),
        ("bullet", "o", ["- "] * 3),
        ("bullet", "–", ["- "] * 3),
        ("bullet", "", [""] * 3),
        ("none", "", [""] * 3),
        ("none", "Bilag:", ["Bilag: "] * 3),
    ],
)
def test_a_list_is_drawn_as_its_level_says(number_format, written, drawn):
    assert counted(level(0, number_format, written), 0, 0, 0) == drawn


LEVELS = level(0, "decimal", "%1.") + level(1, "lowerLetter", "%2)") + level(2, "bullet", "▪")


@pytest.mark.parametrize(
    ("levels", "drawn"),
    [
        ([0, 1, 1, 0, 1], ["1. ", " a) ", " b) ", "2. ", " a) "]),
        ([0, 1, 2, 2, 1, 0], ["1. ", " a) ", "  - ", "  - ", " b) ", "2. "]),
        ([1, 1, 0], [" a) ", " b) ", "1. "]),
    ],
)
def test_a_deeper_level_stands_behind_a_blank_and_begins_anew(levels, drawn):
    assert counted(LEVELS, *levels) == drawn


@pytest.mark.parametrize(
    ("definition", "levels", "drawn"),
    [
        (
            level(0, "decimal", "%1") + level(1, "decimal", "%1.%2"),
            [0, 1, 1, 0, 1],
            ["1 ", " 1.1 ", " 1.2 ", "2 ", " 2.1 "],
        ),
        (level(0, "upperRoman", "%1") + level(1, "decimal", "%1.%2"), [0, 1], ["I ", " I.1 "]),
        (
            level(0, "upperRoman", "%1") + level(1, "decimal", "%1.%2", "<w:isLgl/>"),
            [0, 0, 1],
            ["I ", "II ", " 2.1 "],
        ),
        (
            level(0, "decimal", "%1.") + level(1, "decimal", "%2.", '<w:lvlRestart w:val="0"/>'),
            [0, 1, 0, 1],
            ["1. ", " 1. ", "2. ", " 2. "],
        ),
        (level(0, "decimal", "%1.", start=7), [0, 0], ["7. ", "8. "]),
        (level(0, "decimal", "%1.", '<w:suff w:val="nothing"/>'), [0], ["1."]),
        (level(0, "decimal", "%1") + level(1, "decimal", "%1.%2", start=5), [1], [" 1.5 "]),
        (level(0, "decimal", "%1.", start=99999999), [0], ["1. "]),
        (level(0, "decimal", "%1.%9"), [0], ["1. "]),
    ],
)
def test_levels_count_as_word_counts_them(definition, levels, drawn):
    assert counted(definition, *levels) == drawn


def test_two_lists_of_one_kind_count_on_and_a_third_begins_anew():
    restarted = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    numbering = lists(level(0, "decimal", "%1."), num2="", num3=restarted)
    body = "".join(numbered("x", key=key) for key in "12323")
    assert lines(word(body, numbering=numbering)) == ["1. x", "2. x", "1. x", "2. x", "3. x"]


def test_a_list_may_draw_one_level_otherwise():
    other = f'<w:lvlOverride w:ilvl="0">{level(0, "upperLetter", "%1:")}</w:lvlOverride>'
    numbering = lists(level(0, "decimal", "%1."), num2=other)
    assert lines(word(numbered("x") + numbered("y", key="2"), numbering=numbering)) == ["1. x", "B: y"]


NUMBERED_HEADINGS = level(0, "decimal", "Punkt %1:", '<w:pStyle w:val="h1"/>') + level(
    1, "decimal", "%1.%2", '<w:pStyle w:val="h2"/>'
)
HEADING_STYLES = "".join(
    f'<w:style w:type="paragraph" w:styleId="h{at}"><w:name w:val="heading {at}"/><w:pPr><w:numPr>'
    '<w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    for at in (1, 2)
)


def test_headings_are_numbered_by_their_styles_and_not_set_in():
    body = "".join(
        paragraph(text, f'<w:pStyle w:val="{style}"/>')
        for text, style in [("Lokaler", "h1"), ("Rådhuset", "h2"), ("Biblioteket", "h2"), ("Økonomi", "h1")]
    )
    read = read_docx(word(body, numbering=lists(NUMBERED_HEADINGS), styles=HEADING_STYLES)).text
    assert read == "Punkt 1: Lokaler\n\n1.1 Rådhuset\n\n1.2 Biblioteket\n\nPunkt 2: Økonomi\n"


def test_a_style_can_be_based_on_one_of_a_list_and_a_paragraph_can_leave_it():
    based = '<w:style w:type="paragraph" w:styleId="mine"><w:basedOn w:val="h1"/></w:style>'
    out = '<w:pStyle w:val="mine"/><w:numPr><w:numId w:val="0"/></w:numPr>'
    body = paragraph("a", '<w:pStyle w:val="mine"/>') + paragraph("b", out)
    content = word(body, numbering=lists(NUMBERED_HEADINGS), styles=HEADING_STYLES + based)
    assert lines(content) == ["Punkt 1: a", "b"]


def test_a_list_can_be_defined_by_a_style():
    numbering = (
        '<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="mine"/></w:abstractNum>'
        f'<w:abstractNum w:abstractNumId="1">{level(0, "lowerLetter", "%1.")}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
        '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
    )
    style = (
        '<w:style w:type="numbering" w:styleId="mine"><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr>'
        "</w:style>"
    )
    assert lines(word(numbered("x") + numbered("y"), numbering=numbering, styles=style)) == ["a. x", "b. y"]


def test_an_empty_paragraph_counts_and_draws_nothing_but_in_a_column_of_numbers():
    numbering = lists(level(0, "decimal", "%1."))
    assert lines(word(numbered("x") + numbered("") + numbered("z"), numbering=numbering)) == ["1. x", "3. z"]
    column = table(*(row(cell(numbered("")), cell(text)) for text in "ab"))
    assert lines(word(column, numbering=numbering)) == ["1.\ta", "2.\tb"]


OF_LIST = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'


@pytest.mark.parametrize(
    "numbering",
    [
        "",
        '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>',
        '<w:num w:numId="1"/>',
        f'<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="x"/></w:abstractNum>{OF_LIST}',
        f'<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="none"/></w:abstractNum>{OF_LIST}',
    ],
)
def test_a_paragraph_of_a_list_that_is_not_defined_has_no_marker(numbering):
    assert lines(word(numbered("x") + numbered("y", 11), numbering=numbering)) == ["x", "y"]


def test_the_styles_of_python_docx_draw_their_lists_in_two_levels():
    document = docx.Document()
    for text, style in [
        ("et", "List Bullet"),
        ("under", "List Bullet 2"),
        ("to", "List Bullet"),
        ("først", "List Number"),
        ("så", "List Number"),
    ]:
        document.add_paragraph(text, style=style)
    assert read_docx(saved(document)).text == "- et\n - under\n- to\n1. først\n2. så\n"


@pytest.mark.parametrize(
    ("count", "number_format", "written"),
    [
        (4, "lowerRoman", "iv"),
        (1999, "upperRoman", "MCMXCIX"),
        (4000, "lowerRoman", "4000"),
        (26, "lowerLetter", "z"),
        (27, "lowerLetter", "aa"),
        (53, "upperLetter", "AAA"),
        (10**9, "lowerLetter", "1000000000"),
        (12, "decimalZero", "12"),
        (0, "upperRoman", "0"),
    ],
)
def test_numerals_are_those_of_word(count, number_format, written):
    assert numeral(count, number_format) == written
