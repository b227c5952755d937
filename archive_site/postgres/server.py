"""The server as a process: how it is started, and what it says of itself in postmaster.pid."""

import hashlib
import os
import subprocess
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from archive_site.postgres.account import Account
from archive_site.postgres.programs import program_environment

PORT = "5432"
SOCKET = f".s.PGSQL.{PORT}"
SOCKET_MAX_BYTES = 107  # sun_path in unix(7), less the closing NUL

SETTINGS = {
    "port": PORT,
    "listen_addresses": "",
    "unix_socket_permissions": "0700",
    "effective_cache_size": "1GB",
    "work_mem": "16MB",
    "maintenance_work_mem": "128MB",
    "random_page_cost": "1.1",
    "jit": "off",
    # A query whose asker is gone ends: after a crash, the next start waits for all that is left.
    "client_connection_check_interval": "2s",
    # Statements and key values may hold what is private, and stay out of the log.
    "log_min_error_statement": "panic",
    "log_error_verbosity": "terse",
    "log_checkpoints": "off",
}


@dataclass(frozen=True)
class Postmaster:
    """The living server of a data folder."""

    pid: int
    socket_folder: str
    ready: bool


def living_postmaster(data: Path) -> Postmaster | None:
    """Return the server that runs on the data folder, or None.

    The number in postmaster.pid alone proves nothing: by now it may be a zombie's, or a stranger's.
    """
    try:
        lines = [os.fsdecode(line.strip()) for line in (data / "postmaster.pid").read_bytes().splitlines()]
        pid = int(lines[0])
        if not _runs_on(pid, data):
            return None
    except (OSError, ValueError, IndexError):
        return None
    # The lines are numbered in src/include/utils/pidfile.h of PostgreSQL; they appear one after the other.
    return Postmaster(pid, socket_folder="".join(lines[4:5]), ready=lines[7:8] == ["ready"])


def _runs_on(pid: int, data: Path) -> bool:
    # A server works in its data folder. In a container even root may not see where another user's process works,
    # but anybody sees its command line. A zombie has neither.
    process = Path(f"/proc/{pid}")
    with suppress(PermissionError):
        return (process / "cwd").samefile(data)
    return os.fsencode(data) in (process / "cmdline").read_bytes().split(b"\0")


def make_socket_folder(folder: Path, account: Account) -> Path:
    """Make the closed folder for the socket: in ``folder``, or in /tmp where the name would be too long."""
    sockets = folder / "socket"
    # Both the server and its clients split such a name at commas.
    if len(os.fsencode(sockets / SOCKET)) > SOCKET_MAX_BYTES or "," in str(sockets):
        digest = hashlib.sha256(os.fsencode(folder)).hexdigest()[:16]
        sockets = Path("/tmp") / f"archive-{account.uid}-{digest}"  # noqa: S108 - made or checked to be closed
    account.make_folder(sockets)
    return sockets


def start_server(
    data: Path,
    programs: Path,
    account: Account,
    *,
    sockets: Path,
    log: Path,
    lock: BinaryIO,
    buffers_mb: int,
) -> subprocess.Popen[bytes]:
    """Start the server on its data and return at once; it and its children hold the lock until they end."""
    # What a killed server left would be believed if its number belongs to another process by now.
    for stale in (data / "postmaster.pid", sockets / SOCKET, sockets / f"{SOCKET}.lock"):
        stale.unlink(missing_ok=True)
    settings = SETTINGS | {"unix_socket_directories": str(sockets), "shared_buffers": f"{buffers_mb}MB"}
    log.touch(0o600)
    with log.open("ab") as output:
        return subprocess.Popen(
            [programs / "postgres", "-D", data, *(f"--{name}={value}" for name, value in settings.items())],
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
            cwd="/",
            env=program_environment(),
            pass_fds=[lock.fileno()],
            start_new_session=True,  # Ctrl-C in the terminal is for the users of the server
            **account.for_subprocess(),
        )
