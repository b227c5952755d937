"""The title of a document: its word, its body without what stands beside it, and the state that it says."""

import pytest

from minutes.parser import MinutesSyntaxError, ParsedMeeting, parse_minutes
from minutes.parser.problems import Severity
from tests.build.parsed import messages

ITEM = "Punkt 1: Cykelparkering\n13/9902\nBeslutning i Direktionen den 27-08-2013\nGodkendt.\n"


def parse_title(*lines: str) -> ParsedMeeting:
    return parse_minutes("\n".join([*lines, ITEM]))


@pytest.mark.parametrize(
    ("title", "body"),
    [
        ("REFERAT Direktionen (udkast) d. 27-08-2013", "Direktionen"),
        ("REFERAT Direktionen (UDKAST) d. 27-08-2013", "Direktionen"),
        ("REFERAT Direktionen [kladde] d. 27-08-2013", "Direktionen"),
        ("REFERAT Direktionen(udkast) d. 27-08-2013", "Direktionen"),
        ("REFERAT Direktionen (godkendt) d. 27-08-2013", "Direktionen"),
        ("REFERAT Direktionen (godkendt den 3. september) d. 27-08-2013", "Direktionen"),
        ("REFERAT Direktionen (ekstraordinært møde) d. 27-08-2013", "Direktionen"),
        ("REFERAT Direktionen (ekstraordinært) (udkast) d. 27-08-2013", "Direktionen"),
        ("REFERAT Direktionen, ekstraordinært møde, d. 27-08-2013", "Direktionen"),
        ("REFERAT Direktionen - ekstraordinært møde - d. 27-08-2013", "Direktionen"),
        ("REFERAT Direktionen ekstraordinært møde d. 27-08-2013", "Direktionen"),
        ("REFERAT Direktionen – udkast d. 27-08-2013", "Direktionen"),
        ("REFERAT Direktionen, godkendt d. 27-08-2013", "Direktionen"),
        ("REFERAT (udkast) Direktionen d. 27-08-2013", "Direktionen"),
        ("REFERAT - UDKAST - Direktionen d. 27-08-2013", "Direktionen"),
        ("UDKAST REFERAT Direktionen d. 27-08-2013", "Direktionen"),
        ("UDKAST: Referat Direktionen d. 27-08-2013", "Direktionen"),
        ("(Udkast) Referat Direktionen d. 27-08-2013", "Direktionen"),
        ("Udkast til referat fra Direktionens møde den 27-08-2013", "Direktionen"),
        ("Foreløbigt referat fra Direktionens møde den 27-08-2013", "Direktionen"),
        ("Godkendt referat Direktionen d. 27-08-2013", "Direktionen"),
        ("REFERAT Direktionen d. 27-08-2013 (udkast)", "Direktionen"),
        ("REFERAT Byrådet (18-21) d. 27-08-2013", "Byrådet"),
        ("REFERAT Byrådet (2018-2021) d. 27-08-2013", "Byrådet"),
        ("REFERAT Byrådet 2010-2013 d. 27-08-2013", "Byrådet"),
        ("REFERAT Byrådet, Høje-Taastrup Kommune d. 27-08-2013", "Byrådet"),
        ("REFERAT Byrådet, Høje-Taastrup Kommune, d. 27-08-2013", "Byrådet"),
        ("REFERAT BYRÅDET - HØJE-TAASTRUP KOMMUNE D. 27-08-2013", "Byrådet"),
        ("REFERAT Byrådet i Høje Taastrup Kommune d. 27-08-2013", "Byrådet"),
        ("REFERAT Høje-Taastrup Kommune, Byrådet d. 27-08-2013", "Byrådet"),
        ("REFERAT Høje-Taastrup Kommune - Byrådet (udkast) d. 27-08-2013", "Byrådet"),
        ("REFERAT Økonomiudvalget (ØU) d. 27-08-2013", "Økonomiudvalget"),
        ("TILLÆGSREFERAT Direktionen d. 27-08-2013", "Direktionen"),
        ("Tillæg til referat fra Direktionens møde den 27-08-2013", "Direktionen"),
        # Names that only look as if something stood beside them.
        ("REFERAT Kommunalbestyrelsen d. 27-08-2013", "Kommunalbestyrelsen"),
        ("REFERAT Kommunedirektionen d. 27-08-2013", "Kommunedirektionen"),
        ("REFERAT Udvalget for Børn, Unge og Kultur d. 27-08-2013", "Udvalget for Børn, Unge og Kultur"),
        ("REFERAT Klima-, Natur- og Miljøudvalget d. 27-08-2013", "Klima-, Natur- og Miljøudvalget"),
        ("REFERAT §17,4-udvalget d. 27-08-2013", "§17,4-udvalget"),
        ("REFERAT Ungerådet i Hedehusene d. 27-08-2013", "Ungerådet i Hedehusene"),
        ("REFERAT Hoved-MED d. 27-08-2013", "Hoved-MED"),
        ("REFERAT (Direktionen) d. 27-08-2013", "(Direktionen)"),
    ],
)
def test_what_stands_beside_the_name_of_a_body_is_no_part_of_it(title: str, body: str):
    assert parse_title(title).body == body


@pytest.mark.parametrize(
    ("heading", "body"),
    [
        ("Beslutning i Direktionen (udkast) den 27-08-2013", "Direktionen"),
        ("Beslutning i Direktionen den 27-08-2013 (udkast)", "Direktionen"),
        ("Beslutning i Direktionen (ekstraordinært møde) den 27-08-2013", "Direktionen"),
        ("Beslutning i Byrådet (18-21) den 27-08-2013", "Byrådet"),
        ("Beslutning i Byrådet 2010-2013 den 27-08-2013", "Byrådet"),
        ("BESLUTNING BYRÅDET, HØJE-TAASTRUP KOMMUNE D. 27-08-2013", "Byrådet"),
        ("Beslutning i Økonomiudvalget (godkendt)", "Økonomiudvalget"),
        ("Beslutning i Økonomiudvalget", "Økonomiudvalget"),
    ],
)
def test_nor_in_the_heading_of_a_decision(heading: str, body: str):
    meeting = parse_minutes(f"REFERAT Chefforum d. 27-08-2013\nPunkt 1: A\n13/9902\n{heading}\nGodkendt.")
    assert [decision.body for decision in meeting.items[0].decisions] == [body]


@pytest.mark.parametrize(
    "line",
    [
        "Beslutning om (lukkede) dage den 27-08-2013",
        "Beslutning (udkast)",
        "Beslutning i Direktionen den 27-08-2013 (sag 12/32140)",
        "Beslutning forelægges Byrådet (udkast)",
    ],
)
def test_brackets_make_no_heading_of_prose(line: str):
    meeting = parse_minutes(f"REFERAT Chefforum d. 27-08-2013\nPunkt 1: A\n13/9902\nBaggrund\n{line}\nTekst.")
    assert meeting.items[0].decisions == ()


@pytest.mark.parametrize(
    ("title", "doc_type", "is_extraordinary"),
    [
        ("REFERAT Direktionen d. 27-08-2013", "REFERAT", False),
        ("Referat fra ordinært møde i Byrådet den 27-08-2013", "REFERAT", False),
        ("TILLÆGSREFERAT Direktionen d. 27-08-2013", "TILLÆGSREFERAT", True),
        ("Tillægsreferat Direktionen d. 27-08-2013", "TILLÆGSREFERAT", True),
        ("Tillæg til referat Direktionen d. 27-08-2013", "REFERAT", True),
        ("Referat af ekstraordinært møde i Byrådet den 27-08-2013", "REFERAT", True),
        ("Referat fra Byrådets ekstraordinære møde den 27-08-2013", "REFERAT", True),
        ("REFERAT Direktionen (ekstraordinært møde) d. 27-08-2013", "REFERAT", True),
        ("EKSTRAORDINÆRT REFERAT Direktionen d. 27-08-2013", "REFERAT", True),
        ("REFERAT Direktionen d. 27-08-2013 - ekstraord. møde", "REFERAT", True),
        ("REFERAT Direktionen, ekstra møde d. 27-08-2013", "REFERAT", True),
    ],
)
def test_the_title_says_what_the_document_is(title: str, doc_type: str, is_extraordinary: bool):
    meeting = parse_title(title)
    assert (meeting.doc_type, meeting.is_extraordinary) == (doc_type, is_extraordinary)


@pytest.mark.parametrize("line", ["Ekstraordinært møde", "EKSTRAORDINÆRT MØDE", "(Tillægsreferat)"])
def test_a_line_below_the_title_may_say_it(line: str):
    assert parse_title("REFERAT Direktionen d. 27-08-2013", "Mødested Rådhuset", line).is_extraordinary


@pytest.mark.parametrize(
    "line", ["Mødet fortsætter det ekstraordinære møde.", "Bilag: Tillægsaftale", "Mødested Tillægsbygningen"]
)
def test_a_line_below_that_says_more_does_not(line: str):
    assert not parse_title("REFERAT Direktionen d. 27-08-2013", line).is_extraordinary


@pytest.mark.parametrize(
    ("lines", "line"),
    [
        (["REFERAT Direktionen (udkast) d. 27-08-2013"], 1),
        (["UDKAST - REFERAT Direktionen d. 27-08-2013"], 1),
        (["REFERAT Direktionen d. 27-08-2013 UDKAST"], 1),
        (["Udkast til referat fra Direktionens møde 27-08-2013"], 1),
        (["Foreløbigt referat fra Direktionens møde 27-08-2013"], 1),
        (["REFERAT", "Direktionen (kladde)", "Mødedato 27-08-2013"], 2),
        (["REFERAT Direktionen d. 27-08-2013", "Mødested Rådhuset", "UDKAST"], 3),
    ],
)
def test_a_draft_is_a_warning(lines: list[str], line: int):
    meeting = parse_title(*lines)
    (problem,) = (problem for problem in meeting.problems if problem.code == "draft")
    assert (problem.line, problem.severity) == (line, Severity.WARNING)


@pytest.mark.parametrize(
    "lines",
    [
        ["REFERAT Direktionen (godkendt) d. 27-08-2013"],
        ["REFERAT Direktionen d. 27-08-2013", "Udkastet blev omdelt på mødet."],
        ["REFERAT Udkastelsesudvalget d. 27-08-2013"],
    ],
)
def test_what_is_no_draft_is_none(lines: list[str]):
    assert messages(parse_title(*lines), "draft") == []


@pytest.mark.parametrize(
    "title", ["TILLÆGSDAGSORDEN Direktionen d. 27-08-2013", "Udkast til dagsorden for Byrådet den 27-08-2013"]
)
def test_an_agenda_is_refused_in_whatever_state(title: str):
    with pytest.raises(MinutesSyntaxError, match="fandt en dagsorden"):
        parse_title(title)
