"""What is possible but unlikely is remarked on: days to come, decisions far away, versions with less in them."""

import datetime

import pytest
from django.core.files.base import ContentFile

from minutes.importing.reading import read_minutes
from minutes.importing.recognition.meeting_of_document import TakeAs
from minutes.importing.remarks import find_unlikely_dates
from minutes.models import Attachment
from tests.build.documents import decided, item_text, minutes_text
from tests.build.imports import imported

pytestmark = pytest.mark.django_db


def codes(text: str, today: str) -> list[str]:
    parsed = read_minutes(text.encode()).parsed
    return [problem.code for problem in find_unlikely_dates(parsed, datetime.date.fromisoformat(today))]


@pytest.mark.parametrize(
    ("today", "remarked"),
    [("2013-08-26", ["meeting_after_today"]), ("2013-08-27", []), ("2013-08-28", []), ("2026-01-01", [])],
)
def test_a_meeting_after_today_is_remarked_on(today, remarked):
    assert codes(minutes_text(), today) == remarked


@pytest.mark.parametrize(
    ("meeting", "decision", "is_far"),
    [
        ("27-08-2013", "27-08-2013", False),
        ("27-08-2013", "27-08-2014", False),
        ("27-08-2013", "28-08-2014", True),
        ("27-08-2013", "27-08-2012", False),
        ("27-08-2013", "26-08-2012", True),
        ("27-08-2013", "27-08-2031", True),
        ("05-01-2014", "15-12-2013", False),
        ("05-01-2014", "05-01-2013", False),
        ("28-02-2012", "28-02-2013", False),
        ("28-02-2012", "01-03-2013", True),
        ("29-02-2012", "28-02-2013", False),
        ("29-02-2012", "01-03-2013", True),
        ("01-03-2013", "29-02-2012", True),
        ("28-02-2013", "29-02-2012", False),
    ],
)
def test_a_decision_more_than_a_year_away_is_remarked_on_at_its_line(meeting, decision, is_far):
    text = minutes_text(item_text(1, "Emne"), decided("Direktionen", decision, "Godkendt."), date=meeting)
    parsed = read_minutes(text.encode()).parsed
    lines = [problem.line for problem in find_unlikely_dates(parsed, datetime.date(2100, 1, 1))]
    assert [text.splitlines()[line - 1] for line in lines] == (
        [f"Beslutning i Direktionen den {decision}"] if is_far else []
    )


def test_what_is_remarked_on_dates_stands_among_the_problems_of_the_source():
    text = minutes_text(item_text(1, "Emne"), decided("Direktionen", "27-08-2003", "Godkendt."))
    assert "decision_far_from_meeting" in [p["code"] for p in imported(text).source.problems]


def losses(text: str, **options) -> list[str]:
    problems = imported(text, **options).problems
    return [problem.message for problem in problems if problem.code == "fewer_parts"]


def full(*numbers: int, bilag: str = "Kort\n\nNotat", decision: str = "Godkendt.") -> str:
    return minutes_text(
        *(
            item_text(number, f"Emne {number}", f"13/{number}00", bilag=bilag)
            + ("\n\n" + decided("Direktionen", "27-08-2013", decision) if decision else "")
            for number in numbers
        )
    )


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        (full(1, 2, 3), None),
        (full(1, 2, 3, 4), None),
        (full(1, 2, 3, decision="Udsættes."), None),
        (full(1, 2), "punkter (2, før 3) og beslutninger (2, før 3) og bilag (4, før 6)"),
        (full(1, 2, 3, decision=""), "beslutninger (0, før 3)"),
        (full(1, 2, 3, bilag="Kort"), "bilag (3, før 6)"),
        (full(1, 2, 3, 4, bilag="Kort"), "bilag (4, før 6)"),
    ],
)
def test_a_version_with_less_in_it_is_remarked_on_with_the_numbers(text, counted):
    assert losses(full(1, 2, 3)) == []
    found = losses(text + "\n")
    assert found == (
        [f"Denne version har færre {counted} end den, der er i kraft. Er filen hel?"] if counted else []
    )


def test_so_is_one_that_waits_and_again_when_it_is_published():
    imported(full(1, 2), publish=True)
    assert losses(full(1)) == losses(full(1), publish=True) != []


def test_a_file_that_an_archivist_has_added_is_no_attachment_that_the_minutes_have_lost(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    imported(full(1, bilag="Kort"))
    Attachment.objects.get().file.save("kort.pdf", ContentFile(b"indhold"))
    assert losses(full(1, bilag="Notat")) == []
    assert [attachment.title for attachment in Attachment.objects.all()] == ["Notat", "Kort"]
    assert losses(full(1, bilag="Notat") + "\n", take_as=TakeAs.NEW_VERSION) == []
