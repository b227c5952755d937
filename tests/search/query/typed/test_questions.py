"""Questions: what only asks does not have to stand in an item, and what is asked for is known."""

from __future__ import annotations

import pytest

from minutes.search.query.query import parse_query
from minutes.search.query.typed.questions import Asks


@pytest.mark.parametrize(
    ("typed", "about", "asks"),
    [
        ("hvem er ansvarlig for ungdomsskolen", "ungdomsskolen", Asks.WHO),
        ("Hvem har ansvaret for den nye skole?", "nye skole?", Asks.WHO),
        ("hvem tegnede havneplanen", "havneplanen", Asks.WHO_DID),
        ("hvem følger op på sygefraværet", "sygefraværet", Asks.WHO),
        ("hvad blev der besluttet om sociale medier", "sociale medier", Asks.DECISION),
        ("hvad besluttede kommunen om badebroen", "badebroen", Asks.DECISION),
        ("hvad er status på byggeriet", "byggeriet", Asks.DECISION),
        ("hvornår blev budgettet sidst behandlet", "budgettet", Asks.WHEN),
        ("hvornår åbner svømmehallen", "svømmehallen", Asks.WHEN),
        ("hvor meget koster lokalplanen", "lokalplanen", Asks.HOW_MUCH),
        ("hvad kostede renoveringen af hallen", "renoveringen hallen", Asks.HOW_MUCH),
        ("hvor mange penge fik ungdomsskolen", "ungdomsskolen", Asks.HOW_MUCH),
        ("hvor mange børn går i klub", "børn klub", Asks.OTHER),
        ("hvordan går det med digitaliseringen", "digitaliseringen", Asks.OTHER),
        ("hvorfor blev skolen lukket", "skolen lukket", Asks.OTHER),
        ("hvilke skoler skal lukkes", "skoler lukkes", Asks.OTHER),
        ('hvem skrev "den nye skole"', '"den nye skole"', Asks.WHO_DID),
        ("hvem tog forbehold for ungemiljøet", "forbehold ungemiljøet", Asks.WHO_DID),
        ("hvem skal følge op på sygefraværet", "sygefraværet", Asks.WHO),
        ("hvad blev besluttet om budgettet før 2014", "budgettet før 2014", Asks.DECISION),
        ("hvad blev der besluttet 27-08-2013", "27-08-2013", Asks.DECISION),
        ("hvem har sag 12/32140", "12/32140", Asks.WHO),
        ("hvem stemte imod ungemiljøet", "ungemiljøet", Asks.DECISION),
        ("hvad skete der siden 2015", "siden 2015", Asks.DECISION),
        ("hvilke sager blev udsat i foråret 2014", "udsat i foråret 2014", Asks.OTHER),
        ("hvilke punkter blev behandlet i foråret 2014", "i foråret 2014", Asks.OTHER),
        ("sager der blev udsat i foråret 2014", "udsat i foråret 2014", Asks.OTHER),
        ("sager udsat i foråret 2014", "udsat i foråret 2014", Asks.OTHER),
        ("afviste sager efter 2014", "afviste efter 2014", Asks.OTHER),
        ("hvilke sager blev godkendt i foråret 2014", "godkendt i foråret 2014", Asks.OTHER),
        ("hvilke sager blev ikke godkendt", "ikke godkendt", Asks.OTHER),
        ("hvorfor blev badebroen ikke godkendt", "badebroen ikke godkendt", Asks.OTHER),
        ("hvad blev vedtaget", "vedtaget", Asks.DECISION),
        ("sagen om badebroen", "badebroen", Asks.OTHER),
        ("Beslutning om kolonihaver", "kolonihaver", Asks.DECISION),
        ("beslutninger vedr. kolonihaver", "kolonihaver", Asks.DECISION),
    ],
)
def test_of_a_question_what_it_is_about_is_asked_for(typed, about, asks):
    query = parse_query(typed)
    ((*pieces,),) = query.asked
    assert " ".join(map(str, pieces)) == about
    assert query.asks is asks


def test_the_words_that_only_ask_are_told_once_without_the_question_mark():
    told = parse_query("Hvornår blev budgettet i Direktionen i maj behandlet?").left_out
    assert told == ("Hvornår", "blev", "i", "behandlet")


@pytest.mark.parametrize(
    "typed",
    [
        "budget skoler",
        "ansvarlig",
        "hvem",
        "hvad blev der besluttet",
        '"hvem er ansvarlig" skole',
        "hvidbog",
        "sager",
        "sagen om",
        "sager børn",
        "beslutning kolonihaver",
        '"sagen om" kolonihaver',
        "byggesager om haver",
        "hvem -skole",
        "skole -hvem",
        "",
    ],
)
def test_what_asks_nothing_or_nothing_but_that_is_asked_for_as_it_stands(typed):
    query = parse_query(typed)
    assert query.asked == query.pieces
    assert query.asks is None
    assert query.left_out == ()


def test_the_words_that_only_ask_are_told():
    assert parse_query("hvem er ansvarlig for skolen").left_out == ("hvem", "er", "ansvarlig", "for")


def test_of_alternatives_each_is_read_and_no_one_passage_answers():
    query = parse_query("hvem ejer skolen OR budget")
    assert [" ".join(map(str, group)) for group in query.asked] == ["skolen", "budget"]
    assert query.asks is None
