"""The head of a document: what it is, whose meeting, when, where and with whom."""

import datetime

import pytest

from minutes.parser import MinutesSyntaxError, ParsedMeeting, parse_minutes
from minutes.parser.problems import Severity
from tests.build.parsed import codes, messages

ITEM = "Punkt 1: Cykelparkering\n13/9902\nBeslutning i Direktionen den 27-08-2013\nGodkendt.\n"
TITLE = "REFERAT Direktionen d. 27-08-2013"


def parse_head(*lines: str) -> ParsedMeeting:
    return parse_minutes("\n".join([*lines, ITEM]))


def names(meeting: ParsedMeeting, role: str) -> list[str]:
    return [name for line in meeting.attendance if line.role == role for name in line.names]


@pytest.mark.parametrize(
    ("title", "body"),
    [
        ("REFERAT Direktionen d. 27-08-2013", "Direktionen"),
        ("REFERAT Byrådet d. 27-08-2013", "Byrådet"),
        ("REFERAT BYRÅDET D. 27.08.2013", "Byrådet"),
        ("Referat Økonomiudvalget den 27. august 2013", "Økonomiudvalget"),
        ("referat direktionen 27/8-13", "Direktionen"),
        ("REFERAT: Chefforum, 27-08-2013", "Chefforum"),
        ("REFERAT - Chefforum - 27-08-2013", "Chefforum"),
        ("REFERAT KLIMA- OG MILJØUDVALGET D. 27-08-2013", "Klima- og Miljøudvalget"),
        ("REFERAT ØU d. 27-08-2013", "ØU"),
        ("Referat fra møde i Byrådet den 27. august 2013", "Byrådet"),
        ("Åbent referat fra ordinært møde i Byrådet, tirsdag den 27-08-2013", "Byrådet"),
        ("Referat af ekstraordinært møde i Byrådet den 27-08-2013", "Byrådet"),
        ("Referat fra Direktionens møde tirsdag den 27. august 2013 kl. 10.00", "Direktionen"),
        ("Referat - Chefforums ekstraordinære møde den 27/8 2013", "Chefforum"),
        ("REFERAT\u00a0Direktionen\u00a0d.\u00a027-08-2013", "Direktionen"),
        ("\fREFERAT Direktionen d. 27-08-2013", "Direktionen"),
    ],
)
def test_the_title_names_the_body_and_the_date(title: str, body: str):
    meeting = parse_head(title)
    assert (meeting.doc_type, meeting.body) == ("REFERAT", body)
    assert meeting.date == datetime.date(2013, 8, 27)


@pytest.mark.parametrize(
    ("lines", "body_line", "date_line", "location_line"),
    [
        ([TITLE], 1, 1, None),
        (["", TITLE, "", "Mødedato 27-08-2013", "", "Mødested Rådhuset"], 2, 4, 6),
        ([TITLE, "Mødested", "Rådhuset", "Mødedato", "27-08-2013"], 1, 5, 3),
        ([TITLE, "Mødedato tirsdag kl. 10", "Mødested"], 1, 1, 3),
        (["REFERAT", "Direktionen", "Mødedato 27-08-2013"], 2, 3, None),
        ([TITLE, "Mødedato 31-09-2013"], 1, 1, None),
        (["REFERAT Direktionen d. 31-09-2013", "Mødedato 27-08-2013"], 1, 2, None),
    ],
)
def test_body_date_and_place_keep_the_lines_they_stand_on(
    lines: list[str], body_line: int, date_line: int, location_line: int | None
):
    meeting = parse_head(*lines)
    assert (meeting.body_line, meeting.date_line, meeting.location_line) == (
        body_line,
        date_line,
        location_line,
    )
    assert (meeting.body, meeting.date) == ("Direktionen", datetime.date(2013, 8, 27))


@pytest.mark.parametrize(
    "title",
    [
        "REFERAT Chefforum d. 22.-23. august 2013",
        "REFERAT Chefforum d. 22. august - 1. september 2013",
        "REFERAT Chefforum d. 22-08-2013 - 23-08-2013",
    ],
)
def test_a_meeting_of_several_days_has_the_first(title: str):
    meeting = parse_head(title)
    assert (meeting.body, meeting.date) == ("Chefforum", datetime.date(2013, 8, 22))


def test_the_body_may_stand_below_the_title():
    meeting = parse_head("REFERAT", "Direktionens møde", "Mødedato: 27-08-2013")
    assert (meeting.body, meeting.unplaced) == ("Direktionen", ())


@pytest.mark.parametrize(
    ("lines", "time"),
    [
        (["Mødedato Tirsdag d. 27. august 2013 kl. 10:00"], "10:00"),
        (["MØDEDATO: 27-08-2013 KL. 9.30"], "09:30"),
        (["Dato: 27/8 2013", "Tid: kl. 14"], "14:00"),
        (["Mødedato 27-08-2013", "Mødetid 17.00 - 19.30"], "17:00"),
        (["Mødedato 27-08-2013", "Starttidspunkt: 8:15"], "08:15"),
        (["Mødedato", "Tirsdag d. 27. august 2013 kl. 10:00"], "10:00"),
    ],
)
def test_date_and_time_stand_behind_their_labels_or_below_them(lines: list[str], time: str):
    meeting = parse_head("REFERAT Direktionen", *lines)
    assert meeting.date == datetime.date(2013, 8, 27)
    assert meeting.start_time == datetime.time.fromisoformat(time)
    assert meeting.unplaced == ()


@pytest.mark.parametrize(
    ("lines", "location"),
    [
        (["Mødested Mødelokale 2.14"], "Mødelokale 2.14"),
        (["Mødested: Byrådssalen"], "Byrådssalen"),
        (["MØDESTED\tRådhuset, 12. sal"], "Rådhuset, 12. sal"),
        (["Sted: Kantinen"], "Kantinen"),
        (["Mødested", "Mødelokale 2.14"], "Mødelokale 2.14"),
        (["Mødested Kantinen", "Sted: Byrådssalen"], "Kantinen"),
        (["Mødested"], ""),
        ([], ""),
    ],
)
def test_the_place_stands_behind_its_label_or_below_it(lines: list[str], location: str):
    assert parse_head(TITLE, *lines).location == location


def test_a_document_without_place_and_time_has_none():
    meeting = parse_head(TITLE)
    assert (meeting.start_time, meeting.location, meeting.attendance) == (None, "", ())


def test_a_place_with_a_number_is_no_time():
    assert parse_head(TITLE, "Mødested 12. sal").start_time is None


@pytest.mark.parametrize(
    ("line", "role", "people"),
    [
        (
            "Medlemmer: Rigmor Elkilde (N), Holger Stenager (L)",
            "members",
            ["Rigmor Elkilde (N)", "Holger Stenager (L)"],
        ),
        ("Medlemmer Rigmor Elkilde; Holger Stenager", "members", ["Rigmor Elkilde", "Holger Stenager"]),
        ("Deltagere: Rigmor Elkilde og Holger Stenager.", "members", ["Rigmor Elkilde", "Holger Stenager"]),
        ("MEDLEMMER\tRigmor Elkilde\tHolger Stenager", "members", ["Rigmor Elkilde", "Holger Stenager"]),
        ("Fraværende: Asger Vindfeldt", "absent", ["Asger Vindfeldt"]),
        ("Fraværende med afbud: Asger Vindfeldt", "absent", ["Asger Vindfeldt"]),
        ("Afbud Asger Vindfeldt", "apologies", ["Asger Vindfeldt"]),
        ("Afbud fra: Asger Vindfeldt", "apologies", ["Asger Vindfeldt"]),
        ("Afbud: Ingen", "apologies", []),
        ("Fraværende:", "absent", []),
    ],
)
def test_people_stand_behind_their_labels(line: str, role: str, people: list[str]):
    meeting = parse_head(TITLE, line)
    assert [attendance.role for attendance in meeting.attendance] == [role]
    assert names(meeting, role) == people


def test_people_may_stand_one_a_line_below_their_label():
    meeting = parse_head(TITLE, "Medlemmer:", "Rigmor Elkilde (N)", "Holger Stenager (L)", "Afbud:", "Ib Mo")
    assert names(meeting, "members") == ["Rigmor Elkilde (N)", "Holger Stenager (L)"]
    assert names(meeting, "apologies") == ["Ib Mo"]
    assert meeting.unplaced == ()


def test_a_list_of_people_goes_on_where_its_line_ends_in_a_comma():
    meeting = parse_head(TITLE, "Medlemmer: Rigmor Elkilde,", "Holger Stenager", "Mødet blev optaget.")
    assert names(meeting, "members") == ["Rigmor Elkilde", "Holger Stenager"]
    assert [line.text for line in meeting.unplaced] == ["Mødet blev optaget."]


def test_people_may_stand_below_the_table_of_contents():
    meeting = parse_head(TITLE, "Indholdsfortegnelse", "Cykelparkering.....3", "Fraværende: Ib Mo")
    assert names(meeting, "absent") == ["Ib Mo"]
    assert [entry.title for entry in meeting.contents] == ["Cykelparkering"]


def test_an_unknown_line_of_the_head_is_kept_and_reported():
    meeting = parse_head(TITLE, "Mødet blev ledet af næstformanden.")
    assert [line.text for line in meeting.unplaced] == ["Mødet blev ledet af næstformanden."]
    assert messages(meeting, "text_outside_section") == [
        'Linjen over første punkt er ukendt: "Mødet blev ledet af næstformanden.".'
    ]


# What does not fit together


def test_the_line_with_the_date_outweighs_the_title():
    meeting = parse_head(TITLE, "Mødedato Onsdag d. 28. august 2013")
    assert meeting.date == datetime.date(2013, 8, 28)
    assert messages(meeting, "date_differs") == ["Mødedatoen er 28-08-2013, men titlen siger 27-08-2013."]


def test_a_wrong_weekday_is_a_problem():
    meeting = parse_head(TITLE, "Mødedato Mandag d. 27. august 2013")
    assert messages(meeting, "weekday_differs") == ["27-08-2013 er en tirsdag, ikke en mandag."]
    assert "weekday_differs" not in codes(parse_head(TITLE, "Mødedato Tirsdag d. 27. august 2013"))


def test_a_date_that_does_not_exist_is_an_error_and_the_titles_date_is_taken():
    meeting = parse_head(TITLE, "Mødedato Tirsdag d. 31. september 2013")
    (problem,) = [problem for problem in meeting.problems if problem.code == "date_impossible"]
    assert (problem.severity, problem.line) == (Severity.ERROR, 2)
    assert meeting.date == datetime.date(2013, 8, 27)


@pytest.mark.parametrize(
    ("lines", "found", "line"),
    [
        (["DAGSORDEN Direktionen d. 27-08-2013"], 'en dagsorden: "DAGSORDEN Direktionen d. 27-08-2013"', 1),
        (["Dagsorden for møde i Byrådet"], 'en dagsorden: "Dagsorden for møde i Byrådet"', 1),
        (["", "Det var en mørk nat."], '"Det var en mørk nat."', 2),
        (["Referatet er forsinket"], '"Referatet er forsinket"', 1),
        (["Et " + "langt " * 50 + "brev"], '"Et ' + "langt " * 9 + 'lan…"', 1),
        (["REFERAT Direktionen"], '"REFERAT Direktionen"', 1),
        (["REFERAT Direktionen d. 31-09-2013"], '"REFERAT Direktionen d. 31-09-2013"', 1),
        (["REFERAT Direktionen", "Mødedato 31-09-2013"], '"Mødedato 31-09-2013"', 2),
    ],
)
def test_what_is_no_minutes_is_refused_with_what_was_found_and_where(lines: list[str], found: str, line: int):
    with pytest.raises(MinutesSyntaxError) as caught:
        parse_head(*lines)
    assert (caught.value.found, caught.value.line) == (found, line)
    assert str(caught.value) == f"Forventede {caught.value.expected}, men fandt {found} (linje {line})"


@pytest.mark.parametrize(
    "lines", [["REFERAT 27-08-2013"], ["REFERAT 27-08-2013", "Det var en mørk nat. " * 10]]
)
def test_minutes_of_no_body_are_refused(lines: list[str]):
    with pytest.raises(MinutesSyntaxError, match='fandt intet organ i "REFERAT 27-08-2013"') as caught:
        parse_minutes("\n".join([*lines, "Punkt 1: Cykler\n13/9902\nBeslutning\nGodkendt."]))
    assert caught.value.line == 1


@pytest.mark.parametrize("text", ["", " \n\t\n", "\f"])
def test_an_empty_file_is_refused(text: str):
    with pytest.raises(MinutesSyntaxError, match="men fandt en tom fil"):
        parse_minutes(text)


def test_minutes_without_items_are_refused():
    with pytest.raises(MinutesSyntaxError, match=r"mindst ét punkt.*ingen punkter \(linje 2\)"):
        parse_minutes(f"{TITLE}\nMødested Rådhuset")
