"""What is announced below a follow-up list, and what is only a calendar there."""

import pytest

from minutes.parser.told.coming_subjects import find_coming_subjects
from tests.build.parsed import parse_one

TABLE = "Sag/emne\tForv. tidspunkt\tAnsvarlig\nHaller\tMaj\tBYC"


def subjects(*lines: str, title: str = "Huskeliste 27-08-2013") -> list[tuple[str, str]]:
    item = parse_one("Sagsfremstilling", TABLE, *lines, title=title)
    return [(subject.heading, subject.text) for subject in find_coming_subjects(item)]


@pytest.mark.parametrize(
    ("heading", "subject"),
    [
        ("Chefforum 28 august", "Introduktion for nye ledere"),
        ("Chefforum", "Forberedelse af de næste ugers møder."),
        ("Direktionens heldagsmøde", "Strategi for den nye periode, herunder digitalisering."),
        ("Byrådets temamøder", "24. september: Stier og veje"),
        ("Byrådets temamøder", "20. januar: Rundtur i kommunen"),
        ("ØU", "Temadrøftelse på ØU om haller (evt. november)"),
        ("HU-møder", "(gennemgås i direktionen ugen før)"),
        ("Kommende emner:", "Kvalitet i dagtilbud"),
        ("Emner", "Besøg fra revisionen (forår)"),
        ("Emner, der endnu ikke er lagt fast", "Frit valg"),
        ("Temamøder i Byrådet", "Klimatilpasning"),
        ("Strategisk Lederforum", "Opfølgning på seminar"),
        ("Øvrige punkter", "Møde med handelsforeningen"),
        ("SSU", "Evaluering af temadagen"),
    ],
)
def test_a_subject_stands_under_its_heading(heading: str, subject: str):
    assert subjects(heading, subject) == [(heading.rstrip(":"), subject)]


def test_the_entries_of_a_list_are_subjects_without_their_markers():
    assert subjects("Kommende emner:", "- Ungdomsråd", "- Haller, leje og lys (jf. sag på KFU 3. sept.)") == [
        ("Kommende emner", "Ungdomsråd"),
        ("Kommende emner", "Haller, leje og lys (jf. sag på KFU 3. sept.)"),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "3. september",
        "25. november:",
        "onsdag den 3. maj",
        "10.-11. januar",
        "3/9",
        "19. september kl. 10-12",
        "uge 7",
        "29. oktober: (NB! Skal sandsynligvis aflyses)",
        "3. december: aflyst",
        "Aflyses pga. vinterferie.",
        "13. februar: Flyttes til den 20. februar",
        "Program følger",
        "Ingen emner",
        "Vinterferie",
        "-",
    ],
)
def test_days_and_what_becomes_of_them_are_no_subjects(line: str):
    assert subjects("Byrådets temamøder", line, "18. december") == []


def test_a_line_above_days_is_their_heading_where_it_speaks_of_meetings():
    assert subjects("Formandens dage i direktionen", "9. september", "9. december") == []


def test_each_body_has_its_own_subjects():
    assert subjects("Chefforum 28 august", "Netværk", "HU-møder", "19. september", "ØU", "Haller") == [
        ("Chefforum 28 august", "Netværk"),
        ("ØU", "Haller"),
    ]


def test_what_stands_above_the_table_or_in_another_item_announces_nothing():
    item = parse_one("Sagsfremstilling", "Kommende emner:", "- Haller", TABLE, title="Huskeliste 27-08-2013")
    assert find_coming_subjects(item) == ()
    assert find_coming_subjects(parse_one("Sagsfremstilling", "Kommende emner:", "- Haller")) == ()
