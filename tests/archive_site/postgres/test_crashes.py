"""The server survives what processes die of."""

import os
import signal
import subprocess
import threading
import time

import psycopg
import pytest

from archive_site.postgres.account import server_account
from archive_site.postgres.cluster import DATABASE, Cluster
from tests.archive_site.conftest import is_gone, pid_of, query


def test_a_server_killed_under_load_starts_again_at_once_with_every_acknowledged_row(cluster):
    query(cluster, "DROP TABLE IF EXISTS entry; CREATE TABLE entry (number int)")
    acknowledged = []

    def write():
        with psycopg.connect(**cluster.start(), dbname=DATABASE, autocommit=True) as connection:
            for number in range(1_000_000):
                connection.execute("INSERT INTO entry VALUES (%s)", [number])
                acknowledged.append(number)

    writer = threading.Thread(target=_until_the_server_dies, args=(write,))
    writer.start()
    while len(acknowledged) < 50:
        time.sleep(0.01)
    server = pid_of(cluster)
    os.kill(server, signal.SIGKILL)
    os.waitid(os.P_PID, server, os.WEXITED | os.WNOWAIT)  # dead, and left a zombie

    rows = query(cluster, "SELECT number FROM entry ORDER BY number")
    writer.join()
    assert [number for (number,) in rows][: len(acknowledged)] == acknowledged


def _until_the_server_dies(work):
    with pytest.raises(psycopg.OperationalError):
        work()


def test_a_backend_killed_with_9_does_not_end_the_service(cluster):
    cluster.start()
    with (
        pytest.raises(psycopg.OperationalError),
        psycopg.connect(**cluster.start(), dbname=DATABASE) as connection,
    ):
        os.kill(connection.info.backend_pid, signal.SIGKILL)
        connection.execute("SELECT 1")
    deadline = time.monotonic() + 30
    while True:
        try:
            assert query(cluster, "SELECT 1") == [(1,)]
            break
        except psycopg.OperationalError:  # it is restarting its backends
            assert time.monotonic() < deadline


@pytest.mark.parametrize(
    "content",
    ["", "\n", "nonsense\n", "-1\n", "0\n", "4194303\n/nowhere\n1700000000\n5432\n/tmp\n\n 1 2\nready   \n"],
    ids=["empty", "blank", "no number", "negative", "zero", "dead"],
)
def test_a_stale_pid_file_does_not_keep_the_server_from_starting(cluster, content):
    _leave_pid_file(cluster, content)
    assert query(cluster, "SELECT 1") == [(1,)]


def test_a_pid_that_now_belongs_to_a_stranger_is_neither_believed_nor_harmed(cluster):
    account = server_account(cluster.data)
    stranger = subprocess.Popen(["sleep", "60"], **account.for_subprocess())
    try:
        _leave_pid_file(
            cluster, f"{stranger.pid}\n{cluster.data}\n1700000000\n5432\n{cluster.folder}\n\n 1 2\nready\n"
        )
        assert query(cluster, "SELECT 1") == [(1,)]
        cluster.release()
        assert is_gone(cluster)
        assert stranger.poll() is None
    finally:
        stranger.kill()
        stranger.wait()


def test_a_socket_and_its_lock_left_by_a_killed_server_are_in_nobodys_way(cluster):
    cluster.start()
    server = pid_of(cluster)
    os.kill(server, signal.SIGKILL)
    os.waitid(os.P_PID, server, os.WEXITED | os.WNOWAIT)
    sockets = cluster.folder / "socket"
    stranger = subprocess.Popen(["sleep", "60"], **server_account(cluster.data).for_subprocess())
    try:
        (sockets / ".s.PGSQL.5432.lock").write_text(
            f"{stranger.pid}\n{cluster.data}\n1700000000\n5432\n{sockets}\n"
        )
        assert query(cluster, "SELECT 1") == [(1,)]
    finally:
        stranger.kill()
        stranger.wait()


@pytest.mark.parametrize("files", [1, 20, 300], ids=["at its beginning", "early", "late"])
def test_after_initdb_was_killed_the_next_start_makes_the_database(new_folder, users, files):
    folder = new_folder / "postgres"
    user = users(folder)
    while sum(1 for _ in folder.glob("initdb-*/**/*")) < files and not (folder / "data").exists():
        time.sleep(0.001)
    os.killpg(user.process.pid, signal.SIGKILL)
    user.process.communicate()
    assert list(folder.glob("initdb-*")), "it was killed too late to show anything"

    cluster = Cluster(folder)
    assert query(cluster, "SELECT datname FROM pg_database WHERE datname = 'archive'") == [("archive",)]
    assert not list(folder.glob("initdb-*"))
    cluster.release()


def test_a_database_that_a_killed_first_start_did_not_make_is_made_by_the_next(cluster):
    with psycopg.connect(**cluster.start(), dbname="postgres", autocommit=True) as connection:
        connection.execute(f"DROP DATABASE {DATABASE}")
    cluster.release()
    assert query(cluster, "SELECT 1") == [(1,)]


def test_a_server_that_cannot_start_is_reported_with_the_end_of_its_log(cluster_to_spoil):
    (cluster_to_spoil.data / "postgresql.conf").write_text("work_memory = nonsense\n")
    with pytest.raises(psycopg.OperationalError, match=r"(?s)did not start.*server\.log.*work_memory"):
        cluster_to_spoil.start()
    cluster_to_spoil.release()
    assert is_gone(cluster_to_spoil)


def _leave_pid_file(cluster, content):
    file = cluster.data / "postmaster.pid"
    file.write_text(content)
    account = server_account(cluster.data)
    os.chown(file, account.uid, account.gid)
