"""What an editor joins and parts on the page of the thing wins, is told as such, and outlives a new reading."""

from __future__ import annotations

import pytest
from django.test import Client

from minutes.importing.importer import import_minutes, reparse
from minutes.matters.export import export_matters
from minutes.models import (
    EVERYBODY,
    Case,
    Deferral,
    Event,
    Meeting,
    Series,
    SourceDocument,
    TopicKey,
)
from tests.build.documents import decided, item_text, minutes_text
from tests.build.rows import add_editor, add_user

pytestmark = pytest.mark.django_db

MAY_JOIN = ("change_agendaitem", *(f"change_{of}" for of in ("case", "series", "topickey", "deferral")))


@pytest.fixture
def client() -> Client:
    client = Client()
    client.force_login(add_editor("redaktoer", *MAY_JOIN))
    return client


def hold(date: str, *items: tuple[str, str, str]) -> Meeting:
    """Minutes of items, each a title, a case number and what was decided, or nothing."""
    texts = []
    for number, (title, case, decision) in enumerate(items, start=1):
        text = item_text(number, title, case)
        texts.append(f"{text}\n\n{decided('Direktionen', date, decision)}" if decision else text)
    return import_minutes(minutes_text(*texts, date=date).encode(), f"{date}.txt", publish=True).meeting


def read_again() -> None:
    for source in SourceDocument.objects.in_force():
        reparse(source)


def say(client: Client, row: Case | Series | TopicKey | Deferral, **typed: str) -> str:
    """Send the form of a row; return the page that it comes back with, empty where what was said is done."""
    of_inlines = {"items-TOTAL_FORMS": "0", "items-INITIAL_FORMS": "0"}
    answer = client.post(f"/admin/minutes/{row._meta.model_name}/{row.pk}/change/", typed | of_inlines)
    return "" if answer.status_code == 302 else answer.content.decode()


# Deferrals


@pytest.fixture
def put_off() -> Deferral:
    hold("05-02-2013", ("Ny cykelsti", "13/101", "Udsættes."))
    hold("05-03-2013", ("Cyklisternes forhold", "13/777", "Godkendt."))
    hold("02-04-2013", ("Ny cykelsti", "13/101", "Godkendt."))
    return Deferral.objects.get()


OTHER = "/moeder/direktionen/2013-03-05/punkt-1/"
NEXT = "/moeder/direktionen/2013-04-02/punkt-1/"


def taken_up() -> str | None:
    end = export_matters(EVERYBODY)["deferrals"][0]["taken_up"]
    return end and end["date"]


def test_a_deferral_is_taken_up_where_an_editor_says(client: Client, put_off: Deferral) -> None:
    assert taken_up() == "2013-04-02"
    assert not say(client, put_off, other=f"https://arkiv.example{OTHER}?q=cykel#indhold")
    assert taken_up() == "2013-03-05"
    page = client.get("/opfoelgning/udsatte/").content.decode()
    assert "samlet af arkivet" in page
    read_again()
    assert taken_up() == "2013-03-05"


def test_a_deferral_is_not_taken_up_where_an_editor_says_so(client: Client, put_off: Deferral) -> None:
    assert not say(client, put_off, not_other=NEXT)
    assert taken_up() is None
    read_again()
    assert taken_up() is None
    assert not say(client, Deferral.objects.get(), not_other="")
    assert taken_up() == "2013-04-02"


def test_the_log_tells_who_joined_and_parted(client: Client, put_off: Deferral) -> None:
    say(client, put_off, other=OTHER)
    say(client, put_off, other="")
    events = Event.objects.filter(by_name="redaktoer").order_by("pk")
    assert [event.kind for event in events] == ["joined", "left_to_archive"]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("/sager/13/101/", "Det er ikke adressen på sådan en side."),
        ("noget andet", "Det er ikke adressen på sådan en side."),
        ("http://[", "Det er ikke adressen på sådan en side."),
        ("/moeder/direktionen/2013-03-05/punkt-9/", "Der er intet punkt på den adresse."),
        ("/moeder/direktionen/2013-02-05/punkt-1/", "kun tages op igen under et senere punkt"),
    ],
)
def test_what_cannot_take_a_matter_up_is_refused_with_the_reason(
    client: Client, put_off: Deferral, typed: str, said: str
) -> None:
    assert said in say(client, put_off, other=typed)
    assert taken_up() == "2013-04-02"


def test_later_items_that_share_words_are_proposed_with_the_reason(client: Client) -> None:
    hold("05-02-2013", ("Renovering af svømmehallen", "13/101", "Udsættes."))
    hold("05-03-2013", ("Svømmehallen - valg af arkitekt", "13/777", "Godkendt."), ("Kantinen", "13/778", ""))
    page = client.get(f"/admin/minutes/deferral/{Deferral.objects.get().pk}/change/").content.decode()
    assert "fælles ord: svømmehallen" in page
    assert "Kantinen" not in page


# Cases


def test_a_collective_case_is_one_where_an_editor_says_so(client: Client) -> None:
    hold("05-02-2013", ("Ny cykelsti", "13/101", ""), ("Kantinen", "13/101", ""))
    assert export_matters(EVERYBODY)["collective_cases"] == []
    assert not say(client, Case.objects.get(), said="yes")
    read_again()
    assert export_matters(EVERYBODY)["collective_cases"] == ["13/101"]
    assert not say(client, Case.objects.get(), said="")
    assert export_matters(EVERYBODY)["collective_cases"] == []


def test_a_true_case_is_one_where_an_editor_says_so(client: Client) -> None:
    hold("05-02-2013", ("Huskeliste 05-02-2013", "13/101", ""), ("Økonomi 05-02-2013", "13/101", ""))
    assert export_matters(EVERYBODY)["collective_cases"] == ["13/101"]
    say(client, Case.objects.get(), said="no")
    assert export_matters(EVERYBODY)["collective_cases"] == []


# Series


def series() -> list[str]:
    return [told["title"] for told in export_matters(EVERYBODY)["series"]]


def test_series_are_joined_and_left_where_an_editor_says_so(client: Client) -> None:
    hold("05-02-2013", ("Økonomiopfølgning 05-02-2013", "", ""))
    hold("05-03-2013", ("Budgetopfølgning 05-03-2013", "", ""))
    budget = Series.objects.get(slug="budgetopfoelgning")
    assert not say(client, budget, other="/serier/oekonomiopfoelgning/")
    read_again()
    assert series() == ["Budgetopfølgning"]
    assert not say(client, budget, other="")
    assert sorted(series()) == ["Budgetopfølgning", "Økonomiopfølgning"]
    assert not say(client, budget, none="on")
    assert series() == ["Økonomiopfølgning"]


def test_a_series_is_not_joined_with_itself(client: Client) -> None:
    hold("05-02-2013", ("Økonomiopfølgning 05-02-2013", "", ""))
    assert "samlet den anden vej" in say(client, Series.objects.get(), other="/serier/oekonomiopfoelgning/")


# Topics

LIST = """Sag/emne\tForv. tidspunkt\tAnsvarlig
{}
"""


def remember(date: str, *topics: str) -> None:
    rows = "\n".join(f"{topic}\tMaj 2014\tHRC" for topic in topics)
    text = item_text(1, f"Huskeliste {date}", sagsfremstilling=LIST.format(rows))
    import_minutes(minutes_text(text, date=date).encode(), f"{date}.txt", publish=True)


def topics() -> set[str]:
    return {told["topic_id"] for told in export_matters(EVERYBODY)["follow_ups"]}


def test_topics_are_joined_and_parted_where_an_editor_says_so(client: Client) -> None:
    remember("05-02-2013", "Klimaplan", "Energiplan")
    remember("05-03-2013", "Klimaplanen")
    assert topics() == {"klimaplan", "energiplan"}
    klimaplanen = TopicKey.objects.get(key="klimaplanen")
    assert not say(client, klimaplanen, apart="on")
    read_again()
    assert topics() == {"klimaplan", "klimaplanen", "energiplan"}
    assert "Arkivet holder emnet for sig." in client.get("/opfoelgning/emner/klimaplanen/").content.decode()
    energiplan = TopicKey.objects.get(key="energiplan")
    assert not say(client, energiplan, other="/opfoelgning/emner/klimaplan/")
    read_again()
    assert topics() == {"klimaplan", "klimaplanen"}
    assert "samlet af arkivet" in client.get("/opfoelgning/emner/klimaplan/").content.decode()


def test_a_topic_is_not_both_joined_and_apart(client: Client) -> None:
    remember("05-02-2013", "Klimaplan", "Energiplan")
    key = TopicKey.objects.get(key="klimaplan")
    page = say(client, key, other="/opfoelgning/emner/energiplan/", apart="on")
    assert "kan ikke både være samlet" in page
    assert topics() == {"klimaplan", "energiplan"}


# Who may


def test_who_may_only_look_has_nothing_to_say(put_off: Deferral) -> None:
    looker = Client()
    looker.force_login(add_user("kigger", "view_deferral", "view_case"))
    page = looker.get(f"/admin/minutes/deferral/{put_off.pk}/change/")
    assert page.status_code == 200
    assert 'name="other"' not in page.content.decode()
    assert looker.post(f"/admin/minutes/deferral/{put_off.pk}/change/", {"other": OTHER}).status_code == 403
    assert taken_up() == "2013-04-02"


def test_the_pages_lead_editors_to_the_forms_and_nobody_else(client: Client, put_off: Deferral) -> None:
    address = f"/admin/minutes/deferral/{put_off.pk}/change/"
    for page in ("/opfoelgning/udsatte/", "/moeder/direktionen/2013-02-05/punkt-1/"):
        assert address in client.get(page).content.decode()
        assert address not in Client().get(page).content.decode()
