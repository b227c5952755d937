"""The server runs wherever the archive is unpacked, under any locale, and as whichever user."""

import os
import shutil
import stat
from importlib.util import find_spec
from pathlib import Path

import pytest
from psycopg import OperationalError

from archive_site.postgres import cluster as cluster_module
from archive_site.postgres.account import Account, server_account
from archive_site.postgres.cluster import Cluster
from archive_site.postgres.programs import WHEEL, find_programs
from archive_site.postgres.server import make_socket_folder
from tests.archive_site.conftest import is_gone, pid_of, query

with_wheel = pytest.mark.skipif(
    not find_spec(WHEEL), reason="an archive with DATABASE_URL does not install it"
)
as_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root lends the server another account")


@pytest.mark.parametrize(
    "name",
    ["with a space", "Høje-Taastrup æøåÆØÅ", 'it\'s "quoted"', "$HOME `id` %d", "a,b", "d" * 200],
    ids=["space", "danish", "quotes", "shell", "comma", "too long for a socket"],
)
def test_the_data_folder_may_have_any_name(move_cluster, new_folder, name):
    cluster = move_cluster(new_folder / name / "postgres")
    assert query(cluster, "SELECT 1") == [(1,)]
    sockets = Path(cluster.start()["host"])
    assert stat.S_IMODE(sockets.stat().st_mode) == 0o700
    cluster.release()
    assert is_gone(cluster)
    if sockets.parent == Path("/tmp"):
        shutil.rmtree(sockets)


@pytest.mark.parametrize("locale", ["C", "xx_XX.nowhere"])
def test_a_database_made_under_another_locale_knows_the_danish_letters(new_folder, monkeypatch, locale):
    monkeypatch.setenv("LC_ALL", locale)
    cluster = Cluster(new_folder / "postgres")
    folded = "lower('ÆØÅ') = 'æøå' AND to_tsvector('danish', 'ØDC') @@ to_tsquery('danish', 'ødc')"
    assert query(cluster, f"SELECT {folded}") == [(True,)]
    assert query(cluster, "SHOW server_encoding") == [("UTF8",)]
    cluster.release()


def test_the_server_has_the_memory_that_whoever_starts_it_gives_it(cluster, new_folder):
    assert query(cluster, "SHOW shared_buffers") == [("256MB",)]
    larger = Cluster(new_folder / "postgres", buffers_mb=300)
    assert query(larger, "SHOW shared_buffers") == [("300MB",)]
    larger.release()


def test_the_callers_variables_for_postgresql_are_not_the_servers(cluster, monkeypatch):
    monkeypatch.setenv("PGDATA", "/nowhere")
    monkeypatch.setenv("PGPORT", "1")
    assert query(cluster, "SELECT 1") == [(1,)]


def test_a_folder_reached_through_a_link_is_the_same_server(cluster, new_folder):
    (new_folder / "link").symlink_to(cluster.folder)
    cluster.start()
    other = Cluster(new_folder / "link")
    other.start()
    assert pid_of(other) == pid_of(cluster)
    other.release()


def test_the_server_listens_on_no_network(cluster):
    assert query(cluster, "SHOW listen_addresses") == [("",)]


def test_a_database_of_another_major_version_is_refused_with_what_to_do(cluster_to_spoil):
    (cluster_to_spoil.data / "PG_VERSION").write_text("13\n")
    with pytest.raises(OperationalError, match=r"made by PostgreSQL 13.*pg_dump.*pg_restore"):
        cluster_to_spoil.start()
    assert is_gone(cluster_to_spoil)


@as_root
def test_as_root_the_server_runs_as_somebody_else(cluster):
    cluster.start()
    assert Path(f"/proc/{pid_of(cluster)}").stat().st_uid != 0
    assert cluster.data.owner() in ("postgres", "nobody")


@as_root
def test_as_root_no_folder_that_was_there_is_changed(move_cluster, new_folder):
    before = new_folder.stat()
    move_cluster(new_folder / "var" / "postgres").start()
    after = new_folder.stat()
    assert (after.st_mode, after.st_uid, after.st_gid) == (before.st_mode, before.st_uid, before.st_gid)


@as_root
def test_as_root_a_folder_that_the_server_cannot_reach_is_refused_and_left_as_it_is(new_folder):
    new_folder.chmod(0o700)
    with pytest.raises(OperationalError, match=r"cannot reach .* set ARCHIVE_VAR"):
        Cluster(new_folder / "postgres").start()
    assert stat.S_IMODE(new_folder.stat().st_mode) == 0o700


@as_root
@with_wheel
def test_as_root_programs_that_the_server_cannot_reach_are_copied_once(cluster, new_folder, monkeypatch):
    programs = _hide(find_programs(), new_folder / "private")
    monkeypatch.setattr(cluster_module, "find_programs", lambda: programs)
    assert query(cluster, "SELECT 1") == [(1,)]
    cluster.release()
    (copy,) = cluster.folder.glob("programs-*")
    made = copy.stat().st_ctime_ns
    cluster.start()
    assert [(folder, folder.stat().st_ctime_ns) for folder in cluster.folder.glob("programs-*")] == [
        (copy, made)
    ]


@as_root
def test_as_root_data_of_an_ordinary_user_is_served_as_that_user(new_folder):
    data = new_folder / "data"
    data.mkdir()
    os.chown(data, 12345, 12345)
    assert server_account(data) == Account(12345, 12345)


@as_root
def test_a_folder_for_sockets_that_belongs_to_another_is_refused(new_folder):
    sockets = new_folder / "socket"
    sockets.mkdir()
    os.chown(sockets, 12345, 12345)
    with pytest.raises(OperationalError, match="remove it"):
        make_socket_folder(new_folder, server_account(new_folder / "data"))


def test_a_link_in_the_place_of_the_folder_for_sockets_is_refused(new_folder):
    (new_folder / "elsewhere").mkdir()
    (new_folder / "socket").symlink_to(new_folder / "elsewhere")
    with pytest.raises(OperationalError, match="remove it"):
        make_socket_folder(new_folder, server_account(new_folder / "data"))


def _hide(programs: Path, private: Path) -> Path:
    package = programs.parent.parent
    private.mkdir(mode=0o700)
    shutil.copytree(package / "pginstall", private / package.name / "pginstall", symlinks=True)
    shutil.copytree(
        package.with_name(f"{package.name}.libs"), private / f"{package.name}.libs", symlinks=True
    )
    return private / package.name / "pginstall" / "bin"
