"""A withdrawn meeting, and an item withdrawn alone, are gone at once from all that the public reaches."""

import html
import re
from collections.abc import Iterator
from urllib.parse import quote_plus

import pytest
from django.core.files.base import ContentFile
from django.test import Client

from minutes.editing import publication
from minutes.editing.withdrawing.items import show_item, withdraw_item
from minutes.importing.importer import import_minutes
from minutes.importing.organisation import load_organisation
from minutes.models import AgendaItem, Meeting
from tests.build.addresses import FIXED
from tests.build.rows import add_user

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
Punkt 2: Køb af Fugleholmen
16/902
Bilag
Fuglekortet
Sagsfremstilling
HR-Centret indstiller, at Fuglehytten købes, jf. 55902/16.
{DECISION}
Fugleholmen udsættes.
Punkt 3: Vejens belægning
16/903
{DECISION}
Drøftet.
"""
# Another meeting of the same case, so that its page and feed are there before and after.
OTHER = """REFERAT Byrådet d. 28-08-2013
Mødedato Onsdag d. 28. august 2013 kl. 10:00
Punkt 1: Holmens fremtid
16/902
Beslutning i Byrådet den 28-08-2013
Drøftet.
"""
SECRETS = re.compile(r"fugle|55902", re.IGNORECASE)
MEETING = "/moeder/direktionen/2013-08-27/"
ITEM = f"{MEETING}punkt-2/"
FILE = f"{ITEM}bilag/1/"
ASKED = [
    *("/soeg/?q=fugleholmen", "/soeg/?q=fugleholmen&format=json", "/soeg/?q=fugleholmen&format=csv"),
    *("/soeg/feed/?q=fugleholmen", "/soeg/?q=55902/16", "/soeg/?q=55902/16&format=json"),
    *("/soeg/?q=16/902", "/soeg/?q=16/902&format=json", "/soeg/?q=direktionen+27-08-2013+punkt+2"),
    *("/soeg/?q=fuglholmen", "/soeg/?organ=direktionen", "/soeg/?udfald=udsat&q=holmen"),
    *("/sager/16/902/", "/sager/16/902/feed/", "/sager/16/902/?format=csv", "/sager/?aar=2016"),
    *("/centre/hrc/", "/centre/hrc/feed/", "/centre/hrc/?format=csv", "/centre/"),
    *("/moeder/feed/", "/beslutninger/feed/", "/kalender.ics", "/kalender.ics?center=hrc"),
    *("/opfoelgning/", "/opfoelgning/feed/", "/opfoelgning/loefter/"),
    *("/opfoelgning/udsatte/", "/opfoelgning/udsatte/feed/", "/opfoelgning/udsatte/?format=json"),
    *("/", "/moeder/", "/daekning/", MEETING, f"{MEETING}punkt-1/", f"{MEETING}punkt-3/"),
    "/moeder/byraadet/2013-08-28/punkt-1/",
]
TYPED = ["fug", "fugleh", "fuglekort", "16/90", "559", "55902/16"]
_LINK = re.compile(r'(?:href|src)="(/[^"#]*)')
_MOST_PAGES = 400


@pytest.fixture
def archive(settings, tmp_path) -> None:
    settings.MEDIA_ROOT = tmp_path
    load_organisation()
    for name, text in (("a.txt", DOCUMENT), ("b.txt", OTHER)):
        import_minutes(text.encode(), name, publish=True)
    attachment = AgendaItem.objects.get(slug="punkt-2").attachments.get()
    attachment.file.save("fuglekort.txt", ContentFile(b"Fuglekortet"))


@pytest.fixture(params=["anybody", "editor", "publisher"])
def reader(request, client: Client, db) -> Client:
    """Nobody reads on a page of the archive what is withdrawn, whatever they may do in the admin."""
    rights = {
        "editor": ("read_drafts", "view_agendaitem"),
        "publisher": ("read_drafts", "publish_meeting", "view_sourcedocument", "view_agendaitem"),
    }
    if request.param in rights:
        client.force_login(add_user("x", *rights[request.param]))
    return client


def said(client: Client, address: str) -> tuple[int, str]:
    response = client.get(address)
    content = b"".join(response.streaming_content) if response.streaming else response.content
    return response.status_code, content.decode(errors="replace")


def said_without_what_was_asked(client: Client, address: str) -> str:
    """What stands there but for the query itself, which the page repeats."""
    _, text = said(client, address)
    for typed in re.findall(r"q=([^&]+)", address):
        for form in (typed.replace("+", " "), typed, quote_plus(typed)):
            text = text.replace(form, "")
    return text


def suggested(client: Client) -> str:
    """What is suggested beyond what was typed."""
    labels = []
    for typed in TYPED:
        groups = client.get("/soeg/forslag/", {"q": typed}).json()["groups"]
        found = (suggestion["label"] for group in groups for suggestion in group["suggestions"])
        labels += [label.removeprefix(typed) if label == typed else label for label in found]
    return " ".join(labels)


def crawl(client: Client) -> Iterator[tuple[str, str]]:
    """Every public address that is linked from another, and what is said there; the source is no public one."""
    waiting, met = [*FIXED, *(a for a in ASKED if "q=" not in a)], set()
    while waiting and len(met) < _MOST_PAGES:
        address = html.unescape(waiting.pop())
        if address in met or re.search("^/static/|^/admin/|q=|/kilde/", address):
            continue
        met.add(address)
        status, text = said(client, address)
        yield address, text if status < 400 else ""
        waiting += _LINK.findall(text)


def secrets_at(client: Client) -> dict[str, list[str]]:
    """Where what is withdrawn is told of."""
    pages = {address: said_without_what_was_asked(client, address) for address in ASKED}
    pages |= dict(crawl(client)) | {"suggestions": suggested(client)}
    return {address: found for address, text in pages.items() if (found := SECRETS.findall(text))}


def withdraw_meeting() -> None:
    publication.withdraw(Meeting.objects.filter(slug="2013-08-27"), add_user("udgiver"), "dublet")


def withdraw_second_item() -> None:
    withdraw_item(AgendaItem.objects.get(title__contains="Fugle"), add_user("udgiver"), "dublet")


def test_before_it_is_told_everywhere(archive, client):
    places = secrets_at(client)
    told = {
        *("/soeg/?q=fugleholmen", "/soeg/?q=fugleholmen&format=json", "/soeg/?q=fugleholmen&format=csv"),
        *("/soeg/feed/?q=fugleholmen", "/soeg/?q=16/902", "/sager/16/902/", "/sager/16/902/feed/"),
        *("/sager/16/902/?format=csv", "/centre/hrc/", "/centre/hrc/feed/", "/centre/hrc/?format=csv"),
        *("/opfoelgning/udsatte/", "/opfoelgning/udsatte/feed/", "/opfoelgning/udsatte/?format=json"),
        *(MEETING, ITEM, FILE, f"{MEETING}punkt-1/", "suggestions"),
    }
    assert told <= {*places}
    assert MEETING in said(client, "/")[1]
    assert f'href="{ITEM}"' in said(client, "/moeder/byraadet/2013-08-28/punkt-1/")[1]


@pytest.mark.parametrize("withdraw", [withdraw_meeting, withdraw_second_item])
def test_afterwards_it_is_told_nowhere(withdraw, archive, reader):
    withdraw()
    assert secrets_at(reader) == {}


@pytest.mark.parametrize(
    "address", [MEETING, f"{MEETING}kilde/", f"{MEETING}punkt-1/", ITEM, f"{MEETING}punkt-3/", FILE]
)
def test_every_address_of_a_withdrawn_meeting_says_so_in_one_sentence(address, archive, reader):
    withdraw_meeting()
    status, text = said(reader, address)
    assert status == 410
    assert re.findall(r'<p class="lead">(.*?)</p>', text) == [
        "Referatet har været offentliggjort her, men er taget tilbage af kommunen."
    ]


@pytest.mark.parametrize("address", [ITEM, f"{ITEM}?q=holmen", FILE, f"{ITEM}bilag/7/"])
def test_every_address_of_a_withdrawn_item_says_so_in_one_sentence(address, archive, reader):
    withdraw_second_item()
    response = reader.get(address)
    assert response.status_code == 410
    (lead,) = re.findall(r'<p class="lead">(.*?)</p>', response.text)
    assert lead.count(".") == 1
    assert f'href="{MEETING}"' in lead
    assert not SECRETS.search(response.text)
    assert "no-store" in response.headers["Cache-Control"]


def test_a_withdrawn_meeting_is_in_no_list_count_or_facet(archive, client):
    before = client.get("/soeg/", {"organ": "direktionen", "format": "json"}).json()["count"]
    withdraw_meeting()
    assert (before, client.get("/soeg/", {"organ": "direktionen", "format": "json"}).json()["count"]) == (
        3,
        0,
    )
    for address in ("/", "/moeder/", "/daekning/", "/sager/", "/centre/hrc/", "/soeg/?q=vejen"):
        assert "2013-08-27" not in said(client, address)[1], address
    assert said(client, "/sager/16/903/")[0] == 404
    assert said(client, "/sager/16/903/feed/")[0] == 404
    assert said(client, "/moeder/direktionen/")[0] == 404


def test_of_a_withdrawn_item_the_agenda_has_a_row_and_nothing_else(archive, client):
    withdraw_second_item()
    page = said(client, MEETING)[1]
    row = re.search(r'<tr class="withdrawn">.*?</tr>', page, re.DOTALL)[0]
    assert " ".join(re.sub(r"<[^>]*>", " ", row).split()) == "2 Punkt 2 · trukket tilbage"
    assert "16/902" not in page
    assert "punkt-2" not in page
    assert "1 trukket tilbage" in page
    # Its neighbours lead past it.
    assert f'rel="next" href="{MEETING}punkt-3/"' in said(client, f"{MEETING}punkt-1/")[1]
    assert f'rel="prev" href="{MEETING}punkt-1/"' in said(client, f"{MEETING}punkt-3/")[1]


def test_a_withdrawn_item_is_in_no_count_course_or_deferral(archive, client):
    assert "udsat" in said(client, "/sager/16/902/")[1].lower()
    withdraw_second_item()
    found = client.get("/soeg/", {"organ": "direktionen", "format": "json"}).json()
    assert found["count"] == 2
    case = said(client, "/sager/16/902/")[1]
    assert "2013-08-27" not in case
    assert "udsat" not in re.search(r"<main.*</main>", case, re.DOTALL)[0].lower()
    assert ITEM not in said(client, "/moeder/byraadet/2013-08-28/punkt-1/")[1]


def test_no_shortcut_leads_to_a_withdrawn_item(archive, client):
    asked = {"q": "direktionen 27-08-2013 punkt 2", "format": "json"}
    assert client.get("/soeg/", asked).json()["direct"]["items"]
    withdraw_second_item()
    assert "items" not in client.get("/soeg/", asked).json()["direct"]


def test_closed_too_it_says_that_it_is_withdrawn_and_nothing_more(archive, client):
    AgendaItem.objects.filter(slug="punkt-2").update(is_closed=True)
    withdraw_second_item()
    assert said(client, ITEM)[0] == 410
    assert "lukke" not in re.search(r"<main.*</main>", said(client, MEETING)[1], re.DOTALL)[0]
    assert secrets_at(client) == {}


def test_the_source_text_of_a_meeting_with_a_withdrawn_item_is_not_public(archive, reader, request):
    withdraw_second_item()
    status, text = said(reader, f"{MEETING}kilde/")
    may = "publisher" in request.node.callspec.id
    assert (status == 200, bool(SECRETS.search(text))) == (may, may)


def test_what_comes_back_is_told_as_before(archive, client):
    before = secrets_at(client)
    withdraw_second_item()
    show_item(AgendaItem.objects.get(slug="punkt-2"), add_user("anna", "publish_meeting"), "")
    assert secrets_at(client) == before
    publication.withdraw(Meeting.objects.filter(slug="2013-08-27"))
    publication.publish(Meeting.objects.all())
    assert secrets_at(client) == before
