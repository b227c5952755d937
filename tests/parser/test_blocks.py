"""What stands below a heading: paragraphs, sub-headings, lists of two levels, tables."""

import pytest

from minutes.parser.blocks import one_paragraph_a_line, parse_blocks
from minutes.parser.values import Block, ListBlock, Paragraph, Subheading, Table
from tests.build.parsed import numbered

RUNNING_TEXT = "Der er i alt 120 pladser ved rådhuset, og de fleste er optaget inden klokken ni om morgenen."


def blocks(text: str) -> tuple[Block, ...]:
    return parse_blocks(numbered(text))


def entries(text: str) -> list[tuple[str, str, int]]:
    """Marker, text and level of the only list in a text."""
    (block,) = blocks(text)
    assert isinstance(block, ListBlock)
    return [(entry.marker, entry.text, entry.level) for entry in block.items]


def kinds(text: str) -> list[str]:
    return [type(block).__name__ for block in blocks(text)]


def table(text: str) -> Table:
    (block,) = blocks(text)
    assert isinstance(block, Table)
    return block


# Lists


@pytest.mark.parametrize("marker", ["-", "–", "•", "·", "o", "1.", "1)", "12.", "a.", "a)", "æ)"])
def test_every_marker_makes_a_list(marker: str):
    assert entries(f"{marker} Mere lys") == [(marker, "Mere lys", 1)]
    assert entries(f"{marker}\tMere lys") == [(marker, "Mere lys", 1)]


@pytest.mark.parametrize(
    "line",
    [
        "-",
        "- ",
        "-lys",
        "1.lys",
        "1.",
        "123. Lys",
        "A. Lys",
        "A - Salg af grund",
        "aa) lys",
        "x lys",
        "* lys",
        "*Lys* overalt",
        "2013. Lys",
        "§1. Lys",
        "1,5 mio. kr.",
        "O.13 Lys",
        "ø lys",
    ],
)
def test_other_beginnings_make_no_list(line: str):
    assert blocks(line) == (Paragraph(1, line.strip()),)


@pytest.mark.parametrize(
    "line",
    [
        "3. september",
        "25. november:",
        "1. maj 2013 er en fridag",
        "24. september: Kommuneplan",
        "2. budgetopfølgning",
        "1. budgetopfølgning blev vedtaget i maj",
        "2. behandling",
        "d. 27. august mødes udvalget",
        "f. eks. hvis der er lys",
        "m. fl.",
        "p. t. er der lukket",
    ],
)
def test_dates_ordinals_and_abbreviations_make_no_list(line: str):
    assert blocks(line) == (Paragraph(1, line),)


def test_dates_below_each_other_make_no_list():
    assert kinds("1. september\n2. september\n3. september") == ["Paragraph"] * 3


def test_small_words_make_a_list_where_they_are_counted():
    assert entries("1. godkender planen\n2. tager status til efterretning\n3. beder om et notat") == [
        ("1.", "godkender planen", 1),
        ("2.", "tager status til efterretning", 1),
        ("3.", "beder om et notat", 1),
    ]
    assert [marker for marker, _, _ in entries("a. mere lys\nb. mindre støj")] == ["a.", "b."]


def test_a_small_word_that_cannot_be_counted_needs_no_second():
    assert entries("1. at der gives tilskud") == [("1.", "at der gives tilskud", 1)]


def test_letters_count_to_the_end_of_the_danish_alphabet():
    counted = entries("y. Mere lys\nz. mindre støj\næ. mere luft\nø. mindre vand\nå. mere jord")
    assert [marker for marker, _, _ in counted] == ["y.", "z.", "æ.", "ø.", "å."]
    assert kinds("z. Lys\nø. mere vand") == ["ListBlock", "Paragraph"]


def test_a_list_goes_on_over_blank_lines_and_its_numbers_may_jump():
    assert [marker for marker, _, _ in entries("1. Et\n2. To\n\n5. Fem\n\n6. Seks")] == [
        "1.",
        "2.",
        "5.",
        "6.",
    ]
    assert len(entries("- Et\n\n- To\n\n- Tre")) == 3


@pytest.mark.parametrize("text", ["1. Et\n2. To\n1. Et igen", "10. Ti\n9. Ni", "- Et\n1. To", "1. Et\n- To"])
def test_a_list_ends_where_its_numbers_or_markers_do_not_go_on(text: str):
    assert kinds(text) == ["ListBlock", "ListBlock"]


def test_a_list_ends_with_a_paragraph_or_a_table():
    assert kinds(f"- Et\n{RUNNING_TEXT}\n- To") == ["ListBlock", "Paragraph", "ListBlock"]
    assert kinds("- Et\nSted\tAntal\nNord\t40") == ["ListBlock", "Table"]


@pytest.mark.parametrize(
    ("text", "levels"),
    [
        ("- A\n - B\n - C\n- D", [1, 2, 2, 1]),
        ("- A\n- o B\n- o C\n- D", [1, 2, 2, 1]),
        ("- A\n o B\n- C", [1, 2, 1]),
        ("- A\no B\n- C", [1, 2, 1]),
        ("1. A\na. B\nb. C\n2. D\na. E", [1, 2, 2, 1, 2]),
        ("1) A\n a) B\n b) C\n2) D", [1, 2, 2, 1]),
        ("1. A\n 1) B\n 2) C\n2. D", [1, 2, 2, 1]),
        ("- A\n- 1) B\n- 2) C\n- D", [1, 2, 2, 1]),
        (" - A\n - B", [1, 1]),
        ("a) A\nb) B", [1, 1]),
        ("o A\no B", [1, 1]),
        ("- o A\n- o B", [1, 1]),
    ],
)
def test_a_list_has_two_levels(text: str, levels: list[int]):
    assert [level for _, _, level in entries(text)] == levels


def test_a_list_keeps_the_line_of_every_entry():
    (block,) = blocks("- Et\n\n- To")
    assert isinstance(block, ListBlock)
    assert (block.line, [entry.line for entry in block.items]) == (1, [1, 3])


# Tables


def test_rows_of_cells_make_a_table():
    assert table("Center\tProjekt\tBeløb\nHRC\tLys\t100.000\nØDC\tLyd\t50.000") == Table(
        line=1,
        caption="",
        rows=(("Center", "Projekt", "Beløb"), ("HRC", "Lys", "100.000"), ("ØDC", "Lyd", "50.000")),
        has_header=True,
        has_total=False,
    )


def test_a_trailing_tab_is_an_empty_last_cell_and_a_leading_one_an_empty_first():
    assert table("Udflugt\t\nBus\t6.500").rows == (("Udflugt", ""), ("Bus", "6.500"))
    assert table("\t2013\t2014\nBus\t5\t6").rows == (("", "2013", "2014"), ("Bus", "5", "6"))


def test_short_rows_are_filled_up():
    assert table("A\tB\tC\nD\tE\nIalt\t\t3").rows == (("A", "B", "C"), ("D", "E", ""), ("Ialt", "", "3"))


@pytest.mark.parametrize(
    "caption", ["Tabel 1: Pladser", "Table 12: Pladser", "TABEL 1. Pladser", "Tabel 1 - Pladser", "Tabel 2:"]
)
def test_the_line_above_a_table_can_be_its_caption(caption: str):
    assert table(f"{caption}\n\nSted\tAntal\nNord\t40").caption == caption


@pytest.mark.parametrize(
    "line", ["Tabel", "Tabel 1 viser pladserne", "Tabellen: Pladser", "Se tabel 1: her", "Figur 1: Lys"]
)
def test_other_lines_above_a_table_are_no_caption(line: str):
    assert kinds(f"{line}\nSted\tAntal\nNord\t40") == ["Paragraph", "Table"]


def test_a_caption_without_a_table_is_a_paragraph():
    assert kinds(f"Tabel 1: Pladser\n{RUNNING_TEXT}")[0] != "Table"
    assert blocks("Tabel 1: Pladser") == (Paragraph(1, "Tabel 1: Pladser"),)


def test_a_blank_line_parts_two_tables():
    assert kinds("A\t1\nB\t2\n\nC\t3\nD\t4") == ["Table", "Table"]


@pytest.mark.parametrize("total", ["Ialt\t90", "I alt:\t90", "TOTAL\t90", "Sum\t90", "Samlet\t90"])
def test_a_last_row_can_be_the_total(total: str):
    assert table(f"Sted\tAntal\nNord\t40\n{total}").has_total
    assert not table(f"Sted\tAntal\n{total}\nNord\t40").has_total


@pytest.mark.parametrize(
    "text",
    [
        "Sted\tAntal\nNord\t40",
        "Sted\tAntal\nNord\t1 234",
        "Sted\tBeløb\nNord\t12 tkr.",
        "Sted\tBeløb\nNord\t3,5 mia. kr.",
        "Sted\tAfvigelse\nNord\t- 5",
        "Emne\tTidspunkt\tAnsvarlig\nIndkøb\tSeptember\tØDC",
        "Post\t2014\t2015\nBus\t5\t6",
        "\t2014\t2015\nBus\t5\t6",
        "År\tTilbudt\tUden hjælp efter 3 mdr.\n2014\t402\t31 %",
    ],
)
def test_a_first_row_of_words_and_years_is_a_header(text: str):
    assert table(text).has_header


@pytest.mark.parametrize(
    "text",
    [
        "Bus\t5.000\nTog\t4.000 kr.",
        "Bus\t- 5\nTog\t4",
        "Bus\t12 tkr.\nTog\t1 234",
        "Bus\t3,5 mia. kr.\tja\nTog\t4\tnej",
        "Udflugt\t\nBus\t6.500",
        "Til fods\t41 %\nPå cykel\t38 %",
        "Bus\tTog\nCykel\tGang",
        "Sted\tAntal",
        "Bus\t-1,5 mio. kr.\t3\nTog\t4\t5",
    ],
)
def test_a_first_row_of_figures_or_above_no_figures_is_none(text: str):
    assert not table(text).has_header


def test_a_table_may_begin_with_cells_that_look_like_a_list():
    assert table("1. gang\t4.200\n2. gang\t4.200").rows[0][0] == "1. gang"
    assert table("- Bus\t5.000\t6.000\n- Tog\t4.000\t5.000").rows[1][0] == "- Tog"


def test_a_marker_is_a_cell_too_below_a_row():
    assert table("Nr.\tSted\n1.\tNord\n2.\tSyd").rows == (("Nr.", "Sted"), ("1.", "Nord"), ("2.", "Syd"))
    assert table("Sted\tAntal\n-\t40").rows[1] == ("-", "40")


def test_more_tabs_than_a_table_has_columns_leave_a_paragraph():
    assert kinds("a\t" * 39 + "b") == ["Table"]
    assert kinds("a\t" * 40 + "b") == ["Paragraph"]
    assert blocks("\tIndrykket tekst") == (Paragraph(1, "Indrykket tekst"),)


# Sub-headings


@pytest.mark.parametrize(
    "line",
    ["Organisering", "Formål og indhold", "1. Ledelse", "2 Uddannelse (gennemført)", "2. budgetopfølgning"],
)
def test_a_short_line_above_running_text_is_a_subheading(line: str):
    assert blocks(f"{line}\n{RUNNING_TEXT}")[0] == Subheading(1, line)


@pytest.mark.parametrize(
    "line",
    [
        "Aktuelle emner:",
        "Der er intet nyt.",
        "Hvad nu?",
        "organisering",
        "Pladser, stativer,",
        "En linje, der er så lang, at den ikke kan være en overskrift over noget",
        "- Organisering",
        "a) Organisering",
    ],
)
def test_a_line_that_may_be_text_is_no_subheading(line: str):
    assert not isinstance(blocks(f"{line}\n{RUNNING_TEXT}")[0], Subheading)


@pytest.mark.parametrize(
    "below", ["", "Kort tekst.", "- Et\n- To", "Sted\tAntal\nNord\t40", "Endnu en kort linje"]
)
def test_a_line_without_running_text_below_is_no_subheading(below: str):
    assert isinstance(blocks(f"Organisering\n{below}")[0], Paragraph)


# Paragraphs


def test_a_paragraph_cut_by_a_page_break_is_one():
    first = "Der skal være plads til alle, som kommer på cykel om morgenen, og til de biler, der efter"
    (paragraph,) = blocks(f"{first}\n\nreglerne har lov at holde der.")
    assert paragraph == Paragraph(1, f"{first} reglerne har lov at holde der.")


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Der skal være plads til alle, som kommer på cykel om morgenen eller om aftenen.", "senere"),
        ("Der skal være plads til alle, som kommer på cykel om morgenen eller om aftenen:", "senere"),
        ("Der skal være plads til alle, som kommer på cykel om morgenen eller", "Senere"),
        ("En kort linje uden punktum", "og en til"),
        ("Der skal være plads til alle, som kommer på cykel om morgenen eller", "- senere"),
    ],
)
def test_two_paragraphs_stay_two(first: str, second: str):
    assert len(blocks(f"{first}\n\n{second}")) == 2


def test_italics_and_a_lone_asterisk_stay_in_the_text():
    text = "Se også *Plan for cykler og biler* i bilaget. * Beløbet er foreløbigt."
    assert blocks(text) == (Paragraph(1, text),)


def test_titles_are_one_paragraph_a_line():
    assert one_paragraph_a_line(numbered("  Skitse \n\n- Kort")) == (
        Paragraph(1, "Skitse"),
        Paragraph(3, "- Kort"),
    )


def test_no_lines_make_no_blocks():
    assert parse_blocks(()) == ()
