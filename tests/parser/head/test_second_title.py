"""A file holds one document of minutes: a second one is refused at its title, and what only names minutes is not."""

import pytest

from minutes.parser import MinutesSyntaxError, parse_minutes
from minutes.parser.problems import Severity
from tests.build.parsed import codes

TITLE = "REFERAT Direktionen d. 27-08-2013"
FIRST = f"""{TITLE}
Mødedato Tirsdag d. 27. august 2013 kl. 10:00
Mødested Mødelokale B105
Punkt 1: Cykler
16/901
Beslutning i Direktionen den 27-08-2013
Godkendt.
Punkt 2: Lokaler
16/902
Bilag
Plan over lokaler"""
LINES = FIRST.count("\n") + 1
HEAD = "Mødedato Tirsdag d. 3. september 2013 kl. 10:00\nMødested Mødelokale B105"
ITEMS = "Punkt 1: Budget\n16/903\nBeslutning i Direktionen den 03-09-2013\nGodkendt."


@pytest.mark.parametrize("between", ["\n", "\n\n", "\n\f"])
@pytest.mark.parametrize(
    "second",
    [
        f"REFERAT Direktionen d. 03-09-2013\n{HEAD}\n{ITEMS}",
        f"REFERAT Direktionen d. 03-09-2013\n{ITEMS}",
        f"REFERAT Direktionen d. 03-09-2013\nIndholdsfortegnelse\nBudget.....\t2\nLån.....\t3\n{ITEMS}",
        f"REFERAT Byrådet d. 27-08-2013\n{ITEMS}",
        f"Referat fra møde i Byrådet den 27. august 2013\nMødested Byrådssalen\n{ITEMS}",
        f"Åbent referat fra Direktionens møde den 3. september 2013\n{ITEMS}",
        f"TILLÆGSREFERAT Direktionen d. 03-09-2013\n{ITEMS}",
        f"Udkast til referat Direktionen d. 03-09-2013\n{ITEMS}",
        f"REFERAT\nDirektionen\n{HEAD}\n{ITEMS}",
        f"REFERAT\n{HEAD}\nPunkt 1: Budget",
        f"REFERAT Direktionen\nMødetid: 18:00-19:30\nDato: 3. september 2013\n{ITEMS}",
        f"REFERAT\nMødedato\nTirsdag d. 3. september 2013\n{ITEMS}",
        f"REFERAT Direktionen d. 03-09-2013\nMedlemmer: Anne Holm, Per Lund\nAfbud: Ingen\n{ITEMS}",
        # The head is damaged: its own day is in no calendar.
        f"REFERAT Byrådet d. 31-09-2013\n{HEAD}\n{ITEMS}",
    ],
)
def test_a_second_document_is_refused_at_its_title(between: str, second: str):
    text = (FIRST + between + second).replace("\f", "\n")
    title = text.split("\n").index(second.split("\n")[0]) + 1
    with pytest.raises(MinutesSyntaxError) as caught:
        parse_minutes(text)
    assert caught.value.line == title
    assert str(caught.value).startswith("Forventede ét referat i hver fil (del filen")


def test_a_list_of_attachments_just_above_it_is_not_taken_for_it():
    second = f"REFERAT Direktionen d. 03-09-2013\n{HEAD}\n{ITEMS}"
    with pytest.raises(MinutesSyntaxError) as caught:
        parse_minutes(f"{FIRST}\nReferat Direktionen d. 20-08-2013\n{second}")
    assert caught.value.line == LINES + 2


def test_of_a_stored_document_it_is_an_error_and_no_line_is_lost():
    text = f"{FIRST}\nREFERAT Direktionen d. 03-09-2013\n{HEAD}\n{ITEMS}"
    meeting = parse_minutes(text, is_stored=True)
    (problem,) = (problem for problem in meeting.problems if problem.code == "second_minutes")
    assert (problem.line, problem.severity) == (LINES + 1, Severity.ERROR)
    assert [line.text for line in meeting.all_lines()] == text.split("\n")
    assert len(meeting.items) == 3


@pytest.mark.parametrize(
    "more",
    [
        # A running head, on every page or with a page's number.
        f"{TITLE}\nPunkt 3: Budget\n16/903",
        f"{TITLE}\nPunkt 1: Budget\n16/903",
        f"{TITLE}\nMødedato Tirsdag d. 27. august 2013 kl. 10:00\nMødested Mødelokale B105\nPunkt 3: Budget",
        f"{TITLE} Side 3 af 7\n{TITLE} Side 4 af 7\nPunkt 3: Budget\n16/903",
        "Referat Direktionen\nMødested Mødelokale B105\nPunkt 3: Budget\n16/903",
        "REFERAT\nMødested Mødelokale B105\nPunkt 3: Budget\n16/903",
        "Referat fra Direktionens møde den 27. august 2013\nMødetid 10-12\nPunkt 3: Budget\n16/903",
        "Referat Direktionen\nMødested Mødelokale B105\nMødet den 3. september 2013 er flyttet.",
        "Referat Direktionen\nMødested Mødelokale B105\nPunkt 3: Budget 03-09-2013\n16/903\n03-09-2013",
        # Attachments and documents that are minutes.
        "Referat Direktionen d. 20-08-2013\nPunkt 3: Budget\n16/903",
        "Referat Direktionen d. 20-08-2013\nReferat Byrådet d. 20-08-2013",
        "Referat fra MED-udvalgets møde den 3. maj 2013",
        "Referat Direktionen d. 20-08-2013\nDagsorden Byrådet d. 10-09-2013\nPunkt 3: Budget\n16/903",
        # Prose.
        "Sagsfremstilling\nReferat fra seneste møde den 3. maj vedlagt.\nPunkt 3: Budget\n16/903",
        "Sagsfremstilling\nReferat fra mødet den 3. maj 2013:\nDeltagere: Anne Holm\nAfbud: Per Lund\nDer var enighed.",
        "Sagsfremstilling\nReferat af møde i Byrådet den 20-08-2013:\nPunkt 1: Godkendt.\nPunkt 2: Udsat.",
        "Beslutning i Direktionen den 27-08-2013\nReferat Byrådet d. 20-08-2013 godkendt.\nPunkt 3: Budget\n16/903",
        "Sagsfremstilling\nDagsorden for næste møde den 3. september 2013\nMødested Rådhuset\nPunkt 3: Budget\n16/903",
        "Punkt 3: Referat fra Byrådet den 20-08-2013\n16/903\nMødedatoen er flyttet.",
        "Punkt 3: Godkendelse af referat\n16/903\nReferat Direktionen d. 20-08-2013\nSagsfremstilling\nGodkendes.",
    ],
)
def test_what_only_names_minutes_is_no_second_document(more: str):
    meeting = parse_minutes(f"{FIRST}\n{more}")
    assert "second_minutes" not in codes(meeting)


def test_contents_that_name_minutes_begin_none():
    contents = (
        "Indholdsfortegnelse\nReferat fra Byrådet den 20-08-2013.....\t2\nReferat Byrådet d. 20-08-2013\n"
    )
    text = FIRST.replace("Punkt 1", f"{contents}Punkt 1", 1)
    assert "second_minutes" not in codes(parse_minutes(text))


def test_a_head_that_gives_another_day_than_its_title_begins_none_again():
    text = FIRST.replace(TITLE, "REFERAT Direktionen d. 26-08-2013") + (
        "\nREFERAT Direktionen d. 26-08-2013\nMødested Mødelokale B105\nPunkt 3: Budget\n16/903"
    )
    assert "second_minutes" not in codes(parse_minutes(text))
