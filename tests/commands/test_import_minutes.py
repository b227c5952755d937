"""`import_minutes` takes files and folders, says which failed and why, and imports all the others."""

import os
from io import StringIO

import pytest
from django.core.management import call_command

from minutes.models import Meeting, PublicationState, SourceDocument
from tests.build.documents import minutes_text

pytestmark = pytest.mark.django_db


def run(*arguments: object) -> tuple[str, str, int]:
    """What the command writes, what it complains of, and its exit code."""
    out, err = StringIO(), StringIO()
    code = 0
    try:
        call_command("import_minutes", *map(str, arguments), stdout=out, stderr=err, no_color=True)
    except SystemExit as stopped:
        code = stopped.code
    return out.getvalue(), err.getvalue(), code


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "2013").mkdir()
    (tmp_path / "2013" / "august.txt").write_text(minutes_text(), encoding="utf-8")
    (tmp_path / "byraad.txt").write_text(minutes_text(body="Byrådet"), encoding="cp1252")
    (tmp_path / "laesmig.md").write_text("ikke et referat")
    return tmp_path


def test_a_folder_is_imported_with_all_below_it(folder):
    assert run(folder) == ("2 importeret, 0 i ny version, 0 fandtes allerede, 0 fejlede.\n", "", 0)
    assert set(SourceDocument.objects.values_list("name", flat=True)) == {"august.txt", "byraad.txt"}
    assert set(Meeting.objects.values_list("state", flat=True)) == {PublicationState.DRAFT}


def test_meetings_are_published_where_that_is_asked(folder):
    run(folder, "--publish")
    assert Meeting.objects.published_only().count() == 2


def test_again_the_command_says_what_was_there_and_what_is_new(folder):
    run(folder)
    (folder / "byraad.txt").write_text(minutes_text(body="Byrådet") + "\nMere.", encoding="utf-8")
    assert run(folder)[0] == "0 importeret, 1 i ny version, 1 fandtes allerede, 0 fejlede.\n"


def test_files_that_fail_are_named_with_the_reason_and_the_others_are_in(folder):
    (folder / "a-novelle.txt").write_text("Der var engang.")
    (folder / "b-tom.txt").write_bytes(b"")
    (folder / "c.txt").write_bytes(b"%PDF-1.7")
    written, complaints, code = run(folder, folder / "nej.txt")
    assert written == "2 importeret, 0 i ny version, 0 fandtes allerede, 4 fejlede.\n"
    assert code == 1
    lines = complaints.splitlines()
    assert len(lines) == 4
    for line, name, reason in zip(
        lines,
        ("a-novelle.txt", "b-tom.txt", "c.txt", "nej.txt"),
        ("Der var engang.", "Filen er tom", "PDF-dokument", "Filen findes ikke."),
        strict=True,
    ):
        assert line.startswith(f"{folder / name}: ")
        assert reason in line


def test_a_file_name_that_is_no_text_is_no_obstacle(folder):
    (folder / os.fsdecode(b"\xff.txt")).write_text(minutes_text(date="28-08-2013"))
    (folder / os.fsdecode(b"\xfe.txt")).write_text("novelle")
    written, complaints, _ = run(folder)
    assert written.startswith("3 importeret")
    assert complaints.startswith(f"{folder}/\ufffd.txt: ")


def test_an_empty_folder_is_nothing_to_do(tmp_path):
    assert run(tmp_path) == ("0 importeret, 0 i ny version, 0 fandtes allerede, 0 fejlede.\n", "", 0)
