"""Tables that blanks draw and contents without dots are put right, and what cannot be is told."""

import textwrap

import pytest

from minutes.sources.wrapped import mend_wrapped
from tests.build.wrapping import PROSE, codes, mended, paragraph_of

# Tables that blanks draw

DRAWN = """\
Center                  Projekt                       Beløb
HRC                     Arkivering af dokumenter      100.000
                        fra løn
ØDC                     Indkøb                        450.000
Ialt                                                  550.000"""


def test_a_table_that_blanks_draw_has_its_columns_back():
    assert mended(paragraph_of(*DRAWN.split("\n"), "", "Godkendt.")).split("\n")[2:] == [
        "Center\tProjekt\tBeløb",
        "HRC\tArkivering af dokumenter fra løn\t100.000",
        "ØDC\tIndkøb\t450.000",
        "Ialt\t\t550.000",
        "",
        "Godkendt.",
    ]


def test_a_file_that_is_not_wrapped_keeps_what_blanks_draw():
    assert mended(f"{PROSE}\n\n{DRAWN}") == f"{PROSE}\n\n{DRAWN}"


def test_a_justified_line_is_no_row():
    lines = [
        "Direktionen   drøftede   sagen  og   gav",
        "centret   til   opgave  at   gå   videre",
        "med den.",
    ]
    assert mended(paragraph_of(*lines)).split("\n")[2:] == [
        "Direktionen drøftede sagen og gav centret til opgave at gå videre med den."
    ]


def test_one_warning_names_the_lines_of_tables_that_are_lost():
    cells = ["Center", "HRC", "ØDC", "JC", "Beløb", "100", "50", "70"]
    read = mend_wrapped(paragraph_of(*cells, "", PROSE[:38], "", *cells))
    (notice,) = read.notices
    assert (notice.code, notice.line, notice.is_warning) == ("text_rewrapped", 3, True)
    assert notice.message.startswith("Teksten er ombrudt: ")
    assert "I linje 3-10, 14-21 kan" in notice.message


def test_lines_that_are_joined_are_counted_in_a_remark():
    read = mend_wrapped(textwrap.fill(PROSE, 80))
    (notice,) = read.notices
    assert (notice.code, notice.is_warning) == ("text_rewrapped", False)
    assert notice.message == "Teksten er ombrudt: 3 linjer er føjet til de linjer, som de fortsætter."


def test_hyphens_that_are_taken_out_are_counted():
    divided = textwrap.fill(PROSE, 60).replace("biblioteket", "biblio-\nteket")
    text = f"{textwrap.fill(PROSE, 60)}\n\n{divided}"
    assert codes(text) == ["hyphens_removed", "text_rewrapped"]


# The contents


@pytest.mark.parametrize(
    "contents",
    [
        ["Lokaler på biblioteket 3", "Økonomi 14", "Lukket 14"],
        ["Lokaler på biblioteket", "Økonomi", "Lukket", "3", "14", "14"],
        ["Lokaler på", "biblioteket 3", "Økonomi 14", "Lukket 14"],
    ],
)
def test_contents_without_dots_are_lines_of_the_contents_again(contents):
    text = f"Indholdsfortegnelse\n{chr(10).join(contents)}\n\nPunkt 1: Lokaler\n12/4711\n\n{textwrap.fill(PROSE, 80)}"
    assert mended(text).split("\n")[:4] == [
        "Indholdsfortegnelse",
        "Lokaler på biblioteket.....\t3",
        "Økonomi.....\t14",
        "Lukket.....\t14",
    ]


@pytest.mark.parametrize(
    "contents", [["Lokaler 3", "Økonomi 2"], ["Lokaler", "Økonomi", "3"], ["Lokaler", "Økonomi"]]
)
def test_contents_that_do_not_fit_together_are_left(contents):
    text = f"Indhold\n{chr(10).join(contents)}\n\nPunkt 1: Lokaler\n12/4711\n\n{textwrap.fill(PROSE, 80)}"
    assert mended(text).split("\n")[1 : 1 + len(contents)] == contents
