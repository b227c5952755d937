"""Days in lists under a body's name are dates of coming meetings, and marked so that nobody makes links of them."""

import pytest

from .reading import read

CALENDARS = [
    (
        "Direktionen: 12. november, 26. november og 10. december",
        [
            "meeting Direktionen 2013-11-12 calendar",
            "meeting Direktionen 2013-11-26 calendar",
            "meeting Direktionen 2013-12-10 calendar",
        ],
    ),
    (
        "Mødedatoer for Chefforum: 27. november, 18. december",
        ["meeting Chefforum 2013-11-27 calendar", "meeting Chefforum 2013-12-18 calendar"],
    ),
    (
        "Byrådets temamøder\n\n26. november: Trafikplan\n\n28. januar",
        ["meeting Byrådet 2013-11-26 calendar", "meeting Byrådet 2014-01-28 calendar"],
    ),
    (
        "Tidsplan\n\n26. november: Økonomiudvalget\n\n10. december: Byrådet",
        ["meeting Økonomiudvalget 2013-11-26 calendar", "meeting Byrådet 2013-12-10 calendar"],
    ),
    ("Chefforum 27 november", ["meeting Chefforum 2013-11-27 calendar"]),
    (
        "HU-møder\n\n(punkt på dagsordenen)\n\n20. november\n\n18. december",
        ["meeting HU 2013-11-20 calendar", "meeting HU 2013-12-18 calendar"],
    ),
    (
        "Direktionens Strategiske Lederforum\n\n18. marts:",
        ["meeting Direktionens Strategiske Lederforum 2014-03-18 calendar"],
    ),
    (
        "Formandens dage i direktionen\n\n- 9. december",
        ["meeting Direktionen 2013-12-09 calendar"],
    ),
    (
        "Chefforum\n\nForberedelse af de næste uger.\n\n27. november",
        ["meeting Chefforum 2013-11-27 calendar"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), CALENDARS)
def test_a_list_of_days_under_a_name_is_a_calendar(text: str, expected: list[str]):
    assert read(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Tidsplan\n\n26. november: Høring slutter\n\n28. januar: Planen er klar",
        "Chefforum\n\nEmner\n\n27. november: Frist for høring",
        "Deadlines\n\n1. december\n\n15. december",
        "26. november",
        "Ferie\n\n23. december - 3. januar",
        "Direktionen skal inden 1. december",
    ],
)
def test_days_under_another_heading_are_of_nobody(text: str):
    assert read(text) == []


def test_a_day_that_lies_behind_is_a_reference_by_the_heading_above_it():
    assert read("Byrådet\n\n26. juni 2012: Første behandling") == ["meeting Byrådet 2012-06-26"]


def test_a_sentence_with_a_date_is_no_calendar():
    assert read("Sagen behandles på Byrådets møde den 26. november.") == ["meeting Byrådet 2013-11-26"]
