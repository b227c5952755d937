"""`import_minutes` takes files and folders, says which failed and why, and imports all the others."""

import os
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from minutes.models import Meeting, PublicationState, SourceDocument
from tests.build.documents import decided, item_text, minutes_text
from tests.build.pdf import pdf
from tests.build.rows import add_user
from tests.build.word import paragraph, word, zipped

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
    written, complaints, code = run(folder)
    assert (written, code) == (
        "2 importeret, 0 i ny version, 0 fandtes allerede, 0 fejlede, 1 sprunget over.\n",
        0,
    )
    assert complaints.startswith(f"{folder / 'laesmig.md'}: sprunget over: Et referat er en tekstfil")
    assert set(SourceDocument.objects.values_list("name", flat=True)) == {"august.txt", "byraad.txt"}
    assert set(Meeting.objects.values_list("state", flat=True)) == {PublicationState.DRAFT}


def test_meetings_are_published_where_that_is_asked(folder):
    run(folder, "--publish")
    assert Meeting.objects.published_only().count() == 2


def test_again_the_command_says_what_was_there_and_what_is_new(folder):
    run(folder)
    (folder / "byraad.txt").write_text(minutes_text(body="Byrådet") + "\nMere.", encoding="utf-8")
    assert run(folder)[0].startswith("0 importeret, 1 i ny version, 1 fandtes allerede, 0 fejlede")


def test_files_that_fail_are_named_with_the_reason_and_the_others_are_in(folder):
    (folder / "a-novelle.txt").write_text("Der var engang.")
    (folder / "b-tom.txt").write_bytes(b"")
    (folder / "c.pdf").write_bytes(b"%PDF-1.7")
    written, complaints, code = run(folder, folder / "nej.txt")
    assert written == "2 importeret, 0 i ny version, 0 fandtes allerede, 4 fejlede, 1 sprunget over.\n"
    assert code == 1
    lines = complaints.splitlines()
    assert len(lines) == 5
    for line, name, reason in zip(
        lines,
        ("a-novelle.txt", "b-tom.txt", "c.pdf", "nej.txt", "laesmig.md"),
        ("Der var engang.", "Filen er tom", "et PDF-dokument", "Filen findes ikke.", "sprunget over"),
        strict=True,
    ):
        assert line.startswith(f"{folder / name}: ")
        assert reason in line


# What is asked about, waits, or is barred


@pytest.fixture
def write(tmp_path):
    """A function that writes a file of minutes, and gives its path."""

    def write(name: str, text: str) -> Path:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    return write


def titled(title: str, suffix: str = "") -> str:
    return minutes_text(item_text(1, title, "13/101")) + suffix


IMPOSSIBLE = "\n\n" + decided("Direktionen", "31-02-2013", "Godkendt.")
NOTHING = "0 importeret, 0 i ny version, 0 fandtes allerede"


def test_minutes_with_other_items_are_refused_with_the_question_and_the_ways_on(write):
    run(write("foerste.txt", minutes_text()))
    path = write("anden.txt", minutes_text(item_text(1, "Havnen")))
    written, complaints, code = run(path)
    assert (written, code) == (f"{NOTHING}, 1 fejlede.\n", 1)
    assert complaints.startswith(f"{path}: Arkivet har allerede et møde i Direktionen den 27-08-2013, og")
    assert "Er det et tillæg eller et ekstraordinært møde?" in complaints
    assert "--as-new-version" in complaints
    assert "--as-other-meeting" in complaints


def test_the_first_way_on_is_a_new_version(write):
    run(write("foerste.txt", minutes_text()))
    path = write("anden.txt", minutes_text(item_text(1, "Havnen")))
    assert run(path, "--as-new-version") == (
        "0 importeret, 1 i ny version, 0 fandtes allerede, 0 fejlede.\n",
        "",
        0,
    )
    assert Meeting.objects.count() == 1


def test_the_second_is_another_meeting(write):
    run(write("foerste.txt", minutes_text()))
    path = write("anden.txt", minutes_text(item_text(1, "Havnen")))
    assert run(path, "--as-other-meeting")[0].startswith("1 importeret")
    assert run(path, "--as-other-meeting")[0].startswith("0 importeret, 0 i ny version, 1 fandtes allerede")
    assert list(Meeting.objects.order_by("pk").values_list("slug", "ordinal")) == [
        ("2013-08-27", 1),
        ("2013-08-27-1000", 2),
    ]


def test_the_bytes_of_an_earlier_version_are_named_and_restored_on_demand(write):
    old = write("gammel.txt", titled("Gammel"))
    run(old)
    run(write("ny.txt", titled("Ny")))
    assert run(old) == (
        f"{NOTHING}, 1 findes som tidligere version, 0 fejlede.\n",
        f"{old}: findes som version 1; --restore sætter den i kraft.\n",
        0,
    )
    assert run(old, "--restore") == (f"{NOTHING}, 1 sat i kraft igen, 0 fejlede.\n", "", 0)
    assert SourceDocument.objects.in_force().get().version == 1


def test_a_new_version_of_what_is_published_waits_until_it_is_published(write):
    run(write("gammel.txt", titled("Gammel")), "--publish")
    path = write("ny.txt", titled("Ny"))
    assert run(path) == (f"{NOTHING}, 1 venter på offentliggørelse, 0 fejlede.\n", "", 0)
    assert run(path)[0] == "0 importeret, 0 i ny version, 1 fandtes allerede, 0 fejlede.\n"
    assert run(path, "--publish")[0].startswith("0 importeret, 1 i ny version")


def test_what_cannot_be_published_is_named_and_has_failed_in_every_run(write):
    path = write("fejl.txt", titled("Emne", IMPOSSIBLE))
    for answer in ("importeret", "findes allerede"):
        written, complaints, code = run(path, "--publish")
        assert (written, code) == (f"{NOTHING}, 1 fejlede.\n", 1)
        assert complaints.startswith(
            f"{path}: Direktionen 27-08-2013 (kladde, {answer}) kan ikke offentliggøres: linje 11: "
        )
    assert Meeting.objects.get().is_draft
    assert run(path) == ("0 importeret, 0 i ny version, 1 fandtes allerede, 0 fejlede.\n", "", 0)


def test_one_that_is_barred_keeps_no_other_from_being_published(write, tmp_path):
    write("a.txt", titled("Emne", IMPOSSIBLE))
    write("b.txt", minutes_text(date="28-08-2013"))
    assert run(tmp_path, "--publish")[0] == "1 importeret, 0 i ny version, 0 fandtes allerede, 1 fejlede.\n"
    assert Meeting.objects.published_only().count() == 1


def test_a_barred_version_of_a_published_meeting_waits(write):
    run(write("gammel.txt", titled("Gammel")), "--publish")
    path = write("ny.txt", titled("Ny", IMPOSSIBLE))
    for _ in range(2):
        _, complaints, code = run(path, "--publish")
        assert "(offentliggjort, venter på offentliggørelse) kan ikke offentliggøres" in complaints
        assert code == 1
    assert Meeting.objects.get().items.get().title == "Gammel"


def test_the_user_who_decides_is_remembered(write):
    user = add_user("arkivar")
    run(write("a.txt", minutes_text()), "--by", "arkivar")
    assert SourceDocument.objects.get().imported_by == user


def test_an_unknown_user_is_an_error_before_anything_is_read(write):
    with pytest.raises(CommandError, match="ingen aktiv bruger med navnet 'ukendt'"):
        run(write("a.txt", minutes_text()), "--by", "ukendt")
    assert not Meeting.objects.exists()


def test_a_file_is_taken_as_one_thing_only(write):
    with pytest.raises(CommandError):
        run(write("a.txt", minutes_text()), "--as-new-version", "--restore")


def test_a_file_name_that_is_no_text_is_no_obstacle(folder):
    (folder / os.fsdecode(b"\xff.txt")).write_text(minutes_text(date="28-08-2013"))
    (folder / os.fsdecode(b"\xfe.txt")).write_text("novelle")
    written, complaints, _ = run(folder)
    assert written.startswith("3 importeret")
    assert complaints.startswith(f"{folder}/\ufffd.txt: ")


# Folders


def test_a_folder_without_a_file_that_is_read_has_failed(tmp_path):
    sentence = "Der er ingen filer i mappen, som læses (.txt, .pdf, .docx)."
    assert run(tmp_path) == (f"{NOTHING}, 1 fejlede.\n", f"{tmp_path}: {sentence}\n", 1)
    (tmp_path / "regneark.xlsx").write_bytes(zipped({"xl/workbook.xml": "x"}))
    written, complaints, code = run(tmp_path)
    assert (written, code) == (f"{NOTHING}, 1 fejlede, 1 sprunget over.\n", 1)
    assert sentence in complaints
    assert "regneark.xlsx: sprunget over: Filen er et regneark (.xlsx)." in complaints


def test_one_folder_without_anything_beside_one_with_minutes_has_failed(folder, tmp_path):
    (tmp_path / "tom").mkdir()
    assert run(folder / "2013", tmp_path / "tom")[0::2] == (
        "1 importeret, 0 i ny version, 0 fandtes allerede, 1 fejlede.\n",
        1,
    )


def test_a_folder_is_read_in_all_formats_and_all_else_is_named_at_each_run(tmp_path):
    (tmp_path / "a.pdf").write_bytes(pdf(minutes_text()))
    paragraphs = "".join(map(paragraph, minutes_text(date="28-08-2013").split("\n")))
    (tmp_path / "b.docx").write_bytes(word(paragraphs))
    (tmp_path / "c.txt").write_text(minutes_text(date="29-08-2013"))
    (tmp_path / "~$b.docx").write_bytes(b"\x05Anna")
    (tmp_path / "under").mkdir()
    (tmp_path / "under" / "d.doc").write_bytes(b"\xd0\xcf\x11\xe0" + "WordDocument".encode("utf-16-le"))
    for counts in ("3 importeret, 0 i ny version, 0", "0 importeret, 0 i ny version, 3"):
        written, complaints, code = run(tmp_path)
        assert (written, code) == (f"{counts} fandtes allerede, 0 fejlede, 2 sprunget over.\n", 0)
        d, b = complaints.splitlines()
        assert d.startswith(
            f"{tmp_path}/under/d.doc: sprunget over: Filen er et ældre Word-dokument (.doc). Åbn"
        )
        assert b.startswith(f"{tmp_path}/~$b.docx: sprunget over: Filen er en hjælpefil")


def test_a_file_that_is_named_itself_is_read_whatever_its_name_is(tmp_path):
    path = tmp_path / "referat.md"
    path.write_text(minutes_text())
    assert run(path) == ("1 importeret, 0 i ny version, 0 fandtes allerede, 0 fejlede.\n", "", 0)
    assert run(path, tmp_path)[0] == f"{NOTHING.replace('0 f', '1 f')}, 1 fejlede.\n"
