"""Makes the folder in which PostgreSQL keeps its data, and refuses one that another version made."""

import shutil
import subprocess
import tempfile
from pathlib import Path

from psycopg import OperationalError

from archive_site.postgres.account import Account
from archive_site.postgres.programs import major_version, program_environment

SUPERUSER = "postgres"

# C.UTF-8 knows the case of every letter on every machine; from version 17 it needs no locale of the system.
LOCALE = ["--encoding=UTF8", "--locale=C", "--lc-ctype=C.UTF-8"]
BUILTIN_LOCALE = ["--locale-provider=builtin", "--builtin-locale=C.UTF-8"]

# Who reaches the socket may come in; its folder is closed to all other users of the machine.
ACCESS = [f"--username={SUPERUSER}", "--auth-local=trust", "--auth-host=reject"]


def make_data_folder(data: Path, programs: Path, account: Account) -> None:
    """Run initdb beside ``data`` and name the result so: it is whole or not there, whenever interrupted.

    Raises OperationalError with what initdb said if it fails.
    """
    for unfinished in data.parent.glob("initdb-*"):
        shutil.rmtree(unfinished, ignore_errors=True)
    new = Path(tempfile.mkdtemp(prefix="initdb-", dir=data.parent))
    account.own(new)
    locale = LOCALE + (BUILTIN_LOCALE if major_version(programs) >= 17 else [])
    done = subprocess.run(
        [programs / "initdb", "--pgdata", new, "--data-checksums", *ACCESS, *locale],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        cwd="/",
        env=program_environment(),
        **account.for_subprocess(),
        check=False,
    )
    if done.returncode:
        raise OperationalError(f"No database could be made in {data}: {done.stdout.decode(errors='replace')}")
    new.rename(data)


def check_version(data: Path, programs: Path) -> None:
    """Raise OperationalError if the data was made by another major version than that of the programs."""
    made_by = int((data / "PG_VERSION").read_text())
    ours = major_version(programs)
    if made_by != ours:
        raise OperationalError(
            f"The database in {data} was made by PostgreSQL {made_by}, and {programs} is PostgreSQL {ours}. "
            f"Dump it with version {made_by} (pg_dump), move the folder away, and restore the dump with "
            f"version {ours} (pg_restore)."
        )
