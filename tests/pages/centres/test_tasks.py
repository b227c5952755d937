"""A centre's page begins with what it has to see to: open follow-ups, and promises of which nothing came yet."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from minutes.importing.importer import import_minutes
from minutes.importing.organisation import load_organisation
from minutes.matters import centre_tasks
from minutes.models import AgendaItem
from minutes.search.index.writing import index_meetings
from tests.build.documents import decided, item_text, minutes_text
from tests.build.page import Page

pytestmark = pytest.mark.django_db

Read = Callable[..., Page]
ADDRESS = "/centre/tmc/"


@pytest.fixture(autouse=True)
def _organisation() -> None:
    load_organisation()


def remind(date: str, *rows: str, body: str = "Direktionen", publish: bool = True) -> None:
    """A meeting with a follow-up list of these rows."""
    listed = "\n".join(["Sag/emne\tForv. tidspunkt\tAnsvarlig", *rows])
    text = item_text(1, f"Huskeliste {date}", "13/102", sagsfremstilling=listed)
    document = minutes_text(text, body=body, date=date)
    import_minutes(document.encode(), f"{body}-{date}.txt", publish=publish)


def decide(
    date: str, decision: str, title: str = "Cykelsti", case: str = "13/101", *, publish: bool = True
) -> None:
    text = f"{item_text(1, title, case)}\n\n{decided('Direktionen', date, decision)}"
    import_minutes(minutes_text(text, date=date).encode(), f"{date}.txt", publish=publish)


def tasks(page: Page) -> str:
    found = page.find("div", class_="tasks")
    return found[0].text if found else ""


def test_a_follow_up_tells_its_deadline_and_how_often_it_slipped(read: Read):
    remind("05-02-2013", "Cykelpolitik\tMarts\tTMC")
    remind("05-03-2013", "Cykelpolitik\tMaj\tTMC", "Vejplan\t\tTMC", "Kantine\tMaj\tHRC")
    assert tasks(read(ADDRESS)).startswith(
        "Åbne opfølgninger Cykelpolitik Frist: Maj, udskudt 1 gang Vejplan Ingen frist"
    )
    assert "Kantine" not in tasks(read(ADDRESS))


def test_what_is_no_longer_on_the_newest_list_of_its_body_is_not_open(read: Read):
    remind("05-02-2013", "Cykelpolitik\tMarts\tTMC")
    remind("05-02-2013", "Budget\tMarts\tTMC", body="Byrådet")
    remind("05-03-2013", "Vejplan\tMaj\tTMC")
    assert "Cykelpolitik" not in tasks(read(ADDRESS))
    assert "Vejplan" in tasks(read(ADDRESS))
    assert "Budget" in tasks(read(ADDRESS))


def test_a_draft_of_a_newer_list_changes_nothing_for_the_public(read: Read, read_as_staff: Read):
    remind("05-02-2013", "Cykelpolitik\tMarts\tTMC")
    remind("05-03-2013", "Vejplan\tMaj\tTMC", publish=False)
    assert "Cykelpolitik" in tasks(read(ADDRESS))
    assert "Vejplan" not in read(ADDRESS).html
    assert "Vejplan" in tasks(read_as_staff(ADDRESS))
    assert "Cykelpolitik" not in tasks(read_as_staff(ADDRESS))


def test_a_closed_list_is_not_told(read: Read):
    remind("05-02-2013", "Cykelpolitik\tMarts\tTMC")
    AgendaItem.objects.update(is_closed=True)
    assert tasks(read(ADDRESS)) == ""


PROMISE = "TMC fremlægger en plan for Direktionen senest den 1. juni 2013."


def test_a_promise_leads_to_its_item_and_tells_by_when(read: Read):
    decide("05-02-2013", f"Godkendt. {PROMISE}")
    page = read(ADDRESS)
    assert f"Åbne løfter {PROMISE} Direktionen 05-02-2013: senest den 1. juni 2013" in tasks(page)
    assert page.link(PROMISE) == "/moeder/direktionen/2013-02-05/punkt-1/"


def test_a_promise_whose_matter_came_back_is_not_open(read: Read):
    decide("05-02-2013", f"Godkendt. {PROMISE}")
    decide("05-03-2013", "Drøftet.")
    assert PROMISE not in tasks(read(ADDRESS))


def test_a_promise_where_the_centre_has_no_task_is_another_ones(read: Read):
    decide("05-02-2013", f"Godkendt. {PROMISE}")
    assert tasks(read("/centre/hrc/")) == ""


@pytest.mark.parametrize("hidden", [{"is_closed": True}, {"is_withdrawn": True}])
def test_a_promise_of_a_hidden_item_is_not_told(read: Read, hidden: dict[str, bool]):
    decide("05-02-2013", f"Godkendt. {PROMISE}")
    AgendaItem.objects.update(**hidden)
    assert PROMISE not in read(ADDRESS).html
    index_meetings(AgendaItem.objects.values_list("meeting", flat=True))
    assert PROMISE not in read(ADDRESS).html


def test_a_promise_of_a_draft_is_for_who_sees_drafts(read: Read, read_as_staff: Read):
    decide("05-02-2013", f"Godkendt. {PROMISE}", publish=False)
    assert PROMISE not in read(ADDRESS).html
    assert f"{PROMISE} Direktionen 05-02-2013 kladde" in tasks(read_as_staff(ADDRESS))


def test_the_first_five_stand_there_and_only_on_the_first_page(read: Read):
    remind("05-02-2013", *(f"Emne nummer {number}\tMarts\tTMC" for number in range(7)))
    page = read(ADDRESS)
    assert tasks(page).count("Emne nummer") == 5
    assert tasks(read(ADDRESS, rolle="ansvarlig")) == ""
    assert tasks(read(ADDRESS, aar="2013")) == ""


def test_markup_stays_text(read: Read):
    remind("05-02-2013", "<b>Sti</b>\t<i>Marts</i>\tTMC")
    page = read(ADDRESS)
    assert "<b>" not in page.html
    assert "<b>Sti</b>" in tasks(page)


@pytest.mark.parametrize("first", range(1, 14))
def test_the_same_promises_are_told_however_few_items_are_looked_at_first(
    read: Read, monkeypatch: pytest.MonkeyPatch, first: int
):
    for number in range(1, 9):
        texts = [
            f"{item_text(place, f'Sag {place} i {number}')}\n\n"
            + decided(
                "Direktionen", f"0{number}-02-2013", f"TMC fremlægger plan {number}.{place} i juni 2013."
            )
            for place in (1, 2)
        ]
        document = minutes_text(*texts, date=f"0{number}-02-2013")
        import_minutes(document.encode(), f"{number}.txt", publish=True)
    every = tasks(read(ADDRESS))
    assert every.count("TMC fremlægger") == 5
    monkeypatch.setattr(centre_tasks, "_FIRST_ITEMS", first)
    assert tasks(read(ADDRESS)) == every
