"""The centres in a text, by name and code, what each has to do with the item, and codes that nobody knows."""

import pytest

from minutes.parser.centre_roles import CentreNames
from minutes.parser.values import CentreRole, ParsedItem
from tests.build.parsed import CENTRES, codes, messages, parse_items, parse_one

RECOMMENDS, RESPONSIBLE, TASKED, MENTIONED = CentreRole


def found(text: str) -> list[str]:
    return [mention.code for mention in CENTRES.find(text)]


def roles(item: ParsedItem) -> set[tuple[str, CentreRole]]:
    return {(centre.code, centre.role) for centre in item.centres}


# Names and codes


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("HRC", "HRC"),
        ("(HRC)", "HRC"),
        ("HRC.", "HRC"),
        ("HRC-chefen", "HRC"),
        ("HRCs", "HRC"),
        ("HRC's", "HRC"),
        ("HRC’s", "HRC"),
        ("CIES", "CEIS"),
        ("HR-Centret", "HRC"),
        ("HR-centret", "HRC"),
        ("hr-centret", "HRC"),
        ("HR-CENTRET", "HRC"),
        ("HR-Centeret", "HRC"),
        ("HR-Center", "HRC"),
        ("HR-Centrets", "HRC"),
        ("HR-Centerets", "HRC"),
        ("Byrådscenteret", "BYC"),
        ("Økonomi- og Digitaliseringscenter", "ØDC"),
        ("ØKONOMI- OG DIGITALISERINGSCENTRET", "ØDC"),
        ("Center for Ejendomme og Intern Service", "CEIS"),
        ("Center for Ejendomme og Intern Services", "CEIS"),
        ("jobcentrets", "JC"),
    ],
)
def test_a_centre_is_found_in_every_spelling(text: str, code: str):
    assert found(f"Opgaven i {text} løses nu") == [code]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "hrc",
        "Hrc",
        "jc",
        "HRCX",
        "XHRC",
        "_HRC",
        "HRC1",
        "HRCss",
        "Center",
        "centret",
        "stabscentrene",
        "fagcentre",
        "HR",
        "HR Centret",
        "Center for Ejendomme",
        "indkøbscentret",
        "Byrådet",
        "MED",
        "HTK",
        "Mjobcentret",
        "jobcentretx",
        "ABC",
    ],
)
def test_other_words_are_no_centre(text: str):
    assert found(f"Opgaven i {text} løses nu") == []


def test_shouting_is_no_list_of_centres():
    assert found("DER SKAL VÆRE LYS I HELE KOMMUNEN NU") == []


def test_centres_come_in_the_order_in_which_they_stand():
    assert found("JC/HRC, ØDC (BYC) og HR-Centret") == ["JC", "HRC", "ØDC", "BYC", "HRC"]


def test_a_mention_says_where_it_stands():
    text = "Her er İ og HR-Centrets plan"
    (mention,) = CENTRES.find(text)
    assert text[mention.start : mention.end] == "HR-Centrets"
    assert mention.is_genitive


def test_the_longest_name_wins():
    names = CentreNames.of({"A": ("Kulturcentret",), "B": ("Kulturcentret i Nord",)})
    assert [mention.code for mention in names.find("Kulturcentret i Nord og Kulturcentret")] == ["B", "A"]


def test_without_names_nothing_is_found():
    assert CentreNames().find("HR-Centret og HRC") == []
    assert CentreNames.of({}).find("HR-Centret og HRC") == []
    assert CentreNames.of({"HRC": ("",)}).find("HRC og en") != []


# What a centre has to do with an item


@pytest.mark.parametrize(
    ("text", "recommending"),
    [
        ("HR-Centret indstiller, at planen godkendes.", {"HRC"}),
        ("BYC indstiller", {"BYC"}),
        ("HR-Centret anbefaler, at planen godkendes.", {"HRC"}),
        ("Jobcenteret og Byrådscenteret indstiller, at planen:", {"JC", "BYC"}),
        ("HRC, ØDC og BYC indstiller, at", {"HRC", "ØDC", "BYC"}),
        ("HRC/JC indstiller, at", {"HRC", "JC"}),
        ("ØDC i samarbejde med SHC indstiller, at", {"ØDC", "SHC"}),
        ("HRC samt JC foreslår, at", {"HRC", "JC"}),
        ("Det er planen fra JC, som HRC indstiller.", {"HRC"}),
    ],
)
def test_a_centre_recommends_alone_or_with_others(text: str, recommending: set[str]):
    item = parse_one("Indstilling", text)
    assert {code for code, role in roles(item) if role is RECOMMENDS} == recommending


@pytest.mark.parametrize(
    "text",
    [
        "HR-Centrets chef indstiller, at planen godkendes.",
        "Administrationen indstiller, at HRC får flere midler.",
        "Det indstilles, at HRC nedlægges.",
        "HRC er enig. JC indstiller intet",
    ],
)
def test_a_centre_that_is_only_named_does_not_recommend(text: str):
    assert ("HRC", MENTIONED) in roles(parse_one("Indstilling", text))


@pytest.mark.parametrize(
    ("text", "tasked"),
    [
        ("HRC sikrer, at alle får besked.", {"HRC"}),
        ("ØDC arbejder videre med forslaget.", {"ØDC"}),
        ("BYC skal fremlægge en plan.", {"BYC"}),
        ("HR-Centret bedes undersøge sagen.", {"HRC"}),
        ("BYC og SHC udarbejder en plan.", {"BYC", "SHC"}),
        ("Opgaven overdrages til ØDC.", {"ØDC"}),
        ("Ansvaret placeres hos Jobcentret.", {"JC"}),
        ("Godkendt. CEIS/HRC følger op.", {"CEIS", "HRC"}),
    ],
)
def test_a_decision_gives_a_centre_a_task(text: str, tasked: set[str]):
    item = parse_one("Beslutning", text)
    assert {code for code, role in roles(item) if role is TASKED} == tasked


@pytest.mark.parametrize(
    "lines",
    [
        ("Beslutning", "HRC præsenterede systemet."),
        ("Beslutning", "HRC's plan skal følges."),
        ("Beslutning", "Planen fra HRC blev godkendt."),
        ("Sagsfremstilling", "HRC sikrer, at planen følges."),
        ("Vurdering", "Opgaven overdrages til HRC."),
    ],
)
def test_elsewhere_a_centre_is_only_mentioned(lines: tuple[str, str]):
    assert roles(parse_one(*lines)) == {("HRC", MENTIONED)}


def test_a_centre_is_responsible_in_the_column_of_that_name():
    item = parse_one(
        "Sagsfremstilling",
        "Sag/emne\tTidspunkt\tAnsvarlig\nPlan fra JC\tMaj\tHRC/ØDC\nValg\t\tPA\nArkiv\tJuni\t",
    )
    assert roles(item) == {("HRC", RESPONSIBLE), ("ØDC", RESPONSIBLE), ("JC", MENTIONED)}
    assert [centre.line for centre in item.centres if centre.role is RESPONSIBLE] == [
        item.sections[0].lines[1].number
    ] * 2


def test_in_other_columns_a_centre_is_mentioned():
    item = parse_one("Sagsfremstilling", "Center\tBeløb\nHRC\t100.000")
    assert roles(item) == {("HRC", MENTIONED)}


def test_a_centre_in_the_title_is_mentioned():
    assert roles(parse_one(title="HR-Centrets arbejdsprogram 2013")) == {("HRC", MENTIONED)}


def test_a_centre_has_each_of_its_roles_once_and_is_not_mentioned_besides():
    item = parse_one(
        "Sagsfremstilling", "HRC og JC har en plan.", "Indstilling", "HRC indstiller.", "HRC indstiller.",
        "Beslutning", "HRC sikrer.",
    )  # fmt: skip
    assert sorted((centre.code, centre.role) for centre in item.centres) == [
        ("HRC", RECOMMENDS),
        ("HRC", TASKED),
        ("JC", MENTIONED),
    ]


def test_a_centre_keeps_the_words_that_named_it():
    item = parse_one("Indstilling", "Byrådscenteret indstiller, at planen godkendes.")
    assert [(centre.surface, centre.code) for centre in item.centres] == [("Byrådscenteret", "BYC")]


# Codes that are in no list


def item_with(*lines: str) -> str:
    return "\n\n".join(["Punkt 1: Cykelparkering", "13/9902", *lines])


@pytest.mark.parametrize(
    "lines",
    [
        ("Indstilling", "KMC indstiller, at planen godkendes."),
        ("Sagsfremstilling", "Sag\tAnsvarlig\nPlan\tKMC"),
        ("Sagsfremstilling", "Sag\tAnsvarlig\nPlan\tHRC/KMC"),
        ("Sagsfremstilling", "Center\tBeløb\nKMC\t100.000"),
    ],
)
def test_an_unknown_code_where_a_centre_stands_is_reported(lines: tuple[str, ...]):
    meeting = parse_items(item_with(*lines))
    assert messages(meeting, "unknown_code") == [
        "Koden KMC står som center, men findes ikke på listen over centre."
    ]


def test_an_unknown_code_is_reported_once_an_item():
    lines = ("Indstilling", "KMC indstiller.", "KMC indstiller.", "Sag\tAnsvarlig\nPlan\tKMC")
    assert codes(parse_items(item_with(*lines))).count("unknown_code") == 1


@pytest.mark.parametrize(
    "lines",
    [
        ("Indstilling", "HRC indstiller, at planen godkendes."),
        ("Indstilling", "MED indstiller, at planen godkendes."),
        ("Indstilling", "Planen fra KMC godkendes."),
        ("Sagsfremstilling", "Alle i KMC er enige."),
        ("Sagsfremstilling", "Sag\tAnsvarlig\nPlan\tPA"),
        ("Sagsfremstilling", "Sag\tAnsvarlig\nPlan\tSSU"),
        ("Sagsfremstilling", "Sag\tAnsvarlig\nPlan\tPlan-ABC"),
        ("Sagsfremstilling", "Sag\tTidspunkt\nKMC\tMaj"),
        ("Sagsfremstilling", "Sag\tAnsvarlig\nPlan\tALLE CENTRE"),
    ],
)
def test_known_words_people_and_codes_elsewhere_are_not_reported(lines: tuple[str, ...]):
    assert "unknown_code" not in codes(parse_items(item_with(*lines)))
