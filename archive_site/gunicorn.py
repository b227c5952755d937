"""The configuration of gunicorn, the application server that script/server starts."""

import gc
import os
from pathlib import Path
from typing import Any

from archive_site import environment

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "archive_site.settings")
# A visitor's query that takes longer is given up; commands such as an import may take their time.
os.environ.setdefault("ARCHIVE_STATEMENT_TIMEOUT_MS", "3000")

host = environment.text("BIND", "127.0.0.1")
port = environment.whole_number("PORT", 8000, least=1, most=65535)
bind = f"[{host}]:{port}" if ":" in host else f"{host}:{port}"

wsgi_app = "archive_site.wsgi:application"
worker_class = "gthread"
workers = environment.whole_number("WEB_CONCURRENCY", 2, least=1)
# Eight may wait for their password to be checked (archive_site.login.password_checks); four are then left for readers.
threads = 12
graceful_timeout = 10
# No header says under which path the site stands: what a proxy passes on may be a stranger's.
forwarder_headers = ""
_ANSWERS_BETWEEN_FULL_LOOKS = 500

# The workers' heartbeat is a file: on a slow disk it would stop them.
worker_tmp_dir = "/dev/shm" if Path("/dev/shm").is_dir() else None  # noqa: S108 - gunicorn unlinks it at once
control_socket_disable = True


def on_starting(_arbiter: Any) -> None:
    """Make the arbiter a user of the embedded server: it outlives every worker and ends with the arbiter."""
    _use_database()


def post_fork(_arbiter: Any, _worker: Any) -> None:
    """Make the worker a user too: should the arbiter be killed, the last worker stops the server."""
    _use_database()


def post_worker_init(_worker: Any) -> None:
    """Look for garbage seldom while a page is made, and never in what is loaded by now."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(100_000, 20, 50)


def post_request(worker: Any, _request: Any, _environ: Any, _response: Any) -> None:
    """Look for garbage between the answers: what a page leaves takes 1 ms, what many left would hold up one by 8.

    Now and then what has outlived its own answer is looked at, too, for some 30 ms.
    """
    gc.collect(2 if worker.nr % _ANSWERS_BETWEEN_FULL_LOOKS == 0 else 0)


def _use_database() -> None:
    from django.conf import settings

    from archive_site.database.embedded import embedded_address

    embedded_address(settings.DATABASES["default"])
