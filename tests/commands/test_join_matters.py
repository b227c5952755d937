"""``manage.py join_matters`` joins what is not joined, portion by portion, and says how many meetings there were."""

from __future__ import annotations

from collections.abc import Sequence
from io import StringIO

import pytest
from django.core.management import call_command

from minutes.management.commands import join_matters
from minutes.matters.joining.writing import find_not_joined, join_again
from minutes.models import Meeting
from tests.build.joined_archive import MINUTES, hold_all, meeting
from tests.build.joins import all_joins, forget_all_joins, tell_differences

pytestmark = pytest.mark.django_db

ALL = f"Møder fulgt: {len(MINUTES)}."


def join(**options: bool) -> str:
    said = StringIO()
    call_command("join_matters", stdout=said, **options)
    return said.getvalue().strip()


def test_what_an_import_has_joined_is_not_joined_again_unless_all_is_asked_for():
    hold_all("third")
    assert join() == "Møder fulgt: 0."
    assert join(all=True) == ALL


def test_what_was_never_joined_is_joined_as_by_imports():
    hold_all("third")
    before = all_joins()
    forget_all_joins()
    assert join() == ALL
    assert not tell_differences(before, all_joins())
    assert join() == "Møder fulgt: 0."


def test_one_meeting_that_is_not_joined_is_joined_with_all_others():
    hold_all()
    before = all_joins()
    Meeting.objects.filter(pk=meeting("second").pk).update(joining_version=0)
    assert join() == "Møder fulgt: 1."
    assert not tell_differences(before, all_joins())


@pytest.mark.django_db(transaction=True)
def test_a_run_that_was_stopped_is_taken_up_where_it_was(monkeypatch):
    hold_all("third")
    before = all_joins()
    forget_all_joins()
    monkeypatch.setattr(join_matters, "_MEETINGS_AT_A_TIME", 2)
    portions: list[Sequence[int]] = []

    def stop_at_the_second(ids: Sequence[int]) -> None:
        portions.append(ids)
        join_again(ids)
        if len(portions) == 2:
            raise KeyboardInterrupt

    with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):
        patch.setattr(join_matters, "join_again", stop_at_the_second)
        join()
    left = find_not_joined().count()
    assert 0 < left < len(MINUTES)
    assert join() == f"Møder fulgt: {left}."
    assert not tell_differences(before, all_joins())
