"""Follow-up lists: which tables they are, what their columns say, and which deadlines and people stand in them."""

import datetime

import pytest

from minutes.parser.told.follow_ups import find_follow_ups, find_responsible, read_deadline
from minutes.parser.told.values import ParsedFollowUp
from tests.build.parsed import CENTRES, parse_one

SAID_ON = datetime.date(2013, 8, 27)


def follow_ups(
    *rows: str, title: str = "Huskeliste 27-08-2013", more: tuple[str, ...] = ()
) -> list[ParsedFollowUp]:
    item = parse_one("Sagsfremstilling", "\n".join(rows), *more, title=title)
    return list(find_follow_ups(item, SAID_ON, CENTRES))


HEADING = "Sag/emne\tForv. tidspunkt\tAnsvarlig"


def test_each_row_is_a_follow_up_with_its_line_and_its_words():
    first, second = follow_ups(
        HEADING, "Parkeringspolitik\tSeptember\tBYC", "Status på haller\t(Kvartalsvis)\tPA"
    )
    assert (first.row, first.topic, first.deadline_words, first.responsible_words) == (
        1,
        "Parkeringspolitik",
        "September",
        "BYC",
    )
    assert (first.centres, first.persons, second.centres, second.persons) == (("BYC",), (), (), ("PA",))
    assert second.line == first.line + 1


@pytest.mark.parametrize(
    ("heading", "row"),
    [
        ("Sag/emne\tForv. tidspunkt\tAnsvarlig", "Haller\tMaj\tBYC"),
        ("SAG/EMNE\tFORV. TIDSPUNKT\tANSVARLIG", "Haller\tMaj\tBYC"),
        ("Emne\tFrist\tAnsvarlig", "Haller\tMaj\tBYC"),
        ("Emne\tAnsvarlig\tTidspunkt", "Haller\tBYC\tMaj"),
        ("Ansvarlig\tSag / emne\tDeadline", "BYC\tHaller\tMaj"),
        ("Opgave:\tTovholder:\tHvornår:", "Haller\tBYC\tMaj"),
        ("Nr.\tPunkt\tForventet tidspunkt\tAnsvarligt center\tBemærkning", "1\tHaller\tMaj\tBYC\tfølger"),
        ("Dato\tEmne\tFrist\tAnsv.", "3. april\tHaller\tMaj\tBYC"),
        ("Hvad\tHvem\tHvornår", "Haller\tBYC\tMaj"),
    ],
)
def test_columns_are_known_by_what_their_headings_mean(heading: str, row: str):
    (found,) = follow_ups(heading, row)
    assert (found.topic, found.deadline_words, found.responsible_words) == ("Haller", "Maj", "BYC")


@pytest.mark.parametrize(
    ("title", "heading"),
    [
        ("Etape 2 af forhallen", "Aktivitet\tTidspunkt\tAnsvarlig"),
        ("Effektiviseringspuljen", "Center\tProjekt\tBeløb"),
        ("Huskeliste 27-08-2013", "Periode\tSager\tÅr"),
        ("Huskeliste 27-08-2013", "2013\t2014\t2015"),
        ("Budget 2014", "Emne\tFrist\tAnsvarlig"),
    ],
)
def test_other_tables_are_no_follow_up_lists(title: str, heading: str):
    assert follow_ups(heading, "Haller\tMaj\tBYC", title=title) == []


def test_a_table_of_matters_with_deadlines_is_such_a_list_under_any_title():
    assert len(follow_ups(HEADING, "Haller\tMaj\tBYC", title="Øvrige sager 27-08-2013")) == 1


def test_a_list_that_a_page_cuts_in_two_counts_on():
    rows = follow_ups(HEADING, "Haller\tMaj\tBYC", "Stier\tJuni\tBYC", more=("Veje\tJuli\tJC\nBroer\t\tJC",))
    assert [(row.row, row.topic) for row in rows] == [(1, "Haller"), (2, "Stier"), (3, "Veje"), (4, "Broer")]


def test_a_row_may_say_nothing_of_when_and_who():
    (row,) = follow_ups(HEADING, "Støj i forhallen\t\t")
    assert (row.deadline, row.deadline_words, row.responsible_words, row.centres) == (None, "", "", ())


def test_a_row_without_a_topic_is_none_but_is_counted():
    rows = follow_ups(HEADING, "Haller\tMaj\tBYC", "\tJuni\tJC", "Veje\tJuli\tJC")
    assert [(row.row, row.topic) for row in rows] == [(1, "Haller"), (3, "Veje")]


@pytest.mark.parametrize(
    ("words", "said_on", "last"),
    [
        ("September", "2013-08-27", "2013-09-30"),
        ("Febr.", "2013-11-05", "2014-02-28"),
        ("August/sept.", "2013-08-27", "2013-09-30"),
        ("25. juni", "2013-02-19", "2013-06-25"),
        ("Forår", "2013-11-05", "2014-05-31"),
        ("Efter sommerferien", "2013-02-05", "2013-09-30"),
        ("Uge 42", "2013-08-27", "2013-10-20"),
        ("3. kvartal 2014", "2013-08-27", "2014-09-30"),
        ("2014", "2013-08-27", "2014-12-31"),
        ("Udsat fra september til november", "2013-08-27", "2013-11-30"),
        ("Marts (evt. april)", "2013-11-05", "2014-04-30"),
        # It has just passed, and nobody has moved it yet.
        ("August", "2013-09-10", "2013-08-31"),
        ("28. august", "2013-09-10", "2013-08-28"),
        ("Juni", "2013-09-10", "2014-06-30"),
        ("August 2014", "2013-09-10", "2014-08-31"),
        ("August/sept.", "2013-10-08", "2013-09-30"),
    ],
)
def test_a_deadline_has_a_latest_day(words: str, said_on: str, last: str):
    deadline = read_deadline(words, datetime.date.fromisoformat(said_on))
    assert deadline is not None
    assert (deadline.last, deadline.recurs) == (datetime.date.fromisoformat(last), False)


@pytest.mark.parametrize(
    "words",
    [
        "Kvartalsvis",
        "(Kvartalsvis)",
        "(månedligt)",
        "(2. uge månedligt)",
        "2 gange årligt",
        "Hvert år i marts",
        "Løbende",
    ],
)
def test_a_rhythm_has_no_latest_day(words: str):
    deadline = read_deadline(words, SAID_ON)
    assert deadline is not None
    assert (deadline.last, deadline.recurs) == (None, True)


def test_a_month_with_a_rhythm_has_both():
    deadline = read_deadline("Marts (årligt)", SAID_ON)
    assert deadline is not None
    assert (deadline.iso, deadline.recurs) == ("2014-03", True)


@pytest.mark.parametrize("words", ["", "-", "?", "OK", "Afsluttet", "12/32140", "kl. 10", "§ 9"])
def test_a_cell_that_names_no_time_gives_none(words: str):
    assert read_deadline(words, SAID_ON) is None


@pytest.mark.parametrize(
    ("words", "centres", "persons"),
    [
        ("HRC/JC", ("HRC", "JC"), ()),
        ("HRC og BYC", ("HRC", "BYC"), ()),
        ("HR-Centret", ("HRC",), ()),
        ("CIES", ("CEIS",), ()),
        ("PA", (), ("PA",)),
        ("PA/HRC", ("HRC",), ("PA",)),
        ("BYC (LKB)", ("BYC",), ("LKB",)),
        ("TB, SM", (), ("TB", "SM")),
        ("MED", (), ()),
        ("SSU", (), ()),
        ("XYC", (), ()),
        ("CABC", (), ()),
        ("Alle centre", (), ()),
        ("Direktionen", (), ()),
        ("ALLE", (), ()),
        ("", (), ()),
    ],
)
def test_centres_and_initials_are_told_apart(words: str, centres: tuple[str, ...], persons: tuple[str, ...]):
    assert find_responsible(words, CENTRES) == (centres, persons)


def test_a_closed_item_tells_nothing():
    item = parse_one("Sagsfremstilling", f"{HEADING}\nHaller\tMaj\tBYC", title="Lukket")
    assert not item.is_closed or find_follow_ups(item, SAID_ON, CENTRES) == ()
