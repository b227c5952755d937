"""Every open item of a meeting that is not withdrawn has its row in the index, and no other has."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from minutes.importing.importer import import_minutes
from minutes.importing.organisation import load_organisation
from minutes.models import (
    AgendaItem,
    Centre,
    Meeting,
    Outcome,
    PublicationState,
    SearchDecision,
    SearchDocument,
    SearchRole,
    SectionKind,
)
from minutes.search.index.item_words import ANALYSER_VERSION
from minutes.search.index.writing import find_outdated_meetings, index_meetings
from tests.build.indexed import add_indexed_item
from tests.build.rows import add_meeting

pytestmark = pytest.mark.django_db

FIXTURES = Path(__file__).resolve().parents[3] / "fixtures"
SAMPLES = [*sorted((FIXTURES / "minutes").glob("*.txt")), FIXTURES / "malformed" / "tekst-udenfor-afsnit.txt"]


def vector_of(item: AgendaItem) -> str:
    return SearchDocument.objects.get(pk=item.pk).vector


def test_an_item_is_indexed_with_what_search_filters_on():
    meeting = add_meeting()
    item = add_indexed_item(
        meeting, "Budget", case="12/32140", centres={"ØDC": "Økonomicentret", "HRC": "HR-Centret"}
    )
    document = SearchDocument.objects.get()
    assert document.item == item
    assert document.is_public
    assert document.date == meeting.date
    assert document.body == meeting.body
    assert document.case == item.case
    assert document.centre_ids == sorted(Centre.objects.values_list("pk", flat=True))
    assert (document.outcomes, document.outcome) == ([], None)
    assert document.has_attachments is False
    assert document.analyser_version == ANALYSER_VERSION


def test_an_item_is_indexed_as_one_with_attachments_or_without():
    meeting = add_meeting()
    with_two = add_indexed_item(meeting, attachments=["Tegning", "Budget"])
    without = add_indexed_item(meeting)
    assert [item.search_document.has_attachments for item in (with_two, without)] == [True, False]
    assert "'a:1'" in vector_of(with_two)
    assert "'a:0'" in vector_of(without)


def test_the_outcome_is_that_of_the_meetings_own_decision_as_every_page_shows_it():
    outcomes = [(Outcome.APPROVED, "2013-09-10"), (Outcome.DEFERRED, "2013-08-27")]
    item = add_indexed_item(add_meeting("2013-08-27"), outcomes=outcomes)
    assert item.search_document.outcome == Outcome.DEFERRED


def test_the_outcome_is_that_of_the_latest_decision_where_the_meeting_made_none():
    outcomes = [(Outcome.APPROVED, "2013-09-10"), (Outcome.DEFERRED, "2013-06-11")]
    item = add_indexed_item(add_meeting("2013-08-27"), outcomes=outcomes)
    assert item.search_document.outcome == Outcome.APPROVED


def test_titles_weigh_most_then_the_decision_then_the_rest():
    item = add_indexed_item(
        add_meeting(),
        "Skoler",
        case="12/32140",
        sections={
            SectionKind.DECISION: "Godkendt",
            SectionKind.RECOMMENDATION: "Indstilles",
            SectionKind.ECONOMY: "Millioner",
        },
        attachments=["Kort"],
        centres={"HRC": "HR-Centret"},
        documents=["269057/12"],
    )
    vector = vector_of(item)
    lexemes = {
        "A": ["skol", "sagnr12x32140", "doknr269057x12", "32140", "269057"],
        "B": ["godkend"],
        "C": ["million", "kort", "hrc"],
    }
    for weight, expected in lexemes.items():
        for lexeme in expected:
            places = vector.split(f"'{lexeme}':")[1].split()[0]
            assert places.endswith(weight)


def test_the_title_of_the_table_of_contents_is_found_too():
    item = add_indexed_item(add_meeting(), "Skoler")
    AgendaItem.objects.update(toc_title="Folkeskoler")
    index_meetings([item.meeting_id])
    assert "'folkeskol':4A" in vector_of(item)


@pytest.mark.parametrize(
    ("state", "is_public"), [(PublicationState.PUBLISHED, True), (PublicationState.DRAFT, False)]
)
def test_only_items_of_published_meetings_are_public(state, is_public):
    item = add_indexed_item(add_meeting(state=state))
    assert item.search_document.is_public is is_public


def test_a_closed_item_is_not_indexed():
    add_indexed_item(add_meeting(), "Lukket", is_closed=True, case="12/32140")
    assert not SearchDocument.objects.exists()


def test_a_withdrawn_meeting_is_not_indexed():
    add_indexed_item(add_meeting(state=PublicationState.WITHDRAWN))
    assert not SearchDocument.objects.exists()


@pytest.mark.parametrize(
    "change",
    [
        lambda item: Meeting.objects.update(state=PublicationState.WITHDRAWN),
        lambda item: AgendaItem.objects.update(is_closed=True),
    ],
)
def test_what_should_not_be_found_any_more_leaves_the_index(change):
    item = add_indexed_item(add_meeting())
    assert SearchDocument.objects.exists()
    change(item)
    assert index_meetings([item.meeting_id]) == 0
    assert not SearchDocument.objects.exists()


def test_indexing_again_takes_up_what_has_changed():
    item = add_indexed_item(add_meeting(), "Skoler")
    AgendaItem.objects.update(title="Børnehaver")
    assert index_meetings([item.meeting_id]) == 1
    assert "børnehav" in vector_of(item)
    assert "skol" not in vector_of(item)


def test_indexing_again_changes_nothing_where_nothing_has_changed():
    item = add_indexed_item(add_meeting(), "Skoler", "Om skoler", case="12/32140")
    before = SearchDocument.objects.values().get()
    index_meetings([item.meeting_id])
    assert SearchDocument.objects.values().get() == before


def test_other_meetings_are_left_alone():
    item = add_indexed_item(add_meeting())
    other = add_indexed_item(add_meeting(body="Byrådet"))
    SearchDocument.objects.update(analyser_version=0)
    index_meetings([item.meeting_id])
    assert SearchDocument.objects.get(pk=item.pk).analyser_version == ANALYSER_VERSION
    assert SearchDocument.objects.get(pk=other.pk).analyser_version == 0


@pytest.mark.parametrize("ids", [[], [987654321]])
def test_no_meeting_is_no_error(ids):
    assert index_meetings(ids) == 0


def test_the_number_of_queries_does_not_grow_with_the_items():
    meeting = add_meeting()
    add_indexed_item(
        meeting, "Et", "tekst", case="12/32140", centres={"HRC": "HR-Centret"}, documents=["269057/12"]
    )
    with CaptureQueriesContext(connection) as few:
        index_meetings([meeting.pk])
    for number in range(10):
        add_indexed_item(
            meeting, f"Punkt {number}", "tekst", case=f"13/{number + 100}", centres={"HRC": "HR-Centret"}
        )
    with CaptureQueriesContext(connection) as many:
        index_meetings([meeting.pk])
    assert len(many) == len(few) <= 17


@pytest.mark.parametrize(
    "text",
    [
        "ord" * 1_000_000,
        "".join(f"ord{number} " for number in range(100_000)),
        "".join(chr(0x4E00 + number) + " " for number in range(20_000)) * 2,
        "a b c " * 50_000,
        "x" * 2047 + " " + "å" * 3000,
        "' & | ! ( ) : * \\ <-> \"' --",
        "<script>alert(1)</script> &amp; http://example.dk/a?b=c a@example.dk",
    ],
    ids=lambda text: text[:12],
)
def test_no_text_is_refused_by_the_index(text):
    item = add_indexed_item(add_meeting(), "Skoler", text, sections={SectionKind.DECISION: text})
    assert "'skol'" in vector_of(item)


def test_meetings_whose_index_is_current_are_not_outdated():
    add_indexed_item(add_meeting(), "Skoler")
    add_indexed_item(add_meeting(body="Byrådet"), "Lukket", is_closed=True)
    add_indexed_item(add_meeting(body="Udvalget", state=PublicationState.WITHDRAWN))
    add_meeting(body="Uden punkter")
    assert not find_outdated_meetings().exists()


@pytest.mark.parametrize(
    "change",
    [
        lambda: SearchDocument.objects.all().delete(),
        lambda: SearchDocument.objects.update(analyser_version=ANALYSER_VERSION - 1),
        lambda: AgendaItem.objects.update(is_closed=True),
        lambda: Meeting.objects.update(state=PublicationState.WITHDRAWN),
    ],
)
def test_meetings_whose_index_is_wrong_are_outdated(change):
    meeting = add_meeting()
    add_indexed_item(meeting)
    add_indexed_item(meeting)
    change()
    assert list(find_outdated_meetings()) == [meeting]
    index_meetings([meeting.pk])
    assert not find_outdated_meetings().exists()


@pytest.mark.django_db(transaction=True)
def test_many_can_index_the_same_meetings_at_once():
    meetings = [add_meeting(body=body) for body in ("Et", "To", "Tre")]
    for meeting in meetings:
        add_indexed_item(meeting, "Skoler")
    ids = [meeting.pk for meeting in meetings]

    def index(order: int) -> int:
        try:
            return index_meetings(ids[::order])
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as threads:
        assert list(threads.map(index, [1, -1] * 8)) == [3] * 16
    assert SearchDocument.objects.count() == 3


def index_rows() -> list[list[tuple]]:
    roles = ("document", "centre", "role", "case", "date", "is_public", "is_first")
    # In the order of document and place, which no two have in common.
    decisions = [field.name for field in SearchDecision._meta.fields if field.name != "id"]
    return [
        list(SearchDocument.objects.order_by("item").values_list()),
        sorted(SearchRole.objects.values_list(*roles)),
        sorted(SearchDecision.objects.values_list(*decisions)),
    ]


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_an_import_indexes_a_new_meeting_as_reading_it_again_does(path):
    load_organisation()
    meeting = import_minutes(path.read_bytes(), path.name, publish=True).meeting
    written = index_rows()
    index_meetings([meeting.pk])
    assert written[0] and index_rows() == written
