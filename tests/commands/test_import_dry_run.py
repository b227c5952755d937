"""`import_minutes --dry-run` says what would come of each file, and keeps nothing."""

from pathlib import Path

import pytest

from tests.build.commands import Ran, run
from tests.build.documents import decided, item_text, minutes_text
from tests.build.imports import all_rows, imported

pytestmark = pytest.mark.django_db

BEFORE = minutes_text(item_text(1, "Budget 2014", "13/101"), item_text(2, "Ny kantine", "13/102"))
AFTER = minutes_text(item_text(1, "Budget 2014", "13/101"), item_text(2, "Nyt køkken", "13/102"))
OTHER = minutes_text(item_text(1, "Ansættelse af direktør", "13/900"))
IMPOSSIBLE = BEFORE + "\n\n" + decided("Direktionen", "31-02-2013", "Godkendt.")


@pytest.fixture
def dry_run(tmp_path: Path):
    def dry_run(text: str, *flags: str) -> Ran:
        path = tmp_path / "referat.txt"
        path.write_text(text, encoding="utf-8")
        before = all_rows()
        ran = run("import_minutes", str(path), "--dry-run", *flags)
        assert all_rows() == before
        return ran

    return dry_run


def test_a_new_meeting_is_named(dry_run) -> None:
    ran = dry_run(BEFORE)
    assert "referat.txt: Direktionen 27-08-2013: ville blive et nyt møde, 2 punkter\n" in ran.out
    assert ran.out.endswith("Intet er gemt.\n")
    assert ran.code == 0


@pytest.mark.parametrize(
    ("publish", "becomes"),
    [(False, "ville blive en ny version"), (True, "ville vente som ny version af et offentliggjort møde")],
)
def test_the_difference_to_what_is_there_is_written(publish: bool, becomes: str, dry_run) -> None:
    imported(BEFORE, publish=publish)
    out = dry_run(AFTER).out
    assert becomes in out
    assert "  ~ Punkt 2: Nyt køkken\n      titel: [-Ny kantine-]{+Nyt køkken+}\n" in out


def test_items_that_come_and_go_are_named(dry_run) -> None:
    imported(BEFORE)
    out = dry_run(minutes_text(item_text(1, "Budget 2014", "13/101"), item_text(3, "Ferie", "13/103"))).out
    assert "  + Punkt 3: Ferie\n" in out
    assert "  - Punkt 2: Ny kantine\n" in out
    assert "adresser uden punkt bagefter: punkt-2\n" in out


def test_what_is_there_is_there(dry_run) -> None:
    imported(BEFORE)
    assert "findes allerede" in dry_run(BEFORE).out


@pytest.mark.parametrize(("flags", "code"), [((), 0), (("--publish",), 1)])
def test_what_bars_publication_is_written_and_fails_where_that_was_asked(flags, code: int, dry_run) -> None:
    ran = dry_run(IMPOSSIBLE, *flags)
    assert "til hinder for offentliggørelse: linje" in ran.out
    assert ran.code == code


def test_other_items_are_refused_unless_somebody_says_what_they_are(dry_run) -> None:
    imported(BEFORE)
    refused = dry_run(OTHER)
    assert refused.code == 1
    assert "--as-new-version" in refused.out
    assert "ville blive et nyt møde" in dry_run(OTHER, "--as-other-meeting").out
    assert "ville blive en ny version" in dry_run(OTHER, "--as-new-version").out


def test_what_is_no_minutes_fails_with_its_reason(dry_run) -> None:
    ran = dry_run("En huskeseddel")
    assert "Forventede" in ran.err
    assert ran.code == 1
