"""One item withdrawn alone: it stays so over new versions, wherever it stands then, until somebody shows it again."""

from collections.abc import Iterable

import pytest
from django.contrib.auth.models import User

from minutes.editing import publication
from minutes.editing.closing import close_item, open_item
from minutes.editing.findings import UndecidedNumberError
from minutes.editing.obstacles import find_errors
from minutes.editing.withdrawing.items import NotChangedError, show_item, withdraw_item
from minutes.importing import versions
from minutes.importing.importer import reparse
from minutes.importing.recognition.meeting_of_document import TakeAs
from minutes.models import AgendaItem, Correction, Event, Meeting, SearchDocument, SourceDocument
from tests.build.documents import item_text, minutes_text
from tests.build.imports import imported
from tests.build.rows import add_finding, add_meeting, add_user
from tests.build.rows import add_item as add_row

pytestmark = pytest.mark.django_db

Agenda = Iterable[tuple[str, str]]
FIRST = [("Skolen", "13/101"), ("Svanen", "13/102"), ("Vejen", "13/103")]


def text(agenda: Agenda) -> str:
    return minutes_text(*(item_text(place, *entry) for place, entry in enumerate(agenda, start=1)))


def come(agenda: Agenda, **options: object) -> None:
    """A version of these items is put in force."""
    imported(text(agenda), publish=True, take_as=TakeAs.NEW_VERSION, **options)


def hidden() -> set[str]:
    return {item.title for item in AgendaItem.objects.filter(is_withdrawn=True)}


def findable() -> set[str]:
    return set(SearchDocument.objects.values_list("item__title", flat=True))


def item(title: str = "Svanen") -> AgendaItem:
    return AgendaItem.objects.get(title=title)


def errors() -> list[str]:
    return [error.code for error in find_errors(SourceDocument.objects.in_force().get())]


@pytest.fixture
def publisher() -> User:
    return add_user("udgiver", "publish_meeting")


@pytest.fixture
def archive(publisher) -> None:
    imported(text(FIRST), publish=True)
    withdraw_item(item(), publisher, "personoplysninger")


def test_it_is_withdrawn_alone_with_who_and_why_in_the_log(archive):
    assert (hidden(), findable()) == ({"Svanen"}, {"Skolen", "Vejen"})
    event = Event.objects.get(kind="item_withdrawn")
    assert (event.by_name, event.reason, event.item_slug, event.details) == (
        "udgiver",
        "personoplysninger",
        "punkt-2",
        "",
    )


def test_it_is_shown_again_as_it_was_and_nothing_remembers_that_it_was_not(archive, publisher):
    show_item(item(), publisher, "fejl")
    assert (hidden(), findable()) == (set(), {"Skolen", "Svanen", "Vejen"})
    assert not Correction.objects.exists()
    assert Event.objects.get(kind="item_shown").reason == "fejl"


@pytest.mark.parametrize(
    "agenda",
    [
        FIRST,
        [*FIRST, ("Nyt", "13/104")],
        # It has moved, with its title and number, with one of the two, or with a title of other dates.
        [("Nyt", "13/104"), *FIRST],
        [("Vejen", "13/103"), ("Skolen", "13/101"), ("Svanen", "13/102")],
        [("Nyt", "13/104"), ("Skolen", "13/101"), ("Svanen", "13/199"), ("Vejen", "13/103")],
        [("Nyt", "13/104"), ("Skolen", "13/101"), ("Svanen igen", "13/102"), ("Vejen", "13/103")],
    ],
)
def test_it_stays_withdrawn_wherever_it_stands_in_a_new_version(agenda, archive):
    come(agenda)
    come([*agenda, ("Endnu et", "13/105")])
    assert len(hidden()) == 1
    assert {title.split()[0] for title in hidden()} == {"Svanen"}
    assert not [title for title in findable() if title.startswith("Svanen")]
    assert len(findable()) == len(agenda)


def test_it_stays_withdrawn_when_an_earlier_version_is_restored_and_when_it_is_read_again(archive, publisher):
    come([("Nyt", "13/104"), *FIRST])
    versions.restore(SourceDocument.objects.get(version=1), publisher)
    assert hidden() == {"Svanen"}
    reparse(SourceDocument.objects.in_force().get())
    assert hidden() == {"Svanen"}
    assert "Svanen" not in findable()


def test_it_stays_withdrawn_while_its_meeting_is_withdrawn_and_published_again(archive, publisher):
    publication.withdraw(Meeting.objects.all(), publisher, "dublet")
    publication.publish(Meeting.objects.all(), publisher)
    assert (hidden(), findable()) == ({"Svanen"}, {"Skolen", "Vejen"})


def test_where_it_is_not_found_what_stands_in_its_place_is_withdrawn_and_that_is_an_error(archive, publisher):
    come([("Skolen", "13/101"), ("Fuglen", "13/199"), ("Vejen", "13/103")])
    assert (hidden(), errors()) == ({"Fuglen"}, ["withdrawn_in_its_stead"])
    show_item(item("Fuglen"), publisher, "et andet punkt")
    assert hidden() == set()
    come([("Skolen", "13/101"), ("Fuglen", "13/199"), ("Vejen", "13/103"), ("Nyt", "13/104")])
    assert (hidden(), errors()) == (set(), [])


def test_where_neither_it_nor_its_place_is_there_somebody_is_asked_to_look(archive):
    come([("Skolen", "13/101")])
    assert (hidden(), errors()) == (set(), ["withdrawn_item_gone"])


def test_another_item_at_its_place_is_shown_where_it_has_moved(archive):
    come([("Svanen", "13/102"), ("Nyt", "13/104"), ("Skolen", "13/101"), ("Vejen", "13/103")])
    assert hidden() == {"Svanen"}
    assert Correction.objects.get().item_slug == "punkt-1"


def test_two_that_change_places_stay_withdrawn(archive, publisher):
    withdraw_item(item("Vejen"), publisher, "dublet")
    come([("Skolen", "13/101"), ("Vejen", "13/103"), ("Svanen", "13/102")])
    assert hidden() == {"Svanen", "Vejen"}
    assert {*Correction.objects.values_list("item_slug", flat=True)} == {"punkt-2", "punkt-3"}


# Closed, too


def test_closed_and_withdrawn_it_is_hidden_until_both_are_undone(archive, publisher):
    close_item(item(), publisher)
    show_item(item(), publisher, "")
    assert findable() == {"Skolen", "Vejen"}
    withdraw_item(item(), publisher, "dublet")
    open_item(item(), publisher)
    assert findable() == {"Skolen", "Vejen"}
    show_item(item(), publisher, "")
    assert findable() == {"Skolen", "Svanen", "Vejen"}


def test_both_hold_over_a_new_version(archive, publisher):
    close_item(item(), publisher)
    come([("Nyt", "13/104"), *FIRST])
    moved = item()
    assert (moved.is_closed, moved.is_withdrawn) == (True, True)


# What bars it


@pytest.mark.parametrize("rights", [(), ("change_agendaitem", "change_meeting")])
def test_showing_it_again_needs_the_right_to_publish(rights, archive):
    with pytest.raises(NotChangedError, match="kræver retten til at offentliggøre"):
        show_item(item(), add_user("redaktør", *rights), "")
    with pytest.raises(NotChangedError):
        show_item(item(), None, "")
    assert hidden() == {"Svanen"}


def test_a_number_in_it_bars_nothing_while_it_is_withdrawn_and_bars_showing_it(archive, publisher):
    source = SourceDocument.objects.in_force().get()
    place = add_finding(source, line=10, item_slug="punkt-2")
    show = item("Skolen")
    withdraw_item(show, publisher, "dublet")
    place.refresh_from_db()
    assert place.in_closed_item
    assert not versions.publish(Meeting.objects.all(), publisher).barred
    with pytest.raises(NotChangedError, match="Der står et personnummer i punktet"):
        show_item(item(), publisher, "")


def test_of_a_draft_there_is_nothing_to_withdraw(publisher):
    row = add_row(add_meeting(state="draft"))
    with pytest.raises(NotChangedError, match="kladde"):
        withdraw_item(row, publisher, "dublet")


def test_it_is_withdrawn_and_shown_once(archive, publisher):
    with pytest.raises(NotChangedError, match="allerede trukket tilbage"):
        withdraw_item(item(), publisher, "dublet")
    show_item(item(), publisher, "")
    with pytest.raises(NotChangedError, match="ikke trukket tilbage"):
        show_item(item(), publisher, "")
    assert Event.objects.filter(kind__in=("item_withdrawn", "item_shown")).count() == 2


def test_a_reason_repeats_no_personal_number(archive, publisher):
    with pytest.raises(UndecidedNumberError):
        withdraw_item(item("Vejen"), publisher, "010180-1234 nævnes")
    assert hidden() == {"Svanen"}
