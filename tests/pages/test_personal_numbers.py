"""No public answer holds a personal number, however full of them the minutes are that were imported."""

import random
import re
from collections.abc import Iterator
from html import unescape

import pytest
from django.test import Client

from minutes.importing.importer import import_minutes
from minutes.importing.review.deciding import decide
from minutes.matters.joining.writing import join_again
from minutes.matters.standing_series import find_all_series
from minutes.models import EVERYBODY, Deferral, Finding, Meeting, Promise, PublicationState, Series, Topic
from minutes.search.index import writing as indexing
from tests.build.documents import decided, item_text, minutes_text
from tests.build.follow_ups import list_text
from tests.build.personal_numbers import SENTENCES, SEPARATED, UNSEPARATED, personal_numbers
from tests.build.rows import add_publisher

pytestmark = pytest.mark.django_db

NUMBERS = [*personal_numbers(120, seed=20261129)]
# More pages than a document of this size has.
MOST_PAGES = 400
LINK = re.compile(r'(?:href|src|action)="([^"#]*)|<(?:link|id)>([^<]*)')


def in_sentences(numbers: list[str], seed: int) -> list[str]:
    """Each number in another notation, and in another sentence."""
    dice = random.Random(seed)
    written = [dice.choice([*SEPARATED, *UNSEPARATED]).format(digits[:6], digits[6:]) for digits in numbers]
    return [dice.choice(SENTENCES).format(number) for number in written]


def followed(lines: list[str]) -> list[str]:
    """Items that are followed through the meetings, with a number in all that is kept of them."""
    date = "27-08-2013"
    rows = [(f"Klage {lines[at]}", f"Juni 2027 {lines[at + 1]}", f"HRC {lines[at + 2]}") for at in (0, 3, 6)]
    matter = item_text(
        5,
        f"Klager over {lines[9]} {date}",
        "13/105",
        sagsfremstilling=f"Jf. punktet »Klage {lines[10]}«, jf. sag {lines[11]} og dok.nr. {lines[12]}.",
        indstilling=f"HRC indstiller, at {lines[13]} får 3,3 mio. kr.",
        andre_relevante_dokumenter=f"Brev til {lines[14]} (30002/13)",
    )
    said = (
        f"Klagen udsættes til juni 2027 for {lines[15]}\n\nHRC forelægger senest den 1. maj 2027 {lines[16]}"
    )
    return [
        list_text(date, *rows, number=4, below=f"Chefforum\n{lines[17]}"),
        f"{matter}\n\n{decided('Direktionen', date, said)}",
    ]


def full_of_numbers() -> bytes:
    """A document with personal numbers in everything that it says."""
    lines = in_sentences(NUMBERS, seed=7)
    title, place, attachments, cells = (
        lines[0].replace("\n", ""),
        lines[1].replace("\n", ""),
        lines[2:12],
        lines[12:20],
    )
    table = "\n".join(f"Navn {row}\t{cell}\tja" for row, cell in enumerate(cells))
    items = [
        item_text(
            1,
            f"Klage: {title}",
            "13/101",
            sagsfremstilling="\n\n".join(lines[20:60]),
            økonomi=table,
            indstilling=f"HR-Centret indstiller, at {lines[60]} godkendes.",
            andre_relevante_dokumenter=f"Brev om {title} (30001/13)",
            bilag="\n".join(line.replace("\n", "") for line in attachments),
        )
        + "\n\n"
        + decided("Direktionen", "27-08-2013", f"Godkendt. {lines[61]}"),
        item_text(2, "Lukket", "13/102", sagsfremstilling="\n\n".join(lines[62:90])),
        item_text(3, "Budget", "13/103", sagsfremstilling="\n\n".join(lines[90:])),
        *followed([line.replace("\n", "") for line in lines[20:50]]),
    ]
    return minutes_text(*items, place=place).encode()


@pytest.fixture(params=["undecided, public by an upgrade", "redacted"])
def archive(request) -> Meeting:
    """The document, public, as an upgrade leaves it, and as it is published when all is decided."""
    meeting = import_minutes(full_of_numbers(), f"{NUMBERS[0][:6]}-{NUMBERS[0][6:]}.txt").meeting
    if request.param == "redacted":
        Finding.objects.exclude(pk=Finding.objects.first().pk).update(decision=Finding.Decision.REDACTED)
        decide(Finding.objects.first(), Finding.Decision.REDACTED, by=add_publisher(), reason="Skal ikke ud.")
    Meeting.objects.update(state=PublicationState.PUBLISHED)
    indexing.index_meetings([meeting.pk])
    return meeting


def holds(text: str) -> list[str]:
    """The numbers that stand in a text, whatever stands between their halves."""
    digits = re.sub(r"[^0-9]", "", text)
    near = {text[place - 12 : place + 20] for place in (m.start() for m in re.finditer(r"[0-9]{6}", text))}
    return [
        number
        for number in NUMBERS
        if number in digits and any(number in re.sub(r"[^0-9]", "", piece) for piece in near)
    ]


def questions() -> Iterator[str]:
    for number in NUMBERS[:10]:
        yield from (
            number,
            f"{number[:6]}-{number[6:]}",
            f"{number[:6]} {number[6:]}",
            number[6:],
            number[:8],
        )
    yield from ("klage", "budget", "13/101", "brev", "lukket", "direktionen 27-08-2013")


def searches() -> Iterator[tuple[str, dict[str, str]]]:
    for question in questions():
        for form in ({}, {"format": "json"}, {"format": "csv"}, {"sort": "nyeste"}):
            yield "/soeg/", {"q": question, **form}
        yield "/soeg/feed/", {"q": question}
        yield "/soeg/forslag/", {"q": question}


def without_field(text: str) -> str:
    """The answer without the field of its form, in which what was typed stands for whoever typed it."""
    return re.sub(r'<input[^>]*name="q"[^>]*>', "", text)


def crawl(client: Client) -> Iterator[tuple[str, str]]:
    """Every page that can be reached by links from the first."""
    waiting, seen = ["/"], {"/"}
    while waiting:
        address = waiting.pop()
        response = client.get(address)
        text = b"".join(response).decode()
        yield address, text
        for found in LINK.finditer(text):
            link = unescape(found[1] or found[2] or "").removeprefix("http://testserver")
            if link.startswith("/") and not link.startswith(("/static/", "/admin/")) and link not in seen:
                seen.add(link)
                waiting.append(link)
        assert len(seen) < MOST_PAGES


def test_there_are_numbers_to_be_let_out(archive):
    assert Finding.objects.count() == len(set(NUMBERS))
    assert holds(full_of_numbers().decode())


def test_no_list_file_feed_or_calendar_of_what_is_followed_holds_a_number(archive, client):
    join_again([archive.pk])
    assert Topic.objects.count() > 1 and Deferral.objects.exists() and Promise.objects.exists()
    lists = (
        "beslutninger",
        "opfoelgning",
        "opfoelgning/udsatte",
        "opfoelgning/loefter",
        "dokumenter/30002-13",
    )
    pages = [f"/{name}/{form}" for name in lists for form in ("", "?format=csv", "?format=json")]
    pages += [topic.get_absolute_url() for topic in Topic.objects.select_related("key")]
    pages += [
        series.get_absolute_url() for series in Series.objects.filter(key__in=find_all_series(EVERYBODY))
    ]
    feeds = ("beslutninger/feed/", "opfoelgning/feed/", "opfoelgning/udsatte/feed/", "moeder/feed/")
    for address in (*pages, *(f"/{feed}" for feed in feeds), "/kalender.ics"):
        response = client.get(address)
        assert response.status_code == 200, address
        # A calendar and JSON break lines in their own ways.
        written = b"".join(response).decode().replace("\r\n ", "").replace("\\n", "\n")
        assert holds(written) == holds(address) == [], address


def test_no_case_that_is_not_there_is_named_by_a_personal_number(archive, client):
    assert "010180-1234" not in client.get("/sager/13/010180-1234/").text


def test_no_page_that_can_be_reached_holds_a_number(archive, client, caplog):
    pages = dict(crawl(client))
    assert len(pages) > 15
    assert {address: found for address, text in pages.items() if (found := holds(text))} == {}
    assert holds(caplog.text) == []


def test_no_search_feed_export_or_suggestion_holds_a_number(archive, client, caplog):
    for address, parameters in searches():
        response = client.get(address, parameters)
        assert response.status_code == 200, (address, parameters)
        assert holds(without_field(b"".join(response).decode())) == [], (address, parameters)
    assert holds(caplog.text) == []
