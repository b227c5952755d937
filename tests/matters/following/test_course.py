"""One topic through the lists: its rows, its wordings, the items that bear its name."""

from __future__ import annotations

import pytest

from minutes.editing.closing import close_item
from minutes.matters.following.course import (
    find_items_of_its_name,
    find_topic,
    read_rows,
    read_wordings,
    rows_of,
)
from minutes.matters.joining.topics import join_topics
from minutes.models import EVERYBODY, Topic, TopicKey
from minutes.models.visibility import WHO_SEES_DRAFTS, Reader
from tests.build.follow_ups import list_held, matter_held

pytestmark = pytest.mark.django_db


def topic_of(text: str, reader: Reader = EVERYBODY) -> Topic:
    return Topic.objects.readable_by(reader).select_related("last", "key").get(last__text=text)


def moves(text: str, reader: Reader = EVERYBODY) -> list[str]:
    return [row.move for row in read_rows(list(rows_of(topic_of(text, reader), reader)), reader, {})]


def items_of_its_name(text: str, reader: Reader = EVERYBODY) -> list[str]:
    topic = topic_of(text, reader)
    found = find_items_of_its_name(topic, read_wordings(topic, reader), reader)
    return [f"{item.meeting.date} {item.title}" for item in found]


def test_each_row_tells_how_far_the_deadline_was_moved_since_the_last_one():
    list_held("05-02-2013", ("Ny cykelsti", "Februar", "TMC"))
    list_held("05-03-2013", ("Ny cykelsti", "", "TMC"))
    list_held("09-04-2013", ("Ny cykelsti", "Juni", "TMC"))
    list_held("07-05-2013", ("Ny cykelsti", "Juni", "TMC"))
    list_held("11-06-2013", ("Ny cykelsti", "12. juni", "TMC"))
    assert moves("Ny cykelsti") == ["", "", "udskudt 4 måneder", "", "fremrykket 18 dage"]


@pytest.mark.parametrize("place", range(5))
def test_a_later_page_of_rows_tells_the_same_as_all_rows_do(place, django_assert_num_queries):
    list_held("05-02-2013", ("Ny cykelsti", "Februar", "TMC"))
    list_held("05-03-2013", ("Ny cykelsti", "", "TMC"))
    list_held("09-04-2013", ("Ny cykelsti, status", "Juni", "TMC"))
    list_held("07-05-2013", ("Ny cykelsti", "", "TMC"))
    list_held("11-06-2013", ("Ny cykelsti", "12. august", "TMC"))
    rows = rows_of(topic_of("Ny cykelsti"), EVERYBODY)
    everything = read_rows(list(rows), EVERYBODY, {})
    some = list(rows)[place:]
    with django_assert_num_queries(2):
        assert read_rows(some, EVERYBODY, {}, behind=rows) == everything[place:]


def test_a_draft_between_two_lists_changes_no_move_for_everybody():
    list_held("05-02-2013", ("Ny cykelsti", "Februar", "TMC"))
    list_held("05-03-2013", ("Ny cykelsti", "Maj", "TMC"), publish=False)
    list_held("09-04-2013", ("Ny cykelsti", "Juni", "TMC"))
    assert moves("Ny cykelsti") == ["", "udskudt 4 måneder"]
    assert moves("Ny cykelsti", WHO_SEES_DRAFTS) == ["", "udskudt 3 måneder", "udskudt 1 måned"]


def test_what_was_worded_anew_says_so_and_is_another_wording():
    list_held("05-02-2013", ("Status på Ny cykelsti", "Februar", "TMC"))
    list_held("05-03-2013", ("Ny cykelsti, status", "Februar", "TMC"))
    topic = topic_of("Ny cykelsti, status")
    rows = read_rows(list(rows_of(topic, EVERYBODY)), EVERYBODY, {})
    assert [row.worded_anew for row in rows] == [False, True]
    assert [(w.words, w.is_by_hand) for w in read_wordings(topic, EVERYBODY)] == [
        ("Status på Ny cykelsti", False)
    ]


def test_a_wording_that_an_editor_joined_says_so():
    list_held("05-02-2013", ("Ny cykelsti", "Februar", "TMC"))
    list_held("05-03-2013", ("Forbindelsen over mosen", "Marts", "CEIS"))
    one, other = TopicKey.objects.order_by("pk")
    TopicKey.objects.filter(pk=other.pk).update(joined_to=one)
    join_topics([one.pk, other.pk])
    topic = topic_of("Forbindelsen over mosen")
    assert [(w.words, w.is_by_hand) for w in read_wordings(topic, EVERYBODY)] == [("Ny cykelsti", True)]
    assert find_topic(other.slug, EVERYBODY) == topic == find_topic(one.slug, EVERYBODY)


def test_a_topic_leads_to_the_items_that_bear_its_name_or_a_longer_or_a_shorter_one():
    list_held("05-02-2013", ("Retningslinjer for tilsyn", "Maj", "TMC"))
    matter_held("05-03-2013", "Retningslinjer for tilsyn", "13/1")
    matter_held("09-04-2013", "A - Retningslinjer for tilsyn på botilbud", "13/2", body="Byrådet")
    matter_held("07-05-2013", "Retningslinjer", "13/3")
    assert items_of_its_name("Retningslinjer for tilsyn") == [
        "2013-03-05 Retningslinjer for tilsyn",
        "2013-04-09 A - Retningslinjer for tilsyn på botilbud",
        "2013-05-07 Retningslinjer",
    ]


def test_and_to_no_item_that_was_before_is_called_otherwise_or_is_a_list():
    matter_held("08-01-2013", "Retningslinjer for tilsyn", "13/1")
    list_held("05-02-2013", ("Retningslinjer for tilsyn", "Maj", "TMC"), ("Huskeliste", "Maj", "TMC"))
    matter_held("05-03-2013", "Retningslinjer for tilsynsbesøg", "13/2")
    matter_held("09-04-2013", "Retningslinjer for tilskud", "13/3")
    assert items_of_its_name("Retningslinjer for tilsyn") == []
    assert items_of_its_name("Huskeliste") == []


def test_a_short_name_must_be_the_same():
    list_held("05-02-2013", ("Ferie", "Maj", "HRC"))
    matter_held("05-03-2013", "Ferie 2013", "13/1")
    matter_held("09-04-2013", "Ferie i daginstitutioner", "13/2")
    assert items_of_its_name("Ferie") == ["2013-03-05 Ferie 2013"]


def test_a_topic_leads_everybody_to_nothing_that_is_a_draft_or_closed():
    list_held("05-02-2013", ("Retningslinjer for tilsyn", "Maj", "TMC"))
    closed = matter_held("05-03-2013", "Retningslinjer for tilsyn", "13/1")
    matter_held("09-04-2013", "Retningslinjer for tilsyn", "13/1", publish=False)
    close_item(closed.items.get(), None, reason="Behandlet for lukkede døre")
    assert items_of_its_name("Retningslinjer for tilsyn") == []
    assert items_of_its_name("Retningslinjer for tilsyn", WHO_SEES_DRAFTS) == [
        "2013-04-09 Retningslinjer for tilsyn"
    ]


def test_a_topic_of_a_draft_alone_is_none_for_everybody():
    list_held("05-02-2013", ("Ny cykelsti", "Februar", "TMC"), publish=False)
    slug = TopicKey.objects.get().slug
    assert find_topic(slug, EVERYBODY) is None
    assert find_topic(slug, WHO_SEES_DRAFTS) is not None
