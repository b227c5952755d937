"""Documents of 300 pages, with a thousand problems: "Gennemse" shows them in portions, as quickly as any other."""

import time

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext

from minutes.models import SourceDocument
from tests.build.documents import decided, item_text, minutes_text
from tests.build.imports import imported

pytestmark = pytest.mark.usefixtures("organisation")

PAGES = 300
ITEMS = 250
# Each item says four times something that is remarked on.
PROBLEMS = 4 * ITEMS
MOST_BYTES = 500_000
MOST_QUERIES = 15
# Of processor time, so that it counts little what else the machine does; docs/performance.md has what it takes.
MOST_SECONDS = 1
PARAGRAPH = (
    "Forvaltningen har gennemgået aftalen, og det fremgår, at udgiften holdes inden for årets ramme. " * 7
)


def long_minutes(word: str = "Godkendt.") -> str:
    """Some 350 words a page, in items of a page and a bit; decided on days that there are not, or much later."""
    decisions = "\n\n".join(
        decided("Direktionen", day, word) for day in ("31-02-2013", "05-02-2019", "30-02-2013", "06-02-2019")
    )
    text = "\n".join([f"{PARAGRAPH}{word}"] * 4)
    items = [
        item_text(number, f"Emne nummer {number}", f"13/{number + 100}", sagsfremstilling=text)
        for number in range(1, ITEMS + 1)
    ]
    return minutes_text(*(f"{item}\n\n{decisions}" for item in items))


def upload(client: Client, text: str) -> SourceDocument:
    """Send it as the page does; what a reader of PDF would say of its pages is said of it afterwards."""
    file = SimpleUploadedFile("referat.txt", text.encode())
    headers = {"X-Requested-With": "XMLHttpRequest"}
    assert client.post("/admin/minutes/meeting/add/", {"files": file}, headers=headers).status_code == 200
    source = SourceDocument.objects.uploaded().get()
    lines = 1 + source.text.count("\n")
    source.page_starts = [1 + page * lines // PAGES for page in range(PAGES)]
    source.save(update_fields=["page_starts"])
    return source


def looked_at(client: Client, source: SourceDocument, **query: object) -> HttpResponse:
    """A page of "Gennemse", which is as small and as quick as it should be."""
    begun = time.process_time()
    with CaptureQueriesContext(connection) as queries:
        page = client.get(f"/admin/minutes/sourcedocument/{source.pk}/gennemse/", query)
    taken = time.process_time() - begun
    assert page.status_code == 200
    assert len(page.content) < MOST_BYTES
    assert len(queries) <= MOST_QUERIES
    assert taken < MOST_SECONDS
    return page


def test_a_new_document_is_shown_at_once_and_in_portions_with_the_first_reasons_not_to_publish_it(
    admin_client,
):
    source = upload(admin_client, long_minutes())
    first = looked_at(admin_client, source)
    assert first.context["problems"].paginator.count == PROBLEMS
    assert first.text.count('class="review__line') < 1_000
    last = first.context["portions"]
    assert f"Del 1 af {last}" in first.text
    assert f"Side {PAGES}</li>" in looked_at(admin_client, source, side=last).text
    looked_at(admin_client, source, side=last // 2, bem=5)
    # Every second problem is an error.
    assert first.text.count("<li>linje ") == 50
    assert f"<li>og {PROBLEMS // 2 - 50} mere</li>" in first.text


def test_a_version_in_which_all_is_changed_is_shown_in_portions_too(admin_client):
    imported(long_minutes())
    source = upload(admin_client, long_minutes("Udsat til næste møde."))
    first = looked_at(admin_client, source)
    changed = first.context["changed"]
    assert changed.paginator.count == ITEMS
    looked_at(admin_client, source, forskel=changed.paginator.num_pages)
    looked_at(admin_client, source, side=3, bem=5, forskel=2)
