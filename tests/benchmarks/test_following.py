"""The benchmark of matters measures what it says: new minutes that touch much, imports that leave nothing, pages."""

from __future__ import annotations

import datetime
from collections import Counter
from contextlib import closing
from itertools import chain
from urllib.parse import unquote, urlsplit

import pytest

from benchmarks.following.addresses import addresses_of_matters
from benchmarks.following.measures import ask_by_turns, find_wrong_answers, seconds_of_imports
from benchmarks.following.new_minutes import new_minutes
from benchmarks.matters import by_document, print_imports, print_pages
from benchmarks.searching.server import Visitor
from benchmarks.synthetic.documents import minutes_of
from benchmarks.synthetic.fill import _archive, fill
from benchmarks.synthetic.meetings import COLLECTIVE_CASE, FIRST_YEAR, YEARS
from benchmarks.synthetic.municipality import BODY_NAMES
from minutes.importing.organisation import centre_names_of_fixture
from minutes.models import AgendaItem, Case, Meeting, Reference, SourceDocument, Topic
from minutes.parser import parse_minutes
from minutes.parser.told.follow_ups import is_follow_up_list
from minutes.parser.told.reading import read_told
from minutes.parser.told.values import ReferenceKind, Surroundings

SIZE, NUMBER = 1500, 8


@pytest.fixture(scope="module")
def documents():
    return new_minutes(NUMBER, SIZE)


@pytest.fixture(scope="module")
def parsed(documents):
    names = centre_names_of_fixture()
    return [parse_minutes(document.decode(), names) for document in documents]


@pytest.fixture(scope="module")
def there():
    return list(_archive().block(0, SIZE))


def test_new_minutes_are_the_same_each_time(documents):
    assert new_minutes(NUMBER, SIZE) == documents
    assert len({*documents}) == NUMBER


def test_they_are_of_days_on_which_there_is_no_meeting(parsed, there):
    held = {(BODY_NAMES[meeting.body], meeting.date) for meeting in there}
    days = [(meeting.body, meeting.date) for meeting in parsed]

    assert len({*days}) == len(days)
    assert not held & {*days}
    assert all(date.weekday() > 4 for _, date in days)


def test_half_are_of_the_middle_of_the_years_and_half_of_their_end(parsed):
    ends = Counter(meeting.date > datetime.date(FIRST_YEAR + YEARS - 4, 1, 1) for meeting in parsed)
    middle = [meeting.date.year for meeting in parsed][: NUMBER // 2]

    assert ends == {True: NUMBER // 2, False: NUMBER // 2}
    assert {abs(year - FIRST_YEAR - YEARS // 2) < 4 for year in middle} == {True}


def test_half_have_a_follow_up_list_and_all_share_cases_with_the_archive(parsed, there):
    numbers = {item.case.number for meeting in there for item in meeting.items if item.case}

    assert sum(any(map(is_follow_up_list, meeting.items)) for meeting in parsed) >= NUMBER // 2
    for meeting in parsed:
        filed = Counter(item.case_number for item in meeting.items)
        assert filed[COLLECTIVE_CASE]
        assert {*filed} & numbers - {COLLECTIVE_CASE}


def test_each_refers_to_meetings_that_are_there_and_puts_something_off(parsed, there):
    held = {(BODY_NAMES[meeting.body], meeting.date) for meeting in there}
    names, bodies = centre_names_of_fixture(), {name: name for name in BODY_NAMES}
    for meeting in parsed:
        told = read_told(meeting.items[-1], Surroundings(meeting.body, meeting.date, bodies), names)
        meant = [(row.body, row.time.first) for row in told.references if row.is_certain and row.time]
        assert len(meant) > 8 and {*meant} <= held
        assert any(row.kind is ReferenceKind.DOCUMENT and row.number for row in told.references)
        assert told.deferrals


@pytest.mark.django_db
def test_imports_are_timed_and_leave_nothing(documents):
    fill(60, processes=1, size=60)
    before = [model.objects.count() for model in (AgendaItem, Case, Meeting, Reference)]

    times = seconds_of_imports([*documents[:2], documents[0]])

    assert len(times) == 3 and min(times) > 0
    assert [model.objects.count() for model in (AgendaItem, Case, Meeting, Reference)] == before
    assert not SourceDocument.objects.exists()


@pytest.mark.django_db
def test_a_document_that_is_there_is_no_new_one(documents):
    fill(60, processes=1, size=60)
    meeting = next(_archive().block(0, 60))

    with pytest.raises(AssertionError, match="new document"):
        seconds_of_imports([minutes_of(meeting).encode()])
    assert not SourceDocument.objects.exists()


@pytest.mark.django_db
def test_the_busiest_pages_are_those_with_most_items():
    fill(120, processes=1, size=120)
    addresses = addresses_of_matters(4)

    assert next(iter(addresses)) == "meeting"
    assert len(addresses["meeting"]) == 4
    assert {len(asked) for kind, asked in addresses.items() if kind != "meeting"} == {1}
    assert addresses["series with most items"][0].startswith("/serier/")
    most = max(Topic.objects.values_list("rows", flat=True))
    slug = addresses["topic on most lists"][0].removeprefix("/opfoelgning/emner/").rstrip("/")
    assert Topic.objects.filter(key__slug=unquote(slug), rows=most).exists()


@pytest.mark.django_db(transaction=True)
def test_pages_are_asked_by_turns_and_what_is_no_page_is_told(live_server):
    asked = {"start": ["/", "/moeder/"], "nothing": ["/nix/"]}
    with closing(Visitor(urlsplit(live_server.url).port)) as visitor:
        assert find_wrong_answers(visitor, asked) == {"nothing": "/nix/ answered 404"}
        times = ask_by_turns(visitor, {"start": asked["start"]}, 3)
    assert len(times["start"]) == 3
    assert min(chain.from_iterable(times.values())) > 0


def test_a_ratio_of_medians_is_printed_and_held_to_its_aim(capsys):
    assert by_document([[1.0, 2.0], [3.0, 4.0]]) == [[1.0, 3.0], [2.0, 4.0]]
    assert print_imports([[0.1, 0.1], [0.2, 0.2]], [[0.11, 0.11], [0.23, 0.23]])
    assert not print_imports([[0.1]], [[0.2]])
    assert "100.0    200.0    2.00" in capsys.readouterr().out


def test_a_slow_page_and_one_that_is_not_there_miss_the_aim(capsys):
    assert print_pages({"meeting": [0.1, 0.1], "case": [0.14, 0.15]}, {})
    assert not print_pages({"meeting": [0.1, 0.1], "case": [0.14, 0.16]}, {})
    assert not print_pages({"meeting": [0.1]}, {"series": "/serier/x/ answered 404"})
    assert "NO PAGE: /serier/x/ answered 404" in capsys.readouterr().out
