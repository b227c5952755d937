"""Tables with rules and without become rows of cells; what looks a little like one stays text."""

import pytest

from minutes.sources.pdf import read_pdf
from tests.build.drawing import Text, grid, paragraph, pdf, wrapped

EDGES = (60, 160, 360, 460)
CELLS = [
    ["Center", "Projekt", "Beløb"],
    ["HRC", "Rekruttering", "100.000"],
    ["JC", "", "262.500"],
    ["I alt", "", "362.500"],
]
EXPECTED = ["\t".join(row) for row in CELLS]
PROSE = wrapped(
    "Direktionen drøftede sagen og besluttede, at den skal tages op igen, når centrene har haft den i høring i "
    "september, så der er tid til at indarbejde svarene."
)


def cells(rows, y=100, step=16, edges=EDGES):
    return [
        Text(cell, y + step * place, x + 3)
        for place, row in enumerate(rows)
        for x, cell in zip(edges, row, strict=False)
        if cell
    ]


def rules(count, y=100, step=16, edges=EDGES):
    return grid(edges, [y - 11 + step * row for row in range(count + 1)])


def rows(content):
    return [line for line in read_pdf(content).text.splitlines() if "\t" in line]


def test_a_table_with_rules_is_rows_of_cells():
    assert rows(pdf([*rules(4), *cells(CELLS)])) == EXPECTED


def test_a_table_without_rules_is_too():
    assert rows(pdf([*paragraph(*PROSE, y=60), *cells(CELLS)])) == EXPECTED


def test_a_wrapped_cell_is_joined():
    wrapped = [
        Text("dokumenter fra løn", 112, 163),
        *rules(1, step=32),
        *cells([["HRC", "Effektivisering af", "100.000"]]),
    ]
    assert rows(pdf(wrapped)) == ["HRC\tEffektivisering af dokumenter fra løn\t100.000"]


def test_a_wrapped_cell_is_joined_without_rules():
    table = cells([["Center", "Projekt", "Beløb"], ["HRC", "Effektivisering af", "100.000"]], step=20)
    later = cells([["JC", "Varighed", "262.500"]], y=152)
    assert rows(pdf([*table, Text("dokumenter fra løn", 132, 163), *later])) == [
        "Center\tProjekt\tBeløb",
        "HRC\tEffektivisering af dokumenter fra løn\t100.000",
        "JC\tVarighed\t262.500",
    ]


def test_an_empty_first_cell_of_the_header_is_kept():
    table = [["", "2014", "2015"], ["Scanning", "620", "780"], ["Gennemsyn", "290", "410"]]
    assert rows(pdf([*paragraph(*PROSE, y=60), *cells(table)])) == ["\t".join(row) for row in table]


@pytest.mark.parametrize("has_rules", [True, False])
def test_a_table_over_a_page_break_is_one(has_rules):
    above, below = CELLS[:2], CELLS[2:]
    first = [*paragraph(*PROSE, y=60), *cells(above, y=780), *(rules(2, y=780) if has_rules else [])]
    second = [*cells(below, y=60), *(rules(2, y=60) if has_rules else []), *paragraph(*PROSE, y=130)]
    text = read_pdf(pdf(first, second)).text
    assert "\n".join(EXPECTED) in text


def test_a_header_that_is_repeated_on_the_next_page_stands_once():
    first = [*cells(CELLS[:2], y=780), *rules(2, y=780)]
    second = [*cells([CELLS[0], *CELLS[2:]], y=60), *rules(3, y=60)]
    assert rows(pdf(first, second)) == EXPECTED


def test_a_row_that_the_page_break_cuts_is_one():
    first = [*cells([CELLS[0], ["HRC", "Effektivisering", "100.000"]], y=780), *rules(2, y=780)]
    second = [*cells([["", "af løn", ""], ["JC", "Varighed", "5"]], y=60), *rules(2, y=60)]
    assert rows(pdf(first, second))[1:] == ["HRC\tEffektivisering af løn\t100.000", "JC\tVarighed\t5"]


def test_figures_that_end_at_one_place_are_a_column():
    table = [
        drawn
        for place, (name, amount) in enumerate([("Skoler", "-450"), ("Ældre", "1.200"), ("Veje", "85")])
        for drawn in (
            Text(name, 100 + 14 * place, 62),
            Text(amount, 100 + 14 * place, 330 - 5.56 * len(amount)),
        )
    ]
    assert rows(pdf([*paragraph(*PROSE, y=60), *table])) == ["Skoler\t-450", "Ældre\t1.200", "Veje\t85"]


@pytest.mark.parametrize(
    "drawn",
    [
        pytest.param([*paragraph(*PROSE, y=100), *grid((60, 540), (104, 116))], id="a frame under a line"),
        pytest.param(
            [Text("Mødedato", 100), Text("Tirsdag d. 27. august 2013", 100, 160)], id="one line with a gap"
        ),
        pytest.param(
            [Text("•", 100, 70), Text("et emne", 100, 100), Text("•", 112, 70), Text("et andet", 112, 100)],
            id="a list whose bullets stand far from its text",
        ),
    ],
)
def test_what_is_no_table_stays_text(drawn):
    assert rows(pdf(drawn)) == []


def test_prose_below_a_table_is_no_row():
    content = pdf([*cells(CELLS), *paragraph(*PROSE, y=168)])
    assert read_pdf(content).text.endswith(f"{' '.join(PROSE)}\n")
