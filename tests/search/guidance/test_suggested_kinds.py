"""The order of suggestions, one slip of the keys, and series, attachments, filters and abbreviations: all visible."""

import pytest
from django.contrib.auth.models import AnonymousUser

from minutes.models import Meeting, Outcome, PublicationState, Series, SynonymGroup
from minutes.search.guidance.suggestion import Kind, Suggestion
from minutes.search.guidance.suggestions import suggest
from tests.build.indexed import add_indexed_item, add_indexed_items
from tests.build.rows import add_body, add_centre, add_editor, add_meeting

ANYBODY = AnonymousUser()

pytestmark = pytest.mark.django_db

HIDDEN = [PublicationState.DRAFT, PublicationState.WITHDRAWN]


def found(typed, kind, user=ANYBODY):
    return [suggestion for suggestion in suggest(typed, user) if suggestion.kind == kind]


def labels(typed, kind, user=ANYBODY):
    return [suggestion.label for suggestion in found(typed, kind, user)]


# Order


def test_words_stand_by_how_many_of_the_newest_items_have_them_and_not_by_their_length():
    meeting = add_meeting()
    add_indexed_item(meeting, "Et punkt", "Om budsjef")
    add_indexed_items(meeting, 3, "Andet", "Om budgetforlig")
    add_indexed_items(meeting, 2, "Andet", "Om budcentral")
    assert labels("bud", Kind.WORD) == ["budgetforlig", "budcentral", "budsjef"]


def test_words_beside_each_other_stand_before_what_is_only_in_the_same_items():
    meeting = add_meeting()
    add_indexed_items(meeting, 3, "Nye veje", "Om budgettal")
    add_indexed_item(meeting, "Det nye budgetforlig")
    assert labels("nye bud", Kind.WORD) == ["nye budgetforlig", "nye budgettal"]


def test_items_of_drafts_do_not_count_for_who_may_not_see_them():
    add_indexed_items(add_meeting("2013-01-01", state=PublicationState.DRAFT), 3, "Budgetforlig")
    public = add_meeting("2013-02-01")
    add_indexed_item(public, "Budgetforlig")
    add_indexed_items(public, 2, "Budgettal")
    assert labels("budg", Kind.WORD) == ["budgettal", "budgetforlig"]
    assert labels("budg", Kind.WORD, add_editor()) == ["budgetforlig", "budgettal"]


def test_a_common_word_is_told_though_many_shorter_ones_begin_so():
    meeting = add_meeting()
    shorter = " ".join(f"ko{first}{second}a" for first in "bcdfghjk" for second in "bcdfghjklm")
    add_indexed_item(meeting, "Et punkt", shorter)
    add_indexed_items(meeting, 2, "Kommuneplanen", "Om alt")
    assert labels("ko", Kind.WORD)[0] == "kommuneplanen"


def test_a_title_with_the_words_as_typed_stands_before_newer_ones():
    add_indexed_item(add_meeting("2013-01-01"), "Ny skole")
    add_indexed_item(add_meeting("2013-02-01"), "Skolen i en ny bydel")
    add_indexed_item(add_meeting("2013-03-01"), "Skoler: ny plan")
    titles = [label.partition(" – ")[0] for label in labels("ny skole", Kind.TITLE)]
    assert titles == ["Ny skole", "Skoler: ny plan", "Skolen i en ny bydel"]


def test_bodies_stand_by_how_many_of_the_newest_items_are_theirs():
    for name, number in (("Børneudvalget", 1), ("Kulturudvalget", 3), ("Teknikudvalget", 2)):
        add_indexed_items(add_meeting(body=name), number, "Et punkt")
    assert labels("udvalg", Kind.BODY) == ["Kulturudvalget", "Teknikudvalget"]


# One slip


@pytest.mark.parametrize("typed", ["okono", "økomo", "øknomi", "øøkonomi", "økoonomi", "ØKONMI", "økonoim"])
def test_one_slip_is_tolerated_where_nothing_begins_so(typed):
    add_indexed_item(add_meeting(), "Økonomiopfølgning")
    assert labels(typed, Kind.WORD) == ["økonomiopfølgning"]
    assert labels(typed, Kind.TITLE) == ["Økonomiopfølgning – Direktionen 27-08-2013"]


def test_a_slip_behind_other_words_is_tolerated_and_they_stay():
    add_indexed_item(add_meeting(), "Kommunens facebookside")
    assert labels("kommunens facebok", Kind.WORD) == ["kommunens facebookside"]


def test_a_name_is_found_by_what_was_meant():
    add_indexed_item(add_meeting(body="Økonomiudvalget"), "Økonomi")
    assert labels("okono", Kind.BODY) == ["Økonomiudvalget"]


@pytest.mark.parametrize("typed", ["fcbo", "fazzb", "xacexoo", "facebok OR"])
def test_two_slips_or_a_short_beginning_are_not(typed):
    add_indexed_item(add_meeting(), "Facebook")
    assert labels(typed, Kind.WORD) == []


def test_what_begins_so_is_never_taken_for_a_slip():
    add_indexed_item(add_meeting(), "Skolevej og skovlevej")
    assert labels("skole", Kind.WORD) == ["skolevej"]


@pytest.mark.parametrize("state", HIDDEN)
def test_a_slip_never_tells_a_word_that_the_reader_may_not_see(state):
    add_indexed_item(add_meeting("2013-01-01"), "Et punkt")
    add_indexed_item(add_meeting("2013-02-01", state=state), "Fuglekongen")
    assert suggest("fuglekng", ANYBODY) == []


def test_a_word_of_a_draft_that_begins_so_does_not_keep_a_slip_from_being_tolerated():
    add_indexed_item(add_meeting("2013-01-01"), "Facebook")
    add_indexed_item(add_meeting("2013-02-01", state=PublicationState.DRAFT), "Facebokse")
    assert labels("facebok", Kind.WORD) == ["facebook"]


# Series


@pytest.fixture
def series():
    for date in ("2013-01-01", "2013-02-01"):
        add_indexed_item(add_meeting(date), f"Økonomiopfølgning, {date}")
    return Series.objects.get_or_create(key="økonomiopfølgning", defaults={"slug": "oekonomiopfoelgning"})[0]


def test_a_standing_title_leads_to_its_series(series):
    expected = Suggestion(Kind.SERIES, "Økonomiopfølgning", f"/serier/{series.slug}/")
    assert found("økonomiopf", Kind.SERIES) == [expected]


def test_the_address_of_a_suggested_series_is_there(series, client):
    (suggestion,) = found("økonomiopf", Kind.SERIES)
    assert client.get(suggestion.address).status_code == 200


def test_what_an_editor_says_is_no_series_is_none(series):
    Series.objects.update(is_none=True)
    assert found("økonomiopf", Kind.SERIES) == []


def test_of_a_standing_title_the_newest_item_alone_is_suggested():
    for date in ("2013-02-05", "2013-04-09", "2013-06-04"):
        add_indexed_item(add_meeting(date), f"Økonomiopfølgning {date[8:]}-{date[5:7]}-{date[:4]}")
    add_indexed_item(add_meeting("2012-01-03"), "Økonomiopfølgning i skolerne")
    assert labels("økonomiopf", Kind.TITLE) == [
        "Økonomiopfølgning 04-06-2013 – Direktionen 04-06-2013",
        "Økonomiopfølgning i skolerne – Direktionen 03-01-2012",
    ]


def test_a_title_that_does_not_return_is_no_series():
    add_indexed_item(add_meeting(), "Kantinen")
    Series.objects.get_or_create(key="kantinen", defaults={"slug": "kantinen"})
    assert found("kant", Kind.SERIES) == []


@pytest.mark.parametrize("state", HIDDEN)
def test_a_series_of_meetings_that_the_reader_may_not_see_is_not_told(series, state):
    Meeting.objects.update(state=state)
    assert found("økonomiopf", Kind.SERIES) == []


# Attachments


def test_an_attachment_is_told_by_its_title_and_leads_to_its_item():
    add_indexed_item(add_meeting(), "Et punkt", attachments=["Notat om cykelstier", "Kort"])
    assert found("cykelst", Kind.ATTACHMENT) == [
        Suggestion(
            Kind.ATTACHMENT,
            "Notat om cykelstier – Direktionen 27-08-2013",
            "/moeder/direktionen/2013-08-27/punkt-1/#bilag-1",
        )
    ]


def test_all_words_must_stand_in_the_title_of_one_attachment():
    add_indexed_item(add_meeting(), "Et punkt", attachments=["Notat", "Kort over cykelstier"])
    assert found("notat cykel", Kind.ATTACHMENT) == []
    assert labels("kort cykel", Kind.ATTACHMENT) == ["Kort over cykelstier – Direktionen 27-08-2013"]


@pytest.mark.parametrize("state", HIDDEN)
def test_an_attachment_of_a_meeting_that_the_reader_may_not_see_is_not_told(state):
    add_indexed_item(add_meeting("2013-01-01"), "Et punkt")
    add_indexed_item(add_meeting("2013-02-01", state=state), "Et punkt", attachments=["Notat om cykelstier"])
    assert suggest("cykelst", ANYBODY) == []


def test_an_attachment_of_a_closed_item_is_told_to_nobody():
    add_indexed_item(add_meeting(), "Et punkt", attachments=["Notat om cykelstier"], is_closed=True)
    for user in (ANYBODY, add_editor()):
        assert suggest("cykelst", user) == []


# Filters


@pytest.fixture
def decided():
    add_centre()
    meeting = add_meeting(body="Kulturudvalget")
    add_indexed_item(
        meeting, "Ny kantine", outcomes=[(Outcome.DEFERRED, "2013-08-27")], centres={"HRC": "HR-Centret"}
    )
    add_indexed_item(meeting, "Nye veje", outcomes=[(Outcome.NOTED, "2013-08-27")])


@pytest.mark.usefixtures("decided")
@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("udsa", ["Udfald: udsat"]),
        ("UDSK", ["Udfald: udsat"]),
        ("kantine udsa", ["kantine – Udfald: udsat"]),
        ("taget til ef", ["Udfald: taget til efterretning"]),
        ("veje taget til ef", ["veje – Udfald: taget til efterretning"]),
        ("kantine kult", ["kantine – Organ: Kulturudvalget"]),
        ("kantine hrc", ["kantine – Center: HR-Centret"]),
        # what no item that is there has
        ("veje udsa", []),
        ("veje hrc", []),
        ("godk", []),
        # too little, unwanted, in quotes, or a name alone, which has a page of its own
        ("ud", []),
        ("kantine -udsa", []),
        ('"kantine udsa', []),
        ("kult", []),
        ("udsat ", []),
    ],
)
def test_filters_are_offered_that_find_something(typed, told):
    assert [label.casefold() for label in labels(typed, Kind.FILTER)] == [label.casefold() for label in told]


@pytest.mark.usefixtures("decided")
def test_a_filter_is_an_address_of_the_search_that_finds_what_was_told(client):
    (suggestion,) = found("kantine udsa", Kind.FILTER)
    assert suggestion.address == "/soeg/?q=kantine&udfald=udsat"
    assert client.get(f"{suggestion.address}&format=json").json()["count"] == 1


@pytest.mark.parametrize("state", HIDDEN)
def test_a_filter_that_finds_nothing_the_reader_may_see_is_not_told(state):
    add_indexed_item(add_meeting("2013-01-01"), "Et punkt")
    hidden = add_meeting("2013-02-01", state=state, body="Kulturudvalget")
    add_indexed_item(hidden, "Kantinen", outcomes=[(Outcome.DEFERRED, "2013-02-01")])
    assert found("udsa", Kind.FILTER) == []
    assert found("punkt kult", Kind.FILTER) == []


# Abbreviations


@pytest.fixture
def abbreviations():
    SynonymGroup.objects.create(words=["MUS", "medarbejderudviklingssamtale"])
    SynonymGroup.objects.create(words=["SFO", "skolefritidsordning"])
    add_indexed_item(add_meeting(), "Samtaler om MUS, og en skolefritidsordning")


@pytest.mark.usefixtures("abbreviations")
@pytest.mark.parametrize(
    ("typed", "query"),
    [
        ("MU", "MUS"),
        ("SF", "SFO"),
        ("sfo", "SFO"),
        ("samtaler MU", "samtaler MUS"),
        ("mus", None),
        ("sf", None),
    ],
)
def test_an_abbreviation_is_completed_where_it_is_typed_in_capitals(typed, query):
    assert [suggestion.query for suggestion in found(typed, Kind.ABBREVIATION)] == ([query] if query else [])


@pytest.mark.usefixtures("abbreviations")
def test_an_abbreviation_says_what_it_stands_for():
    assert labels("SF", Kind.ABBREVIATION) == ["SFO – skolefritidsordning"]


@pytest.mark.parametrize("state", HIDDEN)
def test_an_abbreviation_by_which_the_reader_would_find_nothing_is_not_told(state):
    SynonymGroup.objects.create(words=["SFO", "skolefritidsordning"])
    add_indexed_item(add_meeting("2013-01-01"), "Et punkt")
    add_indexed_item(add_meeting("2013-02-01", state=state), "SFO")
    assert suggest("SF", ANYBODY) == []


# Bounds


@pytest.mark.parametrize(
    "typed",
    ["a" * 41, "å" * 39, "okono" * 4, "udsat " * 40, "x" * 5, "_____", "%%%%%", "'); --", "okono\x00no"],
)
def test_no_text_breaks_it_or_takes_many_queries(typed, django_assert_max_num_queries):
    add_body("Kulturudvalget")
    add_indexed_item(add_meeting(), "Økonomi")
    suggest(typed, ANYBODY)
    with django_assert_max_num_queries(14):
        assert len(suggest(typed, ANYBODY)) <= 12


def test_a_personal_number_is_no_part_of_any_suggestion():
    add_indexed_item(add_meeting(), "Udsat økonomi", outcomes=[(Outcome.DEFERRED, "2013-08-27")])
    assert suggest("010180-1234 udsa", ANYBODY) == []
    assert suggest("okono 0101801234", ANYBODY) == []
