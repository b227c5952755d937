"""What becomes of documents with a fault in them: each is uploaded as archivists do it, and stored whole or refused.

`script/benchmark mutated [--count N]` uploads N of every format into a database of its own, and stops at the first
answer that is an error, or row that is half stored. The tests upload the first fifty of the same.
"""

from __future__ import annotations

import argparse
import os
import time

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "archive_site.settings")
django.setup()

from django.conf import settings  # noqa: E402
from django.contrib.auth.models import User  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.db import connection  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import setup_test_environment  # noqa: E402

from tests.build.mutated import FORMATS, mutated, upload_each  # noqa: E402


def main() -> None:
    """Upload the documents, and print what became of those of each format, and how long they took."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--count", type=int, default=500, help="how many of each format")
    count = parser.parse_args().count
    before = connection.settings_dict["NAME"]
    # Hashed names of static files exist only after collectstatic.
    settings.STORAGES["staticfiles"]["BACKEND"] = "django.contrib.staticfiles.storage.StaticFilesStorage"
    setup_test_environment()
    connection.creation.create_test_db(verbosity=0, autoclobber=True)
    try:
        call_command("load_organisation", verbosity=0)
        client = Client()
        client.force_login(User.objects.create_superuser("archivist"), settings.AUTHENTICATION_BACKENDS[-1])
        for suffix in FORMATS:
            started = time.monotonic()
            outcomes = upload_each(client, mutated(suffix, count))
            taken = time.monotonic() - started
            print(
                f"{suffix:<5}{outcomes['taken']:>5} taken, {outcomes['refused']:>5} refused, {taken:>7.1f} s"
            )
    finally:
        connection.creation.destroy_test_db(before, verbosity=0)


if __name__ == "__main__":
    main()
