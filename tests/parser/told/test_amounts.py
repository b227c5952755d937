"""The sums of money in an item: in its text, with their sections, and in its tables, with their units."""

import pytest

from minutes.parser.kinds import SectionKind
from minutes.parser.told.amounts import find_item_amounts
from tests.build.parsed import parse_one


def values(*lines: str) -> list[int]:
    return [amount.value for amount in find_item_amounts(parse_one(*lines))]


def test_a_sum_has_its_section_line_and_place():
    item = parse_one(
        "Indstilling",
        "At der afsættes ca. 250.000 kr. til haller.",
        "Beslutning i Direktionen den 27-08-2013",
        "Godkendt, dog 200.000 kr.",
    )
    first, second = find_item_amounts(item)
    assert (first.section, second.section) == (SectionKind.RECOMMENDATION, SectionKind.DECISION)
    assert (first.value, first.is_approximate, first.text, first.column) == (
        250_000,
        True,
        "ca. 250.000 kr.",
        16,
    )
    lines = {line.number: line.text for line in item.all_lines()}
    assert lines[second.line][second.column :] == second.text == "200.000 kr."


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (["Center\tProjekt\tAnsøgt beløb", "HRC\tArkiv\t100.000", "Ialt\t\t100.000"], [100_000, 100_000]),
        (["Center\tBeløb (1.000 kr.)\tAntal", "HRC\t1.820\t12"], [1_820_000]),
        (["Område\t2013\t2014", "Drift\t620\t-780"], []),
        (["1.000 kr.\t2013\t2014", "Drift\t620\t-780"], [620_000, -780_000]),
        (["Område\tAnsøgt (mio. kr.)\tAndel", "Drift\t14,2\t12 %"], [14_200_000]),
        (["Center\tBeløb", "HRC\t19.004 kr.", "JC\t12.225 kr."], [19_004, 12_225]),
        (["Center\tAntal elever", "HRC\t1.250"], []),
        (["År\tUdgift", "2013\t5.000", "2014\t6.000"], [5_000, 6_000]),
        (["Post\t1.000 kr.", "Løn\t620", "Antal elever\t120"], [620_000]),
    ],
)
def test_the_cells_of_a_column_in_kroner_are_sums(rows: list[str], expected: list[int]):
    assert values("Økonomi", "\n".join(rows)) == expected


def test_a_line_above_the_table_can_say_what_it_counts():
    table = "Studietur\t\nBus\t5.000\nMad (300 kr. x 15)\t4.500\nTotal\t9.500"
    assert values("Sagsfremstilling", "Overslag på udgifterne:", table) == [5_000, 300, 4_500, 9_500]
    assert values("Sagsfremstilling", "Fremmødte:", table) == [300]


def test_a_caption_can_say_the_unit():
    table = "Tabel 1: Nettovirkning (1.000 kr.)\nPost\t2013\t2014\nLøn\t240\t505"
    assert values("Økonomi", table) == [240_000, 505_000]


def test_a_sum_above_a_table_is_not_its_unit():
    table = "Center\tProjekt\tAnsøgt beløb\nHRC\tArkiv\t100.000"
    assert values("Økonomi", "Der er bevilget 1,7 mio. kr. som vist i tabellen.", table) == [
        1_700_000,
        100_000,
    ]


@pytest.mark.parametrize(
    "lines",
    [
        ("Bilag", "Tilbud på 250.000 kr."),
        ("Andre relevante dokumenter", "Tilbud på 250.000 kr. (269057/12)"),
        ("Sagsfremstilling", "Der deltog 256 medarbejdere i 2014."),
        ("Sagsfremstilling", "Sag/emne\tForv. tidspunkt\tAnsvarlig\nHaller\tSeptember\tBYC"),
        ("Sagsfremstilling", "Fejl\t53 %\nMangler\t29 %"),
    ],
)
def test_papers_counts_and_shares_are_no_sums(lines: tuple[str, ...]):
    assert values(*lines) == []
