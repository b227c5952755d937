"""The life of one embedded server: made, started, shared by the processes that use it, stopped by the last.

What is true of it is asked of the kernel, which forgets a process when it is gone. Every user of the server
holds ``users.lock`` with the others, the server itself and all its children hold ``server.lock``, and whoever
starts or stops it holds ``start.lock`` alone meanwhile.
"""

import atexit
import hashlib
import os
import shutil
import signal
import subprocess
import tempfile
import threading
import time
from pathlib import Path
from typing import BinaryIO

import psycopg
from psycopg import OperationalError

from archive_site.postgres.account import Account, server_account
from archive_site.postgres.locks import hold_alone, hold_with_others, is_held
from archive_site.postgres.programs import copy_programs, find_programs, major_version

DATABASE = "archive"
SUPERUSER = "postgres"
PORT = "5432"
SOCKET = f".s.PGSQL.{PORT}"
SOCKET_MAX_BYTES = 107  # sun_path in unix(7), less the closing NUL

START_SECONDS = 120  # a server that was killed first replays its log
STOP_SECONDS = 60
POLL_SECONDS = 0.05
LOG_LINES = 15

# Lines of postmaster.pid, counted from 0; see src/include/utils/pidfile.h of PostgreSQL.
SOCKET_LINE = 4
STATUS_LINE = 7

# C.UTF-8 knows the case of every letter on every machine; from version 17 it needs no locale of the system.
LOCALE = ["--encoding=UTF8", "--locale=C", "--lc-ctype=C.UTF-8"]
BUILTIN_LOCALE = ["--locale-provider=builtin", "--builtin-locale=C.UTF-8"]

SETTINGS = {
    "listen_addresses": "",
    "unix_socket_permissions": "0700",
    "shared_buffers": "256MB",
    "effective_cache_size": "1GB",
    "work_mem": "16MB",
    "maintenance_work_mem": "128MB",
    "random_page_cost": "1.1",
    "jit": "off",
    # A query whose asker is gone ends, so that a killed server is not kept waiting for it at the next start.
    "client_connection_check_interval": "2s",
    # Statements and key values may hold what is private, and stay out of the log.
    "log_min_error_statement": "panic",
    "log_error_verbosity": "terse",
    "log_checkpoints": "off",
}


class Cluster:
    """The server whose data, log and locks lie in ``folder``."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder.resolve()
        self.data = self.folder / "data"
        self.log = self.folder / "server.log"
        self._start_lock = self.folder / "start.lock"
        self._users_lock = self.folder / "users.lock"
        self._server_lock = self.folder / "server.lock"
        self._use: BinaryIO | None = None
        self._forget()
        os.register_at_fork(after_in_child=self._forget)
        atexit.register(self.release)

    def start(self) -> dict[str, str]:
        """Count this process among the users, start the server unless it runs, and return its host, port and user.

        Cheap to call before every connection. Raises OperationalError with what to do about it.
        """
        with self._mutex:
            if self._use is None or not self._is_ready():
                try:
                    self._join()
                except OSError as error:
                    raise OperationalError(
                        f"The embedded PostgreSQL in {self.folder} cannot start: {error}"
                    ) from error
            return self._address()

    def release(self) -> None:
        """Stop being a user; the last one stops the server. Called when the process ends."""
        with self._mutex:
            if self._use is None:
                return
            with hold_alone(self._start_lock):
                self._use.close()
                self._use = None
                if not is_held(self._users_lock):
                    self._stop()

    def postmaster(self) -> int | None:
        """Return the process id of the living server.

        The number in postmaster.pid alone proves nothing, it may be another's by now: the process must have been
        started on this data folder. A zombie has no command line any more.
        """
        try:
            pid = int(self._pid_file()[0])
            command = Path(f"/proc/{pid}/cmdline").read_bytes().split(b"\0")
        except (OSError, ValueError):
            return None
        return pid if os.fsencode(self.data) in command else None

    def _forget(self) -> None:
        # A forked child has a copy of its parent's lock. Closing the copy leaves the parent's alone, and the child
        # becomes a user in its own right when it first connects.
        if self._use:
            self._use.close()
        self._use = None
        self._server: subprocess.Popen[bytes] | None = None
        self._mutex = threading.Lock()

    # Starting

    def _join(self) -> None:
        if not Path("/proc/self/cmdline").exists():
            raise OperationalError(
                "The embedded PostgreSQL needs Linux. Set DATABASE_URL to a database that exists."
            )
        self._make_own_folder()
        with hold_alone(self._start_lock):
            self._use = self._use or hold_with_others(self._users_lock)
            if self.postmaster() is None:
                self._launch()
            self._wait_until_ready()
            self._create_database()

    def _make_own_folder(self) -> None:
        if not self.folder.exists():
            self.folder.mkdir(parents=True, exist_ok=True)
            self.folder.chmod(
                0o711
            )  # the server's account passes through; what lies in it is closed by itself

    def _launch(self) -> None:
        account = server_account(self.data)
        if not account.reaches(self.folder):
            raise OperationalError(
                f"PostgreSQL does not run as root, and the user {account.name} cannot reach {self.folder}. Run this "
                "as an ordinary user, or set ARCHIVE_VAR to a folder that all may enter, such as /srv/archive."
            )
        programs = find_programs()
        if not account.reaches(programs / "postgres"):
            programs = copy_programs(programs, self.folder)
        if not self.data.exists():
            self._initialise(programs, account)
        self._check_version(programs)
        self._wait_until_gone(START_SECONDS)
        self._run_server(programs, account, self._make_socket_folder(account))

    def _initialise(self, programs: Path, account: Account) -> None:
        for unfinished in self.folder.glob("initdb-*"):
            shutil.rmtree(unfinished, ignore_errors=True)
        new = Path(tempfile.mkdtemp(prefix="initdb-", dir=self.folder))
        account.own(new)
        locale = LOCALE + (BUILTIN_LOCALE if major_version(programs) >= 17 else [])
        access = [f"--username={SUPERUSER}", "--auth-local=trust", "--auth-host=reject"]
        done = subprocess.run(
            [programs / "initdb", "-D", new, *access, "--data-checksums", *locale],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            cwd="/",
            env=_environment(),
            **account.for_subprocess(),
            check=False,
        )
        if done.returncode:
            raise OperationalError(
                f"No database could be made in {self.folder}: {done.stdout.decode(errors='replace')}"
            )
        new.rename(self.data)  # whole or not there, whenever this is interrupted

    def _check_version(self, programs: Path) -> None:
        made_by = int((self.data / "PG_VERSION").read_text())
        if made_by != major_version(programs):
            raise OperationalError(
                f"The database in {self.data} was made by PostgreSQL {made_by}, and {programs} is PostgreSQL "
                f"{major_version(programs)}. Dump it with the old version (pg_dump), move the folder away, and restore "
                "the dump with the new one (pg_restore)."
            )

    def _make_socket_folder(self, account: Account) -> Path:
        folder = self.folder / "socket"
        # libpq splits a host at commas.
        if len(os.fsencode(folder / SOCKET)) > SOCKET_MAX_BYTES or "," in str(folder):
            digest = hashlib.sha256(os.fsencode(self.folder)).hexdigest()[:16]
            folder = Path("/tmp") / f"archive-{account.uid}-{digest}"  # noqa: S108 - checked to be the account's own
        account.make_folder(folder)
        return folder

    def _run_server(self, programs: Path, account: Account, sockets: Path) -> None:
        # What a killed server left would be believed if its number belongs to another process by now.
        for stale in (self.data / "postmaster.pid", sockets / SOCKET, sockets / f"{SOCKET}.lock"):
            stale.unlink(missing_ok=True)
        settings = SETTINGS | {"port": PORT, "unix_socket_directories": f'"{sockets}"'}
        options = [f"--{name}={value}" for name, value in settings.items()]
        with hold_alone(self._server_lock) as lock, self.log.open("ab") as log:
            self._server = subprocess.Popen(
                [programs / "postgres", "-D", self.data, *options],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                cwd="/",
                env=_environment(),
                pass_fds=[lock.fileno()],
                start_new_session=True,  # Ctrl-C in the terminal is for the users of the server
                **account.for_subprocess(),
            )

    def _create_database(self) -> None:
        with psycopg.connect(**self._address(), dbname="postgres", autocommit=True) as connection:
            if not connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [DATABASE]).fetchone():
                connection.execute(f"CREATE DATABASE {DATABASE}")

    # Stopping

    def _stop(self) -> None:
        pid = self.postmaster()
        if pid is None and self._server:
            pid = self._server.pid  # it was interrupted before it wrote its number down
        if pid and is_held(self._server_lock):
            os.kill(pid, signal.SIGINT)  # "fast": open transactions are rolled back, the data is written out
            self._wait_until_gone(STOP_SECONDS)
        if self._server:
            self._server.wait()

    def _wait_until_gone(self, seconds: float) -> None:
        # The children of a killed server leave by themselves; a new one must not touch their data before.
        deadline = time.monotonic() + seconds
        while is_held(self._server_lock):
            if time.monotonic() > deadline:
                raise OperationalError(
                    f"Processes of the PostgreSQL in {self.folder} are still there after {seconds:.0f} seconds. "
                    f"End them, then try again. {self._end_of_log()}"
                )
            time.sleep(POLL_SECONDS)

    # What the server says

    def _wait_until_ready(self) -> None:
        deadline = time.monotonic() + START_SECONDS
        while not self._is_ready():
            if time.monotonic() > deadline or not is_held(self._server_lock):
                raise OperationalError(f"PostgreSQL did not start. {self._end_of_log()}")
            time.sleep(POLL_SECONDS)

    def _is_ready(self) -> bool:
        return self.postmaster() is not None and self._pid_file()[STATUS_LINE:] == ["ready"]

    def _address(self) -> dict[str, str]:
        return {"host": self._pid_file()[SOCKET_LINE], "port": PORT, "user": SUPERUSER}

    def _pid_file(self) -> list[str]:
        lines = os.fsdecode((self.data / "postmaster.pid").read_bytes()).splitlines()
        return [line.strip() for line in lines]

    def _end_of_log(self) -> str:
        if not self.log.exists():
            return ""
        lines = self.log.read_text(errors="replace").splitlines()[-LOG_LINES:]
        return "\n".join([f"The end of {self.log}:", *lines])


def _environment() -> dict[str, str]:
    # The caller's locale and PGDATA, PGPORT and the like are not meant for this server.
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PG", "LC_", "LANG"))}
    return kept | {"LC_ALL": "C"}
