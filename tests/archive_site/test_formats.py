"""Days and times are written the same way in lists as on the archive's own pages."""

import datetime

from django.utils.formats import localize


def test_a_time_has_a_full_stop_and_a_day_figures():
    assert localize(datetime.datetime(2026, 11, 30, 9, 43)) == "30-11-2026 09.43"  # noqa: DTZ001 - shown, not stored
    assert localize(datetime.time(9, 0)) == "09.00"


def test_what_is_not_said_is_as_django_writes_danish():
    assert localize(datetime.date(2026, 11, 30)) == "30. november 2026"
