"""The grammar of a document: where items begin, how they are counted, and what does not fit together."""

import pytest

from minutes.parser import CentreNames, parse_minutes
from minutes.parser.problems import Severity
from minutes.parser.values import ParsedMeeting
from tests.build.parsed import HEAD, codes, document, messages, parse_items


def item(number: int, title: str, *lines: str, case_number: str = "13/9902") -> str:
    return "\n\n".join(filter(None, [f"Punkt {number}: {title}", case_number, *lines]))


def contents(*titles: str) -> str:
    return document("Indholdsfortegnelse\n" + "\n".join(f"{title}.....\t3" for title in titles))


def numbers(meeting: ParsedMeeting) -> list[int]:
    return [item.number for item in meeting.items]


# Where items begin


def test_items_follow_each_other_to_the_end():
    meeting = parse_items(
        item(1, "Økonomi"), item(2, "Lokaler"), item(3, "Eventuelt"), head=contents("A", "B", "C")
    )
    assert [(found.number, found.title, found.toc_title) for found in meeting.items] == [
        (1, "Økonomi", "A"),
        (2, "Lokaler", "B"),
        (3, "Eventuelt", "C"),
    ]


@pytest.mark.parametrize(
    "decision",
    [
        ("Punkt 1: Godkendt.", "Punkt 2: Udsættes."),
        ("Punkt 1 - Godkendt.", "Punkt 2 - Udsættes.", "Punkt 3 - Afvist."),
        ("Punkt 2: Godkendt.",),
        ("Punkt 7: Godkendt.",),
    ],
)
def test_an_items_header_inside_a_decision_is_text(decision: tuple[str, ...]):
    meeting = parse_items(
        item(1, "Økonomi", "Beslutning", *decision), item(2, "Lokaler"), item(3, "Eventuelt")
    )
    assert numbers(meeting) == [1, 2, 3]
    assert meeting.items[0].decisions[0].text == "\n".join(decision)
    assert messages(meeting, "item_header_in_text") == [
        "Linjen ligner et punkts overskrift, men er læst som tekst."
    ] * len(decision)


def test_a_decision_on_points_is_text_in_the_last_item_too():
    meeting = parse_items(item(1, "Økonomi", "Beslutning", "Punkt 1: Godkendt.", "Punkt 2: Udsættes.", "Ja."))
    assert numbers(meeting) == [1]


def test_an_item_without_case_number_is_known_by_its_title_in_the_contents():
    meeting = parse_items(
        item(1, "Økonomi"), item(2, "Spørgetid", "Ingen spurgte.", case_number=""), item(3, "Eventuelt"),
        head=contents("Økonomi", "Spørgetid", "Eventuelt"),
    )  # fmt: skip
    assert numbers(meeting) == [1, 2, 3]


@pytest.mark.parametrize(
    "lines",
    [("Beslutning", "Godkendt."), ("Bilag", "Skitse"), ("Ingen spurgte.",), ("12.30 begyndte mødet.",), ()],
)
def test_an_item_without_case_number_and_contents_is_known_by_the_gap_it_fills(lines: tuple[str, ...]):
    meeting = parse_items(
        item(1, "Økonomi"), item(2, "Spørgetid", *lines, case_number=""), item(3, "Eventuelt")
    )
    assert numbers(meeting) == [1, 2, 3]


@pytest.mark.parametrize("lines", [("Beslutning", "Godkendt."), ()])
def test_a_last_item_without_case_number_is_known_by_what_stands_below(lines: tuple[str, ...]):
    assert numbers(parse_items(item(1, "Økonomi"), item(2, "Eventuelt", *lines, case_number=""))) == [1, 2]


def test_a_last_item_is_known_by_the_length_of_the_contents():
    meeting = parse_items(
        item(1, "Økonomi"),
        item(2, "Eventeult", "Intet.", case_number=""),
        head=contents("Økonomi", "Eventuelt"),
    )
    assert numbers(meeting) == [1, 2]


def test_of_two_lines_that_could_fill_a_gap_the_last_is_the_item():
    meeting = parse_items(
        item(1, "Økonomi", "Beslutning", "Punkt 1: Godkendt.", "Punkt 2: Udsættes."),
        item(2, "Spørgetid", "Ingen spurgte.", case_number=""),
        item(3, "Eventuelt"),
    )
    assert [found.title for found in meeting.items] == ["Økonomi", "Spørgetid", "Eventuelt"]


def test_items_are_counted_on_where_none_has_a_case_number():
    meeting = parse_items(*(item(number, "Emne", "Drøftet.", case_number="") for number in (1, 2, 3)))
    assert numbers(meeting) == [1, 2, 3]


@pytest.mark.parametrize(
    "line",
    [
        "Punkt 2 udsættes.",
        "Punkterne 2: Lokaler",
        "Punkt: Lokaler",
        "Punkt to: Lokaler",
        "Jf. punkt 2: Lokaler",
        "Dagsordenspunkt 2: Lokaler",
        "Punkt 2: Lokaler.....\t5",
        "Punkt 12345: Lokaler",
        "Punkt ²: Lokaler",
    ],
)
def test_other_lines_begin_no_item(line: str):
    assert numbers(parse_items(item(1, "Økonomi", "Baggrund", line, "14/1234"))) == [1]


# How they are counted


def test_a_gap_in_the_numbers_is_reported_once():
    meeting = parse_items(item(1, "Økonomi"), item(2, "Lokaler"), item(4, "Cykler"), item(5, "Eventuelt"))
    assert numbers(meeting) == [1, 2, 4, 5]
    assert messages(meeting, "number_gap") == ["Her ventedes punkt 3, men punktet har nummer 4."]


def test_minutes_that_do_not_begin_with_item_1_have_a_gap():
    assert messages(parse_items(item(3, "Lokaler")), "number_gap") == [
        "Her ventedes punkt 1, men punktet har nummer 3."
    ]


def test_a_number_that_comes_twice_is_two_items_and_reported():
    meeting = parse_items(item(1, "Økonomi"), item(2, "Lokaler"), item(2, "Cykler"), item(3, "Eventuelt"))
    assert [found.title for found in meeting.items] == ["Økonomi", "Lokaler", "Cykler", "Eventuelt"]
    assert messages(meeting, "number_repeated") == ["Punkt 2 står mere end én gang."]
    assert "number_gap" not in codes(meeting)


# The table of contents


def test_entries_are_joined_to_items_by_position():
    meeting = parse_items(item(1, "Økonomi"), item(2, "Lokaler"), head=contents("Lokaler", "Økonomi"))
    assert [found.toc_title for found in meeting.items] == ["Lokaler", "Økonomi"]
    assert codes(meeting).count("toc_title_differs") == 2


def test_missing_contents_are_reported():
    meeting = parse_items(item(1, "Økonomi"))
    assert (meeting.items[0].toc_title, meeting.items[0].toc_page) == ("", None)
    assert messages(meeting, "toc_missing") == ["Referatet har ingen indholdsfortegnelse."]


@pytest.mark.parametrize("titles", [("Økonomi",), ("Økonomi", "Lokaler", "Eventuelt")])
def test_contents_of_another_length_are_reported(titles: tuple[str, ...]):
    meeting = parse_items(item(1, "Økonomi"), item(2, "Lokaler"), head=contents(*titles))
    assert messages(meeting, "toc_length_differs") == [
        f"Indholdsfortegnelsen har {len(titles)} punkter, referatet 2."
    ]


# Letters

PLAIN_HEAD = "\n\nREFERAT Direktionen d. 27-08-2013\n"
LONG = "Der er ingen danske bogstaver i teksten her. " * 60


@pytest.mark.parametrize(
    ("text", "is_warned_of"),
    [
        (LONG, True),
        ("Boern og aeldre paa Oeresund. " * 100, True),
        (LONG + "ø", False),
        (LONG + "Å", False),
        ("ord " * 500, False),
        ("1.234 " * 2000, False),
    ],
)
def test_many_letters_without_a_danish_one_are_a_warning(text: str, is_warned_of: bool):
    meeting = parse_items(item(1, "Lokaler", text), head=PLAIN_HEAD)
    found = [problem for problem in meeting.problems if problem.code == "no_danish_letters"]
    assert [(problem.line, problem.severity) for problem in found] == [(3, Severity.WARNING)] * is_warned_of


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ("DrÃ¸ftes pÃ¥ mÃ¸det", Severity.ERROR),
        ("Dr?ftes p? m?det, f?r det er r?dt", Severity.ERROR),
        ("I brevet stod »mÃ¸det«; bødlerne åd løg på øen.", Severity.WARNING),
    ],
)
def test_damaged_letters_are_an_error_and_one_that_may_be_quoted_a_warning(text: str, severity: Severity):
    meeting = parse_items(item(1, "Lokaler", text))
    (problem,) = (problem for problem in meeting.problems if problem.code == "damaged_letters")
    assert problem.severity is severity
    assert text in [line.text for line in meeting.all_lines() if line.number == problem.line]


# As a whole


def test_a_document_without_fault_has_no_problem():
    meeting = parse_items(
        item(
            1,
            "Økonomi",
            "Sagsfremstilling",
            "Intet nyt.",
            "Beslutning i Direktionen den 27-08-2013",
            "Drøftet.",
        ),
        item(2, "Lukket"),
        head=contents("Økonomi", "Lukket"),
    )
    assert meeting.problems == ()


def test_problems_come_in_the_order_of_their_lines_with_a_severity_each():
    meeting = parse_items(
        item(2, "Økonomi", "Løs tekst", "Økonomi"), item(2, "Lukket", "Baggrund", "Hemmeligt.")
    )
    lines = [problem.line for problem in meeting.problems]
    assert lines == sorted(lines)
    assert {problem.severity for problem in meeting.problems} == {Severity.INFO, Severity.WARNING}


def test_every_problem_stands_on_a_line_of_the_document():
    meeting = parse_items(item(2, "Økonomi", "Løs tekst", "Økonomi"), head=contents("A", "B"))
    assert {problem.line for problem in meeting.problems} <= {line.number for line in meeting.all_lines()}


def test_no_line_is_lost():
    text = document(
        item(1, "Økonomi", "Løs tekst", "Økonomi", "10 kr."), "Punkt 2: Lukket\n\n", head=contents("A")
    )
    lines = list(parse_minutes(text).all_lines())
    assert [(line.number, line.text) for line in lines] == [
        (number, line) for number, line in enumerate(text.split("\n"), start=1) if line
    ]


def test_without_centres_the_rest_is_read_the_same():
    text = document(item(1, "Økonomi", "Indstilling", "KMC indstiller.", "Sag\tAnsvarlig\nPlan\tKMC"))
    meeting = parse_minutes(text, CentreNames())
    assert meeting.items[0].centres == ()
    assert codes(meeting) == ["toc_missing"]
    assert HEAD.split("\n")[0] == meeting.lines[0].text
