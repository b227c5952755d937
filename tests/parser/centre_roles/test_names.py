"""The centres in a text, by name and code, in every spelling."""

import pytest

from minutes.parser.centre_roles import CentreNames
from tests.build.parsed import CENTRES


def found(text: str) -> list[str]:
    return [mention.code for mention in CENTRES.find(text)]


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
