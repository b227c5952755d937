"""Personal numbers as a meeting shows them: masked, released or removed."""

import pytest

from minutes.models import Finding, Meeting
from minutes.models.review.findings import number_digest
from minutes.models.review.masking import Masking, without_numbers
from tests.build.rows import add_finding, add_meeting, add_source

pytestmark = pytest.mark.django_db

TEXT = "Sagen vedrører 010180-1234,\nog 020290 5678 er part."


@pytest.fixture
def meeting() -> Meeting:
    return add_meeting()


def decide(meeting: Meeting, digits: str, decision: str) -> None:
    add_finding(add_source(meeting, "REFERAT"), digits)
    Finding.objects.update(decision=decision)


def test_what_nobody_has_decided_on_is_masked(meeting):
    masked = "Sagen vedrører 010180-••••,\nog 020290-•••• er part."
    assert Masking.of(meeting).mask(TEXT) == masked


def test_a_released_number_is_shown_as_it_is_written_and_the_others_are_not(meeting):
    decide(meeting, "0202905678", Finding.Decision.RELEASED)
    assert Masking.of(meeting).mask(TEXT) == "Sagen vedrører 010180-••••,\nog 020290 5678 er part."


def test_a_released_number_is_shown_however_it_is_written(meeting):
    decide(meeting, "0202905678", Finding.Decision.RELEASED)
    for written in ("020290-5678", "020290 5678", "020290 – 5678"):
        assert Masking.of(meeting).mask(f"Nr. {written}.") == f"Nr. {written}."


def test_in_place_of_a_removed_number_stands_that_it_is_removed(meeting):
    decide(meeting, "0101801234", Finding.Decision.REDACTED)
    assert Masking.of(meeting).mask(TEXT).startswith("Sagen vedrører [fjernet],")


def test_what_is_decided_of_one_meeting_holds_for_no_other(meeting):
    decide(meeting, "0101801234", Finding.Decision.RELEASED)
    assert "1234" not in Masking.of(add_meeting("2013-09-10")).mask(TEXT)


@pytest.mark.parametrize(
    "text",
    [
        "Sagen vedrører 010180-\n1234 og andre.\nUdsat.",
        "Borgeren 010180\n1234 har klaget.",
        "Anne\t010180-\t1234\tUdsat",
        "Anne\t010180\t1234\tUdsat",
    ],
)
def test_lines_and_cells_are_kept_and_a_released_number_stays_as_it_is_written(meeting, text):
    decide(meeting, "0101801234", Finding.Decision.RELEASED)
    assert Masking.of(meeting).mask(text) == text
    for decision in (Finding.Decision.NONE, Finding.Decision.REDACTED):
        Finding.objects.update(decision=decision)
        hidden = Masking.of(meeting).mask(text)
        assert "1234" not in hidden
        assert [hidden.count(border) for border in "\n\t"] == [text.count(border) for border in "\n\t"]


def test_a_text_without_numbers_stays_as_it_is(meeting):
    text = "Sag 12/32140 og dok.nr. 120413-15 af 27-08-2013: 1.200.000 kr."
    assert Masking.of(meeting).mask(text) == text


def test_it_is_told_which_numbers_nobody_has_decided_on(meeting):
    decide(meeting, "0202905678", Finding.Decision.RELEASED)
    assert [number.masked for number in Masking.of(meeting).undecided(TEXT)] == ["010180-••••"]


@pytest.mark.parametrize("shown", ["010180-1234", "010180-••••", "[fjernet]"])
def test_two_texts_are_compared_without_their_numbers(shown):
    assert without_numbers(f"Bilag om {shown}") == "Bilag om "


def test_texts_that_differ_beside_their_numbers_stay_different():
    assert without_numbers("Bilag 1 om 010180-1234") != without_numbers("Bilag 2 om 010180-1234")


def test_a_digest_tells_neither_the_number_nor_that_two_meetings_have_it(meeting):
    digest = number_digest(meeting, "0101801234")
    assert len(digest) == 64
    assert digest != number_digest(add_meeting("2013-09-10"), "0101801234")


def test_a_digest_is_another_with_another_secret_key(meeting, settings):
    before = number_digest(meeting, "0101801234")
    settings.SECRET_KEY = "another"
    assert number_digest(meeting, "0101801234") != before
