"""Which meeting a document is of: by its body, day and time, and among those by its items; else somebody is asked."""

import datetime

import pytest

from minutes.editing import corrections
from minutes.importing.importer import ImportResult, ImportStatus
from minutes.importing.reading import read_minutes
from minutes.importing.recognition.likeness import compare_with_meetings
from minutes.importing.recognition.meeting_of_document import TakeAs, UnlikeMeetingError
from minutes.models import AgendaItem, Correction, Meeting
from minutes.parser import MinutesSyntaxError
from tests.build.documents import item_text, minutes_text
from tests.build.imports import all_rows, imported

pytestmark = pytest.mark.django_db

QUESTION = (
    "Arkivet har allerede et møde i Direktionen den 27-08-2013, og (næsten) ingen af punkterne er de samme. "
    "Er det et tillæg eller et ekstraordinært møde?"
)


def agenda(*titles: str, **head: str | None) -> str:
    """Minutes of these titles, without case numbers."""
    return minutes_text(*(item_text(number, title) for number, title in enumerate(titles, start=1)), **head)


def entitled(kind: str, text: str) -> str:
    """The same minutes under a title that says more of the meeting."""
    return text.replace("27-08-2013", f"27-08-2013 {kind}", 1)


def meetings() -> list[tuple[str, int, str]]:
    rows = Meeting.objects.order_by("pk").values_list("slug", "ordinal", "items__title")
    found: dict[tuple[str, int], list[str]] = {}
    for slug, ordinal, title in rows:
        found.setdefault((slug, ordinal), []).append(title)
    return [(*meeting, " ".join(sorted(titles))) for meeting, titles in found.items()]


def is_version_of(result: ImportResult, meeting: ImportResult) -> bool:
    return result.status == ImportStatus.NEW_VERSION and result.meeting == meeting.meeting


# Found again, or refused


def test_a_document_with_other_items_is_refused_with_the_question_what_it_is():
    imported(agenda("Budget", "Skole"))
    before = all_rows()
    with pytest.raises(UnlikeMeetingError) as refusal:
        imported(agenda("Havn", "Vej"))
    assert str(refusal.value) == QUESTION
    assert all_rows() == before


@pytest.mark.parametrize(
    ("first", "second"), [("10:00", "10:00"), ("10:00", None), (None, "10:00"), (None, None)]
)
def test_so_it_is_with_and_without_a_time(first, second):
    imported(agenda("Budget", "Skole", time=first))
    with pytest.raises(UnlikeMeetingError):
        imported(agenda("Havn", "Vej", time=second))


@pytest.mark.parametrize("publish", [False, True])
def test_a_published_meeting_is_not_replaced_either(publish):
    imported(agenda("Budget", "Skole"), publish=True)
    with pytest.raises(UnlikeMeetingError):
        imported(agenda("Havn", "Vej"), publish=publish)


@pytest.mark.parametrize(
    ("before", "now"),
    [
        ("Huskeliste 27-08-2013", "Huskeliste 28-08-2013"),
        ("A - Huskeliste", "Huskeliste"),
        ("HUSKELISTE", "Huskeliste"),
        ("Budgetopfølgning 2. kvartal 2013", "Budgetopfølgning 3. kvartal 2013"),
        ("Ny  skole", "Ny skole"),
        ("ord " * 400 + "en", "ord " * 400 + "to"),
    ],
)
def test_a_title_is_the_same_without_its_dates_and_its_prefix(before, now):
    first = imported(agenda(before, "Skole", "Vej"))
    assert is_version_of(imported(agenda(now)), first)


def test_an_item_is_known_by_the_title_that_was_read_whatever_it_was_corrected_to():
    first = imported(agenda("Budgt"))
    corrections.correct_title(AgendaItem.objects.get(), "Budget for 2014", None)
    assert is_version_of(imported(agenda("Budgt") + "\nMere."), first)


def test_an_item_is_known_by_the_case_number_that_was_read_whatever_it_was_corrected_to():
    first = imported(minutes_text(item_text(1, "Budget", "13/1001")))
    corrections.correct_case_number(AgendaItem.objects.get(), "13/2002", None)
    assert is_version_of(imported(minutes_text(item_text(1, "Årets budget", "13/1001"))), first)


def test_an_item_is_open_that_was_read_so_whoever_has_closed_it():
    first = imported(agenda("Køb af grund", "Budget"))
    corrections.correct_closed(AgendaItem.objects.get(number=1), Correction.Closed.YES, None)
    assert is_version_of(imported(agenda("Køb af grund", "Havnen")), first)


def test_closed_items_with_titles_are_known_by_these_and_others_by_their_numbers():
    first = imported(minutes_text(item_text(1, "LUKKET PUNKT: Salg", "13/7"), item_text(2, "Lukket", "13/8")))
    assert is_version_of(
        imported(minutes_text(item_text(1, "LUKKET PUNKT: Salg", "13/9"), item_text(2, "Lukket", "13/6"))),
        first,
    )
    with pytest.raises(UnlikeMeetingError):
        imported(minutes_text(item_text(1, "Lukket", "13/1"), item_text(2, "Lukket", "13/2")))


# Standing items


def with_meetings(*titles: str, of: int, body: str = "Direktionen") -> None:
    for day in range(1, of + 1):
        imported(agenda(*titles, f"Emne {'abc'[day]}", date=f"{day:02}-05-2013", body=body))


def test_titles_that_two_other_meetings_of_the_body_bear_say_nothing():
    with_meetings("Godkendelse af dagsorden", "Eventuelt", of=2)
    imported(agenda("Godkendelse af dagsorden", "Budget", "Eventuelt"))
    with pytest.raises(UnlikeMeetingError):
        imported(agenda("Godkendelse af dagsorden", "Skole", "Eventuelt"))


def test_so_it_is_where_they_bear_them_with_other_dates():
    for day in (1, 2):
        imported(agenda(f"Huskeliste 0{day}-05-2013", f"Emne {'abc'[day]}", date=f"0{day}-05-2013"))
    imported(agenda("Huskeliste 27-08-2013", "Budget"))
    with pytest.raises(UnlikeMeetingError):
        imported(agenda("Huskeliste 27-08-2013", "Skole"))


def test_a_title_that_one_other_meeting_bears_or_meetings_of_another_body_do_says_something():
    with_meetings("Godkendelse af dagsorden", of=1)
    with_meetings("Godkendelse af dagsorden", of=2, body="Byrådet")
    first = imported(agenda("Godkendelse af dagsorden", "Budget"))
    assert is_version_of(imported(agenda("Godkendelse af dagsorden", "Skole")), first)


def test_standing_items_count_where_nothing_else_is_there():
    with_meetings("Godkendelse af dagsorden", "Eventuelt", of=2)
    first = imported(agenda("Godkendelse af dagsorden", "Eventuelt"))
    assert is_version_of(imported(agenda("Godkendelse af dagsorden", "Eventuelt") + "\nMere."), first)


def test_a_closed_item_of_the_same_number_is_no_reason_to_take_two_meetings_for_one():
    imported(minutes_text(item_text(1, "Lukket", "13/7"), item_text(2, "Budget", "13/8")))
    with pytest.raises(UnlikeMeetingError):
        imported(minutes_text(item_text(1, "Lukket", "13/7"), item_text(2, "Skole", "13/9")))


# The two ways on


def test_as_a_new_version_it_takes_the_place_of_what_was_there():
    first = imported(agenda("Budget"))
    assert is_version_of(imported(agenda("Havn"), take_as=TakeAs.NEW_VERSION), first)
    assert meetings() == [("2013-08-27", 1, "Havn")]


def test_as_another_meeting_it_gets_an_address_and_an_ordinal_of_its_own():
    imported(agenda("Budget"))
    result = imported(agenda("Havn"), take_as=TakeAs.OTHER_MEETING)
    assert result.status == ImportStatus.IMPORTED
    imported(agenda("Bro"), take_as=TakeAs.OTHER_MEETING)
    assert meetings() == [
        ("2013-08-27", 1, "Budget"),
        ("2013-08-27-1000", 2, "Havn"),
        ("2013-08-27-1000-2", 3, "Bro"),
    ]


def test_without_a_time_the_address_gets_a_number():
    for title in ("Budget", "Havn", "Bro"):
        imported(agenda(title, time=None), take_as=TakeAs.OTHER_MEETING)
    assert meetings() == [
        ("2013-08-27", 1, "Budget"),
        ("2013-08-27-2", 2, "Havn"),
        ("2013-08-27-3", 3, "Bro"),
    ]


def test_the_same_items_can_be_another_meeting_too_where_somebody_says_so():
    imported(agenda("Budget"))
    assert (
        imported(agenda("Budget") + "\nMere.", take_as=TakeAs.OTHER_MEETING).status == ImportStatus.IMPORTED
    )
    assert Meeting.objects.count() == 2


def test_the_same_bytes_are_there_already_whatever_they_are_said_to_be():
    imported(agenda("Budget"))
    imported(agenda("Havn"), take_as=TakeAs.OTHER_MEETING)
    before = all_rows()
    for take_as in TakeAs:
        assert imported(agenda("Havn"), take_as=take_as).status == ImportStatus.ALREADY_THERE
    assert all_rows() == before


def test_on_a_day_without_meetings_a_new_version_is_a_meeting():
    assert imported(agenda("Budget"), take_as=TakeAs.NEW_VERSION).status == ImportStatus.IMPORTED


def test_a_version_that_had_replaced_another_meeting_becomes_a_meeting_of_its_own():
    imported(agenda("Budget"))
    imported(agenda("Havn"), take_as=TakeAs.NEW_VERSION)
    assert imported(agenda("Budget"), take_as=TakeAs.OTHER_MEETING).status == ImportStatus.IMPORTED
    assert meetings() == [("2013-08-27", 1, "Havn"), ("2013-08-27-1000", 2, "Budget")]


def test_what_waits_to_replace_a_meeting_waits_no_more_when_it_is_said_to_be_another():
    imported(agenda("Budget"), publish=True)
    waiting = imported(agenda("Budget") + "\nMere.")
    imported(agenda("Budget") + "\nMere.", take_as=TakeAs.OTHER_MEETING)
    waiting.source.refresh_from_db()
    assert waiting.source.status == "discarded"


def test_with_a_corrected_time_somebody_can_say_that_it_is_the_meeting_of_the_day():
    first = imported(agenda("Budget", time="10:00"))
    result = imported(agenda("Budget", time="10:30"), take_as=TakeAs.NEW_VERSION)
    assert is_version_of(result, first)
    assert "head_differs" in [problem.code for problem in result.problems]


# What the title says


@pytest.mark.parametrize(
    "kind", ["(ekstraordinært)", "Ekstraordinært møde", "EKSTRAORDINÆRT MØDE", "– tillæg", "(Tillægsreferat)"]
)
def test_an_extraordinary_meeting_without_the_same_items_is_a_meeting_of_its_own(kind):
    first = imported(agenda("Budget", "Skole"), publish=True)
    result = imported(entitled(kind, agenda("Havn", "Vej")))
    assert (result.status, result.meeting.body) == (ImportStatus.IMPORTED, first.meeting.body)
    assert [problem.code for problem in result.problems if problem.code == "other_meeting"]
    assert Meeting.objects.count() == 2


def test_an_extraordinary_meeting_with_some_of_the_items_is_asked_about():
    imported(agenda("Budget", "Skole", "Vej"))
    with pytest.raises(UnlikeMeetingError):
        imported(entitled("(ekstraordinært)", agenda("Budget", "Havn", "Bro")))


def test_a_new_version_of_an_extraordinary_meeting_is_one():
    text = entitled("(ekstraordinært)", agenda("Havn", "Vej"))
    first = imported(text)
    assert is_version_of(imported(text + "\nMere."), first)


def test_an_item_of_that_name_makes_no_meeting_extraordinary():
    imported(agenda("Budget"))
    with pytest.raises(UnlikeMeetingError):
        imported(agenda("Ekstraordinært tilskud", "Tillægsbevilling"))


# Several meetings of a day


@pytest.fixture
def two_at_once() -> tuple[ImportResult, ImportResult]:
    return (
        imported(agenda("Budget", "Skole", "Vej")),
        imported(agenda("Havn", "Bro"), take_as=TakeAs.OTHER_MEETING),
    )


def test_a_later_upload_finds_the_one_with_which_it_shares_most(two_at_once):
    ordinary, other = two_at_once
    assert is_version_of(imported(agenda("Havn", "Bro", "Vej")), other)
    assert is_version_of(imported(agenda("Budget", "Skole", "Vej") + "\nMere."), ordinary)
    assert meetings() == [("2013-08-27", 1, "Budget Skole Vej"), ("2013-08-27-1000", 2, "Bro Havn Vej")]


def test_so_does_one_without_a_time(two_at_once):
    _, other = two_at_once
    assert is_version_of(imported(agenda("Havn", "Bro", time=None)), other)
    assert other.meeting.start_time == datetime.time(10)


def test_without_a_time_it_is_found_among_meetings_of_several_times():
    imported(agenda("Budget", time="10:00"))
    afternoon = imported(agenda("Havn", time="14:00"))
    assert is_version_of(imported(agenda("Havn", time=None)), afternoon)


@pytest.mark.parametrize("take_as", [TakeAs.FOUND, TakeAs.NEW_VERSION])
def test_without_a_time_and_alike_to_both_it_is_refused(take_as):
    imported(agenda("Budget", time="10:00"))
    imported(agenda("Budget", time="14:00"))
    with pytest.raises(MinutesSyntaxError, match="et mødetidspunkt, for der er flere møder den dag"):
        imported(agenda("Budget", time=None), take_as=take_as)


def test_alike_to_two_of_one_time_it_is_refused_and_said_to_be_a_version_it_is_one_of_the_first():
    first = imported(agenda("Budget", "Skole"))
    imported(agenda("Havn", "Vej"), take_as=TakeAs.OTHER_MEETING)
    both = agenda("Budget", "Havn")
    with pytest.raises(MinutesSyntaxError, match="hvilket af dagens møder"):
        imported(both)
    assert is_version_of(imported(both, take_as=TakeAs.NEW_VERSION), first)


def test_of_two_with_as_much_in_common_the_one_of_the_same_time_is_meant():
    imported(agenda("Budget", time=None))
    morning = imported(agenda("Budget", time="10:00") + "\nA.", take_as=TakeAs.OTHER_MEETING)
    assert is_version_of(imported(agenda("Budget", time="10:00") + "\nB."), morning)


def test_nothing_in_common_with_any_is_refused(two_at_once):
    with pytest.raises(UnlikeMeetingError):
        imported(agenda("Marked", "Torv"))


def test_addresses_never_change_whatever_comes(two_at_once):
    before = list(Meeting.objects.order_by("pk").values_list("pk", "slug", "ordinal"))
    imported(agenda("Havn", "Bro", "Torv"))
    imported(agenda("Budget", "Skole"))
    assert list(Meeting.objects.order_by("pk").values_list("pk", "slug", "ordinal")) == before


def test_however_many_meetings_a_body_has_two_queries_compare_a_document_with_them(django_assert_num_queries):
    with_meetings("Godkendelse", of=2)
    meeting = imported(agenda("Budget")).meeting
    parsed = read_minutes(agenda("Havn").encode()).parsed
    with django_assert_num_queries(2):
        compare_with_meetings(parsed, [meeting])
