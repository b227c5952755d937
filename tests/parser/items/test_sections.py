"""How headings divide an item: on a line of their own, broken over two, or with the decision behind them."""

import pytest

from minutes.parser.problems import Severity
from minutes.parser.values import CentreRole, Outcome, ParsedItem, SectionKind
from tests.build.parsed import codes, parse_items, parse_one


def decisions(item: ParsedItem) -> list[tuple[str, str, str]]:
    return [(decision.body, decision.date.isoformat(), decision.text) for decision in item.decisions]


def kinds(item: ParsedItem) -> list[SectionKind]:
    return [section.kind for section in item.sections]


OWN = ("Direktionen", "2013-08-27")


# A decision on the line of its heading


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Beslutning: Godkendt.", (*OWN, "Godkendt.")),
        ("BESLUTNING: Godkendt", (*OWN, "Godkendt")),
        ("Beslutning : Udsættes.", (*OWN, "Udsættes.")),
        ("Beslutning:\tTaget til efterretning.", (*OWN, "Taget til efterretning.")),
        ("Beslutning - Godkendt.", (*OWN, "Godkendt.")),
        ("Beslutning – Tiltrådt.", (*OWN, "Tiltrådt.")),
        ("Beslutning: HRC arbejder videre med planen.", (*OWN, "HRC arbejder videre med planen.")),
        ("Beslutning i Byrådet: Godkendt.", ("Byrådet", "2013-08-27", "Godkendt.")),
        ("Beslutning i Direktionen den 13-08-2013: Udsættes.", ("Direktionen", "2013-08-13", "Udsættes.")),
        ("Beslutning Byrådet den 03-09-2013: De sagde: nej.", ("Byrådet", "2013-09-03", "De sagde: nej.")),
        ("Beslutning den 13-08-2013 - Fortsættes.", ("Direktionen", "2013-08-13", "Fortsættes.")),
        ("Indstilling og beslutning: Godkendt.", (*OWN, "Godkendt.")),
    ],
)  # fmt: skip
def test_a_decision_may_stand_behind_its_heading(line: str, expected: tuple[str, str, str]):
    item = parse_one("Baggrund", "Der er 120 pladser.", line)
    assert decisions(item) == [expected]
    assert item.sections[0].text == "Der er 120 pladser."
    assert line in [printed.text for printed in item.all_lines()]


def test_a_decision_behind_its_heading_goes_on_below():
    item = parse_one("Beslutning: Godkendt.", "Planen vendes i MED.", "Bilag", "Skitse")
    assert decisions(item) == [(*OWN, "Godkendt.\nPlanen vendes i MED.")]
    assert kinds(item) == [SectionKind.DECISION, SectionKind.ATTACHMENTS]
    assert item.sections[0].heading is not None
    assert item.sections[0].heading.stripped == "Beslutning:"


@pytest.mark.parametrize(
    "line",
    [
        "Beslutning: juni 2014",
        "Beslutning: Byrådet den 27. august",
        "Beslutning: medio september",
        "Beslutning: 3. kvartal 2014",
        "Beslutning - se bilag",
        "Beslutning forelægges Byrådet",
        "Beslutning tages i Byrådet",
        "Beslutning i sagen",
        "Beslutning om lukkedage: Godkendt.",
        "Beslutning i Direktionen den 27-08-2013 blev udsat",
        "Beslutningen: Godkendt.",
        "Beslutningsgrundlaget er godkendt.",
    ],
)
def test_other_lines_that_begin_so_are_text_and_a_warning_where_nothing_is_decided(line: str):
    meeting = parse_items(f"Punkt 1: Cykler\n13/9902\nBaggrund\n{line}")
    (item,) = meeting.items
    (problem,) = (problem for problem in meeting.problems if problem.code == "decision_in_text")
    assert (item.decisions, item.sections[0].text) == ((), line)
    assert (problem.line, problem.severity) == (item.line + 3, Severity.WARNING)


def test_they_are_no_warning_where_something_is_decided_and_it_words_no_outcome():
    meeting = parse_items(
        "Punkt 1: Cykler\n13/9902\nBaggrund\nBeslutning: Se tidsplanen.\nBeslutning i sagen\nBeslutning\nGodkendt."
    )
    (item,) = meeting.items
    assert decisions(item) == [(*OWN, "Godkendt.")]
    assert item.sections[0].text == "Beslutning: Se tidsplanen.\nBeslutning i sagen"
    assert "decision_in_text" not in codes(meeting)


def test_a_line_that_words_an_outcome_is_a_decision_beside_others():
    item = parse_one("Beslutning: Udsættes.", "Beslutning i Direktionen den 27-08-2013", "Godkendt.")
    assert [decision.outcome for decision in item.decisions] == [Outcome.DEFERRED, Outcome.APPROVED]


# A heading broken over two lines


@pytest.mark.parametrize(
    ("first", "second", "body", "date"),
    [
        ("Beslutning i Direktionen den", "13-08-2013", "Direktionen", "2013-08-13"),
        ("Beslutning i Direktionen", "den 13-08-2013", "Direktionen", "2013-08-13"),
        ("Beslutning i", "Direktionen den 13-08-2013", "Direktionen", "2013-08-13"),
        ("Beslutning", "i Direktionen den 13-08-2013", "Direktionen", "2013-08-13"),
        ("Beslutning", "Byrådet den 13-08-2013:", "Byrådet", "2013-08-13"),
        ("Beslutning", "den 13-08-2013", "Direktionen", "2013-08-13"),
        ("Beslutning i Økonomi- og", "Planudvalget den 13-08-2013", "Økonomi- og Planudvalget", "2013-08-13"),
        ("BESLUTNING ØKONOMI- OG", "PLANUDVALGET DEN 13-08-2013", "Økonomi- og Planudvalget", "2013-08-13"),
        ("Beslutning i Udvalget for Børn", "og Unge den 13-08-2013", "Udvalget for Børn og Unge", "2013-08-13"),
        ("Beslutning i Klima- og", "Miljøudvalget", "Klima- og Miljøudvalget", "2013-08-27"),
        ("Beslutning i Byrådet, tirsdag den 13.", "august 2013", "Byrådet", "2013-08-13"),
        ("INDSTILLING OG", "BESLUTNING", "Direktionen", "2013-08-27"),
        ("Indstilling og", "beslutning i Byrådet den 13-08-2013", "Byrådet", "2013-08-13"),
    ],
)  # fmt: skip
def test_a_heading_of_a_decision_may_be_broken(first: str, second: str, body: str, date: str):
    item = parse_one("Baggrund", "Der er 120 pladser.", first, second, "Godkendt.")
    assert decisions(item) == [(body, date, "Godkendt.")]
    assert item.sections[-1].heading is not None
    assert item.sections[-1].heading.text == f"{first} {second}"
    assert [line.text for line in item.all_lines()][-3:] == [first, second, "Godkendt."]


def test_another_heading_may_be_broken_too():
    item = parse_one("Andre relevante", "dokumenter", "Strategi (269057/12)", "Sagens", "opståen", "Et brev.")
    assert kinds(item) == [SectionKind.DOCUMENTS, SectionKind.ORIGIN]


@pytest.mark.parametrize(
    ("lines", "texts"),
    [
        (["Beslutning", "Udsættes til den 03-09-2013"], ["Udsættes til den 03-09-2013"]),
        (["Beslutning", "Udsættes i Byrådet den 03-09-2013"], ["Udsættes i Byrådet den 03-09-2013"]),
        (["Beslutning", "Økonomiudvalget"], ["Økonomiudvalget"]),
        (["Beslutning i Direktionen den 13-08-2013", "Beslutning i Direktionen den 27-08-2013", "Ja."], ["Ja."]),
        (["Beslutning i Direktionen den 13-08-2013", "Udsættes", "den 03-09-2013"], ["Udsættes\nden 03-09-2013"]),
    ],
)  # fmt: skip
def test_what_stands_below_a_whole_heading_is_what_was_decided(lines: list[str], texts: list[str]):
    assert [decision.text for decision in parse_one(*lines).decisions] == texts


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Beslutning om lukkedage", "den 03-03-2014"),
        ("Beslutning træffes på mødet", "den 03-03-2014"),
        ("Beslutning forelægges", "Byrådet den 03-03-2014"),
        ("Indstillingen behandles", "i Byrådet den 03-03-2014"),
        ("Andre relevante", "sager"),
    ],
)
def test_prose_over_two_lines_is_no_heading(first: str, second: str):
    item = parse_one("Baggrund", first, second, "Tekst.")
    assert (item.decisions, kinds(item)) == ((), [SectionKind.BACKGROUND])


# What other bodies write


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("Fremmøde", SectionKind.ATTENDANCE),
        ("FREMMØDE:", SectionKind.ATTENDANCE),
        ("Protokoltilførsel", SectionKind.STATEMENT),
        ("Protokoltilførsler:", SectionKind.STATEMENT),
        ("Kompetence", SectionKind.COMPETENCE),
        ("Resume", SectionKind.SUMMARY),
        ("RESUMÉ", SectionKind.SUMMARY),
        ("Sagens opståen", SectionKind.ORIGIN),
    ],
)
def test_a_section_of_its_own_ends_a_decision(heading: str, kind: SectionKind):
    item = parse_one("Beslutning", "Godkendt.", heading, "Liste K kunne ikke tilslutte sig.")
    assert (kinds(item), item.decisions[0].text) == ([SectionKind.DECISION, kind], "Godkendt.")


@pytest.mark.parametrize(
    "line",
    ["Kompetenceudvikling", "Resume af høringen", "Protokoltilførsel fra Liste K", "Fremmødet var stort."],
)
def test_a_line_that_says_more_is_text(line: str):
    assert kinds(parse_one("Baggrund", "Ja.", line, "Nej.")) == [SectionKind.BACKGROUND]


@pytest.mark.parametrize(
    "heading", ["INDSTILLING OG BESLUTNING", "Indstilling og beslutning:", "Indstilling/beslutning"]
)
def test_what_is_recommended_and_decided_in_one_is_both(heading: str):
    item = parse_one(heading, "HRC indstiller, at planen følges.", "Godkendt.")
    (section,) = item.sections
    assert section.kinds == (SectionKind.RECOMMENDATION, SectionKind.DECISION)
    (decision,) = item.decisions
    assert (decision.text, decision.outcome) == (
        "HRC indstiller, at planen følges.\nGodkendt.",
        Outcome.APPROVED,
    )
    assert [(centre.code, centre.role) for centre in item.centres] == [("HRC", CentreRole.RECOMMENDS)]


@pytest.mark.parametrize(
    ("line", "outcome"),
    [
        ("Det indstilles, at planen godkendes. Godkendt.", Outcome.APPROVED),
        ("HRC indstiller, at planen godkendes. Budgettet er fulgt. Afvist.", Outcome.REJECTED),
        ("Det foreslås at godkende planen. Det anbefales at drøfte den. Udsat.", Outcome.DEFERRED),
        ("Godkendt. Planen følges.", Outcome.APPROVED),
        ("Godkendt som indstillet.", Outcome.APPROVED),
    ],
)
def test_what_is_recommended_on_the_same_line_is_not_what_was_decided(line: str, outcome: Outcome):
    (decision,) = parse_one("Indstilling og beslutning", line).decisions
    assert (decision.text, decision.outcome) == (line, outcome)


# Those who were absent


@pytest.mark.parametrize(
    "absent",
    [
        ["Fraværende: Anne Holm (A)"],
        ["Fraværende: Anne Holm (A), Per Lund."],
        ["FRAVÆRENDE: Ingen"],
        ["Fraværende med afbud: Anne Holm"],
        ["Fraværende under punktet: Anne Holm"],
        ["Afbud fra: Anne Holm"],
        ["Fraværende Anne Holm (A) og Per Lund (V)"],
        ["Fraværende:", "Anne Holm (A)", "Per Lund (V)"],
        ["Fraværende", "Anne Holm"],
        ["Fraværende: Anne Holm (A),", "Per Lund (V)"],
    ],
)
@pytest.mark.parametrize("order", [1, -1])
def test_those_who_were_absent_are_no_part_of_what_was_decided(absent: list[str], order: int):
    blocks = [["Godkendt."], absent][::order]
    item = parse_one("Beslutning", *blocks[0], *blocks[1], "Bilag", "Skitse")
    assert [decision.text for decision in item.decisions] == ["Godkendt."]
    assert kinds(item) == [SectionKind.DECISION, SectionKind.ATTENDANCE, SectionKind.ATTACHMENTS]
    assert item.sections[1].text == "\n".join(absent)
    assert [section.kind for section in item.headed_sections] == [
        SectionKind.DECISION,
        SectionKind.ATTACHMENTS,
    ]
    assert item.unplaced == ()


def test_those_who_were_absent_may_stand_behind_what_was_decided():
    item = parse_one("Beslutning", "Godkendt. Fraværende: Anne Holm.", "Planen sendes ud.")
    assert [decision.text for decision in item.decisions] == ["Godkendt.\nPlanen sendes ud."]
    assert item.sections[1].text == "Fraværende: Anne Holm."
    assert "Godkendt. Fraværende: Anne Holm." in [line.text for line in item.all_lines()]


@pytest.mark.parametrize(
    "line",
    [
        "Fraværende medlemmer får sagen tilsendt.",
        "Anne Holm deltog ikke i behandlingen.",
        "Per Lund forlod mødet.",
        "Fraværende: Anne Holm. Indstillingen blev godkendt.",
        "Afbuddet blev taget til efterretning.",
        "Der var afbud: to medlemmer.",
    ],
)
def test_what_else_is_said_of_people_is_part_of_it(line: str):
    item = parse_one("Beslutning", "Godkendt.", line)
    assert [decision.text for decision in item.decisions] == [f"Godkendt.\n{line}"]


def test_outside_decisions_such_a_line_is_text():
    item = parse_one("Baggrund", "Fraværende: Anne Holm")
    assert [(section.kind, section.text) for section in item.sections] == [
        (SectionKind.BACKGROUND, "Fraværende: Anne Holm")
    ]
