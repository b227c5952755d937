import pytest
from django.contrib.auth.models import AnonymousUser

from minutes.models import (
    AgendaItem,
    Body,
    Centre,
    Outcome,
    PublicationState,
    SearchDocument,
    SectionKind,
)
from minutes.search.hits.hits import read_hits
from minutes.search.index.writing import index_meetings
from minutes.search.matching.filters import Sort
from tests.build.indexed import add_indexed_item, add_indexed_items
from tests.build.rows import add_editor, add_meeting
from tests.build.searching import search, titles

pytestmark = pytest.mark.django_db


DATE, LATER = "2013-08-27", "2014-08-12"


def test_the_best_match_stands_first_and_of_equals_the_newest():
    add_indexed_item(add_meeting(), "Et punkt", "Om en skole")
    add_indexed_item(add_meeting(body="Byrådet"), "Skole")
    add_indexed_item(
        add_meeting(body="Udvalget"), "Andet punkt", sections={SectionKind.DECISION: "En skole er besluttet"}
    )
    add_indexed_item(add_meeting(LATER), "Nyere skole")
    assert titles("skole") == ["Nyere skole", "Skole", "Andet punkt", "Et punkt"]


@pytest.mark.parametrize(
    ("sort", "order"),
    [(Sort.NEWEST, ["Ny", "Første", "Andet"]), (Sort.OLDEST, ["Første", "Andet", "Ny"])],
)
def test_hits_can_be_ordered_by_date_and_in_the_meeting_as_on_its_agenda(sort, order):
    newer = add_meeting(LATER)
    older = add_meeting()
    add_indexed_item(older, "Første", "skole")
    add_indexed_item(older, "Andet", "skole skole")
    add_indexed_item(newer, "Ny", "skole")
    assert titles("skole", sort) == order


@pytest.fixture
def archive() -> None:
    """Four items about schools, each alone in its year, body, centre or outcome."""
    add_indexed_item(
        add_meeting(), "Skole 1", centres={"HRC": "HR-Centret"}, outcomes=[(Outcome.APPROVED, DATE)]
    )
    add_indexed_item(
        add_meeting(LATER), "Skole 2", centres={"HRC": "HR-Centret"}, outcomes=[(Outcome.APPROVED, LATER)]
    )
    add_indexed_item(add_meeting(body="Byrådet"), "Skole 3", centres={"BYC": "Byrådscentret"})
    add_indexed_item(add_meeting(body="Udvalget"), "Skole 4", outcomes=[(Outcome.DEFERRED, DATE)])


@pytest.mark.usefixtures("archive")
def test_each_filter_narrows_the_hits():
    assert titles("skole", year=2014) == ["Skole 2"]
    assert titles("skole", body=Body.objects.get(name="Byrådet")) == ["Skole 3"]
    assert sorted(titles("skole", centre=Centre.objects.get(code="HRC"))) == ["Skole 1", "Skole 2"]
    assert titles("skole", outcome=Outcome.DEFERRED) == ["Skole 4"]


@pytest.mark.usefixtures("archive")
def test_filters_work_together():
    hrc = Centre.objects.get(code="HRC")
    assert titles("skole", year=2013, centre=hrc, outcome=Outcome.APPROVED) == ["Skole 1"]
    assert titles("skole", year=2013, centre=hrc, outcome=Outcome.DEFERRED) == []


def test_items_and_their_cases_are_counted():
    meeting = add_meeting()
    for case in ("12/32140", "12/32140", "13/2358", None):
        add_indexed_item(meeting, "Skole", case=case)
    total = search("skole").total
    assert (total.items, total.cases, total.is_exact) == (4, 2, True)


def test_beyond_a_thousand_nothing_is_counted():
    meeting = add_meeting()
    add_indexed_items(meeting, 1000, "Skole")
    assert (search("skole").total.items, search("skole").total.is_exact) == (1000, True)
    add_indexed_item(meeting, "Skole")
    assert (search("skole").total.items, search("skole").total.is_exact) == (1000, False)


def test_of_too_many_to_rank_those_with_the_word_in_title_or_decision_stand_first():
    add_indexed_item(add_meeting("2009-01-01"), "Skole")
    add_indexed_items(add_meeting(), 1001, "Et punkt", "Om en skole")
    assert titles("skole") == ["Skole", *["Et punkt"] * 999]


def test_of_more_matches_than_are_ranked_all_can_be_paged_to():
    add_indexed_item(add_meeting("2009-01-01"), "En vej", "Og en skole")
    add_indexed_item(add_meeting("2009-01-02"), "Skole")
    add_indexed_items(add_meeting(), 401, "Et punkt", "Om en skole")
    found = titles("skole")
    assert (found[0], found[-1]) == ("Skole", "En vej")
    assert len(found) == 403


@pytest.fixture
def hidden() -> None:
    """An item in a draft, a closed one, and one of a withdrawn meeting."""
    add_indexed_item(add_meeting(state=PublicationState.DRAFT), "Skole i kladde", case="12/100")
    add_indexed_item(add_meeting(body="Byrådet"), "Skole bag lukkede døre", case="12/200", is_closed=True)
    add_indexed_item(
        add_meeting(body="Udvalget", state=PublicationState.WITHDRAWN), "Skole trukket tilbage", case="12/300"
    )


@pytest.mark.usefixtures("hidden")
@pytest.mark.parametrize("typed", ["skole", "12/100", "12/200", "12/300", "100", "dør", "lukket"])
def test_what_is_not_public_is_neither_found_nor_counted(typed, django_user_model):
    reader = django_user_model.objects.create_user("reader")
    for user in (AnonymousUser(), reader):
        assert titles(typed, user=user) == []
        assert search(typed, user).total.items == 0


@pytest.mark.usefixtures("hidden")
def test_staff_find_drafts_and_no_more(django_user_model):
    staff = add_editor()
    assert titles("skole", user=staff) == ["Skole i kladde"]
    assert search("skole", staff).total.items == 1
    assert titles("12/200 OR 12/300", user=staff) == []


def test_a_stale_index_shows_nothing_that_is_closed_or_withdrawn():
    closed = add_indexed_item(add_meeting(), "Skole")
    withdrawn = add_indexed_item(add_meeting(body="Byrådet"), "Skole")
    AgendaItem.objects.filter(pk=closed.pk).update(is_closed=True)
    withdrawn.meeting.state = PublicationState.WITHDRAWN
    withdrawn.meeting.save()
    assert SearchDocument.objects.filter(is_public=True).count() == 2
    assert titles("skole") == []


def test_a_withdrawn_meeting_published_again_is_found_again():
    item = add_indexed_item(add_meeting(state=PublicationState.WITHDRAWN), "Skole")
    item.meeting.state = PublicationState.PUBLISHED
    item.meeting.save()
    index_meetings([item.meeting_id])
    assert titles("skole") == ["Skole"]


def test_a_hit_shows_its_marked_title_and_best_passage():
    add_indexed_item(
        add_meeting(),
        "Nye skoler <b>",
        "Baggrunden",
        sections={SectionKind.DECISION: "Skolerne & budgettet godkendes"},
    )
    found = search("skole budget")
    (hit,) = read_hits(found, list(found.ordered(Sort.RELEVANCE)))
    assert hit.title == "Nye <mark>skoler</mark> &lt;b&gt;"
    assert hit.snippet.section == "Beslutning"
    assert hit.snippet.passage == "<mark>Skolerne</mark> &amp; <mark>budgettet</mark> godkendes"


def test_hits_take_the_same_queries_however_many_they_are(django_assert_num_queries):
    meeting = add_meeting()
    for number in range(12):
        add_indexed_item(meeting, f"Skole {number}", "Om skolen", case=f"12/{number + 100}")
    found = search("skole")
    matches = found.ordered(Sort.RELEVANCE)
    read_hits(found, matches)  # asks for the lexemes of the words
    for count in (1, 12):
        with django_assert_num_queries(2):
            assert len(read_hits(found, matches[:count])) == count


@pytest.mark.usefixtures("archive")
def test_hits_can_be_gathered_by_case_the_best_of_each():
    meeting = add_meeting("2015-01-01")
    for title, text, case in [
        ("Skole", "", "12/100"),
        ("Et punkt", "Om en skole", "12/100"),
        ("En skole", "", "12/200"),
        ("Andet", "Skole", None),
        ("Tredje", "Skole", None),
    ]:
        add_indexed_item(meeting, title, text, case=case)
    found = search("skole", year=2015)
    assert [hit.item.title for hit in read_hits(found, found.ordered(Sort.BY_CASE))] == [
        "Skole", "En skole", "Andet", "Tredje",
    ]  # fmt: skip
    assert sorted(found.counts_by_case.values()) == [1, 2, 2]


@pytest.mark.usefixtures("archive")
def test_a_hit_that_stands_for_its_case_tells_how_many_more_were_found_of_it():
    meeting = add_meeting("2015-01-01")
    for title, case in [
        ("Skole", "12/100"),
        ("En skole", "12/100"),
        ("Skolen", "12/200"),
        ("Ny skole", None),
    ]:
        add_indexed_item(meeting, title, case=case)
    found = search("skole", year=2015)
    by_case = read_hits(found, found.ordered(Sort.BY_CASE), Sort.BY_CASE)
    assert {hit.item.title: hit.more_in_case for hit in by_case} == {"Skole": 1, "Skolen": 0, "Ny skole": 0}
    assert {hit.more_in_case for hit in read_hits(found, found.ordered(Sort.NEWEST), Sort.NEWEST)} == {0}


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("2014", ["Skole 2"]),
        ("skole 2014", ["Skole 2"]),
        ("august 2013", ["Skole 1", "Skole 3", "Skole 4"]),
        ("27. august 2013 skole", ["Skole 1", "Skole 3", "Skole 4"]),
        ("2014-08-12", ["Skole 2"]),
        ("skole -2014", ["Skole 1", "Skole 3", "Skole 4"]),
        ("skole 2012", []),
        ("HR-Centeret", ["Skole 1", "Skole 2"]),
        ("skole HRC 2014", ["Skole 2"]),
        ("Byrådscenteret skole", ["Skole 3"]),
        ("skole byrådet", ["Skole 3"]),
    ],
)
@pytest.mark.usefixtures("archive")
def test_words_dates_centres_and_bodies_can_be_mixed(typed, found):
    assert sorted(titles(typed)) == found
