"""What each centre has to do with an item, by the sentence that names it and the section where that stands."""

import pytest

from minutes.parser.values import CentreRole, ParsedItem
from tests.build.parsed import parse_one

RECOMMENDS, RESPONSIBLE, TASKED, PARTICIPATES, MENTIONED = CentreRole


def roles(item: ParsedItem) -> set[tuple[str, CentreRole]]:
    return {(centre.code, centre.role) for centre in item.centres}


def in_role(role: CentreRole, item: ParsedItem) -> set[str]:
    return {centre.code for centre in item.centres if centre.role is role}


# Recommending


@pytest.mark.parametrize(
    ("text", "recommending"),
    [
        ("HR-Centret indstiller, at planen godkendes.", {"HRC"}),
        ("HR-Centret (HRC) indstiller, at planen godkendes.", {"HRC"}),
        ("HR-Centret (v/ Anne Holm) indstiller, at planen godkendes.", {"HRC"}),
        ("BYC indstiller", {"BYC"}),
        ("BYC indstiller:", {"BYC"}),
        ("HR-Centret anbefaler, at planen godkendes.", {"HRC"}),
        ("Jobcenteret og Byrådscenteret indstiller, at planen:", {"JC", "BYC"}),
        ("HRC, ØDC og BYC indstiller, at", {"HRC", "ØDC", "BYC"}),
        ("HRC/JC indstiller, at", {"HRC", "JC"}),
        ("ØDC i samarbejde med SHC indstiller, at", {"ØDC", "SHC"}),
        ("HRC samt JC foreslår, at", {"HRC", "JC"}),
        ("Det er planen fra JC, som HRC indstiller.", {"HRC"}),
        ("Administrationen og ØDC indstiller, at planen godkendes.", {"ØDC"}),
        ("ØDC og Kommunikation indstiller, at planen godkendes.", {"ØDC"}),
        ("På den baggrund indstiller HRC, at planen godkendes.", {"HRC"}),
        ("Derfor anbefaler HR-Centret, at planen godkendes.", {"HRC"}),
        ("Det indstilles af Jobcentret, at planen godkendes.", {"JC"}),
        ("HRC har indstillet, at planen godkendes.", {"HRC"}),
        ("Det er HR-Centrets indstilling, at planen godkendes.", {"HRC"}),
        ("Indstilling fra HRC: Planen godkendes.", {"HRC"}),
        ("HRC indstiller, at ansøgningen ikke imødekommes.", {"HRC"}),
        ("I samarbejde med JC indstiller HRC, at planen godkendes.", {"HRC"}),
    ],
)
def test_a_centre_recommends_alone_or_with_others(text: str, recommending: set[str]):
    assert in_role(RECOMMENDS, parse_one("Indstilling", text)) == recommending


@pytest.mark.parametrize(
    "text",
    [
        "HR-Centrets chef indstiller, at planen godkendes.",
        "Administrationen indstiller, at HRC får flere midler.",
        "Det indstilles, at HRC nedlægges.",
        "HRC er enig. JC indstiller intet",
        "Projektgruppen i HRC indstiller, at planen godkendes.",
        "Styregruppen for projektet under HRC indstiller, at planen godkendes.",
        "HRC kan ikke anbefale, at planen godkendes.",
        "HRC indstiller ikke, at planen godkendes.",
        "Det indstilles, at planen godkendes, hvis HRC anbefaler det.",
        "Direktionen anbefaler HRC en ny plan.",
        "HR-Centrets indstilling fra sidste år godkendes.",
        "HRC-chefen indstiller, at planen godkendes.",
    ],
)
def test_a_centre_that_is_only_named_does_not_recommend(text: str):
    assert ("HRC", MENTIONED) in roles(parse_one("Indstilling", text))


@pytest.mark.parametrize("heading", ["Sagsfremstilling", "Vurdering", "Økonomi", "Baggrund"])
@pytest.mark.parametrize(
    "text",
    ["HRC anbefaler, at planen følges.", "HRC foreslår, at planen følges.", "HRC indstillede en plan."],
)
def test_what_a_centre_advises_in_the_presentation_is_no_recommendation(heading: str, text: str):
    assert roles(parse_one(heading, text)) == {("HRC", MENTIONED)}


def test_without_a_section_for_it_a_recommendation_can_stand_in_the_presentation():
    assert roles(parse_one("Sagsfremstilling", "HRC indstiller, at planen godkendes.")) == {
        ("HRC", RECOMMENDS)
    }


@pytest.mark.parametrize(
    "lines",
    [
        (
            "Sagsfremstilling",
            "HRC indstiller, at planen godkendes.",
            "Indstilling",
            "Det indstilles, at den følges.",
        ),
        ("Sagsfremstilling", "Det er vigtigt, at HRC indstiller gevinsterne."),
        ("Sagsfremstilling", "Når HRC indstiller en plan, skal den følges."),
        ("Beslutning", "HRC indstiller en medarbejder til prisen."),
    ],
)
def test_elsewhere_indstiller_is_no_recommendation(lines: tuple[str, ...]):
    assert in_role(RECOMMENDS, parse_one(*lines)) == set()


# Being responsible


@pytest.mark.parametrize(
    ("text", "responsible"),
    [
        ("BYC varetager tovholderfunktionen for netværket.", {"BYC"}),
        ("BYC varetager den praktiske tovholderrolle.", {"BYC"}),
        ("HR-Centret er ansvarligt for lokalplanen.", {"HRC"}),
        ("HRC og JC er tovholdere på projektet.", {"HRC", "JC"}),
        ("HR-Centret er fortsat tovholder.", {"HRC"}),
        ("Jobcentret har ansvaret for opfølgningen.", {"JC"}),
        ("Jobcentret har det overordnede ansvar for driften.", {"JC"}),
        ("ØDC varetager sekretariatsfunktionen for udvalget.", {"ØDC"}),
        ("ØDC fungerer som sekretariat for udvalget.", {"ØDC"}),
        ("Ansvaret for driften ligger hos SHC.", {"SHC"}),
        ("Ansvaret er placeret i SHC.", {"SHC"}),
        ("Ansvarlig: HRC", {"HRC"}),
        ("Plan for kantinen (ansvarlig: HRC/JC)", {"HRC", "JC"}),
        ("Tovholder: Byrådscentret", {"BYC"}),
        ("Det er HR-Centrets ansvar, at planen følges.", {"HRC"}),
        ("Projektet køres med HRC som tovholder.", {"HRC"}),
        ("HRC og ØDC deler ansvaret for planen.", {"HRC", "ØDC"}),
        ("Ansvaret for planen er delt mellem HRC og ØDC.", {"HRC", "ØDC"}),
        ("Tovholder på projektet er SHC.", {"SHC"}),
        ("Ansvarlig for udrulningen er ØDC.", {"ØDC"}),
        ("Der er en ny model, som SHC er ansvarlig for.", {"SHC"}),
    ],
)
@pytest.mark.parametrize("heading", ["Sagsfremstilling", "Beslutning"])
def test_a_centre_is_responsible_where_that_is_said_outright(heading: str, text: str, responsible: set[str]):
    assert in_role(RESPONSIBLE, parse_one(heading, text)) == responsible


@pytest.mark.parametrize(
    "text",
    [
        "HRC er ikke ansvarlig for planen.",
        "HRC har ikke ansvaret for planen.",
        "HRC havde ansvaret for den gamle plan.",
        "HRC's ansvarsområde er stort.",
        "Lederen af HRC er ansvarlig for planen.",
        "Det skal afklares, om HRC er ansvarlig.",
        "Hvis HRC har ansvaret, bliver det dyrere.",
        "Kommunikation har ansvaret for siden, som HRC bruger.",
        "HRC har en plan for de ansvarlige ledere.",
        "Den ansvarlige direktør kontaktede HRC.",
        "Ansvarlig for planen i HRC bliver en ny leder.",
    ],
)
def test_who_is_not_said_to_be_responsible_is_not(text: str):
    assert in_role(RESPONSIBLE, parse_one("Sagsfremstilling", text)) == set()


@pytest.mark.parametrize("heading", ["Ansvarlig", "Ansvarlige", "Tovholder", "Ansvarligt center"])
def test_a_centre_is_responsible_in_the_column_of_that_name(heading: str):
    item = parse_one(
        "Sagsfremstilling",
        f"Sag/emne\tTidspunkt\t{heading}\nPlan fra JC\tMaj\tHRC/ØDC\nValg\t\tPA\nArkiv\tJuni\t",
    )
    assert roles(item) == {("HRC", RESPONSIBLE), ("ØDC", RESPONSIBLE), ("JC", MENTIONED)}
    assert [centre.line for centre in item.centres if centre.role is RESPONSIBLE] == [
        item.sections[0].lines[1].number
    ] * 2


def test_in_other_columns_a_centre_is_mentioned():
    item = parse_one("Sagsfremstilling", "Center\tBeløb\nHRC\t100.000")
    assert roles(item) == {("HRC", MENTIONED)}


def test_a_centre_in_a_cell_does_nothing_of_what_the_next_cell_says():
    item = parse_one("Beslutning", "Center\tOpgave\nHRC\tsikrer besked\nJC\tdeltager i mødet")
    assert roles(item) == {("HRC", MENTIONED), ("JC", MENTIONED)}


def test_a_centre_in_the_title_is_mentioned():
    assert roles(parse_one(title="HR-Centrets arbejdsprogram 2013")) == {("HRC", MENTIONED)}


# All roles together


def test_a_centre_has_each_of_its_roles_once_and_is_not_mentioned_besides():
    item = parse_one(
        "Sagsfremstilling", "HRC og JC har en plan.", "Indstilling", "HRC indstiller.", "HRC indstiller.",
        "Beslutning", "HRC sikrer besked.",
    )  # fmt: skip
    assert sorted((centre.code, centre.role) for centre in item.centres) == [
        ("HRC", RECOMMENDS),
        ("HRC", TASKED),
        ("JC", MENTIONED),
    ]


def test_a_centre_keeps_the_words_that_named_it():
    item = parse_one("Indstilling", "Byrådscenteret indstiller, at planen godkendes.")
    assert [(centre.surface, centre.code) for centre in item.centres] == [("Byrådscenteret", "BYC")]
