import pytest

from minutes.models import (
    Body,
    BodyAlias,
    Centre,
    CentreAlias,
)
from minutes.search.index.writing import index_meetings
from minutes.search.matching.filters import Sort
from tests.build.indexed import add_indexed_item
from tests.build.rows import add_decision, add_meeting
from tests.build.searching import search, titles

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("typed", "title", "text"),
    [
        ("skolerne", "Ny skole", ""),
        ("budget", "Et punkt", "Budgettet er lagt"),
        ("Tåstrup", "Høje-Taastrup", ""),
        ("høje taastrup", "Høje-Tåstrup", ""),
        ("JC", "Et punkt", "HRC/JC"),
        ("chefforum", "Et punkt", "Direktion/Chefforum"),
        ("GRUS", "Et punkt", "MUS/GRUS/LUS"),
        ("HR-centeret", "HR-Centret indstiller", ""),
        ("hr centret", "HR-Centeret", ""),
        ("htklis", "HTK-LIS", ""),
        ("HTK-LIS", "HTKLIS", ""),
        ("HTK-LIS", "HTK LIS", ""),
        ("2017", "Et punkt", "Budget 2014-2017"),
        ("27-08-2013", "Økonomiopfølgning 27-08-2013", ""),
        ('"nye skoler"', "Et punkt", "De nye skoler"),
        ("øde", "ØDE", ""),
        ("møde OR fest", "Fest", ""),
        ("idefase", "En idéfase", ""),
        ("udsat", "Et punkt", "Punktet udsættes"),
        ("udsættes", "Et punkt", "Punktet er udsat"),
        ("barn", "Nye børn", ""),
        ("indstillede", "Et punkt", "Det er indstillet"),
        ("kørte", "Et punkt", "Bussen kører"),
    ],
)
def test_an_item_is_found(typed, title, text):
    item = add_indexed_item(add_meeting(), title, text)
    assert [match.item_id for match in search(typed).ordered(Sort.RELEVANCE)] == [item.pk]


@pytest.mark.parametrize(
    ("typed", "title", "text"),
    [
        ("veje", "Ny skole", "Om skolen"),
        ("rum", "Chefforum", ""),
        ('"skoler nye"', "Et punkt", "De nye skoler"),
        ("skole -ny", "Ny skole", ""),
        ("skole vej", "Ny skole", ""),
        ('"skole vej"', "Ny skole", "Vej"),
        ("og", "Skoler og veje", ""),
        ("", "Ny skole", ""),
        ("-vej", "Ny skole", ""),
        ("27-08-2014", "Økonomiopfølgning 27-08-2013", ""),
    ],
)
def test_an_item_is_not_found(typed, title, text):
    add_indexed_item(add_meeting(), title, text)
    assert titles(typed) == []


@pytest.mark.parametrize(
    "typed",
    ["9/22035", "09/22035", "09-22035", "2009/22035", "09 / 22035", "sag 09/22035", "sagsnr.: 9/22035.", "22035"],
)  # fmt: skip
@pytest.mark.parametrize(("title", "case"), [("Et punkt", "09/22035"), ("Se sag 9-22035", None)])
def test_a_case_number_finds_its_items_and_those_that_mention_it(typed, title, case):
    add_indexed_item(add_meeting(), title, case=case)
    assert titles(typed) == [title]


@pytest.mark.parametrize("typed", ["09/22036", "09/2203", "10/22035", "22035/09", "2203", "220350"])
def test_another_number_finds_nothing(typed):
    add_indexed_item(add_meeting(), "Et punkt", case="09/22035")
    assert titles(typed) == []


@pytest.mark.parametrize("typed", ["216558/15", "216558-15", "dok.nr. 216558/15", "216558"])
def test_a_document_number_finds_the_items_that_name_it(typed):
    add_indexed_item(add_meeting(), "Et punkt", documents=["216558/15"])
    add_indexed_item(add_meeting(body="Byrådet"), "Se dok. nr. 216558-15")
    assert sorted(titles(typed)) == ["Et punkt", "Se dok. nr. 216558-15"]


def test_a_centre_is_found_by_its_code_and_its_name():
    add_indexed_item(add_meeting(), "Et punkt", centres={"HRC": "HR-Centret"})
    assert titles("HRC") == titles("HR-Centeret") == ["Et punkt"]


def test_an_alias_kept_by_the_archivist_works_both_ways():
    add_indexed_item(add_meeting(), "Et punkt", "Det lærde center", centres={"HRC": "HR-Centret"})
    assert titles("personaleafdelingen") == []
    CentreAlias.objects.create(
        centre=Centre.objects.get(), text="Personaleafdelingen", is_for_search_only=True
    )
    assert titles("personaleafdelingen") == ["Et punkt"]
    add_indexed_item(add_meeting("2014-08-12"), "Spørg personaleafdelingen")
    assert sorted(titles("HRC")) == ["Et punkt", "Spørg personaleafdelingen"]


def test_a_body_is_found_by_its_alias():
    add_indexed_item(add_meeting(body="Økonomiudvalget"), "Et punkt")
    BodyAlias.objects.create(body=Body.objects.get(), text="ØU")
    assert titles("øu punkt") == ["Et punkt"]


def test_who_asks_for_a_body_gets_no_items_that_only_have_the_word_of_its_acronym():
    meeting = add_meeting("2013-08-27", "Byrådet")
    BodyAlias.objects.create(body=meeting.body, text="BY")
    add_indexed_item(add_meeting("2013-08-27"), "Livet i en by")
    add_indexed_item(meeting, "Budget")
    assert titles("Byrådet") == ["Budget"]
    assert titles("by") == ["Livet i en by"]
    assert set(titles("BY")) == {"Budget", "Livet i en by"}


@pytest.mark.parametrize(
    "typed",
    [
        "9. november 2015",
        "09-11-2015",
        "november 2015",
        "Ældreudvalget",
        "ældreudvalget 09-11-2015",
        '"Ældreudvalget"',
    ],
)
def test_an_item_is_found_by_the_day_and_the_body_of_a_decision_of_another_meeting(typed):
    item = add_indexed_item(add_meeting("2015-12-17", "Byrådet"), "Plejehjem")
    add_decision(item, "Anbefales", date="2015-11-09", body="Ældreudvalget")
    add_decision(item, "Godkendt")
    index_meetings([item.meeting_id])
    assert titles(typed) == ["Plejehjem"]
    assert titles('"Byrådet"') == []


def test_an_acronym_that_is_a_stop_word_is_found_with_what_it_is_hyphened_to():
    meeting = add_meeting()
    add_indexed_item(meeting, "Nyt fra MED-udvalget")
    add_indexed_item(meeting, "Møde med udvalget")
    for typed in ("MED-udvalg", '"MED-udvalget"', "medudvalg"):
        assert titles(typed) == ["Nyt fra MED-udvalget"]
