"""What a verb of a decision speaks of: the matter, a point of it, or something that has a day of its own."""

import pytest

from minutes.parser.outcomes import classify_outcome, worded_outcomes
from minutes.parser.outcomes.subjects import head_of, is_dated, is_matter, is_point, subject_of
from minutes.parser.values import Outcome


@pytest.mark.parametrize(
    ("sentence", "verb", "subject"),
    [
        ("punktet udsættes", "udsættes", "punktet"),
        ("herefter udsættes sagen til maj", "udsættes", "sagen til maj"),
        ("da tallene mangler, udsættes punktet", "udsættes", "punktet"),
        ("direktionen godkendte planen, og punkt 2 og 3 udsættes", "udsættes", "punkt 2 og 3"),
        ("byc tilretter oplægget, som forelægges igen", "forelægges", "oplægget"),
        ("det blev besluttet, at sagen udsættes", "udsættes", "sagen"),
        ("to sider var lange og blev returneret", "returneret", "to sider var lange og blev"),
        ("der træffes beslutning i maj", "træffes", "der"),
        ("udsættes", "udsættes", ""),
    ],
)
def test_the_subject_stands_before_its_verb_or_behind_it(sentence: str, verb: str, subject: str):
    start = sentence.index(verb)
    assert subject_of(sentence, start, start + len(verb)) == subject


@pytest.mark.parametrize(
    ("phrase", "head"),
    [
        ("sagen", "sagen"),
        ("den videre drøftelse af planen", "drøftelse"),
        ("sagens behandling", "behandling"),
        ("mødet den 3. marts", "mødet"),
        ("punkt 3", "punkt 3"),
        ("forslaget om at lukke vejen", "forslaget"),
        ("to sider var lange og blev", "sider"),
        ("i forhold til planen", None),
        ("", ""),
    ],
)
def test_a_phrase_is_of_its_noun(phrase: str, head: str | None):
    assert head_of(phrase) == head


@pytest.mark.parametrize(
    "noun", ["sagen", "punktet", "drøftelsen", "budgetforslaget", "det", "", "punkt 3", "beslutningen"]
)
def test_these_name_the_matter(noun: str):
    assert is_matter(noun)
    assert not is_dated(noun)


@pytest.mark.parametrize(
    "noun", ["fristen", "ansøgningsfristen", "mødet", "udrulningen", "ibrugtagningen", "byggeriet", "valget"]
)
def test_these_have_a_day_of_their_own(noun: str):
    assert is_dated(noun)
    assert not is_matter(noun)


def test_udvalget_is_no_election():
    assert not is_dated("økonomiudvalget")


@pytest.mark.parametrize(
    ("noun", "expected"), [("punkt 3", True), ("pkt. b", True), ("punktet", False), ("3. maj", False)]
)
def test_a_point_is_named_by_its_number(noun: str, expected: bool):
    assert is_point(noun) is expected


@pytest.mark.parametrize(
    "text",
    [
        "Fristen udsættes til 1. maj.",
        "Fristen for at søge puljen udskydes.",
        "Direktionen besluttede at udsætte mødet.",
        "Det blev aftalt at udskyde ibrugtagningen.",
        "Anlægsarbejdet udskydes til 2016.",
    ],
)
def test_a_day_that_is_put_off_is_no_deferral(text: str):
    assert classify_outcome(text) is Outcome.OTHER


@pytest.mark.parametrize(
    "text",
    [
        "Sagen sættes i bero.",
        "Punktet stilles i bero.",
        "Sagen genfremlægges i maj.",
        "Direktionen udsatte spørgsmålet.",
        "Økonomiudvalget udsatte sagen.",
        "Drøftelsen om mødet i maj udsættes.",
    ],
)
def test_a_matter_that_waits_is_deferred(text: str):
    assert classify_outcome(text) is Outcome.DEFERRED


def test_all_that_a_statement_words_can_be_asked_for():
    assert worded_outcomes("Godkendt, dog udsættes punkt 3.", "Direktionen") == {
        Outcome.APPROVED,
        Outcome.DEFERRED,
    }
    assert worded_outcomes("Byrådet har godkendt planen.", "Direktionen") == set()


@pytest.mark.parametrize(
    "text",
    [
        "Opførelsen af nye garager på materielgården udskydes til 2013.",
        "Renoveringen af hallen udskydes til næste år.",
        "Etableringen af cykelstien er udskudt.",
        "Udvidelsen af børnehaven udsættes et år.",
        "Ombygningen af rådhuset udskydes til 2014.",
        "Nedrivningen af skuret udskydes til foråret.",
        "Anskaffelsen af nye computere udskydes.",
        "Ansættelsen af en ny medarbejder udskydes til august.",
        "Det blev besluttet at udskyde renoveringen af hallen.",
        "Det blev besluttet at udskyde opførelsen af garager til 2013.",
        "Direktionen besluttede at udsætte ombygningen.",
        "Lukningen af vejen udskydes til maj.",
        "Overtagelsen af ejendommen udskydes en måned.",
        "Indflytningen udskydes til 1. marts.",
        "Besættelsen af stillingen udskydes.",
        "Digitaliseringen af arkivet udskydes til 2015.",
        "Salget af grunden udskydes til 2014.",
        "Cykelstien langs åen udskydes til 2015.",
        "Hallen udskydes til 2014.",
        "Garagerne på materielgården udskydes til budgetår 2014.",
        "Indførelsen af ordningen udskydes.",
        "Vedligeholdelsen af vejene udskydes.",
        "Asfalteringen er udsat til næste år.",
        "Flytningen af depotet udskydes til efteråret.",
    ],
)
def test_to_put_off_building_or_doing_something_is_no_deferral(text: str):
    assert classify_outcome(text, "Direktionen") is Outcome.OTHER


def test_where_a_building_is_put_off_the_matter_was_discussed():
    text = "Direktionen drøftede anlægsrammen. Opførelsen af nye garager udskydes til 2013."
    assert classify_outcome(text, "Direktionen") is Outcome.DISCUSSED


@pytest.mark.parametrize(
    "text",
    [
        "Opførelsen af garagerne er dyr, og sagen udsættes.",
        "Opførelsen af garagerne blev drøftet og sagen udsættes.",
        "Projektet er dyrt og sagen udskydes.",
        "Kommunalbestyrelsen udsætter sagen.",
        "Kommunalbestyrelsen vedtog at udsætte sagen.",
        "Forvaltningen beder om mere tid, og punktet udsættes.",
        "Fordelingen af puljen udsættes til næste møde.",
        "Fastsættelsen af takster udskydes til maj.",
        "Udpegningen af medlemmer udsættes.",
        "Tildelingen af prisen udsættes til næste møde.",
        "Sagen om opførelsen af garager udskydes til 2014.",
        "Spørgsmålet om garagerne udskydes til 2014.",
        "Punkt 3 udskydes til 2014.",
        "Drøftelsen af opførelsen udsættes.",
        "Beslutningen om renoveringen udskydes til 2014.",
        "Behandlingen af opførelsen udsættes.",
        "Stillingtagen til ombygningen udskydes.",
        "Sagen udskydes til 2014.",
        "Strategien udsættes til næste møde.",
        "Planen udsættes.",
        "Kvalitetsstandarden udsættes til næste møde.",
        "Vedtægterne udsættes til næste møde.",
        "Huskelisten udsættes.",
        "Godkendelsen af opførelsen udsættes.",
        "Det blev besluttet at udskyde sagen.",
        "Udsættes.",
        "Udsat til 2014.",
    ],
)
def test_a_matter_of_building_or_doing_something_is_deferred(text: str):
    assert classify_outcome(text) is Outcome.DEFERRED


@pytest.mark.parametrize(
    ("phrase", "head"),
    [
        ("punkt 2 og 3", "punkt 2 og 3"),
        ("de punkter 3 og 4", "punkter 3 og 4"),
        ("pkt. a og b", "pkt a og b"),
        ("punkt 2, 3 og 4", "punkt 2 3 og 4"),
        ("den 3. og 4. maj", "maj"),
    ],
)
def test_a_phrase_can_name_several_points(phrase: str, head: str):
    assert head_of(phrase) == head


@pytest.mark.parametrize("noun", ["opførelsen", "renoveringen", "lukningen", "ansættelsen", "asfalteringen"])
def test_the_doing_of_something_has_a_day(noun: str):
    assert is_dated(noun)


@pytest.mark.parametrize(
    "noun", ["kommunalbestyrelsen", "forvaltningen", "fordelingen", "fastsættelsen", "opgørelsen"]
)
def test_those_who_decide_and_deciding_have_none(noun: str):
    assert not is_dated(noun)
