"""A decision that answers the points of its recommendation one by one keeps each answer; no other has parts."""

import pytest

from minutes.parser import parse_minutes
from minutes.parser.outcomes import classify_outcome, read_decision
from minutes.parser.values import Outcome
from tests.build.documents import decided, item_text, minutes_text


def parts(text: str, body: str = "") -> list[tuple[str, str]]:
    """Point and outcome of each part, the outcome in the words that people read."""
    return [(part.point, part.outcome.word) for part in read_decision(text, body)[1]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ad 1) Godkendt. Ad 2) Udsættes.", [("1", "godkendt"), ("2", "udsat")]),
        ("Ad 1: Godkendt", [("1", "godkendt")]),
        ("Ad. 1. Godkendt. Ad. 2. Udsat.", [("1", "godkendt"), ("2", "udsat")]),
        ("AD 1) GODKENDT AD 2) UDSAT", [("1", "godkendt"), ("2", "udsat")]),
        ("Ad 1 – Godkendt\nAd 2 – Ej godkendt", [("1", "godkendt"), ("2", "afvist")]),
        (
            "Ad a: taget til efterretning. Ad b: Godkendt.",
            [("a", "taget til efterretning"), ("b", "godkendt")],
        ),
        ("Ad punkt 1) godkendt, ad punkt 2) udsat.", [("1", "godkendt"), ("2", "udsat")]),
        ("Ad pkt. 1: Godkendt. Ad pkt. 2: Afvist.", [("1", "godkendt"), ("2", "afvist")]),
        ("Ad 1-2: Anbefales. Ad 3: Ikke nu.", [("1-2", "sendt videre"), ("3", "andet")]),
        ("Ad 1 og 2: Godkendt.\nAd 3: Direktionen er delt.", [("1 og 2", "godkendt"), ("3", "andet")]),
        ("Godkendt ad 1 og 2. Udsat ad 3.", [("1 og 2", "godkendt"), ("3", "udsat")]),
        ("Pkt. a godkendt, pkt. b udsættes", [("a", "godkendt"), ("b", "udsat")]),
        ("Indstillingens punkt 1 tiltrådt, punkt 2 afvist.", [("1", "tiltrådt"), ("2", "afvist")]),
        ("Punkt 1 godkendt. Punkt 2 udsættes.", [("1", "godkendt"), ("2", "udsat")]),
        ("Punkt 1 blev godkendt, punkt 2 blev sendt tilbage.", [("1", "godkendt"), ("2", "andet")]),
        ("Punkt 1: Godkendt\nPunkt 2: Der ønskes et notat", [("1", "godkendt"), ("2", "andet")]),
        ("Punkt 1 og 2 godkendes, mens punkt 3 udsættes.", [("1 og 2", "godkendt"), ("3", "udsat")]),
        ("Punkterne 1, 2 og 4 godkendes; punkt 3 udsættes.", [("1, 2 og 4", "godkendt"), ("3", "udsat")]),
        ("Pkt. 1-3 tiltrådt. Pkt. 4 bortfalder.", [("1-3", "tiltrådt"), ("4", "andet")]),
        ("Litra a) godkendt, litra b) afvist.", [("a", "godkendt"), ("b", "afvist")]),
        (
            "Indstillingens 1. og 2. punkt godkendt, 3. punkt udsættes.",
            [("1 og 2", "godkendt"), ("3", "udsat")],
        ),
        ("Første at godkendt, anden at udsat.", [("1", "godkendt"), ("2", "udsat")]),
        ("Byrådet godkendte punkt 1 og 2 og udsatte punkt 3.", [("1 og 2", "godkendt"), ("3", "udsat")]),
        ("Direktionen godkendte punkt 1. Punkt 2 udsættes.", [("1", "godkendt"), ("2", "udsat")]),
        ("Godkendt: punkt 1, 2. Udsat: punkt 3.", [("1, 2", "godkendt"), ("3", "udsat")]),
        ("1. Godkendt\n2. Udsat", [("1", "godkendt"), ("2", "udsat")]),
        ("a) Godkendt\nb) Tiltrådt", [("a", "godkendt"), ("b", "tiltrådt")]),
        ("1) Godkendt. 2) Udsættes.", [("1", "godkendt"), ("2", "udsat")]),
        ("1. at godkendt, 2. at udsat", [("1", "godkendt"), ("2", "udsat")]),
        ("1. at: Godkendt. 2. at: Udsat.", [("1", "godkendt"), ("2", "udsat")]),
        (
            "Byrådet besluttede 1. at godkende planen, 2. at udsætte resten.",
            [("1", "godkendt"), ("2", "udsat")],
        ),
        (
            "Byrådet besluttede:\n1. at godkende planen\n2. at afvise resten",
            [("1", "godkendt"), ("2", "afvist")],
        ),
        (
            "Ad 1) Godkendt med disse bemærkninger: vejen udsættes. Ad 2) Udsættes.",
            [("1", "godkendt med bemærkning"), ("2", "udsat")],
        ),
    ],
)
def test_a_decision_in_parts_has_an_outcome_for_each_point(text: str, expected: list[tuple[str, str]]):
    assert parts(text) == expected
    words = {word for _, word in expected}
    assert classify_outcome(text).word == (words.pop() if len(words) == 1 else "andet")


@pytest.mark.parametrize(
    "text",
    [
        "Godkendt.",
        "Godkendt, idet punkt 5 behandles før punkt 4.",
        "Godkendt bortset fra punkt 3.",
        "Anbefales, forudsat at punkt 4 vedtages af Byrådet.",
        "Indstillingen godkendt, men punkt 3 blev ikke godkendt.",
        "Det fremgår af punkt 1, at planen er godkendt. Punkt 2 handler om andet.",
        "Sagen er punkt 4 og punkt 5 på dagsordenen. Godkendt.",
        "Godkendt, jf. punkt 3. Punkt 4 er udsat.",
        "Sagen behandles ad 2 omgange. Godkendt.",
        "Taget ad notam.",
        "Godkendt. Fristen er 3. september.",
        "1. behandling godkendt.\n2. behandling udsat.",
        "1. HRC sender brev.\n2. ØDC ringer.\n3. Planen godkendt.",
        "- Kontrakten godkendt.\n- Tidsplanen udsat.",
        "Udvalget indstiller, at\n1. planen godkendes\n2. budgettet vedtages",
        "Udvalget indstiller: Ad 1) godkendt. Ad 2) afvist.",
        "Tiltrådt med disse bemærkninger: Ad 1) vejen afvises. Ad 2) skolen udsættes.",
        "Godkendt den 12.3.2013.",
        "Punkt i dagsordenen godkendt.",
    ],
)
def test_a_decision_that_answers_no_points_has_no_parts(text: str):
    assert parts(text) == []


def test_what_a_part_says_is_kept_as_it_is_written():
    _, found = read_decision("Punkt 1 Godkendt, idet fristen er 1. maj, og pkt. 2 UDSAT til juni.")
    assert [(part.point, part.text) for part in found] == [
        ("1", "Godkendt, idet fristen er 1. maj"),
        ("2", "UDSAT til juni."),
    ]


def test_what_stands_below_answers_of_a_line_each_is_of_them_all():
    _, found = read_decision("Ad 1) Godkendt.\nAd 2) Direktionen er positiv.\nTMC arbejder videre.")
    assert [part.text for part in found] == ["Godkendt.", "Direktionen er positiv."]


def test_an_answer_of_several_lines_has_them_all():
    _, found = read_decision("Ad 1) Godkendt.\nDog skal naboerne høres.\nAd 2) Udsat.\nDer mangler tal.")
    assert [part.text for part in found] == [
        "Godkendt.\nDog skal naboerne høres.",
        "Udsat.\nDer mangler tal.",
    ]
    assert found[0].outcome is Outcome.APPROVED_WITH_REMARK


def test_more_parts_than_anybody_decides_on_are_none():
    assert len(parts("\n".join(f"Ad {point}: Godkendt." for point in range(1, 21)))) == 20
    assert parts("\n".join(f"Ad {point}: Godkendt." for point in range(1, 22))) == []
    assert parts("Ad 1: Godkendt. Ad 2: Udsat. " + "Der blev talt længe. " * 500) == []


def test_a_part_keeps_its_line_and_no_text_of_the_decision_is_lost():
    text = "Byrådet besluttede:\nAd 1) Godkendt.\nAd 2) Udsættes.\nTMC arbejder videre."
    meeting = parse_minutes(
        minutes_text(item_text(1, "Ny kantine") + "\n\n" + decided("Direktionen", "27-08-2013", text))
    )
    (decision,) = meeting.items[0].decisions
    assert decision.text == text
    lines = [line.number for line in meeting.items[0].sections[decision.section_index].lines]
    assert [(part.point, part.line) for part in decision.parts] == [("1", lines[1]), ("2", lines[2])]


@pytest.mark.parametrize(
    ("text", "body", "outcome"),
    [
        ("Byrådet godkendte planen.", "Byrådet", Outcome.APPROVED),
        ("Kommunalbestyrelsen godkendte planen.", "Byrådet", Outcome.APPROVED),
        ("Udvalget tiltrådte planen.", "Økonomiudvalget", Outcome.ENDORSED),
        ("Ungeudvalget tiltrådte planen.", "Børne- og Ungeudvalget", Outcome.ENDORSED),
        ("Byrådet godkendte planen.", "Direktionen", Outcome.OTHER),
        ("Byrådet har i juni godkendt planen.", "Direktionen", Outcome.OTHER),
        ("Herefter godkendte Byrådet planen.", "Direktionen", Outcome.OTHER),
        ("Planen blev vedtaget af Byrådet.", "Direktionen", Outcome.OTHER),
        ("Udvalget afviste forslaget.", "Byrådet", Outcome.OTHER),
        ("Økonomiudvalget anbefaler planen.", "Byrådet", Outcome.FORWARDED),
        ("Byrådet afviste forslaget. Taget til efterretning.", "Direktionen", Outcome.NOTED),
        ("Ministeriet godkendte planen.", "", Outcome.OTHER),
    ],
)
def test_what_another_body_decided_is_not_this_ones_decision(text: str, body: str, outcome: Outcome):
    assert classify_outcome(text, body) is outcome
