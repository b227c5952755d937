"""Synonyms that come with the archive: what an archivist made of them stays, whatever is loaded, and how often."""

from __future__ import annotations

import json
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from minutes.editing.names.shipped_synonyms import FILE, load_synonyms, read_shipped
from minutes.management.commands import load_synonyms as load_synonyms_command
from minutes.models import Event, ShippedSynonyms, SynonymGroup
from tests.build.synonyms import add_synonyms

pytestmark = pytest.mark.django_db

GROUPS = [
    {"words": ["dagpasning", "dagtilbud"]},
    {"wider": "ældrepleje", "words": ["hjemmepleje", "plejehjem"]},
    {"words": ["APV", "arbejdspladsvurdering"]},
    {"words": ["chef", "leder", "forstander"]},
    {"words": ["MUS", "medarbejderudviklingssamtale"]},
]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return written(tmp_path / "synonyms.json", GROUPS)


def written(path: Path, groups: object) -> Path:
    path.write_text(json.dumps({"groups": groups}, ensure_ascii=False), encoding="utf-8")
    return path


def groups() -> set[str]:
    return {str(group) for group in SynonymGroup.objects.all()}


def group_with(word: str) -> SynonymGroup:
    return SynonymGroup.objects.get(words__contains=[word])


def test_all_are_loaded_and_the_second_time_none(file):
    assert load_synonyms(file) == (5, 0, 0)
    assert "ældrepleje ← hjemmepleje, plejehjem" in groups()
    assert load_synonyms(file) == (0, 0, 0)
    assert SynonymGroup.objects.count() == 5
    (event,) = Event.objects.all()
    assert event.by_name == ""
    assert event.details == "5 nye grupper, 0 rettet"


def test_what_was_changed_or_deleted_stays_so(file):
    load_synonyms(file)
    SynonymGroup.objects.filter(pk=group_with("APV").pk).update(words=["APV", "trivselsmåling"])
    group_with("chef").delete()
    before = groups()
    changed = [{**each, "words": [*each["words"], "nyt ord"]} for each in GROUPS[2:4]]
    assert load_synonyms(written(file, [*GROUPS[:2], *changed, GROUPS[4]])) == (0, 0, 2)
    assert groups() == before


def test_what_nobody_touched_follows_the_file(file):
    load_synonyms(file)
    changed = {"words": ["dagpasning", "dagtilbud", "børnepasning"]}
    assert load_synonyms(written(file, [changed, *GROUPS[1:]])) == (0, 1, 0)
    assert group_with("dagpasning").words == ["dagpasning", "dagtilbud", "børnepasning"]
    assert load_synonyms(written(file, [changed, *GROUPS[1:]])) == (0, 0, 0)


def test_what_leaves_the_file_stays_and_what_is_new_comes(file):
    load_synonyms(file)
    assert load_synonyms(written(file, [{"words": ["skole", "læreanstalt"]}])) == (1, 0, 0)
    assert SynonymGroup.objects.count() == 6


def test_a_group_that_an_archivist_has_made_already_is_not_made_twice(file):
    add_synonyms("dagtilbud", "Dagpasning")
    assert load_synonyms(file).created == 4
    group_with("dagtilbud").delete()
    assert load_synonyms(file).created == 0
    assert ShippedSynonyms.objects.count() == 5


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "linje 1, tegn 1: ikke JSON"),
        ('{"groups": [\n{"words": ["a" "b"]}]}', "linje 2, tegn 16: ikke JSON"),
        ("[]", 'en liste under "groups"'),
        ("[" * 100_000, "ikke JSON|liste af grupper"),
        ('{"groups": [{"words": ["hus", "bolig"]}, "x"]}', 'gruppe 2 ("x"): skal være et objekt'),
        ('{"groups": [{"words": ["hus", "bolig"], "wide": "x"}]}', "gruppe 1"),
        ('{"groups": [{"words": "hus"}]}', '"words" skal være en liste'),
        ('{"groups": [{"words": ["hus", 3]}]}', '"words" skal være en liste'),
        ('{"groups": [{"words": ["hus"], "wider": ""}]}', '"wider" skal være et ord'),
        ('{"groups": [{"words": ["hus"]}]}', "mindst to ord"),
        ('{"groups": [{"words": ["hus", "huset"]}]}', "er det samme ord"),
        (
            '{"groups": [{"words": ["hus", "bolig"]}, {"words": ["huset", "boligen", "bo"]}]}',
            "gruppe 2 (huset, boligen, bo): begynder som gruppe 1 (hus, bolig)",
        ),
    ],
)
def test_a_broken_file_tells_what_is_wrong_and_where_and_changes_nothing(text, told, tmp_path):
    file = tmp_path / "synonyms.json"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(CommandError) as error:
        call_command("load_synonyms", str(file))
    assert any(each in str(error.value) for each in told.split("|"))
    assert "Intet er ændret" in str(error.value)
    assert not SynonymGroup.objects.exists()
    assert not ShippedSynonyms.objects.exists()


def test_a_file_that_is_not_there_or_no_text_is_told(tmp_path):
    with pytest.raises(CommandError, match="findes ikke"):
        call_command("load_synonyms", str(tmp_path / "intet.json"))
    file = tmp_path / "latin.json"
    file.write_bytes('{"groups": "æ"}'.encode("latin-1"))
    with pytest.raises(CommandError, match="byte 13 er ikke UTF-8"):
        call_command("load_synonyms", str(file))


def test_the_command_says_what_it_did(file):
    out = StringIO()
    call_command("load_synonyms", str(file), stdout=out)
    assert (
        out.getvalue()
        == "Grupper af synonymer oprettet: 5. Rettet: 0. Ændret eller slettet af arkivarer: 0.\n"
    )


@pytest.mark.skipif(not FILE.exists(), reason="the shipped synonyms are not there")
def test_the_file_that_is_shipped_is_whole():
    assert len(read_shipped(FILE)) >= 150


def test_preparing_loads_them_and_a_broken_file_holds_up_nothing(file, monkeypatch, capsys):
    monkeypatch.setenv("ARCHIVE_SAMPLES", "0")
    monkeypatch.setattr(load_synonyms_command, "FILE", file)
    call_command("prepare")
    assert "Grupper af synonymer oprettet: 5." in capsys.readouterr().out
    file.write_text("{", encoding="utf-8")
    call_command("prepare")
    assert "synonyms.json: linje 1, tegn 2: ikke JSON" in capsys.readouterr().err
    assert SynonymGroup.objects.count() == 5
