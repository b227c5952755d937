"""Heads of minutes as bodies print them: what the document is, whose, of when and where; and what is no such head."""

import pytest

from minutes.parser import MinutesSyntaxError, ParsedMeeting, parse_minutes
from minutes.parser.problems import Severity
from tests.build.parsed import codes, messages

ITEMS = """1. Cykelparkering
Sagsnr.: 12/7799
Beslutning Byrådet den 29-08-2017
Godkendt.
"""
UNDECIDED = """1. Cykelparkering
Sagsnr.: 12/7799
Indstilling
At der opsættes stativer.
Beslutning Økonomiudvalget den 22-08-2017
Anbefales.
"""


def parse_head(*lines: str, items: str = ITEMS, municipality: str = "") -> ParsedMeeting:
    return parse_minutes("\n".join([*lines, items]), municipality=municipality)


HEADS = {
    "a page of the web, whose decisions name the body": (
        ["Byråd og udvalg", "Få siden oplæst", "29-08-2017", "Referat (29. august 2017)", "Agenda"],
        ("REFERAT", "Byrådet", None, ""),
    ),
    "a cover": (
        ["Byrådet", "Referat", "Dato: Tirsdag den 29. august 2017", "Mødetid: 18:00-19:30", "Mødelokale: Byrådssalen"],
        ("REFERAT", "Byrådet", "18:00", "Byrådssalen"),
    ),
    "a cover of an addition": (
        ["Byrådet", "Tillægsreferat", "Dato: 29-08-2017", "Mødetidspunkt: kl. 18.00", "Mødelokale: B105"],
        ("TILLÆGSREFERAT", "Byrådet", "18:00", "B105"),
    ),
    "a cover that says neither": (
        ["Byrådet", "Ekstraordinært møde", "Dato: 29-08-2017", "Mødetid: 18-19.30"],
        ("REFERAT", "Byrådet", "18:00", ""),
    ),
    "the municipality above": (
        ["Nyby Kommune", "Økonomiudvalget", "Referat", "Dato: 29-08-2017"],
        ("REFERAT", "Økonomiudvalget", None, ""),
    ),
    "the body below": (
        ["Referat", "Klima- og Miljøudvalget", "Dato: 29-08-2017"],
        ("REFERAT", "Klima- og Miljøudvalget", None, ""),
    ),
    "the body some lines below": (
        ["Nyby Kommune", "REFERAT", "29. august 2017 kl. 17.00", "Direktionen"],
        ("REFERAT", "Direktionen", "17:00", ""),
    ),
    "only the decisions": (["Beslutningsreferat", "Mødedato 29-08-2017"], ("BESLUTNINGSREFERAT", "Byrådet", None, "")),
    "minutes of decisions": (
        ["BESLUTNINGSREFERAT Direktionen d. 29-08-2017"],
        ("BESLUTNINGSREFERAT", "Direktionen", None, ""),
    ),
    "the word behind the body": (
        ["Byrådet - Referat", "Mødedato: 29-08-2017 kl. 17"],
        ("REFERAT", "Byrådet", "17:00", ""),
    ),
    "the word behind the body, with the day": (["Byrådet, referat 29-08-2017"], ("REFERAT", "Byrådet", None, "")),
    "a meeting in a body": (
        ["Møde i Byrådet den 29. august 2017 kl. 17.00", "Sted: Byrådssalen"],
        ("REFERAT", "Byrådet", "17:00", "Byrådssalen"),
    ),
    "a trail of links": (
        ["Forside", "Politik", "Byråd og udvalg", "Referat (29. august 2017)"],
        ("REFERAT", "Byrådet", None, ""),
    ),
    "a body of many words": (
        ["Udvalget for Børn, Unge og Kultur", "Referat", "Dato: 29-08-2017"],
        ("REFERAT", "Udvalget for Børn, Unge og Kultur", None, ""),
    ),
    "a time with its date": (
        ["Byrådet", "Referat", "Mødetidspunkt: Tirsdag den 29. august 2017 kl. 18:00-19:30"],
        ("REFERAT", "Byrådet", "18:00", ""),
    ),
    "a time from and to": (
        ["Byrådet", "Referat", "Dato: 29-08-2017", "Mødetid: fra 18.30 til 20"],
        ("REFERAT", "Byrådet", "18:30", ""),
    ),
    "a heading of contents that is called an agenda": (
        ["Referat", "Byrådet", "29-08-2017", "Dagsorden"],
        ("REFERAT", "Byrådet", None, ""),
    ),
    "a trail that names agendas": (
        ["Dagsordener og referater", "Byrådet", "Referat", "29-08-2017"],
        ("REFERAT", "Byrådet", None, ""),
    ),
    "a shouted cover": (
        ["BYRÅDET", "REFERAT", "DATO: TIRSDAG DEN 29. AUGUST 2017", "MØDELOKALE: BYRÅDSSALEN"],
        ("REFERAT", "Byrådet", None, "BYRÅDSSALEN"),
    ),
    "a table of labels": (
        ["Byrådet", "Referat", "Dato:\t29-08-2017", "Mødetid:\tkl. 18", "Mødelokale:\tB105"],
        ("REFERAT", "Byrådet", "18:00", "B105"),
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", HEADS)
def test_a_head_says_what_the_document_is_whose_and_of_when(name: str):
    lines, (doc_type, body, time, location) = HEADS[name]
    meeting = parse_head(*lines)
    start = f"{meeting.start_time:%H:%M}" if meeting.start_time else None
    assert (meeting.doc_type, meeting.body, start, meeting.location) == (doc_type, body, time, location)
    assert (meeting.date.isoformat(), meeting.unplaced) == ("2017-08-29", ())
    assert [item.title for item in meeting.items] == ["Cykelparkering"]
    assert [line.text for line in meeting.all_lines()] == [*lines, *ITEMS.splitlines()]


@pytest.mark.parametrize(
    ("lines", "found", "line"),
    [
        (["Byrådet", "Dagsorden", "Dato: 29-08-2017"], 'en dagsorden: "Dagsorden"', 2),
        (["Byrådet", "Tillægsdagsorden", "Dato: 29-08-2017"], 'en dagsorden: "Tillægsdagsorden"', 2),
        (["Få", "29-08-2017", "Dagsorden (29. august 2017)"], 'en dagsorden: "Dagsorden (29. august 2017)"', 3),
        (["Dagsorden til Byrådet den 29-08-2017"], 'en dagsorden: "Dagsorden til Byrådet den 29-08-2017"', 1),
        (["Byrådet - dagsorden", "29-08-2017"], 'en dagsorden: "Byrådet - dagsorden"', 1),
        (["Et", "To", "Tre", "Fire", "Fem", "Referat Byrådet 29-08-2017"], '"Et"', 1),
        (["Kære alle", "Referat vedlægges.", "29-08-2017"], '"Kære alle"', 1),
        (["Kære alle", "Referatet fra Byrådet den 29-08-2017 er klar."], '"Kære alle"', 1),
        (["Tredje kapitel", "Det var en mørk nat."], '"Tredje kapitel"', 1),
        (["Byrådet", "Dato: 29-08-2017"], '"Byrådet"', 1),
    ],
)  # fmt: skip
def test_what_is_no_head_of_minutes_is_refused_at_its_line(lines: list[str], found: str, line: int):
    with pytest.raises(MinutesSyntaxError) as caught:
        parse_head(*lines)
    assert (caught.value.found, caught.value.line) == (found, line)


def test_what_says_neither_and_decides_nothing_is_refused():
    with pytest.raises(MinutesSyntaxError, match="ingen beslutning fra mødet") as caught:
        parse_head("Byrådet", "Ekstraordinært møde", "Dato: 29-08-2017", items=UNDECIDED)
    assert caught.value.line == 2


def test_a_refusal_does_not_name_one_body_as_if_no_other_would_do():
    for text in ("", "Det var en mørk nat.", "Referat\n29-08-2017\nPunkt 1: A\n12/3456"):
        with pytest.raises(MinutesSyntaxError) as caught:
            parse_minutes(text)
        assert "Direktionen" not in str(caught.value)


def test_the_body_of_the_day_outweighs_those_that_decided_before():
    items = (
        f"{ITEMS}2. Lokaler\nSagsnr.: 12/7800\nBeslutning Økonomiudvalget den 22-08-2017\nAnbefales.\n" * 2
    )
    meeting = parse_head("Referat (29. august 2017)", items=items)
    assert (meeting.body, meeting.body_line) == ("Byrådet", 4)


def test_an_extraordinary_meeting_is_one_on_a_cover_too():
    assert parse_head("Byrådet", "Ekstraordinært møde", "Dato: 29-08-2017").is_extraordinary
    assert parse_head("Byrådet", "Referat", "Ekstraordinært møde", "Dato: 29-08-2017").is_extraordinary


@pytest.mark.parametrize("line", ["LUKKET MØDE", "FORTROLIGT"])
def test_a_label_above_the_title_closes_what_follows(line: str):
    meeting = parse_head(line, "Byrådet", "Referat", "Dato: 29-08-2017")
    assert [item.is_closed for item in meeting.items] == [True]


# People


@pytest.mark.parametrize(
    ("lines", "members"),
    [
        (
            ["Deltagere:", "Anne Holm (A)", "Per Lund ()", "Ib Mo (V)"],
            ["Anne Holm (A)", "Per Lund", "Ib Mo (V)"],
        ),
        (
            ["Medlemmer: Anne Holm (borgmester, A), Per Lund (1. viceborgmester) (V), Ib Mo"],
            ["Anne Holm (borgmester, A)", "Per Lund (1. viceborgmester) (V)", "Ib Mo"],
        ),
        (["Deltagere:", "Anne Holm (A)", "Referent: Ib Mo"], ["Anne Holm (A)"]),
    ],
)
def test_members_stand_one_a_line_or_behind_their_label(lines: list[str], members: list[str]):
    meeting = parse_head("Byrådet", "Referat", "Dato: 29-08-2017", *lines)
    named = [name for entry in meeting.attendance if entry.role == "members" for name in entry.names]
    assert named == members


def test_nobody_may_be_absent_above_the_first_item():
    meeting = parse_head("Referat (29. august 2017)", "Deltagere:", "Anne Holm (A)", "Fraværende:")
    assert [(entry.role, entry.names) for entry in meeting.attendance][-1] == ("absent", ())


# The page that minutes were printed on


def test_what_belongs_to_the_page_is_set_aside_and_counted():
    foot = ["Til toppen", "Opdateret 12-09-2017", "Ansvar for denne side", "Byrådscentret"]
    text = "\n".join(
        ["Byråd og udvalg", "Få siden oplæst", "Referat (29. august 2017)", "Side 1", ITEMS, *foot]
    )
    meeting = parse_minutes(text)
    assert [section.text for section in meeting.items[0].sections] == ["Godkendt."]
    assert messages(meeting, "page_furniture") == [
        '7 linjer hører til siden og ikke til mødet, og er ikke læst med, fra "Byråd og udvalg".'
    ]
    assert [line.text for line in meeting.all_lines()] == [line for line in text.split("\n") if line]


def test_the_way_to_a_page_is_set_aside_however_long_it_is():
    way = ["Forside", "Politik", "Dagsordener og referater", "Nabokøbing Kommune", "2017", "Udvalg"]
    head = [*way, "Få siden oplæst", "29. august 2017", "Referat (29. august 2017)"]
    meeting = parse_minutes("\n".join([*head, ITEMS]), municipality="Nørrevang Kommune")
    assert messages(meeting, "page_furniture") == [
        '6 linjer hører til siden og ikke til mødet, og er ikke læst med, fra "Forside".'
    ]
    assert messages(meeting, "municipality_differs")


@pytest.mark.parametrize(
    "above",
    [
        ["Referat af mødet", *["Et punkt til"] * 4],
        ["Et", "To", "Tre", "Fire", "Fem"],
        ["Her står en hel sætning, som ikke er et skridt på vejen.", *["Et"] * 4],
    ],
)
def test_what_stands_above_no_link_or_is_longer_is_no_way_to_a_page(above: list[str]):
    with pytest.raises(MinutesSyntaxError):
        parse_minutes("\n".join([*above, "Referat (29. august 2017)", "Få siden oplæst", ITEMS]))


@pytest.mark.parametrize(
    "line",
    ["Til toppen", "Få siden oplæst", "Side 12", "Side 1 af 3", "side 3/12", " Side 4", "\tTil toppen"],
)
def test_a_line_of_the_page_ends_no_section_and_is_no_text(line: str):
    meeting = parse_head(
        "REFERAT Byrådet d. 29-08-2017", items=ITEMS.replace("Godkendt.", f"Godkendt.\n{line}\nMed glæde.")
    )
    assert [decision.text for decision in meeting.items[0].decisions] == ["Godkendt.\nMed glæde."]


@pytest.mark.parametrize(
    "line",
    [
        "Side 1 i bilaget",
        "Til toppen af bakken",
        "Opdateret plan",
        "Ansvaret for siden",
        "Opdateret 12-09-2017",
        "Siden",
    ],
)
def test_a_line_that_says_more_or_stands_in_the_text_is_text(line: str):
    items = ITEMS.replace("Godkendt.", f"Godkendt.\n{line}\nBilag\nSkitse")
    meeting = parse_head("REFERAT Byrådet d. 29-08-2017", items=items)
    assert meeting.items[0].decisions[0].text == f"Godkendt.\n{line}"
    assert "page_furniture" not in codes(meeting)


# Other municipalities


@pytest.mark.parametrize(
    "lines",
    [
        ["Ishøj Kommune", "Byrådet", "Referat", "Dato: 29-08-2017"],
        ["REFERAT Byrådet, Ishøj Kommune, d. 29-08-2017"],
        ["ISHØJ KOMMUNE", "BYRÅDET", "REFERAT", "DATO: 29-08-2017"],
        ["Referat fra møde i Byrådet i Ishøj Kommune den 29-08-2017"],
        ["Referat", "Ishøj Byråd", "Dato: 29-08-2017"],
        ["Ishøj Kommunes Byråd", "Referat", "Dato: 29-08-2017"],
    ],
)
def test_minutes_of_another_municipality_are_read_with_a_warning(lines: list[str]):
    meeting = parse_head(*lines, municipality="Høje-Taastrup Kommune")
    (problem,) = (problem for problem in meeting.problems if problem.code == "municipality_differs")
    assert problem.severity is Severity.WARNING
    assert "ishøj" in problem.message.lower()
    assert len(meeting.items) == 1


@pytest.mark.parametrize(
    "lines",
    [
        ["Høje-Taastrup Kommune", "Byrådet", "Referat", "Dato: 29-08-2017"],
        ["REFERAT Byrådet, Høje Taastrup Kommune, d. 29-08-2017"],
        ["REFERAT HØJE-TAASTRUP KOMMUNE, BYRÅDET D. 29-08-2017"],
        ["Høje-Tåstrup Kommunes Byråd", "Referat", "Dato: 29-08-2017"],
        ["REFERAT Byrådet d. 29-08-2017", "Mødested: Ishøj Kommunes rådhus"],
        ["REFERAT Byrådet d. 29-08-2017", "Kommunen er vært."],
    ],
)
def test_minutes_of_its_own_are_none(lines: list[str]):
    meeting = parse_head(*lines, municipality="Høje-Taastrup Kommune")
    assert "municipality_differs" not in codes(meeting)


def test_where_no_municipality_is_known_none_is_another():
    assert "municipality_differs" not in codes(
        parse_head("Ishøj Kommune", "Byrådet", "Referat", "Dato: 29-08-2017")
    )
