from io import StringIO

import pytest
from django.core.management import call_command

from minutes.models import SearchDocument
from minutes.search.index.item_words import ANALYSER_VERSION
from minutes.search.index.writing import index_meetings
from tests.build.indexed import add_indexed_item
from tests.build.joined_archive import hold, hold_all
from tests.build.joins import all_joins, all_joins_made_anew, tell_differences
from tests.build.rows import add_meeting

pytestmark = pytest.mark.django_db


def reindex(*arguments: str) -> str:
    said = StringIO()
    call_command("reindex", *arguments, stdout=said)
    return said.getvalue().strip()


def test_what_is_missing_or_outdated_is_indexed_and_the_rest_left():
    current = add_indexed_item(add_meeting(body="Byrådet"), "Skoler")
    outdated = add_indexed_item(add_meeting(body="Direktionen"), "Veje")
    missing = add_indexed_item(add_meeting(body="Udvalget"), "Parker")
    SearchDocument.objects.filter(pk=outdated.pk).update(analyser_version=0, vector="")
    SearchDocument.objects.filter(pk=current.pk).update(vector="")
    SearchDocument.objects.filter(pk=missing.pk).delete()
    assert reindex() == "Møder gennemgået: 2. Punkter indekseret: 2."
    assert "vej" in SearchDocument.objects.get(pk=outdated.pk).vector
    assert "park" in SearchDocument.objects.get(pk=missing.pk).vector
    assert SearchDocument.objects.get(pk=current.pk).vector == ""


def test_a_second_run_has_nothing_to_do():
    add_indexed_item(add_meeting(), "Skoler")
    SearchDocument.objects.all().delete()
    reindex()
    assert reindex() == "Møder gennemgået: 0. Punkter indekseret: 0."


def test_all_meetings_are_indexed_when_asked_for():
    add_indexed_item(add_meeting(), "Skoler")
    SearchDocument.objects.update(vector="")
    assert reindex("--all") == "Møder gennemgået: 1. Punkter indekseret: 1."
    assert "skol" in SearchDocument.objects.get().vector


@pytest.mark.django_db(transaction=True)
def test_a_run_that_was_stopped_is_taken_up_where_it_was(monkeypatch):
    for number in range(3):
        add_indexed_item(add_meeting(body=f"Udvalg {number}"))
    SearchDocument.objects.update(analyser_version=0)
    monkeypatch.setattr("minutes.management.commands.reindex._MEETINGS_AT_A_TIME", 1)
    indexed = []

    def stop_at_the_third(ids: list[int]) -> int:
        if len(indexed) == 2:
            raise KeyboardInterrupt
        indexed.extend(ids)
        return index_meetings(ids)

    with monkeypatch.context() as patched, pytest.raises(KeyboardInterrupt):
        patched.setattr("minutes.management.commands.reindex.index_meetings", stop_at_the_third)
        reindex()
    assert SearchDocument.objects.filter(analyser_version=ANALYSER_VERSION).count() == 2
    assert reindex() == "Møder gennemgået: 1. Punkter indekseret: 1."


def test_what_is_indexed_anew_stays_joined():
    hold_all("third")
    before = all_joins()
    reindex("--all")
    assert not tell_differences(before, all_joins())


def test_what_the_index_lacked_is_joined_with_what_came_meanwhile():
    hold("second")
    SearchDocument.objects.all().delete()
    hold("first")
    assert not [row for row in all_joins()["taken up"] if row[3]]
    reindex()
    assert [row for row in all_joins()["taken up"] if row[3]]
    assert not tell_differences(all_joins(), all_joins_made_anew())
