"""Of a closed item nothing stands on any public page, feed, export, suggestion or search: not even its number."""

import html
import re
from collections.abc import Iterator

import pytest
from django.core.files.base import ContentFile
from django.test import Client

from minutes.editing.closing import close_item
from minutes.importing.importer import import_minutes
from minutes.importing.organisation import load_organisation
from minutes.models import AgendaItem
from tests.build.addresses import FIXED

pytestmark = pytest.mark.django_db

DECISION = "Beslutning i Direktionen den 27-08-2013"
DOCUMENT = f"""REFERAT Direktionen d. 27-08-2013
Mødedato Tirsdag d. 27. august 2013 kl. 10:00
Mødested Mødelokale B105
Punkt 1: Cykelparkering
16/901
Sagsfremstilling
HR-Centret indstiller flere stativer.
{DECISION}
Godkendt.
LUKKET MØDE
Punkt 2: Køb af Fugleholmen
16/902
Sagsfremstilling
Fuglehytten koster penge, jf. 55902/16.
Punkt 3: Opsigelse af Fuglekongen
16/903
Lukket punkt
Bilag
Fuglebrevet
Sagsfremstilling
JC indstiller Fuglekongens afgang.
Punkt 4: Lukket dagsorden: Salg af Fuglesøen
16/904
{DECISION}
Fuglesøen sælges.
"""
# This one is open when it is imported, and closed by hand.
LATER = f"""REFERAT Byrådet d. 28-08-2013
Mødedato Onsdag d. 28. august 2013 kl. 10:00
Punkt 1: Fuglebakken
16/905
Bilag
Fuglekortet
Sagsfremstilling
Fuglevennerne er hørt, jf. dok.nr. 55905-16.
{DECISION}
Fuglebakken udsættes.
Punkt 2: Cykelparkering
16/901
{DECISION}
Drøftet.
"""
# The closed items' numbers, and what all their texts begin with.
SECRETS = re.compile(r"16/90[2-5]|16-90[2-5]|/16/90[2-5]/|(?<![0-9])5590[25](?![0-9])|fugle", re.IGNORECASE)
_LINK = re.compile(r'(?:href|src)="(/[^"#]*)')
_MOST_PAGES = 400


@pytest.fixture
def archive(settings, tmp_path) -> None:
    settings.MEDIA_ROOT = tmp_path
    load_organisation()
    for name, text in (("a.txt", DOCUMENT), ("b.txt", LATER)):
        import_minutes(text.encode(), name, publish=True)
    item = AgendaItem.objects.get(title="Fuglebakken")
    item.attachments.get().file.save("fuglekort.txt", ContentFile(b"Fuglekortet"))
    close_item(item, None)


def said(client: Client, address: str) -> str:
    response = client.get(address)
    content = b"".join(response.streaming_content) if response.streaming else response.content
    headers = " ".join(f"{name}: {value}" for name, value in response.headers.items())
    return f"{headers}\n{content.decode(errors='replace')}"


def crawl(client: Client) -> Iterator[tuple[str, str]]:
    """Every public address that is linked from another, and what is said there."""
    waiting, met = [*FIXED, "/soeg/?organ=direktionen&format=json", "/soeg/?organ=byraadet&format=csv"], set()
    while waiting and len(met) < _MOST_PAGES:
        address = html.unescape(waiting.pop())
        if address in met or address.startswith(("/static/", "/admin/")):
            continue
        met.add(address)
        text = said(client, address)
        yield address, text
        waiting += _LINK.findall(text)


def test_no_public_address_says_anything_of_them(archive, client):
    pages = dict(crawl(client))
    assert any("punkt-4" in address for address in pages)
    assert {"/sager/16/901/feed/", "/moeder/direktionen/2013-08-27/"} <= {*pages}
    assert any("format=csv" in address for address in pages)
    assert {address: found for address, text in pages.items() if (found := SECRETS.findall(text))} == {}


@pytest.mark.parametrize("number", range(2, 5))
def test_their_pages_say_that_they_are_closed_and_no_more(archive, client, number):
    page = said(client, f"/moeder/direktionen/2013-08-27/punkt-{number}/")
    assert "Punktet er behandlet for lukkede døre" in page
    assert not SECRETS.search(page)


@pytest.mark.parametrize(
    "typed",
    [
        "fugle",
        "fuglekongen",
        "fuglesøen",
        "fuglebakken",
        "fuglekortet",
        "16/902",
        "16/905",
        "905",
        "55905-16",
        "55902/16",
    ],
)
def test_no_search_finds_them(archive, client, typed):
    found = client.get("/soeg/", {"q": typed, "format": "json"}).json()
    assert SECRETS.sub("", str(found["results"])) == "[]"


@pytest.mark.parametrize("typed", ["fug", "fugleb", "16/90", "sag 16/", "90", "cykel fug", "559"])
def test_no_suggestion_names_them(archive, client, typed):
    groups = client.get("/soeg/forslag/", {"q": typed}).json()["groups"]
    labels = [suggestion["label"] for group in groups for suggestion in group["suggestions"]]
    assert [label for label in labels if SECRETS.search(label.removeprefix(typed))] == []


@pytest.mark.parametrize("typed", ["fuglebaken", "fuglekngen", "fuglehyten"])
def test_no_spelling_is_corrected_to_a_word_of_theirs(archive, client, typed):
    page = client.get("/soeg/", {"q": typed}).text.lower()
    assert not re.search("fuglebakken|fuglekongen|fuglehytten", page)


@pytest.mark.parametrize("number", range(2, 6))
def test_a_case_that_is_theirs_alone_is_none(archive, client, number):
    assert client.get(f"/sager/16/90{number}/").status_code == 404
    assert client.get(f"/sager/16/90{number}/feed/").status_code == 404


def test_the_files_of_a_closed_item_are_handed_out_no_more(archive, client):
    assert client.get("/moeder/byraadet/2013-08-28/punkt-1/bilag/1/").status_code == 404


def test_a_number_that_an_open_item_has_too_leads_to_the_open_one_alone(archive, client):
    AgendaItem.objects.filter(slug="punkt-3", meeting__body__name="Direktionen").update(
        case=AgendaItem.objects.filter(title="Cykelparkering").values("case")[:1]
    )
    page = client.get("/sager/16/901/").text
    assert "Cykelparkering" in page
    assert "punkt-3" not in page
    assert "16/901" not in said(client, "/moeder/direktionen/2013-08-27/punkt-3/")
