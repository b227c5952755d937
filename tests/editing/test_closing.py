"""An item is closed by hand at once, opened by whoever may publish, and stays so when its minutes are read again."""

import pytest
from django.contrib.auth.models import User

from minutes.editing import publication
from minutes.editing.closing import NotOpenedError, close_item, open_item, reasons_against_opening
from minutes.editing.obstacles import find_errors
from minutes.importing import versions
from minutes.importing.importer import import_minutes, reparse
from minutes.importing.recognition.meeting_of_document import TakeAs
from minutes.importing.results import ImportResult
from minutes.models import AgendaItem, Correction, Meeting, SearchDocument, SearchWord, SourceDocument
from tests.build.documents import item_text, minutes_text
from tests.build.rows import add_user

pytestmark = pytest.mark.django_db

DOUBTFUL = "Skolen holder lukket"


def text(*titles: str, cases: str = "", start: int = 1) -> str:
    """Items of these titles, numbered from `start`; `cases` has the last digit of the case number of each."""
    digits = cases or "".join(str(number) for number in range(1, len(titles) + 1))
    return minutes_text(
        *(
            item_text(number, title, f"13/10{digit}", sagsfremstilling=f"Hemmelighed{digit}a.")
            for number, (title, digit) in enumerate(zip(titles, digits, strict=True), start=start)
        )
    )


def imported(*titles: str, **how: object) -> ImportResult:
    return import_minutes(text(*titles, **how).encode(), "referat.txt", take_as=TakeAs.NEW_VERSION)


def item(title: str) -> AgendaItem:
    return AgendaItem.objects.select_related("meeting__body").get(title=title)


def states() -> dict[str, str]:
    """The items by title, each "lukket", "i tvivl" or "åben"."""
    return {
        item.title: "i tvivl" if item.is_doubtful else "lukket" if item.is_closed else "åben"
        for item in AgendaItem.objects.order_by("position")
    }


def problem_codes() -> set[str]:
    return {problem["code"] for problem in SourceDocument.objects.in_force().get().problems}


def errors() -> list[str]:
    return [error.code for error in find_errors(SourceDocument.objects.in_force().get())]


@pytest.fixture
def publisher() -> User:
    return add_user("udgiver", "publish_meeting")


@pytest.fixture
def editor() -> User:
    return add_user("arkivar", "change_agendaitem")


# At once


def test_a_closed_item_is_out_of_the_index_at_once(editor):
    imported("Emne", "Andet")
    close_item(item("Emne"), editor)
    assert states() == {"Emne": "lukket", "Andet": "åben"}
    assert [document.item.title for document in SearchDocument.objects.all()] == ["Andet"]
    correction = Correction.objects.get()
    assert (correction.field, correction.value, correction.parsed_value) == ("closed", "ja", "nej")
    assert correction.made_by == editor


def test_the_words_of_a_closed_item_are_no_words_of_any_item_any_more():
    imported("Emne")
    assert SearchWord.objects.filter(word="hemmelighed").count() == 0  # it has a digit behind it
    assert SearchWord.objects.get(word="emne").document_id
    close_item(item("Emne"), None)
    assert SearchWord.objects.get(word="emne").document_id is None


def test_an_item_that_is_opened_again_is_no_correction_any_more(publisher):
    imported("Emne")
    close_item(item("Emne"), publisher)
    open_item(item("Emne"), publisher)
    assert states() == {"Emne": "åben"}
    assert not Correction.objects.exists()
    assert SearchDocument.objects.count() == 1


# Who may open


def test_opening_needs_the_right_to_publish(publisher, editor):
    imported("Lukket")
    for by in (None, editor, add_user("alle")):
        with pytest.raises(NotOpenedError, match="retten til at offentliggøre"):
            open_item(item("Lukket"), by)
    assert states() == {"Lukket": "lukket"}
    open_item(item("Lukket"), publisher)
    assert states() == {"Lukket": "åben"}


def test_whoever_is_no_longer_active_opens_nothing(publisher):
    imported("Lukket")
    publisher.is_active = False
    assert reasons_against_opening(item("Lukket"), publisher)


# Doubt


def test_an_item_in_doubt_is_closed_and_keeps_its_meeting_from_being_published(publisher):
    imported("Emne", DOUBTFUL)
    assert states() == {"Emne": "åben", DOUBTFUL: "i tvivl"}
    assert item(DOUBTFUL).is_closed
    assert errors() == ["closed_in_doubt"]
    assert publication.publish(Meeting.objects.all()).changed == ()


@pytest.mark.parametrize(("decide", "state"), [(close_item, "lukket"), (open_item, "åben")])
def test_it_is_settled_by_saying_what_it_is(publisher, decide, state):
    imported("Emne", DOUBTFUL)
    decide(item(DOUBTFUL), publisher)
    assert states()[DOUBTFUL] == state
    assert errors() == []
    assert len(publication.publish(Meeting.objects.all()).changed) == 1
    assert Correction.objects.get().parsed_value == "i tvivl"


@pytest.mark.parametrize(("decide", "state"), [(close_item, "lukket"), (open_item, "åben")])
def test_it_stays_settled_when_the_minutes_are_read_again(publisher, decide, state):
    result = imported("Emne", DOUBTFUL)
    decide(item(DOUBTFUL), publisher)
    reparse(result.source)
    imported("Emne", DOUBTFUL, "Nyt punkt")
    assert states() == {"Emne": "åben", DOUBTFUL: state, "Nyt punkt": "åben"}
    assert errors() == []


def test_one_answer_settles_one_item(publisher):
    imported(DOUBTFUL, "Havnen er lukket i uge 7")
    close_item(item(DOUBTFUL), publisher)
    assert errors() == ["closed_in_doubt"]


# Read again


def test_a_closing_survives_what_is_read_anew():
    imported("Emne", "Andet")
    close_item(item("Emne"), None)
    imported("Emne", "Andet", "Tredje")
    assert states() == {"Emne": "lukket", "Andet": "åben", "Tredje": "åben"}


def test_a_closing_follows_its_item_to_another_number():
    imported("Emne", "Andet")
    close_item(item("Emne"), None)
    imported("Nyt", "Emne", "Andet", cases="312")
    assert states() == {"Nyt": "åben", "Emne": "lukket", "Andet": "åben"}
    assert Correction.objects.get().item_slug == "punkt-2"
    imported("Emne", "Nyt", "Andet", cases="132")
    assert states() == {"Emne": "lukket", "Nyt": "åben", "Andet": "åben"}


def test_two_closed_items_can_change_places():
    imported("Emne", "Andet", "Tredje")
    for title in ("Emne", "Andet"):
        close_item(item(title), None)
    imported("Andet", "Emne", "Tredje", cases="213")
    imported("Tredje", "Andet", "Emne", cases="321")
    assert states() == {"Tredje": "åben", "Andet": "lukket", "Emne": "lukket"}
    assert Correction.objects.count() == 2


def test_under_a_collective_number_the_title_tells_which_item_was_closed():
    imported("Emne", "Andet", cases="11")
    close_item(item("Emne"), None)
    imported("Andet", "Emne", cases="11")
    assert states() == {"Andet": "åben", "Emne": "lukket"}


def test_a_closing_is_found_by_the_case_where_the_title_is_another():
    imported("Emne", "Andet")
    close_item(item("Emne"), None)
    imported("Andet", "Emne, ny titel", cases="21")
    assert states() == {"Andet": "åben", "Emne, ny titel": "lukket"}


def test_where_the_closed_item_is_not_found_the_one_in_its_place_is_closed_in_doubt(publisher):
    imported("Emne", "Andet")
    close_item(item("Emne"), None)
    imported("Ukendt", "Andet", cases="92")
    assert states() == {"Ukendt": "i tvivl", "Andet": "åben"}
    assert errors() == ["closed_in_doubt"]
    open_item(item("Ukendt"), publisher)
    assert (states()["Ukendt"], errors()) == ("åben", [])


def test_where_it_is_gone_with_its_place_that_is_an_error():
    imported("Emne", "Andet")
    close_item(item("Andet"), None)
    imported("Emne")
    assert states() == {"Emne": "åben"}
    assert errors() == ["closed_item_gone"]


def test_an_opening_survives_what_is_read_anew(publisher):
    imported("Lukket sag: Kantinen")
    open_item(item("Lukket sag: Kantinen"), publisher)
    imported("Lukket sag: Kantinen", "Nyt")
    assert states()["Lukket sag: Kantinen"] == "åben"


@pytest.mark.parametrize(
    ("titles", "cases"),
    [
        (["Lukket sag: Opsigelse"], "1"),  # another title under the number
        (["Lukket sag: Kantinen"], "2"),  # another case under the title
        (["Nyt", "Lukket sag: Kantinen"], "21"),  # another place
    ],
)
def test_an_opening_is_set_on_nothing_but_the_very_same_item(publisher, titles, cases):
    imported("Lukket sag: Kantinen")
    open_item(item("Lukket sag: Kantinen"), publisher)
    imported(*titles, cases=cases)
    assert "åben" not in {state for title, state in states().items() if title.startswith("Lukket")}


def test_an_opening_of_what_was_in_doubt_does_not_open_what_is_closed_now(publisher):
    imported(DOUBTFUL)
    open_item(item(DOUBTFUL), publisher)
    import_minutes(text(DOUBTFUL).replace("13/101", "13/101\n\nLukket punkt").encode(), "referat.txt")
    assert states() == {DOUBTFUL: "lukket"}
    assert "correction_unplaced" in problem_codes()


# A version that waits


def waiting_errors() -> list[str]:
    return [error.code for error in find_errors(SourceDocument.objects.waiting().get())]


@pytest.mark.parametrize(("decide", "state"), [(close_item, "lukket"), (open_item, "åben")])
def test_a_version_that_waits_is_not_asked_again_what_was_answered(publisher, decide, state):
    imported("Emne", DOUBTFUL)
    decide(item(DOUBTFUL), publisher)
    publication.publish(Meeting.objects.all())
    imported("Emne", DOUBTFUL, "Nyt")
    assert waiting_errors() == []
    versions.publish(Meeting.objects.all(), publisher)
    assert states() == {"Emne": "åben", DOUBTFUL: state, "Nyt": "åben"}
    assert errors() == []


def test_a_version_that_waits_with_another_doubt_is_barred_by_that(publisher):
    imported("Emne")
    publication.publish(Meeting.objects.all())
    imported("Emne", DOUBTFUL)
    assert waiting_errors() == ["closed_in_doubt"]
    assert versions.publish(Meeting.objects.all(), publisher).barred
    assert states() == {"Emne": "åben"}


def test_published_minutes_that_are_read_again_with_a_doubt_show_less_at_once(client):
    imported("Emne")
    publication.publish(Meeting.objects.all())
    SourceDocument.objects.update(text=text(DOUBTFUL))
    reparse(SourceDocument.objects.get())
    assert states() == {DOUBTFUL: "i tvivl"}
    assert not SearchDocument.objects.exists()
    assert "Skolen" not in client.get("/moeder/direktionen/2013-08-27/").text


# Items that another version, or another reading, calls open


CLOSED, NOW_OPEN = "Afskedigelse - LUKKET SAG", "Afskedigelse"


@pytest.mark.parametrize("state", ["draft", "published", "withdrawn"])
def test_an_item_that_was_closed_stays_so_until_somebody_says_that_it_is_open(publisher, state):
    imported("Emne", CLOSED)
    Meeting.objects.update(state=state)
    imported("Emne", NOW_OPEN)
    versions.publish(Meeting.objects.all(), publisher)
    assert states() in ({"Emne": "åben", NOW_OPEN: "i tvivl"}, {"Emne": "åben", CLOSED: "lukket"})
    assert "Hemmelighed2a" not in str(SearchDocument.objects.values_list("vector"))


def test_a_new_version_that_opens_a_closed_item_of_a_public_meeting_waits(publisher):
    imported("Emne", CLOSED)
    publication.publish(Meeting.objects.all())
    import_minutes(text("Emne", NOW_OPEN).encode(), "referat.txt", publish=True, take_as=TakeAs.NEW_VERSION)
    assert waiting_errors() == ["closed_before"]
    assert states() == {"Emne": "åben", CLOSED: "lukket"}


def test_who_may_publish_opens_it_and_then_it_stays_open(publisher):
    imported("Emne", CLOSED)
    imported("Emne", NOW_OPEN)
    assert errors() == ["closed_before"]
    open_item(item(NOW_OPEN), publisher)
    assert errors() == []
    reparse(SourceDocument.objects.in_force().get())
    assert states() == {"Emne": "åben", NOW_OPEN: "åben"}
    assert errors() == []


def test_who_closes_it_settles_it_too(editor):
    imported("Emne", CLOSED)
    imported("Emne", NOW_OPEN)
    close_item(item(NOW_OPEN), editor)
    assert (states()[NOW_OPEN], errors()) == ("lukket", [])


def test_it_is_known_again_under_another_number_by_its_case():
    imported("Emne", CLOSED)
    imported("Emne", "Nyt", NOW_OPEN, cases="132")
    assert states() == {"Emne": "åben", "Nyt": "åben", NOW_OPEN: "i tvivl"}


def test_another_case_that_has_the_number_of_a_closed_item_now_is_open():
    imported("Emne", CLOSED, "Tredje")
    imported("Emne", "Tredje", cases="13")
    assert states() == {"Emne": "åben", "Tredje": "åben"}


def test_a_collective_number_that_an_open_item_had_too_opens_and_closes_nothing_elsewhere():
    imported("Emne", CLOSED, cases="11")
    imported("Emne", "Lukket", "Tredje", cases="111")
    assert states() == {"Emne": "åben", "Lukket": "lukket", "Tredje": "åben"}
