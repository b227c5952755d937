"""How a word goes on: by the words of items that the reader may see, and of no others."""

import pytest
from django.contrib.auth.models import AnonymousUser

from minutes.models import Meeting, PublicationState, SearchDocument, SearchWord
from minutes.search.guidance.completions import UnfinishedText, complete, read_unfinished
from minutes.search.index.writing import index_meetings
from tests.build.indexed import add_indexed_item
from tests.build.rows import add_editor, add_meeting, add_user

ANYBODY = AnonymousUser()


@pytest.mark.parametrize(
    ("typed", "before", "beginning"),
    [
        ("skol", "", "skol"),
        ("nye skol", "nye ", "skol"),
        ("  Nye   Skol", "Nye ", "Skol"),
        ('"nye skol', '"nye ', "skol"),
        ("HR-cen", "HR-", "cen"),
        ("veje OR skol", "veje OR ", "skol"),
        ("12/32140 bud", "12/32140 ", "bud"),
        ("skolerne ", "skolerne", ""),
        ("s", "s", ""),
        ("nye s", "nye s", ""),
        ("12/321", "12/321", ""),
        ("budget 2014", "budget 2014", ""),
        ("budget2014", "budget2014", ""),
        ("skole.", "skole.", ""),
        ("x" * 41, "x" * 41, ""),
        ("", "", ""),
        (" ", "", ""),
        ("%", "%", ""),
        ("sko\u00adl", "", "skol"),
        ("a\x00sk", "a ", "sk"),
        ("\ud800sk", "", "sk"),
    ],
)
def test_the_word_at_the_end_is_the_one_that_is_being_typed(typed, before, beginning):
    assert read_unfinished(typed) == UnfinishedText(before, beginning)


@pytest.mark.parametrize(
    ("typed", "is_unwanted"),
    [("-skol", True), ("veje -skol", True), ("HR-cen", False), ("veje - skol", False), ("skol", False)],
)
def test_a_word_after_a_minus_of_its_own_is_unwanted(typed, is_unwanted):
    assert read_unfinished(typed).is_unwanted == is_unwanted


def test_what_stood_before_the_word_stays_when_it_is_completed():
    assert read_unfinished('"Nye skol').with_word("skoler") == '"Nye skoler'


@pytest.mark.django_db
def test_words_that_begin_so_are_found_in_every_text_shortest_first():
    add_indexed_item(
        add_meeting(), "Budgetaftale", "Om budget og budgetforlig", attachments=["Budgettal", "Veje"]
    )
    assert complete("budg", ANYBODY, 10) == ["budget", "budgettal", "budgetaftale", "budgetforlig"]
    assert complete("BUDG", ANYBODY, 2) == ["budget", "budgettal"]
    assert complete("dget", ANYBODY, 10) == []


@pytest.mark.django_db
def test_of_the_forms_of_a_word_the_shortest_stands_for_all():
    add_indexed_item(add_meeting(), "Skole og skoler, skolerne og skolens skolevej")
    assert complete("skol", ANYBODY, 10) == ["skole", "skolevej"]


@pytest.mark.django_db
@pytest.mark.parametrize("beginning", ["taas", "tås", "Tås", "TAAS"])
def test_aa_and_å_begin_the_same_words(beginning):
    add_indexed_item(add_meeting(), "Tåstrup og Taastrupgård")
    assert complete(beginning, ANYBODY, 10) == ["tåstrup", "taastrupgård"]


@pytest.mark.django_db
@pytest.mark.parametrize("beginning", ["", "zz", "x" * 40])
def test_where_no_word_begins_so_there_is_none(beginning):
    add_indexed_item(add_meeting(), "Budget")
    assert complete(beginning, ANYBODY, 10) == []


@pytest.mark.django_db
def test_a_stop_word_is_not_worth_completing():
    add_indexed_item(add_meeting(), "Efter eftersynet")
    assert complete("eft", ANYBODY, 10) == ["eftersynet"]


@pytest.mark.django_db
def test_a_word_of_a_draft_is_for_staff():
    add_indexed_item(add_meeting(state=PublicationState.DRAFT), "Budget")
    assert complete("bud", ANYBODY, 10) == []
    assert complete("bud", add_user("reader"), 10) == []
    assert complete("bud", add_editor(), 10) == ["budget"]


@pytest.mark.django_db
def test_a_word_of_a_draft_that_a_public_item_has_too_is_for_everybody():
    add_indexed_item(add_meeting("2013-01-01", state=PublicationState.DRAFT), "Budget og budgetforlig")
    add_indexed_item(add_meeting("2013-02-01"), "Budget")
    assert complete("bud", ANYBODY, 10) == ["budget"]


@pytest.mark.django_db
def test_of_the_forms_of_a_word_one_that_the_reader_may_see_is_told():
    add_indexed_item(add_meeting("2013-01-01", state=PublicationState.DRAFT), "Budget")
    add_indexed_item(add_meeting("2013-02-01"), "Budgettet")
    assert complete("bud", ANYBODY, 10) == ["budgettet"]


@pytest.mark.django_db
def test_a_word_of_a_closed_item_is_for_nobody():
    item = add_indexed_item(add_meeting(), "Budget")
    item.is_closed = True
    item.save()
    index_meetings([item.meeting_id])
    assert SearchWord.objects.filter(word="budget").exists()
    assert complete("bud", ANYBODY, 10) == []
    assert complete("bud", add_editor(), 10) == []


@pytest.mark.django_db
def test_a_word_of_a_withdrawn_meeting_is_gone_until_another_item_has_it():
    item = add_indexed_item(add_meeting("2013-01-01"), "Budget")
    assert complete("bud", ANYBODY, 10) == ["budget"]
    Meeting.objects.update(state=PublicationState.WITHDRAWN)
    index_meetings([item.meeting_id])
    assert complete("bud", add_editor(), 10) == []
    add_indexed_item(add_meeting("2013-02-01"), "Budget")
    assert complete("bud", ANYBODY, 10) == ["budget"]


@pytest.mark.django_db
def test_a_word_is_known_by_another_item_when_the_one_remembered_with_it_is_gone():
    add_indexed_item(add_meeting(), "Budget")
    SearchWord.objects.update(document=None)
    assert complete("bud", ANYBODY, 10) == ["budget"]
    SearchDocument.objects.all().delete()
    assert complete("bud", ANYBODY, 10) == []


@pytest.mark.django_db
def test_the_number_of_queries_is_bounded(django_assert_max_num_queries):
    meeting = add_meeting()
    for number in range(30):
        add_indexed_item(meeting, f"Budget{chr(97 + number % 26)}{chr(97 + number // 26)}")
    SearchWord.objects.filter(word__endswith="a").update(document=None)
    complete("bud", ANYBODY, 10)
    with django_assert_max_num_queries(4):
        assert len(complete("bud", ANYBODY, 10)) == 10
