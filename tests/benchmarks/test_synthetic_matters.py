"""What makes matters of synthetic items: they are put off and taken up, promised, listed, referred to, and return."""

from __future__ import annotations

import datetime
import random
from collections import Counter, defaultdict
from itertools import chain

import pytest

from benchmarks.synthetic.documents import minutes_of
from benchmarks.synthetic.matters.standing import COLLECTIVE_TITLES, FOLLOW_UP_LIST, STANDING, dated
from benchmarks.synthetic.meetings import COLLECTIVE_CASE, Archive
from benchmarks.synthetic.municipality import BODY_NAMES, LISTING_BODIES
from minutes.importing.organisation import centre_names_of_fixture
from minutes.matters.series import stem_of
from minutes.parser import parse_minutes
from minutes.parser.told.reading import read_told
from minutes.parser.told.values import PromiseKind, ReferenceKind, Surroundings
from minutes.parser.values import CentreRole

SIZE = 2500
# Of the items, those are read of the first meetings.
READ = 60


@pytest.fixture(scope="module")
def meetings():
    return list(Archive(seed=1).block(0, SIZE))


@pytest.fixture(scope="module")
def read(meetings):
    """The items of the first meetings as they are read of their minutes, each with its meeting and what it tells."""
    names, bodies = centre_names_of_fixture(), {name: name for name in BODY_NAMES}
    found = []
    for meeting in meetings[:READ]:
        parsed = parse_minutes(minutes_of(meeting), names)
        surroundings = Surroundings(parsed.body, parsed.date, bodies)
        found += [(item, meeting, read_told(item, surroundings, names)) for item in parsed.items]
    return found


def deferred(meetings):
    """The items that were put off, with their meeting and its place."""
    return [
        (item, meeting, place)
        for place, meeting in enumerate(meetings)
        for item in meeting.items
        if any(word in item.decision.lower() for word in ("udsættes", "udskydes", "sendes tilbage"))
    ]


def test_the_minutes_of_a_meeting_say_what_its_items_are(read, meetings):
    items = list(chain.from_iterable(meeting.items for meeting in meetings[:READ]))

    assert [(item.title, item.is_closed) for item, *_ in read] == [
        (item.title, item.is_closed) for item in items
    ]
    assert [item.case_number for item, *_ in read] == [
        item.case.number if item.case else None for item in items
    ]
    assert all(item.toc_title == item.title for item, *_ in read)


def test_one_decision_in_twenty_puts_its_matter_off_and_is_read_so(read, meetings):
    decided = [item for meeting in meetings for item in meeting.items if item.decision]
    put_off = {item.line for item, _, told in read if any(not row.comes_back for row in told.deferrals)}

    assert len(deferred(meetings)) / len(decided) == pytest.approx(0.05, abs=0.015)
    assert len(put_off) / len(read) > 0.03
    assert {row.is_part for _, _, told in read for row in told.deferrals} == {True, False}


def test_most_of_what_was_put_off_is_taken_up_by_its_body_under_its_number_or_title_and_some_never(meetings):
    def is_taken_up(item, meeting, place):
        key = stem_of(item.title, meeting.date).key
        later = [later for later in meetings[place + 1 :] if later.body == meeting.body]
        return any(
            other.case is item.case or stem_of(other.title, held.date).key == key
            for held in later
            for other in held.items
        )

    taken_up = Counter(is_taken_up(*found) for found in deferred(meetings))
    assert taken_up[True] > 3 * taken_up[False] > 0


def test_promises_of_all_kinds_bind_and_have_times(read):
    binding = [promise for _, _, told in read for promise in told.promises if promise.is_binding]

    assert {promise.kind for promise in binding} >= {
        PromiseKind.COMES_BACK,
        PromiseKind.DONE_BY,
        PromiseKind.GOES_TO,
    }
    assert (
        sum(promise.time is not None and promise.time.iso is not None for promise in binding) > len(read) / 20
    )


def test_references_lead_to_a_meeting_that_there_is_and_to_its_item(read, meetings):
    held = {(BODY_NAMES[meeting.body], meeting.date): meeting for meeting in meetings}
    rows = [(item, row) for item, _, told in read for row in told.references if not row.is_calendar]
    references = [(item, row) for item, row in rows if row.time and row.is_certain]
    of_items = [(item, row) for item, row in references if row.kind is ReferenceKind.ITEM and row.number]

    assert len(references) > len(read) / 20
    assert [row for _, row in references if (row.body, row.time.first) not in held] == []
    assert of_items
    for item, row in of_items:
        there = held[row.body, row.time.first].items[int(row.number) - 1]
        assert there.case.number == item.case_number


def test_document_numbers_of_earlier_items_are_named_again(read):
    listed = defaultdict(set)
    for item, meeting, _ in read:
        for document in item.documents:
            listed[document.number].add(meeting.date)
    named = [(row.number, meeting.date) for item, meeting, _ in read for row in item.references]

    assert any(min(listed[number]) < date for number, date in named if number in listed)


def test_centres_have_every_role(read):
    assert {centre.role for item, *_ in read for centre in item.centres} == set(CentreRole)


def test_recommendations_ask_for_sums_of_money(read):
    assert {amount.value for _, _, told in read for amount in told.amounts if amount.value > 1_000_000}


def test_the_bodies_that_keep_lists_return_to_them(meetings):
    lists = Counter(
        meeting.body
        for meeting in meetings
        for item in meeting.items
        if item.title.startswith(FOLLOW_UP_LIST)
    )

    assert set(lists) == set(LISTING_BODIES)
    assert min(lists.values()) > 10


def test_topics_stay_for_some_lists_slip_and_go_and_some_stay_forever(read, meetings):
    body = LISTING_BODIES[0]
    lists = [
        {row.topic.removeprefix("Status på "): row.deadline_words for row in told.follow_ups}
        for _, meeting, told in read_lists(meetings, body)
    ]
    times = Counter(chain.from_iterable(lists))
    gone = [topic for topic in times if topic not in lists[-1] and topic not in lists[0]]
    deadlines = {topic: {listed[topic] for listed in lists if topic in listed} for topic in times}

    assert sorted(times.values())[-3:] == [len(lists)] * 3
    assert all(1 <= times[topic] <= 12 for topic in gone)
    assert max(len(words) for words in deadlines.values()) >= 3


def read_lists(meetings, body):
    """The lists of a body as they are read."""
    names = centre_names_of_fixture()
    for meeting in meetings:
        if meeting.body == body and any(item.title.startswith(FOLLOW_UP_LIST) for item in meeting.items):
            parsed = parse_minutes(minutes_of(meeting), names)
            item = next(item for item in parsed.items if item.title.startswith(FOLLOW_UP_LIST))
            yield item, meeting, read_told(item, Surroundings(parsed.body, parsed.date), names)


def test_responsible_are_centres_two_persons_and_nobody(meetings):
    rows = [row for *_, told in read_lists(meetings, LISTING_BODIES[1]) for row in told.follow_ups]
    coming = [row for *_, told in read_lists(meetings, LISTING_BODIES[1]) for row in told.coming_subjects]

    assert {len(row.centres) for row in rows} == {0, 1, 2}
    assert any(row.persons for row in rows)
    assert any(not row.responsible_words for row in rows)
    assert any(row.deadline and row.deadline.recurs for row in rows)
    assert coming and all(row.heading for row in coming)


def test_a_topic_that_has_gone_leads_to_an_item_of_its_name(meetings):
    topics = {row.topic for *_, told in read_lists(meetings, LISTING_BODIES[0]) for row in told.follow_ups}

    assert topics & {item.title for meeting in meetings for item in meeting.items}


@pytest.mark.parametrize("title", sorted({*COLLECTIVE_TITLES, *(standing.title for standing in STANDING)}))
def test_a_standing_title_is_the_same_however_it_is_dated(title):
    random_ = random.Random("dates")
    days = [datetime.date(2006, 1, 1) + datetime.timedelta(days=random_.randrange(7000)) for _ in range(300)]

    assert {stem_of(dated(title, day, random_), day) for day in days} == {(title, True)}
    assert len({dated("", datetime.date(2014, 6, 4), random_) for _ in range(100)}) == 7


def test_standing_titles_return_under_a_number_of_each_year_and_under_the_collective_case(meetings):
    returning = defaultdict(list)
    for meeting in meetings:
        for item in meeting.items:
            if item.title.startswith(COLLECTIVE_TITLES):
                returning[item.case.number].append(stem_of(item.title, meeting.date).text)

    assert len({*returning[COLLECTIVE_CASE]}) > 2
    assert len(returning) > 30
    assert max(len(titles) for titles in returning.values()) > 3
