"""The number of queries a page asks does not grow with what it shows, and is never more than is said here."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from minutes.models import AgendaItem, CentreRole, Outcome, SectionKind
from minutes.search.index.writing import index_meetings
from tests.build.rows import (
    add_attachment,
    add_decision,
    add_document,
    add_item,
    add_meeting,
    add_person,
    add_role,
    add_section,
)

MOST = 15
# The course of a case is put together from more than other pages: deferrals, promises, series, references, related.
MOST_OF_CASE = 28
# That of an item asks four more, for what it hangs together with.
MOST_OF_ITEM = MOST + 4
ADDRESSES = [
    "/",
    "/moeder/",
    "/moeder/?organ=direktionen&aar=2013",
    "/moeder/feed/",
    "/moeder/direktionen/feed/",
    "/moeder/direktionen/2013-01-01/",
    "/moeder/direktionen/2013-01-01/punkt-1/",
    "/moeder/direktionen/2013-01-01/punkt-1/?q=kantine",
    "/sager/",
    "/sager/?aar=2012",
    "/sager/?nr=32140",
    "/sager/12/32140/",
    "/sager/12/32140/?sort=nyeste",
    "/sager/12/32140/?format=csv",
    "/sager/12/32140/?format=json",
    "/sager/12/32140/feed/",
    "/beslutninger/",
    "/beslutninger/?aar=2013&organ=direktionen&center=hrc",
    "/beslutninger/?format=json",
    "/beslutninger/?format=csv",
    "/dokumenter/269057-12/",
    "/dokumenter/269057-12/?format=json",
    "/dokumenter/269057-12/?format=csv",
    "/centre/",
    "/centre/hrc/",
    "/centre/hrc/?rolle=indstiller&aar=2013",
    "/centre/hrc/?format=csv",
    "/centre/hrc/feed/",
    "/beslutninger/feed/",
    "/kalender.ics",
    "/kalender.ics?center=hrc",
    "/soeg/?q=kantine",
    "/soeg/?q=kantine&sort=sager",
    "/soeg/?q=kantine&format=json",
    "/soeg/?q=12/32140&center=hrc&aar=2013&format=json",
    "/soeg/?q=kantine&format=csv",
    "/soeg/feed/?q=kantine&organ=direktionen",
    "/soeg/forslag/?q=kant",
    "/soeg/forslag/?q=12/3",
    "/soeg/forslag/?q=321",
    "/daekning/",
    "/was",
    "/healthz",
    "/robots.txt",
]


def fill(item: AgendaItem) -> None:
    """Everything that can stand in an item."""
    for kind in (SectionKind.CASE_PRESENTATION, SectionKind.ECONOMY, SectionKind.RECOMMENDATION):
        add_section(item, kind, "Kantinen er slidt.")
    add_decision(item)
    add_decision(item, "Udsættes.", Outcome.DEFERRED, date="2013-02-01")
    add_decision(item, "Anbefales.", Outcome.FORWARDED, date="2012-01-01", body="Økonomiudvalget")
    add_attachment(item)
    add_document(item)
    for code in ("HRC", "BYC"):
        add_role(item, code)
        add_role(item, code, CentreRole.MENTIONED)


def add_year(items: int) -> None:
    """Three meetings of as many items, half of them about one case."""
    for month in ("01", "02", "03"):
        meeting = add_meeting(f"2013-{month}-01")
        add_person(meeting, "Anna Holm")
        for number in range(1, items + 1):
            fill(add_item(meeting, f"Kantine {number}", "12/32140" if number % 2 else f"12/{number}"))
        index_meetings([meeting.pk])


@pytest.fixture
def count(client: Client, db: None) -> Callable[[str], int]:
    def count(address: str) -> int:
        client.get(address)  # words that are met for the first time are asked for once
        with CaptureQueriesContext(connection) as queries:
            response = client.get(address)
            assert response.status_code in {200, 302}
            if response.streaming:
                response.getvalue()
        return len(queries)

    return count


def most(address: str) -> int:
    if address.startswith("/sager/12/32140/"):
        return MOST_OF_CASE
    return MOST_OF_ITEM if "/punkt-" in address else MOST


def test_the_number_of_queries_is_no_greater_for_many_items_than_for_few(count: Callable[[str], int]) -> None:
    # More decisions than a page of their list has: fewer need not be counted.
    add_year(items=8)
    few = {address: count(address) for address in ADDRESSES}
    for meeting in {item.meeting for item in AgendaItem.objects.select_related("meeting")}:
        for number in range(9, 21):
            fill(add_item(meeting, f"Kantine {number}", "12/32140" if number % 2 else f"12/{number}"))
        index_meetings([meeting.pk])
    many = {address: count(address) for address in ADDRESSES}
    # What many share is no reason to ask what it shares.
    assert all(many[address] <= few[address] for address in ADDRESSES), (few, many)
    assert all(number <= most(address) for address, number in few.items()), few


def test_pages_for_staff_take_no_more_queries_than_others_may(staff_client: Client, client: Client) -> None:
    add_year(items=3)
    for address in ADDRESSES:
        staff_client.get(address)  # words that are met for the first time are asked for once
        with CaptureQueriesContext(connection) as queries:
            staff_client.get(address)
        assert len(queries) <= most(address), address
